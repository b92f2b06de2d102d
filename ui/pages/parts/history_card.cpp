#include "ui/pages/parts/history_card.h"

namespace meterhall::ui {

HistoryCard::HistoryCard(const QString& title, std::vector<Column> columns, RowHeight height, QWidget* parent)
    : Card(title, parent)
    , m_table(new LedgerTable(std::move(columns), height)) {
    addFlush(m_table, 1);
    connect(m_table, &LedgerTable::endReached, this, &HistoryCard::wantMore, Qt::QueuedConnection);
}

void HistoryCard::clear() {
    m_table->setEmptyText({});
    m_table->model().setRows({});
    m_next.reset();
    m_waiting = false;
}

void HistoryCard::restart() {
    clear();
    m_next = PageMark{};
    wantMore();
}

void HistoryCard::wantMore() {
    if (m_waiting || !m_next || !m_more)
        return;
    m_waiting = true;
    m_more(*m_next);
}

void HistoryCard::add(std::vector<LedgerRow> rows, const std::optional<PageMark>& next) {
    const bool first = m_table->model().rowCount() == 0;
    m_waiting = false;
    m_next = next;
    if (!first) {
        m_table->model().appendRows(std::move(rows));
        return;
    }
    m_table->setEmptyText(m_nothing);
    m_table->model().setRows(std::move(rows));
    if (m_chosenFirst || m_table->view().hasFocus())
        m_table->selectRow(0);
}

void HistoryCard::focusList() {
    if (m_table->currentId() == 0)
        m_table->selectRow(0);
    m_table->setFocus();
}

void HistoryCard::failed() {
    m_waiting = false;
}

} // namespace meterhall::ui
