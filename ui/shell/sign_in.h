#pragma once

#include "core/services/session.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace meterhall::ui {

class Card;
class Desk;
class ErrorBar;
class KeyButton;
class PasswordForm;

/// 登录: at work in five seconds. Whoever signs in with a password that somebody else gave chooses one of his own
/// first. The same page unlocks a seat that was left alone; then the number is given.
class SignIn : public QWidget {
    Q_OBJECT

public:
    explicit SignIn(Desk& desk, QWidget* parent = nullptr);
    /// Only the password of this person opens it again.
    void lockFor(const services::SignedIn& who);
    void focusFirst();

Q_SIGNALS:
    void done();

protected:
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void tryIt();
    void answered(const Result<services::SignedIn>& answer);
    void askForOwnPassword(const QByteArray& given);
    void setBusy(bool busy);

    Desk& m_desk;
    Card* m_card;
    QLabel* m_place;
    QLabel* m_database;
    QWidget* m_fields; ///< number and password
    QLineEdit* m_number;
    QLineEdit* m_password;
    KeyButton* m_button;
    ErrorBar* m_error;
    PasswordForm* m_own = nullptr; ///< while a password of one's own is chosen
    bool m_locked = false;
};

} // namespace meterhall::ui
