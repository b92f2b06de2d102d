// A percentage: discounts of the lines before it, taxes and funds of the subtotal, a tax on a tax, or a percentage of
// certain components by tier. Its price is the rate; a discount's is negative.

#include "core/tariffs/components/catalog.h"

#include <algorithm>

namespace meterhall {

namespace {
Result<void> checkPercent(const TariffComponent& component, const TariffVersion& version) {
    const auto self = static_cast<std::size_t>(&component - version.components.data());
    for (const std::uint16_t other : component.of) {
        if (other >= self)
            return Error(TariffError::BadField, {component.code, QStringLiteral("of")});
    }
    if (component.of.empty() != (component.percentOf != PercentOf::Components))
        return Error(TariffError::BadField, {component.code, QStringLiteral("of")});
    if (component.percentOf == PercentOf::Components)
        return {};
    return component.prices.size() == 1 ? Result<void>() : Error(TariffError::PricesDoNotMatchTiers, {component.code});
}

bool percentFits(const TariffComponent&, const PriceList& prices, PriceShape shape) {
    return prices.byRegister.empty() && (prices.plain.size() == 1 || prices.plain.size() == shape.rows);
}

Derived<Ratio> rateLeaf(BilledPrice rate, const TariffComponent& terms, int tier, Derivation& derivation) {
    return derivation.leaf(LeafKind::Price, Ratio::ofMicro(rate.micro()), [&] {
        return tier == 0 ? QStringLiteral("rate of %1").arg(terms.code)
                         : QStringLiteral("rate of %1, tier %2").arg(terms.code).arg(tier);
    });
}

/// Each line of the components x the rate of its tier.
Derived<ExactAmount> percentOfComponents(const TariffComponent& terms, const PriceList& rates, ChargeLines& lines) {
    Derivation& derivation = lines.derivation();
    Int128 sum = 0;
    std::vector<Trace::Node> parts;
    for (std::size_t i = 0; i < lines.lines().size(); ++i) {
        const ChargeLine& line = lines.lines()[i];
        if (line.amount.isZero() || std::ranges::find(terms.of, line.component) == terms.of.end())
            continue;
        const Derived<Money> amount{line.amount, lines.nodeOf(i)};
        const std::size_t row = line.tier == 0 ? 0 : line.tier - 1U;
        const auto part = derivation.multiply(amount, rateLeaf(rates.of(row), terms, line.tier, derivation));
        sum = derivation.valueOr(checkedAdd128(sum, part.value.scaled()), sum);
        if (derivation.traced())
            parts.push_back(part.node);
    }
    return derivation.sum(ExactAmount::fromScaled(sum), parts);
}

void chargePercent(std::size_t component, const ChargeBasis& basis, ChargeLines& lines) {
    const TariffComponent& terms = basis.version.components[component];
    const PriceList rates = basis.pricesOf(component);
    Derivation& derivation = lines.derivation();
    if (terms.percentOf == PercentOf::Components) {
        lines.subtotal();
        const auto amount = percentOfComponents(terms, rates, lines);
        return amount.value.isZero() ? void() : lines.addAmount({component}, rates.of(0), amount);
    }
    const auto subtotal = terms.percentOf == PercentOf::LinesSoFar ? lines.running() : lines.subtotal();
    const auto base = terms.percentOf == PercentOf::Running ? lines.running() : subtotal;
    if (base.value.isZero())
        return; // a rate of nothing explains nothing
    lines.addAmount({component}, rates.of(0), derivation.multiply(base, rateLeaf(rates.of(0), terms, 0, derivation)));
}

Result<BilledPrice> percentPerUnit(const TariffComponent& terms, int tier, BilledPrice before) {
    const bool byTier = terms.prices.size() > 1;
    return before.times(Ratio::ofMicro(terms.priceOf(byTier ? tier : 0).micro()), RoundingMode::HalfUp);
}

ChargePhase percentPhase(const TariffComponent& terms) {
    return terms.percentOf == PercentOf::LinesSoFar ? ChargePhase::Charge : ChargePhase::Levied;
}
} // namespace

const ChargeKind percentCharge{
    ChargeKindId{5}, QLatin1StringView("percent"), checkPercent, percentFits, chargePercent, percentPerUnit,
    percentPhase};

} // namespace meterhall
