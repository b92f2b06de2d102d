#include "core/tariffs/charge.h"

namespace meterhall {

namespace {
constexpr std::int64_t scaledPerMicro = 1'000'000;

BilledQuantity oneUnit() {
    return BilledQuantity::ofMicro(BilledQuantity::microPerUnit);
}

constexpr Ratio wholeRatio(std::int32_t number) {
    return Ratio::ofMicro(std::int64_t(number) * Ratio::microPerUnit);
}
} // namespace

Derived<BilledQuantity> scaledBound(Derived<BilledQuantity> bound, BoundScale scale, BilledQuantity step,
                                    RoundingMode mode, Derivation& derivation) {
    if (scale == BoundScale{} && bound.value.micro() % step.micro() == 0)
        return bound;
    const auto numerator = derivation.leaf(LeafKind::Factor, wholeRatio(scale.numerator),
                                           [] { return QStringLiteral("months or days the ladder holds for"); });
    const auto denominator = derivation.leaf(LeafKind::Factor, wholeRatio(scale.denominator),
                                             [] { return QStringLiteral("months or days its bounds are stated for"); });
    return derivation.scale(bound, numerator, denominator, step, mode);
}

ChargeLines::ChargeLines(const TariffVersion& version, Derivation& derivation, std::vector<ChargeLine>& lines)
    : m_version(version)
    , m_derivation(derivation)
    , m_lines(lines)
    , m_minorMicro(version.currency.minorUnitMicro())
    , m_minorScaled(m_minorMicro * scaledPerMicro) {}

Derived<BilledPrice> ChargeLines::priceLeaf(const LineHead& head, BilledPrice price) {
    return m_derivation.leaf(LeafKind::Price, price, [&] {
        QString text = QStringLiteral("price of ") + m_version.components[head.component].code;
        if (head.tier != 0)
            text += QStringLiteral(", tier %1").arg(head.tier);
        if (head.tou != 0)
            text += QStringLiteral(", ") + QString::fromStdString(m_version.registers[head.tou - 1U]);
        return text + QStringLiteral(", ") + m_version.priceOrder;
    });
}

void ChargeLines::add(const LineHead& head, Derived<BilledQuantity> quantity, BilledPrice price) {
    addRounded(head, quantity.value, price, m_derivation.multiply(quantity, priceLeaf(head, price)));
}

void ChargeLines::addShare(const LineHead& head, Derived<BilledQuantity> quantity, BilledPrice price,
                           Derived<BilledQuantity> part, Derived<BilledQuantity> whole) {
    const auto all = m_derivation.multiply(quantity, priceLeaf(head, price));
    const auto amount = m_derivation.share(all, part, whole);
    const bool negative = whole.value.isNegative();
    const auto shown =
        quantity.value.timesRatio(negative ? -part.value.micro() : part.value.micro(),
                                  negative ? -whole.value.micro() : whole.value.micro(), RoundingMode::HalfUp);
    addRounded(head, m_derivation.valueOr(shown, quantity.value), price, amount);
}

void ChargeLines::addAmount(const LineHead& head, BilledPrice price, const Derived<ExactAmount>& amount) {
    addRounded(head, oneUnit(), price, amount);
}

void ChargeLines::addMoney(const LineHead& head, BilledPrice price, Derived<Money> amount) {
    take(head, oneUnit(), price, {scaled(amount.value), amount.node}, amount, Money::zero(m_version.currency));
}

void ChargeLines::addRounded(const LineHead& head, BilledQuantity quantity, BilledPrice price,
                             const Derived<ExactAmount>& exact) {
    const TariffComponent& terms = m_version.components[head.component];
    if (terms.scope != RoundingScope::Line || terms.rounding.stepMicro() < m_minorMicro) [[unlikely]]
        return addUnrounded(head, quantity, price, exact);
    auto amount = m_derivation.round(exact, m_version.currency, terms.rounding);
    Money tax = Money::zero(m_version.currency);
    if (terms.tax.rate.micro() != 0)
        tax = taxOf(terms, amount);
    take(head, quantity, price, {scaled(amount.value), amount.node}, amount, tax);
}

void ChargeLines::addUnrounded(const LineHead& head, BilledQuantity quantity, BilledPrice price,
                               const Derived<ExactAmount>& exact) {
    const TariffComponent& terms = m_version.components[head.component];
    Money tax = Money::zero(m_version.currency);
    const auto amount = terms.scope == RoundingScope::Line ? m_derivation.round(exact, terms.rounding) : exact;
    auto shown = m_derivation.round(amount, m_version.currency, minorUnit());
    if (terms.tax.rate.micro() != 0)
        tax = taxOf(terms, shown);
    take(head, quantity, price, amount, shown, tax);
}

void ChargeLines::take(const LineHead& head, BilledQuantity quantity, BilledPrice price,
                       const Derived<ExactAmount>& amount, const Derived<Money>& shown, Money tax) {
    m_derivation.accumulate(m_running, amount.value.scaled());
    m_derivation.accumulate(m_component, amount.value.scaled());
    m_derivation.accumulate(m_linesMinor, shown.value.minor());
    m_lines.push_back(
        {static_cast<std::uint16_t>(head.component), head.tier, quantity, price, shown.value, tax, head.tou});
    if (!m_derivation.traced())
        return;
    m_lineNodes.push_back(shown.node);
    m_openNodes.push_back(amount.node);
}

void ChargeLines::finishComponent(std::size_t component) {
    const TariffComponent& terms = m_version.components[component];
    if (terms.scope == RoundingScope::Component && m_component != 0) {
        const auto open = std::span(m_openNodes).subspan(m_componentNodes);
        const auto together = m_derivation.sum(ExactAmount::fromScaled(m_component), open);
        const auto moved = m_derivation.round(together, terms.rounding);
        m_running += moved.value.scaled() - m_component;
        m_openNodes.resize(m_componentNodes);
        if (m_derivation.traced())
            m_openNodes.push_back(moved.node);
    }
    m_component = 0;
    m_componentNodes = m_openNodes.size();
}

Derived<ExactAmount> ChargeLines::running() {
    const ExactAmount sum = ExactAmount::fromScaled(m_running);
    if (m_openNodes.size() == 1)
        return {sum, m_openNodes.front()};
    const auto all = m_derivation.sum(sum, m_openNodes);
    replaceRunning(all);
    return all;
}

void ChargeLines::replaceRunning(const Derived<ExactAmount>& amount) {
    m_running = amount.value.scaled();
    if (!m_derivation.traced())
        return;
    m_openNodes.assign(1, amount.node);
    m_componentNodes = m_openNodes.size();
}

Derived<ExactAmount> ChargeLines::subtotal() {
    if (!m_hasSubtotal) {
        m_subtotal = running();
        if (m_version.policy.subtotalRounding) {
            m_subtotal = m_derivation.round(m_subtotal, *m_version.policy.subtotalRounding);
            replaceRunning(m_subtotal);
        }
        m_hasSubtotal = true;
    }
    return m_subtotal;
}

// Nearly always it is what the lines show, and a division is saved.
Int128 ChargeLines::runningMinor() const {
    if (m_running == product(m_linesMinor, m_minorScaled)) [[likely]]
        return m_linesMinor;
    return divideRounded(m_running, m_minorScaled, RoundingMode::Down);
}

Derived<Money> ChargeLines::total() {
    if (!m_hasTotal) {
        subtotal();
        m_hasTotal = true;
        const auto& rule = m_version.policy.totalRounding;
        if (rule || m_running != runningMinor() * m_minorScaled) {
            const auto rounded = m_derivation.round(running(), m_version.currency, rule.value_or(minorUnit()));
            replaceRunning({scaled(rounded.value), rounded.node});
        }
    }
    const auto sum = running();
    return {m_derivation.valueOr(Money::ofWide(runningMinor(), m_version.currency), Money::zero(m_version.currency)),
            sum.node};
}

Money ChargeLines::roundingDifference() {
    const Money total = this->total().value;
    return m_derivation.valueOr(total.minus(Money::ofMinor(m_linesMinor, m_version.currency)), total);
}

void ChargeLines::explainTotal(Derived<Money> total) {
    replaceRunning({scaled(total.value), total.node});
}

Money ChargeLines::taxOf(const TariffComponent& terms, Derived<Money>& amount) {
    if (terms.tax.included) {
        const TaxSplit nothing{amount.value, Money::zero(m_version.currency)};
        const RoundingRule rule = terms.rounding.stepMicro() >= m_minorMicro ? terms.rounding : minorUnit();
        const auto split = terms.tax.netFirst ? netInside : taxInside;
        return m_derivation.valueOr(split(amount.value, terms.tax.rate, rule), nothing).tax;
    }
    const auto rate = m_derivation.leaf(LeafKind::Factor, Ratio::ofMicro(terms.tax.rate.micro()),
                                        [&] { return QStringLiteral("tax rate of %1").arg(terms.code); });
    const auto onTop = m_derivation.round(m_derivation.multiply(amount, rate), m_version.currency, terms.rounding);
    amount = m_derivation.add(amount, onTop);
    return onTop.value;
}

} // namespace meterhall
