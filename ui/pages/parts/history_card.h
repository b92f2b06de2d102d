#pragma once

#include "core/base/page_mark.h"
#include "ui/widgets/card.h"
#include "ui/widgets/ledger_table.h"

#include <functional>
#include <optional>

namespace meterhall::ui {

/// A list of what happened, newest first, that grows: at its end it asks for the page behind it.
class HistoryCard : public Card {
    Q_OBJECT

public:
    HistoryCard(const QString& title, std::vector<Column> columns, RowHeight height = RowHeight::Normal,
                QWidget* parent = nullptr);

    LedgerTable& table() const { return *m_table; }
    /// What is said when there is none.
    void setNothing(const QString& words) { m_nothing = words; }
    /// Its newest row is chosen as soon as it is there; else when the list gets the focus.
    void setChosenFirst(bool chosen) { m_chosenFirst = chosen; }
    void focusList();
    /// How a page is asked for; it comes through add(), or failed() lets it be asked for again.
    void setMore(std::function<void(const PageMark& after)> more) { m_more = std::move(more); }
    /// Forgets what is shown and asks for the first page.
    void restart();
    void add(std::vector<LedgerRow> rows, const std::optional<PageMark>& next);
    void failed();
    /// Nothing is shown and nothing asked for.
    void clear();

private:
    void wantMore();

    LedgerTable* m_table;
    QString m_nothing;
    std::function<void(const PageMark&)> m_more;
    std::optional<PageMark> m_next;
    bool m_waiting = false;
    bool m_chosenFirst = false;
};

} // namespace meterhall::ui
