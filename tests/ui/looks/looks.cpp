#include "tests/ui/looks/looks.h"

#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/ledger_delegate.h"
#include "ui/widgets/ledger_table.h"
#include "ui/widgets/tier_thermometer.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyleOptionFrame>
#include <QToolButton>

namespace meterhall::tests {

namespace {

constexpr int cellPadding = 10; // ui/widgets/ledger_delegate.cpp
constexpr int cellIcon = 24;
constexpr int cellShare = 46;
constexpr int rowsLookedAt = 60;

QList<QWidget*> shown(QWidget& root) {
    QList<QWidget*> widgets = root.findChildren<QWidget*>();
    widgets.prepend(&root);
    widgets.removeIf([](const QWidget* widget) { return !widget->isVisible(); });
    return widgets;
}

QString nameOf(const QWidget& widget) {
    QString name = QString::fromLatin1(widget.metaObject()->className()).section(QStringLiteral("::"), -1);
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        name += QStringLiteral(" '%1'").arg(label->text());
    else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        name += QStringLiteral(" '%1'").arg(button->text());
    else if (!widget.accessibleName().isEmpty())
        name += QStringLiteral(" '%1'").arg(widget.accessibleName());
    else if (widget.parentWidget())
        name += QStringLiteral(" in ") +
                QString::fromLatin1(widget.parentWidget()->metaObject()->className()).section(QStringLiteral("::"), -1);
    return name;
}

int textWidth(const QFont& font, const QString& text) {
    return QFontMetrics(font).horizontalAdvance(text);
}

QString misfit(const QWidget& widget, const QSize& wanted) {
    return QStringLiteral("%1 wants %2x%3 and has %4x%5")
        .arg(nameOf(widget))
        .arg(wanted.width())
        .arg(wanted.height())
        .arg(widget.width())
        .arg(widget.height());
}

void lookAtLabel(const QLabel& label, QStringList& faults) {
    if (label.text().isEmpty())
        return;
    if (label.wordWrap()) {
        if (label.heightForWidth(label.width()) > label.height())
            faults << misfit(label, {label.width(), label.heightForWidth(label.width())});
    } else if (label.sizeHint().width() > label.width() || label.sizeHint().height() > label.height()) {
        faults << misfit(label, label.sizeHint());
    }
}

void lookAtButton(const QAbstractButton& button, QStringList& faults) {
    if (const auto* tool = qobject_cast<const QToolButton*>(&button)) {
        const bool words = tool->toolButtonStyle() != Qt::ToolButtonIconOnly;
        if (words && textWidth(tool->font(), tool->text()) > tool->width() - 4)
            faults << misfit(button, {textWidth(tool->font(), tool->text()) + 4, tool->height()});
    } else if (button.sizeHint().width() > button.width() || button.sizeHint().height() > button.height()) {
        faults << misfit(button, button.sizeHint());
    }
}

void lookAtEdit(const QLineEdit& edit, QStringList& faults) {
    if (!edit.text().isEmpty() || edit.placeholderText().isEmpty())
        return;
    QStyleOptionFrame option;
    option.initFrom(&edit);
    option.rect = edit.contentsRect();
    option.lineWidth = edit.hasFrame() ? edit.style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, &edit) : 0;
    option.state |= QStyle::State_Sunken;
    const QMargins margins = edit.textMargins();
    constexpr int insideMargin = 2; // QLineEdit's own, at both ends
    const int room = edit.style()->subElementRect(QStyle::SE_LineEditContents, &option, &edit).width() -
                     margins.left() - margins.right() - 2 * insideMargin;
    if (textWidth(edit.font(), edit.placeholderText()) > room)
        faults << QStringLiteral("the placeholder '%1' has %2 px").arg(edit.placeholderText()).arg(room);
}

void lookAtCell(const QString& where, const ui::Cell& cell, int room, QStringList& faults) {
    if (cell.badge) {
        if (ui::badgeSize(cell.text).width() > room)
            faults << QStringLiteral("%1: badge '%2' has %3 px").arg(where, cell.text).arg(room);
        return;
    }
    room -= (cell.icon ? cellIcon : 0) + (cell.percent ? cellShare : 0);
    for (const auto& [role, text] :
         {std::pair(ui::TextRole::Body, cell.text), std::pair(ui::TextRole::Hint, cell.second)}) {
        const int wanted = textWidth(ui::fontOf(role), text);
        if (wanted > room)
            faults << QStringLiteral("%1: '%2' wants %3 px and has %4").arg(where, text).arg(wanted).arg(room);
    }
}

void lookAtTable(const ui::LedgerTable& table, QStringList& faults) {
    auto& view = const_cast<ui::LedgerTable&>(table).view();
    const ui::LedgerModel& model = table.model();
    const QHeaderView& header = *view.horizontalHeader();
    if (view.horizontalScrollBar()->maximum() > 0)
        faults << QStringLiteral("%1 is %2 px narrower than its columns")
                      .arg(nameOf(view))
                      .arg(view.horizontalScrollBar()->maximum());
    for (int column = 0; column < model.columnCount(); ++column) {
        const ui::Column& declared = model.columns()[std::size_t(column)];
        const QString title = model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int room = view.columnWidth(column) - 2 * cellPadding;
        if (header.isVisible() && textWidth(ui::fontOf(ui::TextRole::Label), title) > room)
            faults << QStringLiteral("the header '%1' has %2 px").arg(title).arg(room);
        if (column < table.totals().size() && textWidth(ui::fontOf(ui::TextRole::Body), table.totals()[column]) > room)
            faults << QStringLiteral("the total '%1' has %2 px").arg(table.totals()[column]).arg(room);
        const int tick = model.isTickable() && column == 0 ? ui::LedgerDelegate::tickWidth : 0;
        for (int row = 0; row < std::min(model.rowCount(), rowsLookedAt) && !declared.mayElide; ++row) {
            const ui::LedgerRow* line = model.row(row);
            if (line && std::size_t(column) < line->cells.size())
                lookAtCell(nameOf(view) + QStringLiteral(" column '%1'").arg(title), line->cells[std::size_t(column)],
                           room - tick, faults);
        }
    }
}

bool isInsideOf(const QWidget& widget, const std::function<bool(const QWidget*)>& test) {
    for (const QWidget* parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
        if (test(parent))
            return true;
    }
    return false;
}

/// Parts of Qt's own widgets, which Qt lays out.
bool isQtsOwn(const QWidget& widget) {
    return qobject_cast<const QScrollBar*>(&widget) || qobject_cast<const QHeaderView*>(&widget) ||
           widget.objectName().startsWith(QLatin1String("qt_")) ||
           (widget.parentWidget() && qobject_cast<const QAbstractScrollArea*>(widget.parentWidget()) &&
            !qobject_cast<const QLabel*>(&widget)) ||
           isInsideOf(widget, [](const QWidget* parent) { return qobject_cast<const QHeaderView*>(parent); });
}

bool isLeaf(const QWidget& widget) {
    return qobject_cast<const QLabel*>(&widget) || qobject_cast<const QAbstractButton*>(&widget) ||
           qobject_cast<const QLineEdit*>(&widget) || qobject_cast<const ui::Badge*>(&widget);
}

void lookForOverlaps(const QWidget& parent, QStringList& faults) {
    QList<QWidget*> leaves = parent.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
    leaves.removeIf([](const QWidget* widget) { return !widget->isVisible() || !isLeaf(*widget); });
    for (qsizetype at = 0; at < leaves.size(); ++at) {
        for (qsizetype other = at + 1; other < leaves.size(); ++other) {
            if (leaves[at]->geometry().intersects(leaves[other]->geometry()))
                faults << QStringLiteral("%1 lies on %2").arg(nameOf(*leaves[at]), nameOf(*leaves[other]));
        }
    }
}

} // namespace

QStringList cutTexts(QWidget& root) {
    QStringList faults;
    for (const QWidget* widget : shown(root)) {
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            lookAtLabel(*label, faults);
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget); button && !isQtsOwn(*widget))
            lookAtButton(*button, faults);
        else if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
            lookAtEdit(*edit, faults);
        else if (const auto* table = qobject_cast<const ui::LedgerTable*>(widget))
            lookAtTable(*table, faults);
        else if (const auto* ladder = qobject_cast<const ui::TierThermometer*>(widget)) {
            const int wanted = textWidth(ui::fontOf(ui::TextRole::Label), ladder->accessibleDescription());
            if (wanted > ladder->width() - 20)
                faults << QStringLiteral("'%1' wants %2 px and has %3")
                              .arg(ladder->accessibleDescription())
                              .arg(wanted)
                              .arg(ladder->width() - 20);
        }
    }
    return faults;
}

QStringList squeezedWidgets(QWidget& root) {
    QStringList faults;
    for (const QWidget* widget : shown(root)) {
        lookForOverlaps(*widget, faults);
        const auto* bar = qobject_cast<const QProgressBar*>(widget);
        if (isQtsOwn(*widget) || (bar && !bar->isTextVisible())) // a bar without words may be thin
            continue;
        const QSize least = widget->minimumSizeHint();
        const bool floats = widget->property("role").toString() == QLatin1String("popup");
        if (!floats && (least.height() > widget->height() || (isLeaf(*widget) && least.width() > widget->width())))
            faults << misfit(*widget, least);
        const QWidget* parent = widget->parentWidget();
        if (isLeaf(*widget) && parent && !qobject_cast<const QAbstractScrollArea*>(parent) &&
            !parent->rect().contains(widget->geometry()))
            faults << QStringLiteral("%1 sticks out of %2").arg(nameOf(*widget), nameOf(*parent));
    }
    return faults;
}

QStringList namelessControls(QWidget& root) {
    QStringList faults;
    for (QWidget* widget : shown(root)) {
        const bool takes = widget->focusPolicy() != Qt::NoFocus || qobject_cast<QAbstractButton*>(widget);
        if (!takes || isQtsOwn(*widget) || qobject_cast<QScrollArea*>(widget) || widget->focusProxy())
            continue;
        const QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(widget);
        if (!heard || heard->text(QAccessible::Name).trimmed().isEmpty())
            faults << QStringLiteral("%1 has no name").arg(nameOf(*widget));
    }
    return faults;
}

QStringList faultsOf(QWidget& root) {
    QStringList faults = cutTexts(root) + squeezedWidgets(root) + namelessControls(root) + keyFaults(root);
    faults.removeDuplicates();
    return faults;
}

} // namespace meterhall::tests
