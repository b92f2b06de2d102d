#pragma once

#include "core/base/time.h"
#include "core/base/trace.h"
#include "core/money/rate.h"

#include <optional>
#include <span>
#include <vector>

namespace meterhall {

/// By which rate a delay is charged that goes beyond the year of the bill (供电营业规则 art. 98 leaves it open; its
/// exam questions are answered both ways).
enum class LateYearRule : std::uint8_t {
    OneRate = 0,   ///< the same in all years
    ByDays = 1,    ///< days to 31 December at the rate of the same year, those after it at the other
    AtPayment = 2, ///< all days at the other rate when it is paid in a later year
};

/// The late-payment charge (违约金): a debt of its own, never part of a price or of a ladder.
struct LateChargeRule {
    Rate sameYear = Rate::ofMicro(1'000); ///< a day: 1 per mille for homes
    Rate laterYear = Rate::ofMicro(1'000);
    LateYearRule years = LateYearRule::OneRate;
    int graceDays = 0;              ///< days after the last due day that are not counted
    bool once = false;              ///< the rate is charged once, whatever the number of days
    std::optional<Rate> cap{};      ///< of what is owed: never above the bill itself is one
    std::optional<Money> minimum{}; ///< of a charge that is not nothing: 1 yuan
    /// Of the sum; empty: not rounded but to the minor unit, half up.
    std::optional<RoundingRule> rounding{};
};

/// So many days at one rate.
struct LateStretch {
    int days = 0;
    Rate rate = Rate::ofMicro(0);
    bool operator==(const LateStretch&) const = default;
};

/// What is owed, and how long at which rates.
struct LateDebt {
    Money owed;
    std::vector<LateStretch> stretches;
};

/// The stretches of a debt whose last day to pay was `lastDue`: the day after it is the first late day, `paidOn` the
/// last. None when it was paid in time.
std::vector<LateStretch> lateStretches(const LateChargeRule& rule, Date lastDue, Date paidOn);

/// The charge of several debts paid together: owed x days x rate, summed exactly, capped, rounded once, and then at
/// least the minimum, unless there is nothing to charge. With a `trace`, how it was derived.
Result<Money> lateCharge(const LateChargeRule& rule, std::span<const LateDebt> debts, Currency currency,
                         Trace* trace = nullptr);

} // namespace meterhall
