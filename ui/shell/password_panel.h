#pragma once

#include <QFrame>

namespace meterhall::ui {

class Desk;
class PasswordForm;

/// Where whoever is signed in changes his password: below his name, at the upper right. Esc closes it and forgets what
/// was typed.
class PasswordPanel : public QFrame {
    Q_OBJECT

public:
    PasswordPanel(Desk& desk, QWidget* parent);
    void open();
    /// Not while the database is asked: then there is an answer to be seen.
    void close();
    /// Keeps its upper right corner there.
    void placeAt(const QPoint& topRight);

Q_SIGNALS:
    void opened();
    void closed();
    void changed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    PasswordForm* m_form;
    QPoint m_topRight;
};

} // namespace meterhall::ui
