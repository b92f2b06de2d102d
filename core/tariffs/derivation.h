#pragma once

#include "core/base/trace.h"
#include "core/money/rate.h"
#include "core/tariffs/billed_quantity.h"

namespace meterhall {

/// A number of the rating, and the node of the trace that derives it (Trace::none when nobody listens).
template <class T>
struct Derived {
    T value;
    Trace::Node node = Trace::none;
};

/// The arithmetic of rating. Each function computes and, when there is a trace, writes down what it computed: the
/// amount and its explanation come out of the same line of code and cannot disagree. Without a trace nothing is
/// allocated and no text is made.
class Derivation {
public:
    explicit Derivation(Trace* trace)
        : m_trace(trace) {}

    bool traced() const { return m_trace != nullptr; }

    /// `source` is only called when there is a trace.
    template <class T, class Source>
    Derived<T> leaf(LeafKind kind, T value, Source&& source) {
        return {value, traced() ? m_trace->leaf(kind, value.toString(), source()) : Trace::none};
    }

    template <class Unit>
    Result<Derived<Quantity<Unit>>> add(Derived<Quantity<Unit>> a, Derived<Quantity<Unit>> b) {
        MH_TRY(const auto sum, a.value.plus(b.value));
        return Derived<Quantity<Unit>>{sum, node("add", sum, {a.node, b.node})};
    }
    template <class Unit>
    Result<Derived<Quantity<Unit>>> subtract(Derived<Quantity<Unit>> a, Derived<Quantity<Unit>> b) {
        MH_TRY(const auto difference, a.value.minus(b.value));
        return Derived<Quantity<Unit>>{difference, node("subtract", difference, {a.node, b.node})};
    }

    /// Down to a whole multiple of `step`: what the bill sees of a dial.
    Result<Derived<BilledQuantity>> cut(Derived<BilledQuantity> dial, BilledQuantity step);
    /// Rounded half up at the sixth decimal, which volumes and their factors do not reach.
    Result<Derived<BilledQuantity>> multiply(Derived<BilledQuantity> quantity, Derived<Ratio> factor);
    /// quantity x numerator / denominator to a whole multiple of `step`.
    Result<Derived<BilledQuantity>> scale(Derived<BilledQuantity> quantity, Derived<Ratio> numerator,
                                          Derived<Ratio> denominator, BilledQuantity step, RoundingMode mode);

    /// Exact.
    Derived<ExactAmount> multiply(Derived<BilledQuantity> quantity, Derived<BilledPrice> price) {
        const ExactAmount amount = price.value.of(quantity.value);
        return {amount, node("multiply", amount, {quantity.node, price.node})};
    }
    Result<Derived<ExactAmount>> multiply(Derived<Money> money, Derived<Ratio> factor);
    Result<Derived<Money>> add(Derived<Money> a, Derived<Money> b);
    /// The one place where an amount is rounded.
    Result<Derived<Money>> round(Derived<ExactAmount> amount, Currency currency, RoundingRule rule);
    Derived<Money> sum(Money total, std::span<const Trace::Node> parts);

    /// The same number, and why it is this one: every margin is at least zero.
    Derived<BilledQuantity> given(Derived<BilledQuantity> value, std::span<const Trace::Node> margins);

    Trace* trace() { return m_trace; }

private:
    template <class T>
    Trace::Node node(const char* operation, const T& value, std::initializer_list<Trace::Node> arguments,
                     std::optional<TraceRounding> rounding = {}) {
        if (!traced()) [[likely]]
            return Trace::none;
        return m_trace->node(QLatin1StringView(operation), {arguments.begin(), arguments.size()}, value.toString(),
                             std::move(rounding));
    }

    Trace* m_trace;
};

} // namespace meterhall
