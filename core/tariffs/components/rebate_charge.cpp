// Price x the whole use, given back, by the band the use lies in; nothing above the last band. A cliff: one unit more
// may cost the rebate of all of them. A bill of unusual length has its bands prorated.

#include "core/tariffs/components/catalog.h"

#include <array>

namespace meterhall {

namespace {
Result<void> checkRebate(const TariffComponent& component, const TariffVersion&) {
    BilledQuantity below = BilledQuantity::zero();
    for (const BilledQuantity bound : component.bands) {
        if (bound <= below)
            return Error(TariffError::BoundsNotAscending, {bound.toString()});
        below = bound;
    }
    return {};
}

bool rebateFits(const TariffComponent& component, const PriceList& prices, PriceShape) {
    return prices.byRegister.empty() && !component.bands.empty() && prices.plain.size() == component.bands.size();
}

void chargeRebate(std::size_t component, const ChargeBasis& basis, ChargeLines& lines) {
    Derivation& derivation = lines.derivation();
    const TariffComponent& terms = basis.version.components[component];
    if (basis.usage.value.isZero())
        return;
    for (std::size_t band = 0; band < terms.bands.size(); ++band) {
        const auto stated = derivation.leaf(LeafKind::Bound, terms.bands[band], [&] {
            return QStringLiteral("upper bound of band %1 of %2").arg(band + 1).arg(terms.code);
        });
        const auto bound =
            scaledBound(stated, basis.proration, BilledQuantity::ofMicro(1), RoundingMode::HalfUp, derivation);
        if (basis.usage.value > bound.value)
            continue;
        const auto margin = derivation.subtract(bound, basis.usage);
        const auto use = derivation.given(basis.usage, std::array{margin.node});
        const auto zero = derivation.leaf(LeafKind::Policy, BilledQuantity::zero(),
                                          [] { return QStringLiteral("a rebate is given back"); });
        return lines.add({component}, derivation.subtract(zero, use), basis.pricesOf(component).of(band));
    }
}

Result<BilledPrice> rebatePerUnit(const TariffComponent&, int, BilledPrice) {
    return BilledPrice::ofMicro(0); // depends on the bill, not on the position
}
} // namespace

const ChargeKind rebateCharge{ChargeKindId{4}, QLatin1StringView("rebate"), checkRebate, rebateFits, chargeRebate,
                              rebatePerUnit};

} // namespace meterhall
