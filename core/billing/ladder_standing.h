#pragma once

#include "core/billing/bill_parts.h"
#include "core/tariffs/tariff_version.h"

namespace meterhall {

/// One tier of a ladder as a customer is told of it.
struct LadderTier {
    int number;                         ///< from 1
    std::optional<BilledQuantity> upTo; ///< inclusive, scaled as bills scale it; empty for the last tier
    BilledPrice price;                  ///< of one unit, over all components, tax included (unit_price.h)
    bool operator==(const LadderTier&) const = default;
};

/// All tiers of the version; one without a bound where it has no ladder.
Result<std::vector<LadderTier>> ladderTiers(const TariffVersion& version, BoundScale scale);

/// Where a position lies on it.
struct LadderStanding {
    BilledQuantity position;
    int tier = 1;
    std::optional<BilledQuantity> left;   ///< until the tier is used up; nothing of it at its very bound
    std::optional<BilledPrice> nextPrice; ///< beyond it; like `left` empty in the last tier
    bool operator==(const LadderStanding&) const = default;
};
Result<LadderStanding> standingOn(std::span<const LadderTier> tiers, BilledQuantity position);

/// The day on which `left` is used up when use goes on as over the last `days`: `from` and as many whole days as it
/// takes. Empty when nothing was used, or when it takes more than ten years.
std::optional<Date> dayUsedUp(BilledQuantity left, BilledQuantity used, int days, Date from);

/// The part of a bill's use that lay in one tier.
struct TierUse {
    int tier; ///< from 1; 0 where there is no ladder
    BilledQuantity quantity;
    bool operator==(const TierUse&) const = default;
};
/// How a bill's use fell on the tiers, ascending; the parts add up to `usage`, none is empty.
Result<std::vector<TierUse>> tierUse(const BillingInputs& inputs, BilledQuantity usage, BillPrices prices);

} // namespace meterhall
