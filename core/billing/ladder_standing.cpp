#include "core/billing/ladder_standing.h"

#include "core/billing/tier_slices.h"
#include "core/tariffs/unit_price.h"

namespace meterhall {

Result<std::vector<LadderTier>> ladderTiers(const TariffVersion& version, BoundScale scale) {
    const bool flat = version.ladder.mode == LadderMode::Flat;
    std::vector<LadderTier> tiers;
    for (int number = 1; number <= (flat ? 1 : version.ladder.tiers()); ++number) {
        MH_TRY(const BilledPrice price, unitPrice(version, flat ? 0 : number));
        LadderTier tier{number, {}, price};
        if (!flat) {
            MH_TRY(tier.upTo, scaledUpperBound(number, version, scale));
        }
        tiers.push_back(tier);
    }
    return tiers;
}

Result<LadderStanding> standingOn(std::span<const LadderTier> tiers, BilledQuantity position) {
    LadderStanding standing{position, 1, {}, {}};
    for (std::size_t i = 0; i < tiers.size(); ++i) {
        standing.tier = tiers[i].number;
        if (!tiers[i].upTo || i + 1 == tiers.size())
            break;
        if (position > *tiers[i].upTo)
            continue;
        MH_TRY(standing.left, tiers[i].upTo->minus(position));
        standing.nextPrice = tiers[i + 1].price;
        break;
    }
    return standing;
}

std::optional<Date> dayUsedUp(BilledQuantity left, BilledQuantity used, int days, Date from) {
    constexpr Int128 furthest = 3652;
    if (used.micro() <= 0 || days <= 0 || left.isNegative())
        return {};
    const Int128 takes = divideRounded(product(left.micro(), days), used.micro(), RoundingMode::Ceiling);
    return takes > furthest ? std::nullopt : std::optional(from.addDays(int(takes)));
}

Result<std::vector<TierUse>> tierUse(const BillingInputs& inputs, BilledQuantity usage, const TariffVersion& version) {
    Derivation derivation(nullptr);
    const Derived<BilledQuantity> before{inputs.ladderBefore};
    const Derived<BilledQuantity> used{usage};
    TierSlices slices;
    sliceLadder({before, used, derivation.add(before, used)}, AccountLadder(version, inputs), derivation, slices);
    MH_CHECK(derivation.state());
    std::vector<TierUse> parts;
    for (const TierSlice& slice : slices.all())
        parts.push_back({slice.tier, slice.quantity.value});
    return parts;
}

} // namespace meterhall
