#pragma once

#include "core/quantity/quantity.h"

#include <span>
#include <vector>

namespace meterhall {

/// Shares a whole number of units out in proportion to weights, by the largest remainder: everyone gets the whole
/// part of his exact share, the units left over go one each to the largest cut-off fractions, ties to whoever stands
/// first. The parts always add up to the total and none is a whole unit away from its exact share; a weight of zero
/// gets nothing. A negative total is the mirror image. Weights must not be negative, nor all zero, at most a million.
Result<std::vector<std::int64_t>> allocateUnits(std::int64_t total, std::span<const std::int64_t> weights);

/// The same for a quantity, down to its millionths: sub-meters of one master meter, mixed use by ratio.
template <class Unit>
Result<std::vector<Quantity<Unit>>> allocate(Quantity<Unit> total, std::span<const std::int64_t> weights) {
    MH_TRY(const auto shares, allocateUnits(total.micro(), weights));
    std::vector<Quantity<Unit>> parts;
    parts.reserve(shares.size());
    for (const std::int64_t micro : shares)
        parts.push_back(Quantity<Unit>::ofMicro(micro));
    return parts;
}

} // namespace meterhall
