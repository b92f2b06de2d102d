#include "core/billing/late_charge.h"

#include "core/tariffs/derivation.h"

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

Derived<ExactAmount> chargeOf(Derived<Money> owed, const LateStretch& stretch, bool once, Derivation& derivation) {
    const auto rate = derivation.leaf(LeafKind::Price, Ratio::ofMicro(stretch.rate.micro()),
                                      [] { return QStringLiteral("rate of the late charge"); });
    const auto daily = derivation.multiply(owed, rate);
    if (once)
        return daily;
    const auto days =
        derivation.leaf(LeafKind::Date, Ratio::ofMicro(stretch.days * one), [] { return QStringLiteral("late days"); });
    return derivation.multiply(daily, days);
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
} // namespace

std::vector<LateStretch> lateStretches(const LateChargeRule& rule, Date lastDue, Date paidOn) {
    const int days = paidOn.daysSince(lastDue) - rule.graceDays;
    if (days <= 0)
        return {};
    const auto newYear = Date::of(lastDue.year() + 1, 1, 1);
    const int inYear = newYear.ok() ? std::clamp(newYear->addDays(-1).daysSince(lastDue), 0, days) : days;
    if (rule.years == LateYearRule::OneRate || inYear == days)
        return {{days, rule.sameYear}};
    if (rule.years == LateYearRule::AtPayment)
        return {{days, rule.laterYear}};
    return {{inYear, rule.sameYear}, {days - inYear, rule.laterYear}};
}

Result<Money> lateCharge(const LateChargeRule& rule, std::span<const LateDebt> debts, Currency currency, Trace* trace) {
    Derivation derivation(trace);
    Sum charged;
    Sum owed;
    for (const LateDebt& debt : debts) {
        const auto amount =
            derivation.leaf(LeafKind::Arrears, debt.owed, [] { return QStringLiteral("owed and not paid in time"); });
        owed.add(exactly(amount), derivation);
        for (const LateStretch& stretch : debt.stretches)
            charged.add(chargeOf(amount, stretch, rule.once, derivation), derivation);
    }
    auto exact = charged.total(derivation);
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
    if (trace != nullptr)
        trace->setRoot(total.node);
    MH_CHECK(derivation.state());
    return total.value;
}

} // namespace meterhall
