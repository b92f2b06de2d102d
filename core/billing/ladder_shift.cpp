#include "core/billing/ladder_shift.h"

namespace meterhall {

Result<void> shiftLadder(BillingInputs& inputs, std::span<const IssuedUse> moved, std::optional<Date> began) {
    const LadderEvent anew{inputs.account, inputs.servicePoint, began.value_or(inputs.interval.from()),
                           LadderEventKind::Transfer, BilledQuantity::zero()};
    const std::span<const LadderEvent> events(&anew, began ? 1 : 0);
    const auto shift = [&](const std::optional<LadderWindow>& window, bool goesOn,
                           BilledQuantity& before) -> Result<void> {
        if (!window || goesOn)
            return {};
        MH_TRY(const BilledQuantity difference, ladderPosition(*window, moved, events, inputs.interval.from()));
        MH_TRY(before, before.plus(difference));
        return {};
    };
    for (BillPart& part : inputs.earlier)
        MH_CHECK(shift(part.window, part.goesOn, part.ladderBefore));
    return shift(inputs.window, inputs.goesOn, inputs.ladderBefore);
}

} // namespace meterhall
