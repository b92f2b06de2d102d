#pragma once

#include "ui/shell/second_person.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace meterhall::ui {

class Desk;
class ErrorBar;
class KeyButton;

/// The second person at this seat: what is to be done, whose, how much and which rule asks for it; own number and
/// password. It lies over the page like a locked seat; whoever works here stays signed in. Esc leaves everything as it
/// is.
class Approval : public QWidget {
    Q_OBJECT

public:
    Approval(Desk& desk, SecondPersonTask task, QWidget* parent);
    /// Its answer is on the way, and is waited for.
    bool isBusy() const { return m_busy; }
    const SecondPersonTask& task() const { return m_task; }
    void focusFirst();

Q_SIGNALS:
    void done();
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* buildFacts();
    QWidget* buildFields();
    QLineEdit* missing() const;
    void tryIt();
    void answered(const Result<void>& answer);
    void setBusy(bool busy);

    Desk& m_desk;
    SecondPersonTask m_task;
    QLineEdit* m_number;
    QLineEdit* m_password;
    QLineEdit* m_reason;
    ErrorBar* m_error;
    KeyButton* m_confirm;
    KeyButton* m_leave;
    bool m_busy = false;
};

} // namespace meterhall::ui
