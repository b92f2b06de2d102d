#pragma once

#include "ui/pages/parts/trace_words.h"

#include <QTreeView>

class QStandardItem;
class QStandardItemModel;

namespace meterhall::ui {

/// How a number came about, as a tree: each line says what was computed, below it stand the numbers it was computed
/// from, down to those that somebody read, decided or decreed.
class TraceTree : public QTreeView {
    Q_OBJECT

public:
    explicit TraceTree(QWidget* parent = nullptr);
    void show(const Trace& trace, const TraceWords& words);
    void clear();

Q_SIGNALS:
    /// Enter or a double click on a number that is not derived from others.
    void leafChosen(meterhall::LeafKind kind);

private:
    QStandardItem* itemOf(const Trace& trace, Trace::Node node, const TraceWords& words) const;

    QStandardItemModel* m_lines;
};

} // namespace meterhall::ui
