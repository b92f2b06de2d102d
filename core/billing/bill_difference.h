#pragma once

#include "core/billing/bill.h"
#include "core/billing/bill_parts.h"
#include "core/billing/billing_inputs.h"

namespace meterhall {

/// Why a bill comes to more or less than an earlier one, in the order in which the causes are worked out.
enum class DifferenceCause : std::uint8_t {
    Household, ///< people, homes behind the meter, area: facts of the account
    Days,      ///< the months and days it covers, and what they make of the bounds
    Use,       ///< more or less used, at the price of the lower of the tiers both bills ended in
    Tier,      ///< bounds that the use crossed, or that the year's use had crossed before it
    Price,     ///< another price order, season or category
    Charges,   ///< what only one of the tariffs charges for
    Rounding,  ///< of the total
};

struct DifferencePart {
    DifferenceCause cause;
    Money amount;
    bool operator==(const DifferencePart&) const = default;
};

/// A bill by what it is rated from: the versions of its parts.
struct RatedFrom {
    const BillingInputs& inputs;
    BillPrices prices;
};

struct BillDifference {
    Bill earlier;
    Bill later;
    std::vector<DifferencePart> parts; ///< one for each cause, nothing included; they add up to later - earlier

    Result<Money> sum() const;
};

/// Goes from the earlier bill to the later one cause by cause, each time rating the whole bill again: no cause is
/// estimated, and none is left over. A step that cannot be rated (the earlier tariff knows no such register) is told
/// by the causes after it. The amounts depend on the order of the causes, which is why there is one. A divided bill is
/// one at the prices it ends with, and what its division changes is the price's.
Result<BillDifference> differenceOf(const RatedFrom& earlier, const RatedFrom& later);

} // namespace meterhall
