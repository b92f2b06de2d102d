#pragma once

#include "core/base/result.h"

#include <QWidget>

#include <optional>
#include <vector>

class QFormLayout;
class QLabel;
class QLineEdit;

namespace meterhall::ui {

class Desk;
class ErrorBar;
class IconLabel;
class KeyButton;

/// Choosing a password of one's own: the new one twice, with its rules ticked while it is typed. What the core refuses
/// is said here.
class PasswordForm : public QWidget {
    Q_OBJECT

public:
    explicit PasswordForm(Desk& desk, QWidget* parent = nullptr);
    /// It was typed just now and is not asked for again.
    void setOld(const QByteArray& old);
    /// Forgets what was typed.
    void clear();
    void focusFirst();
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void changed();

private:
    struct Rule {
        QString code; ///< as brokenPasswordRules() names it
        IconLabel* tick;
        QLabel* words;
    };
    QLineEdit* addField(const QString& name);
    void addRule(const char* code, const QString& words);
    void tickRules();
    QLineEdit* missing() const;
    void tryIt();
    void answered(const Result<void>& answer);
    void refuse(const QString& why, QLineEdit* field);
    void setBusy(bool busy);

    Desk& m_desk;
    std::optional<QByteArray> m_known; ///< the old one, when it is not asked for
    QFormLayout* m_form;
    QLineEdit* m_old;
    QLineEdit* m_new;
    QLineEdit* m_again;
    std::vector<Rule> m_rules;
    QLabel* m_problem;
    ErrorBar* m_error;
    KeyButton* m_button;
    bool m_busy = false;
};

} // namespace meterhall::ui
