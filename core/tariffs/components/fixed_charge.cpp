// Price x number of something the bill covers: once per bill, per month, day, person or m2. One line, whatever the use.

#include "core/tariffs/components/catalog.h"

namespace meterhall {

namespace {
Result<void> checkFixed(const TariffComponent& component, const TariffVersion&) {
    if (component.prices.size() != 1)
        return Error(TariffError::PricesDoNotMatchTiers, {component.code});
    return {};
}

void chargeFixed(std::size_t component, const ChargeBasis& basis, ChargeLines& lines) {
    const TariffComponent& terms = basis.version.components[component];
    const auto count = factOf(basis.facts, terms.per);
    if (!count)
        return lines.derivation().fail(Error(TariffError::MissingFact, {terms.code, factCode(terms.per)}));
    const LeafKind kind = terms.per == FactKind::People ? LeafKind::People : LeafKind::Factor;
    const auto counted = lines.derivation().leaf(
        kind, *count, [&] { return QStringLiteral("number for %1, per %2").arg(terms.code, factCode(terms.per)); });
    lines.add(component, 0, counted);
}

Result<BilledPrice> fixedPerUnit(const TariffComponent&, int) {
    return BilledPrice::ofMicro(0);
}
} // namespace

const ChargeKind fixedCharge{ChargeKindId{2}, QLatin1StringView("fixed"), checkFixed, chargeFixed, fixedPerUnit};

} // namespace meterhall
