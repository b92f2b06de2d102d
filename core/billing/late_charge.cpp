#include "core/billing/late_charge.h"

#include "core/tariffs/derivation.h"

#include <algorithm>
#include <array>

namespace meterhall {

namespace {
constexpr std::int64_t one = Ratio::microPerUnit;

/// A sum that grows, with its parts.
struct Sum {
    Int128 scaled = 0;
    std::vector<Trace::Node> parts;

    void add(const Derived<ExactAmount>& part, Derivation& derivation) {
        scaled = derivation.valueOr(checkedAdd128(scaled, part.value.scaled()), scaled);
        if (derivation.traced())
            parts.push_back(part.node);
    }
    Derived<ExactAmount> total(Derivation& derivation) const {
        return derivation.sum(ExactAmount::fromScaled(scaled), parts);
    }
};

Derived<ExactAmount> exactly(Derived<Money> money) {
    return {ExactAmount::of(money.value), money.node};
}

Derived<Ratio> daysOf(const LateStretch& stretch, Derivation& derivation) {
    const auto days = derivation.leaf(LeafKind::Date, Ratio::ofMicro((stretch.days + stretch.stopped) * one),
                                      [] { return QStringLiteral("late days"); });
    if (stretch.stopped == 0)
        return days;
    const auto stopped = derivation.leaf(LeafKind::Date, Ratio::ofMicro(stretch.stopped * one),
                                         [] { return QStringLiteral("days on which no late charge ran"); });
    return derivation.subtract(days, stopped);
}

Derived<ExactAmount> chargeOf(Derived<Money> owed, const LateStretch& stretch, bool once, Derivation& derivation) {
    const auto rate = derivation.leaf(LeafKind::Price, Ratio::ofMicro(stretch.rate.micro()),
                                      [] { return QStringLiteral("rate of the late charge"); });
    const auto daily = derivation.multiply(owed, rate);
    if (once)
        return daily;
    return derivation.multiply(daily, daysOf(stretch, derivation));
}

/// `amount`, or `limit` where that is lower, and why.
Derived<ExactAmount> atMost(const Derived<ExactAmount>& amount, const Derived<ExactAmount>& limit,
                            Derivation& derivation) {
    const bool isOver = amount.value > limit.value;
    const auto& lower = isOver ? limit : amount;
    const auto& higher = isOver ? amount : limit;
    const auto margin = derivation.subtract(higher, lower);
    return derivation.given(lower, std::array{margin.node});
}
/// Counts days that run and days that do not.
struct DayCount {
    int running = 0;
    int stopped = 0;

    void add(Date day, std::span<const DayRange> stops) {
        const bool isStopped = std::ranges::any_of(stops, [day](const DayRange& stop) { return stop.contains(day); });
        ++(isStopped ? stopped : running);
    }
    void addTo(std::vector<LateStretch>& stretches, Rate rate) const {
        if (running > 0)
            stretches.push_back({running, rate, stopped});
    }
};
} // namespace

std::optional<Date> lateAfter(const LateChargeRule& rule, Date lastDue, std::span<const Date> reminders) {
    const Date patient = lastDue.addDays(rule.graceDays);
    if (rule.start == LateStart::Days || rule.reminders <= 0)
        return patient;
    std::vector<Date> served(reminders.begin(), reminders.end());
    std::erase_if(served, [lastDue](Date day) { return day <= lastDue; });
    std::ranges::sort(served);
    const auto nth = std::size_t(rule.reminders);
    if (served.size() < nth)
        return rule.start == LateStart::Either ? std::optional(patient) : std::nullopt;
    const Date reminded = served[nth - 1];
    if (rule.start == LateStart::Reminders)
        return reminded;
    return rule.start == LateStart::Both ? std::max(patient, reminded) : std::min(patient, reminded);
}

std::vector<LateStretch> lateStretches(const LateChargeRule& rule, Date lastDue, Date paidOn,
                                       const LateEvents& events) {
    const auto after = lateAfter(rule, lastDue, events.reminders);
    if (!after)
        return {};
    const bool isWhollyLater = rule.years == LateYearRule::AtPayment && paidOn.year() > lastDue.year();
    DayCount sameYear;
    DayCount laterYear;
    for (Date day = after->addDays(1); day <= paidOn; day = day.addDays(1)) {
        const bool isLater = isWhollyLater || (rule.years == LateYearRule::ByDays && day.year() > lastDue.year());
        (isLater ? laterYear : sameYear).add(day, events.stops);
    }
    std::vector<LateStretch> stretches;
    sameYear.addTo(stretches, rule.sameYear);
    laterYear.addTo(stretches, rule.laterYear);
    return stretches;
}

namespace {
Derived<Money> charged(const LateChargeRule& rule, std::span<const LateDebt> debts, Currency currency,
                       Derivation& derivation) {
    Sum sum;
    Sum owed;
    for (const LateDebt& debt : debts) {
        const auto amount =
            derivation.leaf(LeafKind::Arrears, debt.owed, [] { return QStringLiteral("owed and not paid in time"); });
        owed.add(exactly(amount), derivation);
        for (const LateStretch& stretch : debt.stretches)
            sum.add(chargeOf(amount, stretch, rule.once, derivation), derivation);
    }
    auto exact = sum.total(derivation);
    if (rule.cap) {
        const auto share = derivation.leaf(LeafKind::Policy, Ratio::ofMicro(rule.cap->micro()),
                                           [] { return QStringLiteral("highest late charge, of what is owed"); });
        exact = atMost(exact, derivation.multiply(owed.total(derivation), share), derivation);
    }
    auto total = derivation.round(exact, currency,
                                  rule.rounding.value_or(RoundingRule::toMinorUnit(currency, RoundingMode::HalfUp)));
    if (rule.minimum && total.value.isPositive() && rule.minimum->minor() > total.value.minor()) {
        const auto least =
            derivation.leaf(LeafKind::Policy, *rule.minimum, [] { return QStringLiteral("lowest late charge"); });
        total = derivation.given(least, std::array{derivation.subtract(least, total).node});
    }
    return total;
}

Derived<Money> less(Derived<Money> charge, const LateRelief& relief, Derivation& derivation) {
    Derived<Money> left = charge;
    const auto takeOff = [&](Money amount, const char* source) {
        if (!amount.isPositive())
            return;
        const auto leaf = derivation.leaf(LeafKind::Policy, amount, [source] { return QString::fromLatin1(source); });
        left = derivation.subtract(left, leaf);
    };
    takeOff(relief.taken, "late charge taken before");
    takeOff(relief.waived, "late charge waived");
    if (!left.value.isNegative())
        return left;
    const auto nothing = derivation.leaf(LeafKind::Policy, Money::zero(left.value.currency()),
                                         [] { return QStringLiteral("nothing is given back"); });
    return derivation.given(nothing, std::array{derivation.subtract(nothing, left).node});
}

Result<Money> finished(Derived<Money> total, const Derivation& derivation, Trace* trace) {
    if (trace != nullptr)
        trace->setRoot(total.node);
    MH_CHECK(derivation.state());
    return total.value;
}
} // namespace

Result<Money> lateCharge(const LateChargeRule& rule, std::span<const LateDebt> debts, Currency currency, Trace* trace) {
    Derivation derivation(trace);
    return finished(charged(rule, debts, currency, derivation), derivation, trace);
}

Result<Money> lateChargeLeft(const LateChargeRule& rule, std::span<const LateDebt> debts, const LateRelief& relief,
                             Trace* trace) {
    Derivation derivation(trace);
    return finished(less(charged(rule, debts, relief.taken.currency(), derivation), relief, derivation), derivation,
                    trace);
}

} // namespace meterhall
