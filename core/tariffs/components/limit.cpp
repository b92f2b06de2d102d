#include "core/tariffs/components/limit.h"

#include <array>

namespace meterhall::limits {

Result<void> check(const TariffComponent& component, const TariffVersion& version) {
    for (const BilledPrice price : component.prices) {
        if (price.micro() % version.currency.minorUnitMicro() != 0)
            return Error(TariffError::BadField, {component.code, price.toString()});
    }
    return {};
}

bool fits(const TariffComponent&, const PriceList& prices, PriceShape) {
    return prices.byRegister.empty() && prices.plain.size() == 1;
}

void charge(std::size_t component, const ChargeBasis& basis, ChargeLines& lines, Limit limit) {
    if (basis.standing != StandingCharges::All)
        return;
    Derivation& derivation = lines.derivation();
    const Currency currency = basis.version.currency;
    const auto total = lines.total();
    const BilledPrice price = basis.pricesOf(component).of(0);
    const auto asked =
        derivation.leaf(LeafKind::Price, Money::ofMinor(price.micro() / currency.minorUnitMicro(), currency), [&] {
            return QStringLiteral("limit of the total: %1").arg(basis.version.components[component].code);
        });
    const bool lowest = limit == Limit::Lowest;
    const auto all = basis.before ? derivation.add(*basis.before, total) : total;
    const auto missing = derivation.subtract(asked, all);
    const bool holds = lowest ? !missing.value.isPositive() : !missing.value.isNegative();
    const auto margin = holds == lowest ? derivation.subtract(all, asked) : missing;
    if (holds)
        return lines.explainTotal(derivation.given(total, std::array{margin.node}));
    lines.addMoney({component}, price, derivation.given(missing, std::array{margin.node}));
}

Result<BilledPrice> perUnit(const TariffComponent&, int, BilledPrice) {
    return BilledPrice::ofMicro(0);
}

ChargePhase phase(const TariffComponent&) {
    return ChargePhase::Limit;
}

} // namespace meterhall::limits
