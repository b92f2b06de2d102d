#include "core/billing/correction.h"

#include "core/billing/ladder_position.h"
#include "core/billing/rate.h"

namespace meterhall {

Result<Correction> replayBills(std::span<const IssuedBill> issued, std::span<const IssuedBill> truth) {
    if (issued.empty() || issued.size() != truth.size())
        return BillingError::NothingToCorrect;
    Correction correction{{}, Money::zero(issued.front().version->currency)};
    std::vector<IssuedUse> moved; // what the bills before put on the ladder more or less than was billed
    for (std::size_t i = 0; i < issued.size(); ++i) {
        MH_TRY(const Bill before, rated(issued[i].inputs, *issued[i].version));
        BillingInputs inputs = truth[i].inputs;
        if (inputs.window) {
            MH_TRY(const BilledQuantity difference, ladderPosition(*inputs.window, moved, {}));
            MH_TRY(inputs.ladderBefore, inputs.ladderBefore.plus(difference));
        }
        MH_TRY(Bill bill, rated(inputs, *truth[i].version));
        MH_TRY(const BilledQuantity difference, bill.usage.minus(before.usage));
        moved.push_back({inputs.interval.to(), difference});
        MH_TRY(correction.adjustment, correction.adjustment.plus(bill.total));
        MH_TRY(correction.adjustment, correction.adjustment.minus(before.total));
        correction.bills.push_back({before.total, std::move(inputs), std::move(bill)});
    }
    return correction;
}

} // namespace meterhall
