// Price x number of something the bill covers: once per bill, per month, day, person or m2, times further factors (days
// of the heating season, a factor of the building). One line, whatever the use. The price may depend on the tier the
// bill reaches (a demand charge by band), or on a fact of the account (the size of its pipe).

#include "core/tariffs/components/catalog.h"

#include <algorithm>

namespace meterhall {

namespace {
Result<void> checkFixed(const TariffComponent& component, const TariffVersion&) {
    if (!component.table.empty() && component.by == FactKind::Bill)
        return Error(TariffError::BadField, {component.code, QStringLiteral("by")});
    return {};
}

bool fixedFits(const TariffComponent& component, const PriceList& prices, PriceShape shape) {
    if (!prices.byRegister.empty())
        return false;
    const std::size_t count = prices.plain.size();
    return component.table.empty() ? count == 1 || count == shape.tiers : count <= 1;
}

QString nameOf(FactKind kind, const TariffVersion& version) {
    const auto named = static_cast<int>(kind) - static_cast<int>(FactKind::FirstNamed);
    const bool isNamed = named >= 0 && std::size_t(named) < version.factNames.size();
    return isNamed ? version.factNames[std::size_t(named)] : QString(factCode(kind));
}

std::optional<BilledQuantity> fact(FactKind kind, const TariffComponent& terms, const ChargeBasis& basis,
                                   Derivation& derivation) {
    const auto value = factOf(basis.facts, kind);
    if (!value)
        derivation.fail(Error(TariffError::MissingFact, {terms.code, nameOf(kind, basis.version)}));
    return value;
}

std::optional<BilledPrice> priceByTable(const TariffComponent& terms, const ChargeBasis& basis,
                                        Derivation& derivation) {
    const auto value = fact(terms.by, terms, basis, derivation);
    if (!value)
        return {};
    for (const TablePrice& row : terms.table) {
        if (row.value == *value)
            return row.price;
    }
    derivation.fail(
        Error(TariffError::MissingFact, {terms.code, nameOf(terms.by, basis.version) + u' ' + value->toString()}));
    return {};
}

bool isByDay(const TariffComponent& terms) {
    return terms.per == FactKind::Days || std::ranges::find(terms.factors, FactKind::Days) != terms.factors.end();
}

void chargeFixed(std::size_t component, const ChargeBasis& basis, ChargeLines& lines) {
    Derivation& derivation = lines.derivation();
    const TariffComponent& terms = basis.version.components[component];
    if (basis.standing == StandingCharges::None || (basis.standing == StandingCharges::ByDay && !isByDay(terms)))
        return;
    const PriceList prices = basis.pricesOf(component);
    const bool byTier = prices.plain.size() > 1;
    const auto price = terms.table.empty() ? std::optional(prices.of(byTier ? basis.reached - 1U : 0))
                                           : priceByTable(terms, basis, derivation);
    const auto count = fact(terms.per, terms, basis, derivation);
    if (!price || !count)
        return;
    const LeafKind kind = terms.per == FactKind::People ? LeafKind::People : LeafKind::Factor;
    auto counted = derivation.leaf(kind, *count, [&] {
        return QStringLiteral("number for %1, per %2").arg(terms.code, nameOf(terms.per, basis.version));
    });
    for (const FactKind factor : terms.factors) {
        const auto value = fact(factor, terms, basis, derivation);
        if (!value)
            return;
        counted = derivation.multiply(counted, derivation.leaf(LeafKind::Factor, Ratio::ofMicro(value->micro()), [&] {
            return QStringLiteral("factor of %1, %2").arg(terms.code, nameOf(factor, basis.version));
        }));
    }
    lines.add({component, byTier ? basis.reached : std::uint8_t(0)}, counted, *price);
}

Result<BilledPrice> fixedPerUnit(const TariffComponent&, int, BilledPrice) {
    return BilledPrice::ofMicro(0);
}
} // namespace

const ChargeKind fixedCharge{ChargeKindId{2}, QLatin1StringView("fixed"), checkFixed, fixedFits, chargeFixed,
                             fixedPerUnit};

} // namespace meterhall
