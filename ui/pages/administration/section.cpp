#include "ui/pages/administration/section.h"

namespace meterhall::ui {

Section::Section(Page& page, const QString& title)
    : m_page(page)
    , m_title(title) {}

QAction* Section::addKey(const QString& text, const QKeySequence& keys, std::function<void()> act, const char* icon) {
    QAction* action = m_page.addKey(text, keys, std::move(act), icon);
    action->setVisible(false);
    m_keys << action;
    return action;
}

void Section::setChosen(bool chosen) {
    for (QAction* action : qAsConst(m_keys))
        action->setVisible(chosen);
}

void Section::setBusy(bool busy) {
    m_busy = busy;
    Q_EMIT changed();
}

} // namespace meterhall::ui
