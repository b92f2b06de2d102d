#pragma once

#include "core/services/reading_review.h"
#include "core/services/reading_work.h"
#include "ui/widgets/ledger_model.h"

#include <map>

namespace meterhall::ui {

/// The readings that wait, as far as they were read, without any widget: which of them a reason shows, the row of each,
/// and what the ticked ones come to.
class ReadingQueue {
public:
    /// The least doubted first.
    void setItems(std::vector<services::ExceptionItem> items);
    const std::vector<services::ExceptionItem>& items() const { return m_items; }
    void remove(ReadingId reading);
    /// Cards come after the items; a row is drawn with what is there.
    void addCard(services::ReadingCard card);
    const services::ReadingCard* card(ReadingId reading) const;
    /// Some of the readings that have no card yet, those that `reason` shows first.
    std::vector<ReadingId> withoutCard(const QString& reason, std::size_t most) const;

    /// Rows of the readings this rule doubts; all without a reason.
    std::vector<LedgerRow> rows(const QString& reason) const;
    LedgerRow row(const services::ExceptionItem& item) const;
    const services::ExceptionItem* item(ReadingId reading) const;
    /// Name of the rule -> readings; one that two rules doubt counts under both.
    std::map<QString, int> byReason() const;

    /// "312 m³", "312 m³, 4 kWh": uses of these readings added up. Readings whose dial went back have none.
    struct Uses {
        QString text;
        int without = 0;
    };
    Uses uses(const std::set<std::int64_t>& readings) const;

private:
    std::vector<services::ExceptionItem> m_items;
    std::map<ReadingId, services::ReadingCard> m_cards;
};

std::vector<Column> queueColumns();

} // namespace meterhall::ui
