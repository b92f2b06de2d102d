// Part of the use given back at one price: the free quantity of poor households (10 to 15 kWh a month for 低保 and
// 五保). How much is free is a fact of the account; an account that says nothing gets nothing, and no one more than he
// used.

#include "core/tariffs/components/catalog.h"

#include <array>

namespace meterhall {

namespace {
Result<void> checkFree(const TariffComponent&, const TariffVersion&) {
    return {};
}

bool freeFits(const TariffComponent&, const PriceList& prices, PriceShape) {
    return prices.byRegister.empty() && prices.plain.size() == 1;
}

void chargeFree(std::size_t component, const ChargeBasis& basis, ChargeLines& lines) {
    Derivation& derivation = lines.derivation();
    const auto granted = factOf(basis.facts, FactKind::FreeQuantity);
    if (!granted || granted->isZero() || basis.usage.value.isZero())
        return;
    const auto free = derivation.leaf(LeafKind::Policy, *granted, [] { return QStringLiteral("free quantity"); });
    const bool allIsFree = basis.usage.value < free.value;
    const auto less = allIsFree ? basis.usage : free;
    const auto more = allIsFree ? free : basis.usage;
    const auto given = derivation.given(less, std::array{derivation.subtract(more, less).node});
    const auto zero = derivation.leaf(LeafKind::Policy, BilledQuantity::zero(),
                                      [] { return QStringLiteral("what is free is given back"); });
    lines.add({component, 1}, derivation.subtract(zero, given), basis.pricesOf(component).of(0));
}

Result<BilledPrice> freePerUnit(const TariffComponent&, int, BilledPrice) {
    return BilledPrice::ofMicro(0);
}
} // namespace

const ChargeKind freeCharge{ChargeKindId{6}, QLatin1StringView("free"), checkFree, freeFits, chargeFree, freePerUnit};

} // namespace meterhall
