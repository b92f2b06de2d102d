#include "ui/shell/focus_keeper.h"

#include <QLineEdit>
#include <QTimer>

namespace meterhall::ui {

void FocusKeeper::keep(QWidget* focused) {
    m_focused = focused;
    const auto* field = qobject_cast<QLineEdit*>(focused);
    m_cursor = field ? field->cursorPosition() : 0;
}

bool FocusKeeper::giveBack() {
    QWidget* focused = m_focused;
    m_focused = nullptr;
    if (!focused || !focused->isEnabled() || !focused->isVisible())
        return false;
    focused->setFocus();
    if (auto* field = qobject_cast<QLineEdit*>(focused)) {
        // Typed editors select everything once they have the focus.
        QTimer::singleShot(0, field, [field, cursor = m_cursor] { field->setCursorPosition(cursor); });
    }
    return true;
}

} // namespace meterhall::ui
