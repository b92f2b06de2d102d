#pragma once

#include "core/billing/billing_inputs.h"
#include "core/billing/ladder_position.h"

namespace meterhall {

/// Moves every position from which a bill begins by what the bills before it put on the ladder more or less than was
/// billed. Where the ladder began anew, what was used until then moves nothing. Parts that go on up the ladder of the
/// part before them need no word.
Result<void> shiftLadder(BillingInputs& inputs, std::span<const IssuedUse> moved, std::optional<Date> began);

} // namespace meterhall
