#pragma once

#include <QObject>

namespace meterhall::ui {

/// After something weighty Enter is dead until another key goes down, so that an impatient finger does nothing twice.
/// It watches the keyboard only while Enter is dead.
class EnterGuard : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    bool isDead() const { return m_dead; }
    void kill();
    void revive();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_dead = false;
};

} // namespace meterhall::ui
