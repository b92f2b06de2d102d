#include "ui/shell/page.h"

#include "ui/shell/desk.h"
#include "ui/theme/icon.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace meterhall::ui {

Page::Page(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk) {}

void Page::focusFirst() {
    setFocus();
}

QAction* Page::addLookAgain(const QKeySequence& keys, std::function<void()> read) {
    return addKey(
        tr("Look again"), keys,
        [this, read = std::move(read)] {
            m_lookingAgain = true;
            read();
        },
        "refresh");
}

void Page::tellRead() {
    if (std::exchange(m_lookingAgain, false))
        Q_EMIT mentionWanted(tr("As it stands at %1.").arg(m_desk.zone().localText(m_desk.now()).mid(11, 8)));
}

QAction* Page::addKey(const QString& text, const QKeySequence& keys, std::function<void()> act, const char* iconName,
                      Token iconTone) {
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    // Function keys work from the search too; everything else is the page's, so that no typing is taken for a key.
    const int key = keys[0].key();
    const bool isFunctionKey = keys.count() == 1 && key >= Qt::Key_F1 && key <= Qt::Key_F35;
    action->setShortcutContext(isFunctionKey ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
    action->setAutoRepeat(false);
    if (iconName)
        action->setIcon(icon(iconName, iconTone));
    connect(action, &QAction::triggered, this, std::move(act));
    addAction(action);
    return action;
}

QString PageDeclaration::translatedTitle() const {
    return QCoreApplication::translate("Pages", title);
}

bool mayOpen(const Desk& desk, const PageDeclaration& page) {
    return page.anyOf.empty() ||
           std::any_of(page.anyOf.begin(), page.anyOf.end(), [&](Service service) { return desk.may(service); });
}

} // namespace meterhall::ui
