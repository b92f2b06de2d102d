#pragma once

#include <QStyledItemDelegate>

namespace meterhall::ui {

struct Cell;

/// Draws every row of every table: selection with an accent edge, tick box, icon, one or two lines, badge, share bar,
/// and one hairline below.
class LedgerDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

    static constexpr int tickWidth = 34;
    /// What a column needs to show all of it, without ticks.
    static int widthOf(const Cell& cell);
    static int widthOfTitle(const QString& title);

private:
    void paintCell(QPainter& painter, QRect box, const Cell& cell, bool number, bool selected) const;
};

} // namespace meterhall::ui
