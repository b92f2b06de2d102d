#pragma once

#include "core/calendar/reading_interval.h"
#include "core/tariffs/policy.h"

#include <span>
#include <vector>

namespace meterhall {

/// To which step divided use is rounded, and how: whole m3, half up. The part behind takes what is left.
struct SplitRounding {
    BilledQuantity step = BilledQuantity::ofMicro(1);
    RoundingMode mode = RoundingMode::HalfUp;
    bool operator==(const SplitRounding&) const = default;
};

/// The use of one interval on both sides of a day; the parts add up to it.
struct UseSplit {
    BilledQuantity before = BilledQuantity::zero();
    BilledQuantity after = BilledQuantity::zero();
    int daysBefore = 0;
    int daysAfter = 0;
    bool operator==(const UseSplit&) const = default;
};

/// By the days on either side: the boundary's own day is the first of the second part. A boundary outside the interval
/// leaves one part empty.
Result<UseSplit> splitByDays(BilledQuantity use, const ReadingInterval& interval, Date boundary,
                             SplitRounding rounding);

/// How a price that takes effect on `effective` divides the use. `untilChange` is what a reading at the change says;
/// BySubReading needs it (MissingSubReading).
Result<UseSplit> splitAtPriceChange(PriceChangeRule rule, BilledQuantity use, const ReadingInterval& interval,
                                    Date effective, SplitRounding rounding,
                                    std::optional<BilledQuantity> untilChange = {});

/// How a ladder window that begins on `reset` divides the use.
Result<UseSplit> splitAtWindow(WindowBoundaryRule rule, BilledQuantity use, const ReadingInterval& interval, Date reset,
                               SplitRounding rounding);

} // namespace meterhall
