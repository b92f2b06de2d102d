#include "ui/shell/scan_watcher.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QWindow>

namespace meterhall::ui {

ScanWatcher::ScanWatcher(QObject* parent)
    : QObject(parent) {
    qApp->installEventFilter(this);
}

// A key goes to the window first and is then passed on to widgets: it is looked at once, at the window. Before that it
// is offered as a shortcut: an Enter that ends a burst is nobody's.
bool ScanWatcher::eventFilter(QObject* watched, QEvent* event) {
    const bool isOffer = event->type() == QEvent::ShortcutOverride;
    if ((!isOffer && event->type() != QEvent::KeyPress) || !qobject_cast<QWindow*>(watched))
        return false;
    const auto& pressed = *static_cast<QKeyEvent*>(event);
    if (!isOffer)
        return key(pressed);
    if (!endsBurst(pressed))
        return false;
    event->accept();
    return true;
}

bool ScanWatcher::isQuick(const QKeyEvent& event) const {
    return event.timestamp() - m_lastKeyAt <= mostMillisecondsBetween;
}

bool ScanWatcher::endsBurst(const QKeyEvent& event) const {
    const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    return enter && isQuick(event) && m_burst.size() >= leastCharacters;
}

bool ScanWatcher::key(const QKeyEvent& event) {
    const bool quick = isQuick(event);
    const bool isEnd = endsBurst(event);
    m_lastKeyAt = event.timestamp(); // when it was pressed, not when we came to it
    if (isEnd) {
        const QString text = m_burst;
        m_burst.clear();
        if (m_field)
            m_field->setText(m_before);
        Q_EMIT scanned(text);
        return true;
    }
    if (event.text().size() != 1 || !event.text().front().isPrint()) {
        if (event.key() != Qt::Key_Shift) // a wedge presses it for capitals
            m_burst.clear();
        return false;
    }
    if (!quick || m_burst.isEmpty())
        begin();
    if (m_secret)
        return false; // what is typed there is a password, however fast
    m_burst += event.text();
    return false;
}

void ScanWatcher::begin() {
    m_burst.clear();
    m_field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    m_secret = m_field && m_field->echoMode() != QLineEdit::Normal;
    m_before = m_field ? m_field->text() : QString();
}

} // namespace meterhall::ui
