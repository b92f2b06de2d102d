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
    return m_derivation.leaf(LeafKind::Price, price, [this, &head] {
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
    take(head, oneUnit(), price, {scaled(amount.value), amount.node}, {amount, Money::zero(m_version.currency)});
}

void ChargeLines::addRounded(const LineHead& head, BilledQuantity quantity, BilledPrice price,
                             const Derived<ExactAmount>& exact) {
    const TariffComponent& terms = m_version.components[head.component];
    if (terms.scope != RoundingScope::Line || terms.rounding.stepMicro() < m_minorMicro) [[unlikely]]
        return addUnrounded(head, quantity, price, exact);
    const auto amount = m_derivation.round(exact, m_version.currency, terms.rounding);
    if (terms.tax.rate.micro() != 0) [[unlikely]]
        return addTaxed(head, quantity, price, amount);
    take(head, quantity, price, {scaled(amount.value), amount.node}, {amount, Money::zero(m_version.currency)});
}

void ChargeLines::addTaxed(LineHead head, BilledQuantity quantity, BilledPrice price, Derived<Money> amount) {
    const Taxed line = taxed(m_version.components[head.component], amount);
    take(head, quantity, price, {scaled(line.amount.value), line.amount.node}, line);
}

void ChargeLines::addUnrounded(LineHead head, BilledQuantity quantity, BilledPrice price, Derived<ExactAmount> exact) {
    const TariffComponent& terms = m_version.components[head.component];
    const auto amount = terms.scope == RoundingScope::Line ? m_derivation.round(exact, terms.rounding) : exact;
    const auto shown = m_derivation.round(amount, m_version.currency, minorUnit());
    take(head, quantity, price, amount, taxed(terms, shown));
}

void ChargeLines::take(const LineHead& head, BilledQuantity quantity, BilledPrice price,
                       const Derived<ExactAmount>& amount, const Taxed& shown) {
    m_derivation.accumulate(m_running, amount.value.scaled());
    m_derivation.accumulate(m_linesMinor, shown.amount.value.minor());
    m_lines.push_back({static_cast<std::uint16_t>(head.component), head.tier, quantity, price, shown.amount.value,
                       shown.tax, head.tou});
    if (!m_derivation.traced()) [[likely]]
        return;
    m_lineNodes.push_back(shown.amount.node);
    m_openNodes.push_back(amount.node);
}

void ChargeLines::finishComponent(std::size_t component) {
    const TariffComponent& terms = m_version.components[component];
    if (terms.scope == RoundingScope::Component && m_running != m_finished)
        roundComponent(terms.rounding);
    m_finished = m_running;
    m_componentNodes = m_openNodes.size();
}

void ChargeLines::roundComponent(RoundingRule rule) {
    const auto exact = m_derivation.valueOr(checkedSubtract128(m_running, m_finished), Int128(0));
    const auto open = std::span(m_openNodes).subspan(m_componentNodes);
    const auto moved = m_derivation.round(m_derivation.sum(ExactAmount::fromScaled(exact), open), rule);
    m_running += moved.value.scaled() - exact;
    m_openNodes.resize(m_componentNodes);
    if (m_derivation.traced())
        m_openNodes.push_back(moved.node);
}

Derived<ExactAmount> ChargeLines::explainedRunning() {
    const ExactAmount sum = ExactAmount::fromScaled(m_running);
    if (m_openNodes.size() == 1)
        return {sum, m_openNodes.front()};
    const auto all = m_derivation.sum(sum, m_openNodes);
    replaceRunning(all);
    return all;
}

void ChargeLines::replaceRunning(const Derived<ExactAmount>& amount) {
    m_running = amount.value.scaled();
    m_finished = m_running;
    if (!m_derivation.traced())
        return;
    m_openNodes.assign(1, amount.node);
    m_componentNodes = m_openNodes.size();
}

void ChargeLines::roundSubtotal() {
    m_hasSubtotal = true;
    m_subtotal = running();
    if (!m_version.policy.subtotalRounding) [[likely]]
        return;
    m_subtotal = m_derivation.round(m_subtotal, *m_version.policy.subtotalRounding);
    replaceRunning(m_subtotal);
}

// Nearly always it is what the lines show, and a division is saved.
Int128 ChargeLines::runningMinor() const {
    if (m_running == product(m_linesMinor, m_minorScaled)) [[likely]]
        return m_linesMinor;
    return divideRounded(m_running, m_minorScaled, RoundingMode::Down);
}

Derived<Money> ChargeLines::total() {
    if (!m_hasTotal)
        roundTotal();
    const auto sum = running();
    const Currency currency = m_version.currency;
    const Int128 minor = runningMinor();
    return {m_derivation.valueOr(Money::inRange(minor, currency), Money::zero(currency),
                                 [=] { return Money::ofWide(minor, currency); }),
            sum.node};
}

void ChargeLines::roundTotal() {
    subtotal();
    m_hasTotal = true;
    const auto& rule = m_version.policy.totalRounding;
    if (!rule && m_running == runningMinor() * m_minorScaled) [[likely]]
        return;
    const auto rounded = m_derivation.round(running(), m_version.currency, rule.value_or(minorUnit()));
    replaceRunning({scaled(rounded.value), rounded.node});
}

Money ChargeLines::roundingDifference(Money total) {
    if (total.minor() == m_linesMinor) [[likely]]
        return Money::zero(m_version.currency);
    return m_derivation.valueOr(total.minus(Money::ofMinor(m_linesMinor, m_version.currency)), total);
}

void ChargeLines::explainTotal(Derived<Money> total) {
    replaceRunning({scaled(total.value), total.node});
}

ChargeLines::Taxed ChargeLines::taxed(const TariffComponent& terms, Derived<Money> amount) {
    if (terms.tax.rate.micro() == 0)
        return {amount, Money::zero(m_version.currency)};
    if (terms.tax.included) {
        const TaxSplit nothing{amount.value, Money::zero(m_version.currency)};
        const RoundingRule rule = terms.rounding.stepMicro() >= m_minorMicro ? terms.rounding : minorUnit();
        const auto split = terms.tax.netFirst ? netInside : taxInside;
        return {amount, m_derivation.valueOr(split(amount.value, terms.tax.rate, rule), nothing).tax};
    }
    const auto rate = m_derivation.leaf(LeafKind::Factor, Ratio::ofMicro(terms.tax.rate.micro()),
                                        [&] { return QStringLiteral("tax rate of %1").arg(terms.code); });
    const auto onTop = m_derivation.round(m_derivation.multiply(amount, rate), m_version.currency, terms.rounding);
    return {m_derivation.add(amount, onTop), onTop.value};
}

} // namespace meterhall
