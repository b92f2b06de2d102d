#pragma once

#include "core/services/session.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace meterhall::ui {

class Desk;
class ErrorBar;
class KeyButton;

/// 登录: at work in five seconds. The same page unlocks a seat that was left alone; then the number is given.
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
    void setBusy(bool busy);

    Desk& m_desk;
    QLabel* m_place;
    QLineEdit* m_number;
    QLineEdit* m_password;
    KeyButton* m_button;
    ErrorBar* m_error;
    bool m_locked = false;
};

} // namespace meterhall::ui
