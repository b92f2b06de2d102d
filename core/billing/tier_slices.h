#pragma once

#include "core/billing/billing_inputs.h"
#include "core/tariffs/charge.h"

#include <array>
#include <utility>

namespace meterhall {

/// The slices of one bill, without a heap.
class TierSlices {
public:
    void append(TierSlice slice) { m_slices[m_count++] = slice; }
    std::span<const TierSlice> all() const { return {m_slices.data(), m_count}; }

private:
    using Slices = std::array<TierSlice, Ladder::maxTiers>;

    template <std::size_t... Index>
    static constexpr Slices emptySlices(std::index_sequence<Index...>) {
        return {(void(Index), TierSlice{0, {BilledQuantity::zero()}})...};
    }

    Slices m_slices = emptySlices(std::make_index_sequence<Ladder::maxTiers>());
    std::size_t m_count = 0;
};

/// The stretch of the ladder that one bill covers, from the position `before` it to the position `after` it.
struct LadderWalk {
    Derived<BilledQuantity> before;
    Derived<BilledQuantity> usage;
    Derived<BilledQuantity> after;
};

/// The inclusive upper bound of a tier (from 1) as bills scale it; empty for the last tier, which has none. BadScale.
Result<std::optional<BilledQuantity>> scaledUpperBound(int tier, const TariffVersion& version, BoundScale scale);

/// Cuts the use at the ladder's bounds, which belong to the tier below them. Negative use walks back down and gives the
/// mirror image of the way up. What lies below zero is tier 1: the slices always add up to the use.
void sliceLadder(const LadderWalk& walk, const TariffVersion& version, BoundScale scale, Derivation& derivation,
                 TierSlices& slices);

} // namespace meterhall
