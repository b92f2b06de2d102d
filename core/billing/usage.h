#pragma once

#include "core/billing/billing_inputs.h"
#include "core/tariffs/derivation.h"

namespace meterhall {

/// Use of all segments: for each the cut current dial less the previous one (plus the dial's range when it rolled
/// over), times the multiplier.
Derived<BilledQuantity> usageOf(std::span<const UsageSegment> segments, BilledQuantity dialStep,
                                Derivation& derivation);

} // namespace meterhall
