#pragma once

#include <QLineEdit>

#include <optional>

class QLabel;

namespace meterhall::ui {

/// A password somebody types. It is handed out once; the field is overwritten and empty afterwards, and it is nowhere
/// else in the interface.
class SecretEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit SecretEdit(const QString& accessibleName, QWidget* parent = nullptr);
    ~SecretEdit() override;
    QByteArray take();
    void wipeText();
};

/// A new password, typed twice.
class NewSecret : public QWidget {
    Q_OBJECT

public:
    explicit NewSecret(QWidget* parent = nullptr);
    /// When both are alike and strong enough; else the reason stands under the fields, and the first has the focus.
    std::optional<QByteArray> take();
    void clear();
    void focusFirst();

private:
    QString problem() const;

    SecretEdit* m_first;
    SecretEdit* m_again;
    QLabel* m_problem;
};

} // namespace meterhall::ui
