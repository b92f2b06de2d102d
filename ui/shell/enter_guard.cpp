#include "ui/shell/enter_guard.h"

#include <QApplication>
#include <QKeyEvent>

namespace meterhall::ui {

void EnterGuard::kill() {
    m_dead = true;
    qApp->installEventFilter(this);
}

void EnterGuard::revive() {
    m_dead = false;
    qApp->removeEventFilter(this);
}

bool EnterGuard::eventFilter(QObject* watched, QEvent* event) {
    // A key that is a shortcut is offered and never pressed.
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key != Qt::Key_Return && key != Qt::Key_Enter)
            revive();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace meterhall::ui
