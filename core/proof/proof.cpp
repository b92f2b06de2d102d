#include "core/proof/proof.h"

#include "core/proof/plain_decimal.h"

#include <array>

namespace meterhall {

namespace {
using proof::PlainDecimal;
using Values = std::vector<PlainDecimal>;
constexpr PlainDecimal one{1, 0};

Result<PlainDecimal> sumOf(const Values& arguments) {
    PlainDecimal sum;
    for (const PlainDecimal& argument : arguments) {
        MH_TRY(sum, proof::add(sum, argument));
    }
    return sum;
}

Result<PlainDecimal> firstIfMarginsHold(const Values& arguments) {
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        if (arguments[i].isNegative())
            return Error(ProofError::MarginIsNegative, {arguments[i].toString()});
    }
    return arguments.front();
}

struct Rounding {
    PlainDecimal step;
    QString mode;
};

Result<PlainDecimal> rounded(PlainDecimal numerator, PlainDecimal denominator,
                             const std::optional<Rounding>& rounding) {
    if (rounding)
        return proof::divideToStep(numerator, denominator, rounding->step, rounding->mode);
    if (denominator == one)
        return numerator;
    return Error(ProofError::UnknownRounding, {QStringLiteral("a quotient needs a rounding")});
}

struct Operation {
    QLatin1StringView name;
    std::size_t fewest;
    std::size_t most;
    Result<PlainDecimal> (*apply)(const Values&);
};
constexpr std::size_t any = Trace::maxEntries;

constexpr std::array operations = {
    Operation{QLatin1StringView("add"), 2, 2, [](const Values& v) { return proof::add(v[0], v[1]); }},
    Operation{QLatin1StringView("subtract"), 2, 2, [](const Values& v) { return proof::subtract(v[0], v[1]); }},
    Operation{QLatin1StringView("multiply"), 2, 2, [](const Values& v) { return proof::multiply(v[0], v[1]); }},
    Operation{QLatin1StringView("sum"), 0, any, sumOf},
    Operation{QLatin1StringView("round"), 1, 1, [](const Values& v) { return Result<PlainDecimal>(v[0]); }},
    Operation{QLatin1StringView("given"), 1, any, firstIfMarginsHold},
};

Result<PlainDecimal> apply(const Trace::Entry& entry, const Values& arguments,
                           const std::optional<Rounding>& rounding) {
    if (entry.operation == u"round" && !rounding)
        return Error(ProofError::UnknownRounding, {QStringLiteral("round")});
    if (entry.operation == u"divide") {
        if (arguments.size() != 2)
            return ProofError::WrongArguments;
        return rounded(arguments[0], arguments[1], rounding);
    }
    for (const Operation& operation : operations) {
        if (operation.name != entry.operation)
            continue;
        if (arguments.size() < operation.fewest || arguments.size() > operation.most)
            return ProofError::WrongArguments;
        MH_TRY(const PlainDecimal exact, operation.apply(arguments));
        return rounded(exact, one, rounding);
    }
    return Error(ProofError::UnknownOperation, {entry.operation.left(40)});
}

Result<PlainDecimal> evaluate(const Trace::Entry& entry, const Values& known) {
    MH_TRY(const PlainDecimal recorded, PlainDecimal::parse(entry.value));
    if (entry.isLeaf())
        return recorded;
    Values arguments;
    for (const Trace::Node argument : entry.arguments) {
        if (argument >= known.size())
            return ProofError::WrongArguments;
        arguments.push_back(known[argument]);
    }
    std::optional<Rounding> rounding;
    if (entry.rounding) {
        MH_TRY(const PlainDecimal step, PlainDecimal::parse(entry.rounding->step));
        rounding = Rounding{step, entry.rounding->mode};
    }
    MH_TRY(const PlainDecimal evaluated, apply(entry, arguments, rounding));
    if (evaluated != recorded)
        return Error(ProofError::ValueDiffers, {entry.value, evaluated.toString()});
    return evaluated;
}
} // namespace

Result<QString> prove(const Trace& trace) {
    const auto entries = trace.entries();
    if (trace.root() >= entries.size())
        return ProofError::Empty;
    Values known;
    known.reserve(entries.size());
    for (const Trace::Entry& entry : entries) {
        const QString place = entry.isLeaf() ? entry.source : entry.operation;
        MH_TRY(const PlainDecimal value,
               evaluate(entry, known).within(QStringLiteral("entry %1: %2").arg(known.size()).arg(place)));
        known.push_back(value);
    }
    return entries[trace.root()].value;
}

Result<void> proveTotal(const Trace& trace, const QString& total) {
    MH_TRY(const QString proved, prove(trace));
    MH_TRY(const PlainDecimal left, PlainDecimal::parse(proved));
    MH_TRY(const PlainDecimal right, PlainDecimal::parse(total));
    if (left != right)
        return Error(ProofError::TotalDiffers, {total, proved});
    return {};
}

} // namespace meterhall
