#include "core/tariffs/derivation.h"

namespace meterhall {

Trace::Node Derivation::written(const char* operation, const QString& value, std::span<const Trace::Node> arguments,
                                std::optional<TraceRounding> rounding) {
    return m_trace->node(QLatin1StringView(operation), arguments, value, std::move(rounding));
}

Derived<BilledQuantity> Derivation::add(Derived<BilledQuantity> a, Derived<BilledQuantity> b) {
    return node("add", valueOr(a.value.plus(b.value), BilledQuantity::zero()), {a.node, b.node});
}

Derived<BilledQuantity> Derivation::subtract(Derived<BilledQuantity> a, Derived<BilledQuantity> b) {
    return node("subtract", valueOr(a.value.minus(b.value), BilledQuantity::zero()), {a.node, b.node});
}

Derived<BilledQuantity> Derivation::cut(Derived<BilledQuantity> dial, BilledQuantity step) {
    const BilledQuantity whole = valueOr(dial.value.cutToStep(step), BilledQuantity::zero());
    return rounded("round", whole, {dial.node}, step.micro(), RoundingMode::Down);
}

Derived<BilledQuantity> Derivation::multiply(Derived<BilledQuantity> quantity, Derived<Ratio> ratio) {
    constexpr std::int64_t finestStep = 1;
    const auto scaled = quantity.value.timesRatio(ratio.value.micro(), Ratio::microPerUnit, RoundingMode::HalfUp);
    return rounded("multiply", valueOr(scaled, BilledQuantity::zero()), {quantity.node, ratio.node}, finestStep,
                   RoundingMode::HalfUp);
}

Derived<BilledQuantity> Derivation::scale(Derived<BilledQuantity> quantity, Derived<Ratio> numerator,
                                          Derived<Ratio> denominator, BilledQuantity step, RoundingMode mode) {
    // One division, straight to the step: the quotient itself may have no end.
    const Int128 above = product(quantity.value.micro(), numerator.value.micro());
    const Int128 below = product(denominator.value.micro(), step.micro());
    if (below <= 0) {
        fail(QuantityError::BadStep);
        return {BilledQuantity::zero()};
    }
    const std::int64_t steps = valueOr(narrow(divideRounded(above, below, mode)), std::int64_t(0));
    const BilledQuantity scaled = valueOr(step.times(steps), BilledQuantity::zero());
    const auto multiplied = node("multiply", ExactAmount::fromScaled(above), {quantity.node, numerator.node});
    return rounded("divide", scaled, {multiplied.node, denominator.node}, step.micro(), mode);
}

Derived<BilledQuantity> Derivation::given(Derived<BilledQuantity> value, std::span<const Trace::Node> margins) {
    if (!traced() || margins.empty())
        return value;
    std::vector<Trace::Node> arguments{value.node};
    arguments.insert(arguments.end(), margins.begin(), margins.end());
    return {value.value, written("given", value.value.toString(), arguments, {})};
}

Derived<ExactAmount> Derivation::multiply(Derived<BilledQuantity> quantity, Derived<BilledPrice> price) {
    return node("multiply", price.value.of(quantity.value), {quantity.node, price.node});
}

Derived<ExactAmount> Derivation::multiply(Derived<Money> money, Derived<Ratio> ratio) {
    const auto share = Rate::ofMicro(ratio.value.micro()).of(money.value);
    return node("multiply", valueOr(share, ExactAmount::zero()), {money.node, ratio.node});
}

Derived<Money> Derivation::add(Derived<Money> a, Derived<Money> b) {
    return node("add", valueOr(a.value.plus(b.value), a.value), {a.node, b.node});
}

Derived<Money> Derivation::round(const Derived<ExactAmount>& amount, Currency currency, RoundingRule rule) {
    const Money money = valueOr(amount.value.rounded(currency, rule), Money::zero(currency));
    return rounded("round", money, {amount.node}, rule.stepMicro(), rule.mode());
}

Derived<Money> Derivation::sum(Money total, std::span<const Trace::Node> parts) {
    return {total, traced() ? written("sum", total.toString(), parts, {}) : Trace::none};
}

} // namespace meterhall
