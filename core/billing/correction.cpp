#include "core/billing/correction.h"

#include "core/billing/rate.h"

namespace meterhall {

Result<Correction> replayBills(std::span<const IssuedBill> issued,
                               std::span<const std::vector<UsageSegment>> segments) {
    if (issued.empty() || issued.size() != segments.size())
        return BillingError::NothingToCorrect;
    Correction correction{{}, Money::zero(issued.front().version->currency)};
    BilledQuantity moved = BilledQuantity::zero(); // on the ladder of the window, by the bills before
    std::optional<LadderWindow> window;
    for (std::size_t i = 0; i < issued.size(); ++i) {
        const TariffVersion& version = *issued[i].version;
        MH_TRY(const Bill before, rated(issued[i].inputs, version));
        BillingInputs inputs = issued[i].inputs;
        inputs.segments = segments[i];
        if (!inputs.window || inputs.window != window)
            moved = BilledQuantity::zero();
        window = inputs.window;
        MH_TRY(inputs.ladderBefore, inputs.ladderBefore.plus(moved));
        MH_TRY(Bill bill, rated(inputs, version));
        MH_TRY(const BilledQuantity difference, bill.usage.minus(before.usage));
        MH_TRY(moved, moved.plus(difference));
        MH_TRY(correction.adjustment, correction.adjustment.plus(bill.total));
        MH_TRY(correction.adjustment, correction.adjustment.minus(before.total));
        correction.bills.push_back({before.total, std::move(inputs), std::move(bill)});
    }
    return correction;
}

} // namespace meterhall
