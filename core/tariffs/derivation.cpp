#include "core/tariffs/derivation.h"

namespace meterhall {

namespace {
TraceRounding inTrace(std::int64_t stepMicro, RoundingMode mode) {
    return {formatScaled(stepMicro, 6), roundingModeCode(mode)};
}
constexpr std::int64_t finestStep = 1;
} // namespace

Result<Derived<BilledQuantity>> Derivation::cut(Derived<BilledQuantity> dial, BilledQuantity step) {
    MH_TRY(const BilledQuantity whole, dial.value.cutToStep(step));
    if (!traced())
        return Derived<BilledQuantity>{whole};
    return Derived<BilledQuantity>{whole, node("round", whole, {dial.node}, inTrace(step.micro(), RoundingMode::Down))};
}

Result<Derived<BilledQuantity>> Derivation::multiply(Derived<BilledQuantity> quantity, Derived<Ratio> factor) {
    MH_TRY(const BilledQuantity scaled,
           quantity.value.timesRatio(factor.value.micro(), Ratio::microPerUnit, RoundingMode::HalfUp));
    if (!traced())
        return Derived<BilledQuantity>{scaled};
    return Derived<BilledQuantity>{
        scaled, node("multiply", scaled, {quantity.node, factor.node}, inTrace(finestStep, RoundingMode::HalfUp))};
}

Result<Derived<BilledQuantity>> Derivation::scale(Derived<BilledQuantity> quantity, Derived<Ratio> numerator,
                                                  Derived<Ratio> denominator, BilledQuantity step, RoundingMode mode) {
    // One division, straight to the step: the quotient itself may have no end.
    const Int128 above = product(quantity.value.micro(), numerator.value.micro());
    const Int128 below = product(denominator.value.micro(), step.micro());
    if (below <= 0)
        return QuantityError::BadStep;
    MH_TRY(const std::int64_t steps, narrow(divideRounded(above, below, mode)));
    MH_TRY(const BilledQuantity scaled, step.times(steps));
    if (!traced())
        return Derived<BilledQuantity>{scaled};
    const ExactAmount times = ExactAmount::fromScaled(above);
    const Trace::Node upper = node("multiply", times, {quantity.node, numerator.node});
    return Derived<BilledQuantity>{scaled,
                                   node("divide", scaled, {upper, denominator.node}, inTrace(step.micro(), mode))};
}

Result<Derived<ExactAmount>> Derivation::multiply(Derived<Money> money, Derived<Ratio> factor) {
    MH_TRY(const ExactAmount share, Rate::ofMicro(factor.value.micro()).of(money.value));
    return Derived<ExactAmount>{share, node("multiply", share, {money.node, factor.node})};
}

Result<Derived<Money>> Derivation::add(Derived<Money> a, Derived<Money> b) {
    MH_TRY(const Money sum, a.value.plus(b.value));
    return Derived<Money>{sum, node("add", sum, {a.node, b.node})};
}

Result<Derived<Money>> Derivation::round(Derived<ExactAmount> amount, Currency currency, RoundingRule rule) {
    MH_TRY(const Money money, amount.value.rounded(currency, rule));
    if (!traced())
        return Derived<Money>{money};
    return Derived<Money>{money, node("round", money, {amount.node}, inTrace(rule.stepMicro(), rule.mode()))};
}

Derived<Money> Derivation::sum(Money total, std::span<const Trace::Node> parts) {
    if (!traced())
        return {total};
    return {total, m_trace->node(QStringLiteral("sum"), parts, total.toString())};
}

Derived<BilledQuantity> Derivation::given(Derived<BilledQuantity> value, std::span<const Trace::Node> margins) {
    if (!traced() || margins.empty())
        return value;
    std::vector<Trace::Node> arguments{value.node};
    arguments.insert(arguments.end(), margins.begin(), margins.end());
    return {value.value, m_trace->node(QStringLiteral("given"), arguments, value.value.toString())};
}

} // namespace meterhall
