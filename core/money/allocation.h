#pragma once

#include "core/money/money.h"
#include "core/quantity/allocation.h"

namespace meterhall {

/// Shares an amount out by weights, by the largest remainder (see allocateUnits): the parts add up to the whole, and
/// the same input always gives the same parts.
Result<std::vector<Money>> allocate(Money total, std::span<const std::int64_t> weights);

} // namespace meterhall
