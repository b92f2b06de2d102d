// Use x price: by row of the ladder where the component has a price for each, at one price otherwise; on the whole use,
// or on the component's share of it (sewage on 90 % of the water). Where the meter counts by time of use, a slice is
// shared by the registers as they relate to each other on the bill. A tier that costs nothing has no line, unless it is
// the only thing there is.

#include "core/tariffs/components/catalog.h"

namespace meterhall {

namespace {
Result<void> checkVolume(const TariffComponent& component, const TariffVersion&) {
    if (component.share.micro() <= 0)
        return Error(TariffError::BadField, {component.code, QStringLiteral("share")});
    return {};
}

bool volumeFits(const TariffComponent&, const PriceList& prices, PriceShape shape) {
    const bool plain = prices.plain.size() == 1 || prices.plain.size() == shape.rows;
    const std::size_t each = prices.byRegister.size();
    const bool byRegister = shape.registers > 0 && (each == shape.registers || each == shape.rows * shape.registers);
    return (plain && each == 0) || (byRegister && (plain || prices.plain.empty()));
}

Derived<BilledQuantity> shareOf(Derived<BilledQuantity> quantity, const TariffComponent& terms,
                                Derivation& derivation) {
    if (terms.share.micro() == Ratio::microPerUnit) [[likely]]
        return quantity;
    const auto share = derivation.leaf(LeafKind::Factor, terms.share,
                                       [&] { return QStringLiteral("share of the volume for %1").arg(terms.code); });
    return derivation.multiply(quantity, share);
}

void chargeByRegister(LineHead head, Derived<BilledQuantity> quantity, const TierSlice& slice, const PriceList& prices,
                      const ChargeBasis& basis, ChargeLines& lines) {
    const std::size_t registers = basis.registers.size();
    for (std::size_t i = 0; i < registers; ++i) {
        if (basis.registers[i].value.isZero())
            continue;
        head.tou = static_cast<std::uint8_t>(i + 1);
        lines.addShare(head, quantity, prices.of(slice.row, i, registers), basis.registers[i], basis.usage);
    }
}

void chargeVolume(std::size_t component, const ChargeBasis& basis, ChargeLines& lines) {
    const TariffComponent& terms = basis.version.components[component];
    const PriceList prices = basis.pricesOf(component);
    const bool byRegister = !basis.registers.empty() && !prices.byRegister.empty();
    if (!byRegister && prices.plain.empty())
        return lines.derivation().fail(Error(TariffError::MissingFact, {terms.code, QStringLiteral("registers")}));
    for (const TierSlice& slice : basis.slices) {
        const auto quantity = shareOf(slice.quantity, terms, lines.derivation());
        const LineHead head{component, slice.tier};
        if (byRegister)
            chargeByRegister(head, quantity, slice, prices, basis, lines);
        else
            lines.add(head, quantity, prices.of(slice.row));
    }
}

Result<BilledPrice> volumePerUnit(const TariffComponent& terms, int tier, BilledPrice) {
    if (terms.prices.empty())
        return BilledPrice::ofMicro(0); // it has one for each register, and no one for all of them
    return terms.priceOf(tier).times(terms.share, RoundingMode::HalfUp);
}
} // namespace

const ChargeKind volumeCharge{ChargeKindId{1}, QLatin1StringView("volume"), checkVolume, volumeFits, chargeVolume,
                              volumePerUnit};

} // namespace meterhall
