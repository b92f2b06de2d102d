#include "tests/ui/looks/looks.h"

#include <QAbstractButton>
#include <QAction>
#include <QMap>
#include <QSet>
#include <QShortcut>
#include <QWidget>

namespace meterhall::tests {

namespace {

using Keys = QMap<QString, QStringList>;

void take(Keys& keys, const QKeySequence& sequence, const QString& what) {
    if (!sequence.isEmpty())
        keys[sequence.toString(QKeySequence::PortableText)] << what;
}

void takeActions(const QWidget& widget, QSet<const QAction*>& known, Keys& keys, QStringList& faults) {
    for (const QAction* action : widget.actions()) {
        if (!action->isEnabled() || !action->isVisible() || action->isSeparator() || known.contains(action))
            continue;
        known.insert(action);
        if (action->text().trimmed().isEmpty())
            faults << QStringLiteral("an action with the key '%1' has no text").arg(action->shortcut().toString());
        for (const QKeySequence& sequence : action->shortcuts())
            take(keys, sequence, action->text());
    }
}

} // namespace

QStringList keyFaults(QWidget& window) {
    Keys keys;
    QStringList faults;
    QSet<const QAction*> known;
    QList<QWidget*> widgets = window.findChildren<QWidget*>();
    widgets.prepend(&window);
    for (const QWidget* widget : qAsConst(widgets)) {
        if (!widget->isVisible())
            continue;
        takeActions(*widget, known, keys, faults);
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget); button && button->isEnabled())
            take(keys, button->shortcut(), button->text());
        for (const QShortcut* shortcut : widget->findChildren<QShortcut*>(QString(), Qt::FindDirectChildrenOnly)) {
            if (shortcut->isEnabled())
                take(keys, shortcut->key(), QStringLiteral("a shortcut of %1").arg(widget->accessibleName()));
        }
    }
    for (auto key = keys.cbegin(); key != keys.cend(); ++key) {
        if (key.value().size() > 1)
            faults << QStringLiteral("%1 does two things: %2").arg(key.key(), key.value().join(QStringLiteral(", ")));
    }
    return faults;
}

} // namespace meterhall::tests
