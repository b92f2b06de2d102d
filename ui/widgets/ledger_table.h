#pragma once

#include "ui/widgets/ledger_model.h"

#include <QTableView>

class QLabel;
class QLineEdit;

namespace meterhall::ui {

enum class RowHeight : std::uint8_t { Normal, Counter, TwoLine };

/// The one table of the program: a model, a delegate, type-to-filter, ticks by Space, a last row of totals outside of
/// the scrolling, copying as tab-separated text, and words where there is nothing to show.
class LedgerTable : public QWidget {
    Q_OBJECT

public:
    explicit LedgerTable(std::vector<Column> columns, RowHeight height = RowHeight::Normal, QWidget* parent = nullptr);

    LedgerModel& model() { return *m_model; }
    const LedgerModel& model() const { return *m_model; }
    QTableView& view() { return *m_view; }

    std::int64_t currentId() const;
    void select(std::int64_t id);
    void selectRow(int row);
    /// What a screen reader calls it. A table on a card bears the card's title without being told.
    void setName(const QString& name);
    /// One text for each column; empty texts are not drawn. No texts: no row.
    void setTotals(const QStringList& texts);
    const QStringList& totals() const { return m_totalTexts; }
    /// What to do when there is nothing, with the key: "No open bills. F9 takes a deposit."
    void setEmptyText(const QString& text);
    /// As many rows are shown without scrolling; more scroll. 0: as much as the layout gives.
    void setVisibleRows(int rows);
    /// Selected rows with a header, tab-separated.
    QString copied() const;

Q_SIGNALS:
    void currentChanged(std::int64_t id);
    void activated(std::int64_t id); ///< Enter or double click
    void endReached();               ///< the last row is in sight or chosen: a list that goes on asks for more

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    bool key(QKeyEvent* event);
    void tickCurrent();
    void showFilter(const QString& text);
    void measureColumns();
    void fitColumns();
    void applyHeights();
    void showEmptyText();
    void lookForEnd();

    LedgerModel* m_model;
    QTableView* m_view;
    QLineEdit* m_filter;
    QWidget* m_totals;
    QStringList m_totalTexts;
    QLabel* m_empty;
    std::vector<int> m_wanted; ///< width of each column in which nothing is cut
    RowHeight m_height;
    int m_visibleRows = 0;
};

} // namespace meterhall::ui
