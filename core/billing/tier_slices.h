#pragma once

#include "core/billing/billing_inputs.h"
#include "core/tariffs/charge.h"

#include <array>
#include <memory>
#include <new>

namespace meterhall {

/// The slices of one bill, without a heap, and without a hand laid on those that are not there.
class TierSlices {
public:
    void append(TierSlice slice) { std::construct_at(slices() + m_count++, slice); }
    std::span<const TierSlice> all() const { return {std::launder(const_cast<TierSlices*>(this)->slices()), m_count}; }
    /// The highest tier or band the bill touches, from 1.
    std::uint8_t reached = 1;

private:
    static_assert(std::is_trivially_destructible_v<TierSlice>);
    TierSlice* slices() { return reinterpret_cast<TierSlice*>(m_room.data()); }

    alignas(TierSlice) std::array<std::byte, sizeof(TierSlice) * Ladder::maxTiers> m_room;
    std::size_t m_count = 0;
};

/// The stretch of the ladder that one bill covers, from the position `before` it to the position `after` it.
struct LadderWalk {
    Derived<BilledQuantity> before;
    Derived<BilledQuantity> usage;
    Derived<BilledQuantity> after;
};

/// The ladder one account has on one bill: the version's bounds for its season and category, its people, its households
/// and the months or days it counts.
class AccountLadder {
public:
    /// Both live longer than this.
    AccountLadder(const TariffVersion& version, const BillingInputs& inputs);

    const TariffVersion& version() const { return m_version; }
    int tiers() const { return static_cast<int>(m_bounds.size()) + 1; }
    /// Inclusive upper bound of a tier (from 1); empty for the last one, which has none. What is wrong with the inputs
    /// is kept by the derivation: BadScale, BadPeople.
    std::optional<Derived<BilledQuantity>> upperBound(int tier, Derivation& derivation) const {
        if (tier >= tiers())
            return {};
        const std::size_t bound = std::size_t(tier) - 1;
        if (m_asStated) [[likely]]
            return stated(bound, derivation);
        return moved(bound, derivation);
    }

private:
    /// As the version states it.
    Derived<BilledQuantity> stated(std::size_t bound, Derivation& derivation) const {
        return derivation.leaf(LeafKind::Bound, m_bounds[bound],
                               [bound] { return QStringLiteral("upper bound of tier %1").arg(bound + 1); });
    }
    /// By people, households, months and days.
    [[gnu::noinline]] Derived<BilledQuantity> moved(std::size_t bound, Derivation& derivation) const;
    Derived<BilledQuantity> boundFor(std::size_t bound, BilledQuantity people, Derivation& derivation) const;
    Derived<BilledQuantity> boundOverMonths(std::size_t bound, Derivation& derivation) const;
    Derived<BilledQuantity> scaled(Derived<BilledQuantity> bound, Derivation& derivation) const;

    const TariffVersion& m_version;
    const BillingInputs& m_inputs;
    const std::vector<BilledQuantity>& m_bounds;
    BilledQuantity m_people;
    std::optional<BilledQuantity> m_households;
    bool m_asStated; ///< nothing changes the bounds
};

/// The inclusive upper bound of a tier (from 1) as bills scale it; empty for the last tier, which has none. BadScale.
Result<std::optional<BilledQuantity>> scaledUpperBound(int tier, const TariffVersion& version, BoundScale scale);

/// Cuts the use at the ladder's bounds, which belong to the tier below them. Negative use walks back down and gives the
/// mirror image of the way up. What lies below zero is tier 1: the slices always add up to the use. Where the whole use
/// chooses a band, the position before the bill plays no part.
void sliceLadder(const LadderWalk& walk, const AccountLadder& ladder, Derivation& derivation, TierSlices& slices);

} // namespace meterhall
