#include "core/billing/use_split.h"

#include "core/billing/billing_inputs.h"

#include <algorithm>

namespace meterhall {

namespace {
Result<UseSplit> splitOff(BilledQuantity use, BilledQuantity before, UseSplit days) {
    days.before = before;
    MH_TRY(days.after, use.minus(before));
    return days;
}

UseSplit daysAround(const ReadingInterval& interval, Date boundary) {
    const int all = interval.days();
    const int before = std::clamp(boundary.daysSince(interval.from()), 0, all);
    return {BilledQuantity::zero(), BilledQuantity::zero(), before, all - before};
}
} // namespace

Result<UseSplit> splitByDays(BilledQuantity use, const ReadingInterval& interval, Date boundary,
                             SplitRounding rounding) {
    if (rounding.step.micro() <= 0)
        return QuantityError::BadStep;
    const UseSplit days = daysAround(interval, boundary);
    // One division, straight to the step.
    const Int128 below = product(interval.days(), rounding.step.micro());
    const Int128 steps = divideRounded(product(use.micro(), days.daysBefore), below, rounding.mode);
    MH_TRY(const std::int64_t whole, narrow(steps));
    MH_TRY(const BilledQuantity before, rounding.step.times(whole));
    return splitOff(use, before, days);
}

Result<UseSplit> splitAtPriceChange(PriceChangeRule rule, BilledQuantity use, const ReadingInterval& interval,
                                    Date effective, SplitRounding rounding, std::optional<BilledQuantity> untilChange) {
    const UseSplit days = daysAround(interval, effective);
    switch (rule) {
    case PriceChangeRule::ByReadingDate:
        return splitOff(use, interval.to() >= effective ? BilledQuantity::zero() : use, days);
    case PriceChangeRule::ByDay:
        return splitByDays(use, interval, effective, rounding);
    case PriceChangeRule::BySubReading:
        break;
    }
    if (!untilChange)
        return BillingError::MissingSubReading;
    return splitOff(use, *untilChange, days);
}

Result<UseSplit> splitAtWindow(WindowBoundaryRule rule, BilledQuantity use, const ReadingInterval& interval, Date reset,
                               SplitRounding rounding) {
    const UseSplit days = daysAround(interval, reset);
    switch (rule) {
    case WindowBoundaryRule::WholeToReadingDate:
        return splitOff(use, BilledQuantity::zero(), days);
    case WindowBoundaryRule::ByDay:
        return splitByDays(use, interval, reset, rounding);
    case WindowBoundaryRule::WholeToOldWindow:
        break;
    }
    return splitOff(use, use, days);
}

} // namespace meterhall
