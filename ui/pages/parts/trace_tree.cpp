#include "ui/pages/parts/trace_tree.h"

#include <QStandardItemModel>

namespace meterhall::ui {

namespace {
constexpr int kindRole = Qt::UserRole;
constexpr int openLevels = 3;
} // namespace

TraceTree::TraceTree(QWidget* parent)
    : QTreeView(parent)
    , m_lines(new QStandardItemModel(this)) {
    setModel(m_lines);
    setHeaderHidden(true);
    setEditTriggers(NoEditTriggers);
    setUniformRowHeights(true);
    setExpandsOnDoubleClick(false);
    setAccessibleName(tr("How it came about"));
    connect(this, &QTreeView::activated, this, [this](const QModelIndex& at) {
        const QVariant kind = at.data(kindRole);
        if (kind.isValid())
            Q_EMIT leafChosen(static_cast<LeafKind>(kind.toInt()));
        else
            setExpanded(at, !isExpanded(at));
    });
}

QStandardItem* TraceTree::itemOf(const Trace& trace, Trace::Node node, const TraceWords& words) const {
    const Trace::Entry& entry = trace[derivedNode(trace, node)];
    auto* item = new QStandardItem(words.line(trace, node));
    if (entry.isLeaf())
        item->setData(int(entry.kind), kindRole);
    for (const Trace::Node argument : entry.arguments)
        item->appendRow(itemOf(trace, argument, words));
    for (const Trace::Node margin : conditionsOf(trace, node)) {
        QStandardItem* condition = itemOf(trace, margin, words);
        condition->setText(words.condition(trace, margin));
        item->appendRow(condition);
    }
    return item;
}

void TraceTree::show(const Trace& trace, const TraceWords& words) {
    m_lines->clear();
    if (trace.root() == Trace::none)
        return;
    m_lines->appendRow(itemOf(trace, trace.root(), words));
    expandToDepth(openLevels);
    setCurrentIndex(m_lines->index(0, 0));
}

void TraceTree::clear() {
    m_lines->clear();
}

} // namespace meterhall::ui
