// Use x price: by tier where the component has as many prices as the ladder has tiers, at one price otherwise; on the
// whole use, or on the component's share of it (sewage on 90 % of the water).

#include "core/tariffs/components/catalog.h"

namespace meterhall {

namespace {
Result<void> checkVolume(const TariffComponent& component, const TariffVersion& version) {
    const std::size_t prices = component.prices.size();
    if (prices != 1 && prices != std::size_t(version.ladder.tiers()))
        return Error(TariffError::PricesDoNotMatchTiers, {component.code});
    if (component.share.micro() <= 0)
        return Error(TariffError::BadField, {component.code, QStringLiteral("share")});
    return {};
}

Derived<BilledQuantity> shareOf(Derived<BilledQuantity> quantity, const TariffComponent& terms,
                                Derivation& derivation) {
    if (terms.share.micro() == Ratio::microPerUnit)
        return quantity;
    const auto share = derivation.leaf(LeafKind::Factor, terms.share,
                                       [&] { return QStringLiteral("share of the volume for %1").arg(terms.code); });
    return derivation.multiply(quantity, share);
}

void chargeVolume(std::size_t component, const ChargeBasis& basis, ChargeLines& lines) {
    const TariffComponent& terms = basis.version.components[component];
    for (const TierSlice& slice : basis.slices)
        lines.add(component, slice.tier, shareOf(slice.quantity, terms, lines.derivation()));
}

Result<BilledPrice> volumePerUnit(const TariffComponent& terms, int tier) {
    return terms.priceOf(tier).times(terms.share, RoundingMode::HalfUp);
}
} // namespace

const ChargeKind volumeCharge{ChargeKindId{1}, QLatin1StringView("volume"), checkVolume, chargeVolume, volumePerUnit};

} // namespace meterhall
