#include "core/billing/correction.h"

#include "core/billing/ladder_shift.h"
#include "core/billing/rate.h"

namespace meterhall {

namespace {
Result<Bill> ratedAgain(const BillingInputs& inputs, const IssuedBill& as) {
    std::vector<const TariffVersion*> prices = as.earlier;
    prices.push_back(as.version);
    return rated(inputs, prices);
}
} // namespace

Result<Correction> replayBills(std::span<const IssuedBill> issued, std::span<const IssuedBill> truth) {
    if (issued.empty() || issued.size() != truth.size())
        return BillingError::NothingToCorrect;
    Correction correction{{}, Money::zero(issued.front().version->currency)};
    std::vector<IssuedUse> moved; // what the bills before put on the ladder more or less than was billed
    for (std::size_t i = 0; i < issued.size(); ++i) {
        MH_TRY(const Bill before, ratedAgain(issued[i].inputs, issued[i]));
        BillingInputs inputs = truth[i].inputs;
        MH_CHECK(shiftLadder(inputs, moved, truth[i].ladderBegan));
        MH_TRY(Bill bill, ratedAgain(inputs, truth[i]));
        for (const IssuedUse& use : usesOf(inputs, bill))
            moved.push_back(use);
        for (const IssuedUse& use : usesOf(issued[i].inputs, before))
            moved.push_back({use.readOn, use.quantity.negated()});
        MH_TRY(correction.adjustment, correction.adjustment.plus(bill.total));
        MH_TRY(correction.adjustment, correction.adjustment.minus(before.total));
        correction.bills.push_back({before.total, std::move(inputs), std::move(bill)});
    }
    return correction;
}

} // namespace meterhall
