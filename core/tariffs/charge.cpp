#include "core/tariffs/charge.h"

namespace meterhall {

namespace {
QString priceSource(const TariffVersion& version, const TariffComponent& component, int tier) {
    const QString tierText = tier == 0 ? QString() : QStringLiteral(", tier %1").arg(tier);
    return QStringLiteral("price of %1%2, %3").arg(component.code, tierText, version.priceOrder);
}
} // namespace

void ChargeLines::add(std::size_t component, int tier, Derived<BilledQuantity> quantity) {
    const TariffComponent& terms = m_version.components[component];
    const auto price =
        m_derivation.leaf(LeafKind::Price, terms.priceOf(tier), [&] { return priceSource(m_version, terms, tier); });
    const auto charged = m_derivation.round(m_derivation.multiply(quantity, price), m_version.currency, terms.rounding);
    Money tax = Money::zero(m_version.currency);
    const auto amount = withTax(terms, charged, tax);
    m_total = m_derivation.valueOr(m_total.plus(amount.value), m_total);
    m_lines.push_back({static_cast<std::uint16_t>(component), static_cast<std::uint8_t>(tier), quantity.value,
                       price.value, amount.value, tax});
    if (m_derivation.traced())
        m_lineNodes.push_back(amount.node);
}

Derived<Money> ChargeLines::withTax(const TariffComponent& terms, Derived<Money> charged, Money& tax) {
    if (terms.tax.rate.micro() == 0)
        return charged;
    if (terms.tax.included) {
        const TaxSplit nothing{charged.value, tax};
        tax = m_derivation.valueOr(taxInside(charged.value, terms.tax.rate, terms.rounding), nothing).tax;
        return charged;
    }
    const auto rate = m_derivation.leaf(LeafKind::Factor, Ratio::ofMicro(terms.tax.rate.micro()),
                                        [&] { return QStringLiteral("tax rate of %1").arg(terms.code); });
    const auto onTop = m_derivation.round(m_derivation.multiply(charged, rate), m_version.currency, terms.rounding);
    tax = onTop.value;
    return m_derivation.add(charged, onTop);
}

Derived<Money> ChargeLines::total() {
    return m_derivation.sum(m_total, m_lineNodes);
}

} // namespace meterhall
