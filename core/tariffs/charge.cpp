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
    auto amount = m_derivation.round(m_derivation.multiply(quantity, price), m_version.currency, terms.rounding);
    Money tax = Money::zero(m_version.currency);
    if (terms.tax.rate.micro() != 0)
        tax = taxOf(terms, amount);
    m_totalMinor = m_derivation.valueOr(checkedAdd(m_totalMinor, amount.value.minor()), m_totalMinor);
    m_lines.push_back({static_cast<std::uint16_t>(component), static_cast<std::uint8_t>(tier), quantity.value,
                       price.value, amount.value, tax});
    if (m_derivation.traced())
        m_lineNodes.push_back(amount.node);
}

Money ChargeLines::taxOf(const TariffComponent& terms, Derived<Money>& amount) {
    if (terms.tax.included) {
        const TaxSplit nothing{amount.value, Money::zero(m_version.currency)};
        return m_derivation.valueOr(taxInside(amount.value, terms.tax.rate, terms.rounding), nothing).tax;
    }
    const auto rate = m_derivation.leaf(LeafKind::Factor, Ratio::ofMicro(terms.tax.rate.micro()),
                                        [&] { return QStringLiteral("tax rate of %1").arg(terms.code); });
    const auto onTop = m_derivation.round(m_derivation.multiply(amount, rate), m_version.currency, terms.rounding);
    amount = m_derivation.add(amount, onTop);
    return onTop.value;
}

Derived<Money> ChargeLines::total() {
    const Money zero = Money::zero(m_version.currency);
    return m_derivation.sum(m_derivation.valueOr(Money::ofWide(m_totalMinor, m_version.currency), zero), m_lineNodes);
}

} // namespace meterhall
