#include "core/services/inside/bill_reader.h"

#include "core/billing/rate.h"

namespace meterhall::services {

using storage::ListedBill;

namespace {

BillStanding standingOf(const ListedBill& bill, Date today) {
    if (!bill.open.isPositive())
        return BillStanding::Paid;
    if (bill.dueOn == today)
        return BillStanding::DueToday;
    return bill.dueOn < today ? BillStanding::Overdue : BillStanding::NotDue;
}

Result<std::vector<DialStretch>> dialsOf(const BillingInputs& inputs, const TariffVersion& version) {
    std::vector<DialStretch> dials;
    for (const UsageSegment& segment : inputs.segments) {
        MH_TRY(const BilledQuantity current, billedDial(segment.currentDial, version));
        dials.push_back({segment.meter, segment.previousDial, current, segment.multiplier, !segment.rollover.isZero()});
    }
    return dials;
}

} // namespace

Result<BillSummary> BillReader::summaryOf(const ListedBill& bill, Commodity commodity) {
    MH_TRY(const BillingInputs inputs, decodeBillingInputs(bill.inputs));
    MH_TRY(const TariffVersion* rated, m_prices.version(bill.tariffVersion));
    MH_TRY(auto dials, dialsOf(inputs, *rated));
    const BillStanding standing = standingOf(bill, m_today);
    return BillSummary{.bill = bill.id,
                       .account = bill.account,
                       .month = bill.month,
                       .commodity = commodity,
                       .unit = billedUnit(commodity),
                       .interval = inputs.interval,
                       .dials = std::move(dials),
                       .use = bill.usage,
                       .issuedOn = bill.issuedOn,
                       .dueOn = bill.dueOn,
                       .total = bill.total,
                       .open = bill.open,
                       .standing = standing,
                       .daysOverdue = standing == BillStanding::Overdue ? m_today.daysSince(bill.dueOn) : 0};
}

Result<std::vector<BillSummary>> BillReader::summariesOf(std::span<const ListedBill> bills, Commodity commodity) {
    std::vector<BillSummary> summaries;
    summaries.reserve(bills.size());
    for (const ListedBill& bill : bills) {
        MH_TRY(BillSummary summary, summaryOf(bill, commodity));
        summaries.push_back(std::move(summary));
    }
    return summaries;
}

Result<std::vector<TierUse>> BillReader::tierUseOf(const ListedBill& bill) {
    MH_TRY(const BillingInputs inputs, decodeBillingInputs(bill.inputs));
    MH_TRY(const auto prices, m_prices.of(inputs));
    return tierUse(inputs, bill.usage, prices);
}

} // namespace meterhall::services
