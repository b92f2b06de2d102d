#include "core/billing/ladder_standing.h"

#include "core/billing/tier_slices.h"
#include "core/tariffs/unit_price.h"

#include <map>

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

namespace {
Result<void> addTiers(const BillingInputs& inputs, const LadderWalk& walk, const TariffVersion& version,
                      Derivation& derivation, std::map<int, BilledQuantity>& tiers) {
    TierSlices slices;
    sliceLadder(walk, AccountLadder(version, inputs), derivation, slices);
    MH_CHECK(derivation.state());
    for (const TierSlice& slice : slices.all()) {
        BilledQuantity& tier = tiers.try_emplace(slice.tier, BilledQuantity::zero()).first->second;
        MH_TRY(tier, tier.plus(slice.quantity.value));
    }
    return {};
}
} // namespace

Result<std::vector<TierUse>> tierUse(const BillingInputs& inputs, BilledQuantity usage, BillPrices prices) {
    Derivation derivation(nullptr);
    std::map<int, BilledQuantity> tiers;
    std::vector<MeteredUse> uses(1);
    uses.front().all = {usage};
    if (prices.size() > 1)
        uses = usesOfParts(inputs, *prices.back(), derivation);
    Derived<BilledQuantity> reached{BilledQuantity::zero()};
    for (std::size_t part = 0; part < prices.size(); ++part) {
        MH_TRY(const BillingInputs own, inputs.ofPart(part));
        const auto before = own.goesOn ? reached : Derived<BilledQuantity>{own.ladderBefore};
        reached = derivation.add(before, uses[part].all);
        MH_CHECK(addTiers(own, {before, uses[part].all, reached}, *prices[part], derivation, tiers));
    }
    std::vector<TierUse> parts;
    for (const auto& [tier, quantity] : tiers)
        if (!quantity.isZero())
            parts.push_back({tier, quantity});
    return parts;
}

} // namespace meterhall
