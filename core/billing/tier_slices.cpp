#include "core/billing/tier_slices.h"

namespace meterhall {

namespace {
using Bound = std::optional<Derived<BilledQuantity>>;

constexpr Ratio wholeRatio(std::int32_t number) {
    return Ratio::ofMicro(std::int64_t(number) * Ratio::microPerUnit);
}

/// Upper bound of a tier, counted from 1; empty for the last one, which has none.
Bound upperBoundOf(int tier, const TariffVersion& version, BoundScale scale, Derivation& derivation) {
    if (tier == version.ladder.tiers())
        return Bound();
    const auto bound = derivation.leaf(LeafKind::Bound, version.ladder.upperBounds[std::size_t(tier) - 1],
                                       [&] { return QStringLiteral("upper bound of tier %1").arg(tier); });
    if (scale == BoundScale{})
        return Bound(bound);
    const auto numerator = derivation.leaf(LeafKind::Factor, wholeRatio(scale.numerator),
                                           [] { return QStringLiteral("months or days the ladder holds for"); });
    const auto denominator = derivation.leaf(LeafKind::Factor, wholeRatio(scale.denominator),
                                             [] { return QStringLiteral("months or days its bounds are stated for"); });
    return Bound(
        derivation.scale(bound, numerator, denominator, version.policy.boundStep, version.policy.boundRounding));
}

/// One tier between its bounds, and the part of the walk that lies in it.
struct Tier {
    Bound lower;
    Bound upper;
    Derived<BilledQuantity> low;
    Derived<BilledQuantity> high;

    bool lowIsInside() const { return !lower || low.value >= lower->value; }
    bool highIsInside() const { return !upper || high.value <= upper->value; }
    bool isAboveAll() const { return lower && high.value <= lower->value; }
    bool isBelowAll() const { return upper && low.value >= upper->value; }
};

Derived<BilledQuantity> quantityIn(const Tier& tier, Derived<BilledQuantity> usage, Derivation& derivation) {
    if (tier.lowIsInside() && tier.highIsInside())
        return usage;
    const auto from = tier.lowIsInside() ? tier.low : *tier.lower;
    const auto to = tier.highIsInside() ? tier.high : *tier.upper;
    return usage.value.isNegative() ? derivation.subtract(from, to) : derivation.subtract(to, from);
}

/// Adds to the trace why these units are in this tier: how far the ends of the walk are inside its bounds.
Derived<BilledQuantity> explained(Derived<BilledQuantity> quantity, const Tier& tier, Derivation& derivation) {
    if (!derivation.traced())
        return quantity;
    std::vector<Trace::Node> margins;
    if (tier.lower && tier.lowIsInside())
        margins.push_back(derivation.subtract(tier.low, *tier.lower).node);
    if (tier.upper && tier.highIsInside())
        margins.push_back(derivation.subtract(*tier.upper, tier.high).node);
    return derivation.given(quantity, margins);
}
} // namespace

Result<std::optional<BilledQuantity>> scaledUpperBound(int tier, const TariffVersion& version, BoundScale scale) {
    if (scale.numerator <= 0 || scale.denominator <= 0)
        return BillingError::BadScale;
    Derivation derivation(nullptr);
    const Bound bound = upperBoundOf(tier, version, scale, derivation);
    MH_CHECK(derivation.state());
    return bound ? std::optional(bound->value) : std::nullopt;
}

void sliceLadder(const LadderWalk& walk, const TariffVersion& version, BoundScale scale, Derivation& derivation,
                 TierSlices& slices) {
    if (walk.usage.value.isZero())
        return;
    if (version.ladder.mode == LadderMode::Flat)
        return slices.append({0, walk.usage});
    if (scale.numerator <= 0 || scale.denominator <= 0)
        return derivation.fail(BillingError::BadScale);
    const bool up = !walk.usage.value.isNegative();
    Tier tier{{}, {}, up ? walk.before : walk.after, up ? walk.after : walk.before};
    for (int number = 1; number <= version.ladder.tiers() && !tier.isAboveAll(); ++number, tier.lower = tier.upper) {
        tier.upper = upperBoundOf(number, version, scale, derivation);
        if (tier.isBelowAll())
            continue;
        const auto quantity = quantityIn(tier, walk.usage, derivation);
        slices.append({static_cast<std::uint8_t>(number), explained(quantity, tier, derivation)});
    }
}

} // namespace meterhall
