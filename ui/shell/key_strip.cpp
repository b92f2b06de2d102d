#include "ui/shell/key_strip.h"

#include "ui/shell/page.h"
#include "ui/widgets/key_cap.h"

#include <QHBoxLayout>

namespace meterhall::ui {

KeyStrip::KeyStrip(QWidget* parent)
    : QFrame(parent)
    , m_layout(new QHBoxLayout(this)) {
    setProperty("role", "keys");
    setFixedHeight(36);
    m_layout->setContentsMargins(14, 0, 14, 0);
    m_layout->setSpacing(16);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &KeyStrip::refresh);
}

void KeyStrip::showKeysOf(Page* page) {
    if (m_page) {
        m_page->disconnect(this);
        for (QAction* action : m_page->actions())
            action->disconnect(&m_soon);
    }
    m_page = page;
    if (m_page) {
        for (QAction* action : m_page->actions())
            connect(action, &QAction::changed, &m_soon, qOverload<>(&QTimer::start));
        connect(m_page, &QObject::destroyed, this, [this] { m_page = nullptr; });
    }
    refresh();
}

QStringList KeyStrip::words() const {
    QStringList words;
    if (!m_page)
        return words;
    for (const QAction* action : m_page->actions()) {
        if (action->isVisible() && action->isEnabled() && !action->shortcut().isEmpty())
            words << keyText(action->shortcut()) + u' ' + action->text();
    }
    return words;
}

void KeyStrip::refresh() {
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!m_page)
        return;
    int left = width() - m_layout->contentsMargins().left() - m_layout->contentsMargins().right();
    for (QAction* action : m_page->actions()) {
        if (!action->isVisible() || !action->isEnabled() || action->shortcut().isEmpty())
            continue;
        auto* hint = new KeyHint(keyText(action->shortcut()), action->text());
        left -= hint->sizeHint().width() + m_layout->spacing();
        if (left < 0) { // the palette knows them all
            delete hint;
            break;
        }
        hint->setToolTip(action->toolTip());
        connect(hint, &KeyHint::clicked, action, &QAction::trigger, Qt::QueuedConnection);
        m_layout->addWidget(hint);
    }
    m_layout->addStretch();
}

void KeyStrip::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    refresh();
}

} // namespace meterhall::ui
