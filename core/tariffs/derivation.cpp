#include "core/tariffs/derivation.h"

#include <array>

namespace meterhall {

void Derivation::fail(Error error) {
    if (m_state.ok())
        m_state = std::move(error);
}

Trace::Node Derivation::written(const char* operation, const QString& value, Arguments arguments,
                                std::optional<TraceRounding> rounding) {
    const std::array nodes{arguments.first, arguments.second};
    const std::size_t count = arguments.second == Trace::none ? 1 : 2;
    return written(operation, value, std::span(nodes).first(count), std::move(rounding));
}

Trace::Node Derivation::written(const char* operation, const QString& value, std::span<const Trace::Node> arguments,
                                std::optional<TraceRounding> rounding) {
    return m_trace->node(QLatin1StringView(operation), arguments, value, std::move(rounding));
}

Derived<Ratio> Derivation::subtract(Derived<Ratio> a, Derived<Ratio> b) {
    return node("subtract", valueOr(a.value.minus(b.value), Ratio::zero()), {a.node, b.node});
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

Derived<BilledQuantity> Derivation::weightedMean(std::span<const Derived<BilledQuantity>> values,
                                                 std::span<const Derived<Ratio>> weights) {
    constexpr std::int64_t finestStep = 1;
    Int128 above = 0;
    std::int64_t below = 0;
    std::vector<Trace::Node> products;
    std::vector<Trace::Node> parts;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Int128 weighted = product(values[i].value.micro(), weights[i].value.micro());
        above = valueOr(checkedAdd128(above, weighted), above);
        below = valueOr(checkedAdd(below, weights[i].value.micro()), below);
        if (!traced())
            continue;
        products.push_back(node("multiply", ExactAmount::fromScaled(weighted), {values[i].node, weights[i].node}).node);
        parts.push_back(weights[i].node);
    }
    if (below <= 0) {
        fail(QuantityError::BadStep);
        return {BilledQuantity::zero()};
    }
    const auto micro = valueOr(narrow(divideRounded(above, below, RoundingMode::HalfUp)), std::int64_t(0));
    const BilledQuantity mean = valueOr(BilledQuantity::fromStored(micro), BilledQuantity::zero());
    const auto total = sum(ExactAmount::fromScaled(above), products);
    const auto weight = sum(Ratio::ofMicro(below), parts);
    return rounded("divide", mean, {total.node, weight.node}, finestStep, RoundingMode::HalfUp);
}

Derived<ExactAmount> Derivation::multiply(Derived<Money> money, Derived<Ratio> ratio) {
    const auto share = Rate::ofMicro(ratio.value.micro()).of(money.value);
    return node("multiply", valueOr(share, ExactAmount::zero()), {money.node, ratio.node});
}

Derived<ExactAmount> Derivation::multiply(const Derived<ExactAmount>& amount, Derived<Ratio> ratio) {
    const auto part = amount.value.timesRatio(ratio.value.micro(), Ratio::microPerUnit, RoundingMode::HalfUp);
    return atTwelfthDecimal("multiply", valueOr(part, ExactAmount::zero()), {amount.node, ratio.node});
}

Derived<ExactAmount> Derivation::share(const Derived<ExactAmount>& amount, Derived<BilledQuantity> part,
                                       Derived<BilledQuantity> whole) {
    constexpr int decimals = ExactAmount::decimals + BilledQuantity::decimals;
    const Int128 above = valueOr(checkedMultiply128(amount.value.scaled(), part.value.micro()), Int128(0));
    const bool negative = whole.value.isNegative();
    const Int128 below = negative ? -Int128(whole.value.micro()) : Int128(whole.value.micro());
    if (below == 0) {
        fail(QuantityError::BadStep);
        return {ExactAmount::zero()};
    }
    const Int128 shared = divideRounded(negative ? -above : above, below, RoundingMode::HalfUp);
    const Trace::Node multiplied =
        traced() ? written("multiply", formatScaled128(above, decimals), Arguments{amount.node, part.node}, {})
                 : Trace::none;
    return atTwelfthDecimal("divide", ExactAmount::fromScaled(shared), {multiplied, whole.node});
}

Derived<ExactAmount> Derivation::atTwelfthDecimal(const char* operation, ExactAmount value, Arguments arguments) {
    if (!traced())
        return {value};
    const TraceRounding finest{formatScaled128(1, ExactAmount::decimals), roundingModeCode(RoundingMode::HalfUp)};
    return {value, written(operation, value.toString(), arguments, finest)};
}

Derived<Money> Derivation::add(Derived<Money> a, Derived<Money> b) {
    return node("add", valueOr(a.value.plus(b.value), a.value), {a.node, b.node});
}

Derived<Money> Derivation::subtract(Derived<Money> a, Derived<Money> b) {
    return node("subtract", valueOr(a.value.minus(b.value), a.value), {a.node, b.node});
}

Derived<ExactAmount> Derivation::subtract(const Derived<ExactAmount>& a, const Derived<ExactAmount>& b) {
    return node("subtract", valueOr(a.value.minus(b.value), a.value), {a.node, b.node});
}

Derived<ExactAmount> Derivation::round(const Derived<ExactAmount>& amount, RoundingRule rule) {
    const ExactAmount moved = valueOr(amount.value.roundedToStep(rule), ExactAmount::zero());
    return rounded("round", moved, {amount.node}, rule.stepMicro(), rule.mode());
}

} // namespace meterhall
