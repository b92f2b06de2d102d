#pragma once

#include "core/billing/ladder_standing.h"
#include "core/services/bill_summary.h"
#include "core/services/inside/price_book.h"
#include "core/storage/account_file_store.h"
#include "core/storage/billing_store.h"

namespace meterhall::services {

/// Makes of stored bills what screens show of them. Included by the .cpp files of services only.
class BillReader {
public:
    BillReader(storage::Database& database, Date today)
        : m_prices(database)
        , m_today(today) {}

    Result<BillSummary> summaryOf(const storage::ListedBill& bill, Commodity commodity);
    Result<std::vector<BillSummary>> summariesOf(std::span<const storage::ListedBill> bills, Commodity commodity);
    /// How its use fell on the tiers of its own version.
    Result<std::vector<TierUse>> tierUseOf(const storage::ListedBill& bill);

private:
    PriceBook m_prices;
    Date m_today;
};

} // namespace meterhall::services
