#pragma once

#include "core/base/trace.h"
#include "core/money/rate.h"
#include "core/tariffs/billed_quantity.h"

#include <optional>
#include <span>

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
///
/// What goes wrong (an overflow, a missing fact) is kept: the first error stays, the numbers after it mean nothing, and
/// rate() looks at state() before it believes any of them. So the formulas read as formulas.
class Derivation {
public:
    explicit Derivation(Trace* trace)
        : m_trace(trace) {}

    bool traced() const { return m_trace != nullptr; }
    const Result<void>& state() const { return m_state; }
    [[gnu::cold]] void fail(Error error);

    /// `source` is only called when there is a trace.
    template <class T, class Source>
    Derived<T> leaf(LeafKind kind, T value, Source source) {
        if (!traced()) [[likely]]
            return {value};
        return {value, leafWritten(kind, value, source)};
    }

    Derived<BilledQuantity> add(Derived<BilledQuantity> a, Derived<BilledQuantity> b);
    Derived<BilledQuantity> subtract(Derived<BilledQuantity> a, Derived<BilledQuantity> b);
    Derived<Ratio> subtract(Derived<Ratio> a, Derived<Ratio> b);
    /// Down to a whole multiple of `step`: what the bill sees of a dial.
    Derived<BilledQuantity> cut(Derived<BilledQuantity> dial, BilledQuantity step);
    /// Rounded half up at the sixth decimal, which volumes and their shares do not reach.
    Derived<BilledQuantity> multiply(Derived<BilledQuantity> quantity, Derived<Ratio> ratio);
    /// quantity x numerator / denominator to a whole multiple of `step`.
    Derived<BilledQuantity> scale(Derived<BilledQuantity> quantity, Derived<Ratio> numerator,
                                  Derived<Ratio> denominator, BilledQuantity step, RoundingMode mode);
    /// The mean of quantities by weight, rounded half up at the sixth decimal.
    Derived<BilledQuantity> weightedMean(std::span<const Derived<BilledQuantity>> values,
                                         std::span<const Derived<Ratio>> weights);
    /// The same number, and why it is this one: every margin is at least zero.
    template <class T>
    Derived<T> given(Derived<T> value, std::span<const Trace::Node> margins) {
        if (!traced() || margins.empty())
            return value;
        std::vector<Trace::Node> arguments{value.node};
        arguments.insert(arguments.end(), margins.begin(), margins.end());
        return {value.value, written("given", value.value.toString(), arguments, {})};
    }

    /// Exact.
    Derived<ExactAmount> multiply(Derived<BilledQuantity> quantity, Derived<BilledPrice> price);
    Derived<ExactAmount> multiply(Derived<Money> money, Derived<Ratio> ratio);
    /// Rounded half up at the twelfth decimal, which amounts that were rounded before do not reach.
    Derived<ExactAmount> multiply(const Derived<ExactAmount>& amount, Derived<Ratio> ratio);
    /// amount x part / whole, rounded half up at the twelfth decimal. The whole is not zero.
    Derived<ExactAmount> share(const Derived<ExactAmount>& amount, Derived<BilledQuantity> part,
                               Derived<BilledQuantity> whole);
    Derived<Money> add(Derived<Money> a, Derived<Money> b);
    Derived<Money> subtract(Derived<Money> a, Derived<Money> b);
    Derived<ExactAmount> subtract(const Derived<ExactAmount>& a, const Derived<ExactAmount>& b);
    /// The two places where an amount is rounded: to money, and to a step that may be finer.
    Derived<Money> round(const Derived<ExactAmount>& amount, Currency currency, RoundingRule rule);
    Derived<ExactAmount> round(const Derived<ExactAmount>& amount, RoundingRule rule);
    template <class T>
    Derived<T> sum(T total, std::span<const Trace::Node> parts) {
        if (!traced()) [[likely]]
            return {total};
        return {total, nodeWritten("sum", total, parts)};
    }

    /// sum += part; the sum stays as it is where that overflows.
    template <class Integer>
    void accumulate(Integer& sum, Integer part) {
        Integer together = 0;
        if (__builtin_add_overflow(sum, part, &together)) [[unlikely]]
            return fail(BaseError::Overflow);
        sum = together;
    }
    /// The value, or `otherwise` and the error kept.
    template <class T>
    T valueOr(Result<T> result, T otherwise) {
        if (result.ok()) [[likely]]
            return *result;
        keepError(result);
        return otherwise;
    }
    /// The same of an operation with a quick form, which says nothing where the slow one has an error or more to do.
    template <class T, class Slow>
    T valueOr(std::optional<T> quick, T otherwise, Slow slow) {
        if (quick) [[likely]]
            return *quick;
        return slowValueOr(slow, otherwise);
    }

private:
    /// One node or two, in a register: nothing is written to memory before somebody asks.
    struct Arguments {
        Trace::Node first;
        Trace::Node second = Trace::none;
    };

    template <class T>
    Derived<T> node(const char* operation, T value, Arguments arguments) {
        if (!traced()) [[likely]]
            return {value};
        return {value, nodeWritten(operation, value, arguments)};
    }
    template <class T>
    Derived<T> rounded(const char* operation, T value, Arguments arguments, std::int64_t stepMicro, RoundingMode mode) {
        if (!traced()) [[likely]]
            return {value};
        return {value, roundingWritten(operation, value, arguments, stepMicro, mode)};
    }

    // What makes texts, and what goes wrong, is kept out of the way of the bills nobody asks about.
    template <class T, class Source>
    [[gnu::noinline]] Trace::Node leafWritten(LeafKind kind, T value, Source source) {
        return m_trace->leaf(kind, value.toString(), source());
    }
    template <class T>
    [[gnu::noinline]] Trace::Node nodeWritten(const char* operation, T value, std::span<const Trace::Node> arguments) {
        return written(operation, value.toString(), arguments, {});
    }
    template <class T>
    [[gnu::noinline]] Trace::Node nodeWritten(const char* operation, T value, Arguments arguments) {
        return written(operation, value.toString(), arguments, {});
    }
    template <class T>
    [[gnu::noinline]] Trace::Node roundingWritten(const char* operation, T value, Arguments arguments,
                                                  std::int64_t stepMicro, RoundingMode mode) {
        return written(operation, value.toString(), arguments,
                       TraceRounding{formatScaled(stepMicro, 6), roundingModeCode(mode)});
    }
    template <class T>
    [[gnu::cold, gnu::noinline]] void keepError(Result<T>& result) {
        fail(std::move(result).error());
    }
    template <class T, class Slow>
    [[gnu::noinline]] T slowValueOr(Slow slow, T otherwise) {
        return valueOr(Result<T>(slow()), otherwise);
    }
    Derived<ExactAmount> atTwelfthDecimal(const char* operation, ExactAmount value, Arguments arguments);
    Trace::Node written(const char* operation, const QString& value, Arguments arguments,
                        std::optional<TraceRounding> rounding);
    Trace::Node written(const char* operation, const QString& value, std::span<const Trace::Node> arguments,
                        std::optional<TraceRounding> rounding);

    Trace* m_trace;
    Result<void> m_state;
};

// What every bill is made of: rating a million of them is these.

inline Derived<BilledQuantity> Derivation::add(Derived<BilledQuantity> a, Derived<BilledQuantity> b) {
    const auto sum =
        valueOr(a.value.plusInRange(b.value), BilledQuantity::zero(), [=] { return a.value.plus(b.value); });
    return node("add", sum, {a.node, b.node});
}

inline Derived<BilledQuantity> Derivation::subtract(Derived<BilledQuantity> a, Derived<BilledQuantity> b) {
    const auto difference =
        valueOr(a.value.minusInRange(b.value), BilledQuantity::zero(), [=] { return a.value.minus(b.value); });
    return node("subtract", difference, {a.node, b.node});
}

inline Derived<BilledQuantity> Derivation::cut(Derived<BilledQuantity> dial, BilledQuantity step) {
    const auto whole =
        valueOr(dial.value.cutInRange(step), BilledQuantity::zero(), [=] { return dial.value.cutToStep(step); });
    return rounded("round", whole, {dial.node}, step.micro(), RoundingMode::Down);
}

inline Derived<ExactAmount> Derivation::multiply(Derived<BilledQuantity> quantity, Derived<BilledPrice> price) {
    return node("multiply", price.value.of(quantity.value), {quantity.node, price.node});
}

inline Derived<Money> Derivation::round(const Derived<ExactAmount>& amount, Currency currency, RoundingRule rule) {
    const Money money = valueOr(amount.value.roundedToMinorUnit(currency, rule), Money::zero(currency),
                                [exact = amount.value, currency, rule] { return exact.rounded(currency, rule); });
    return rounded("round", money, {amount.node}, rule.stepMicro(), rule.mode());
}

} // namespace meterhall
