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

/// What must have passed before a charge runs.
enum class LateStart : std::uint8_t {
    Days = 0,      ///< the due day and `graceDays`
    Reminders = 1, ///< the n-th reminder was served (催缴送达) after the due day
    Both = 2,      ///< the later of the two
    Either = 3,    ///< the earlier of the two
};

/// The late-payment charge (违约金): a debt of its own, never part of a price or of a ladder.
struct LateChargeRule {
    Rate sameYear = Rate::ofMicro(1'000); ///< a day: 1 per mille for homes
    Rate laterYear = Rate::ofMicro(1'000);
    LateYearRule years = LateYearRule::OneRate;
    LateStart start = LateStart::Days;
    int graceDays = 0;              ///< days after the last due day that are not counted
    int reminders = 0;              ///< asked for by `start`
    bool once = false;              ///< the rate is charged once, whatever the number of days
    std::optional<Rate> cap{};      ///< of what is owed: never above the bill itself is one
    std::optional<Money> minimum{}; ///< of a charge that is not nothing: 1 yuan
    /// Of the sum; empty: not rounded but to the minor unit, half up.
    std::optional<RoundingRule> rounding{};
    bool onBehalf = true; ///< fees collected for others (代征费) are charged too
    /// A waiver above it waits for a second person; empty: none does.
    std::optional<Money> secondPersonAbove{};

    bool operator==(const LateChargeRule&) const = default;
};

/// So many days at one rate.
struct LateStretch {
    int days = 0;
    Rate rate = Rate::ofMicro(0);
    int stopped = 0; ///< further days of the stretch on which no charge ran
    bool operator==(const LateStretch&) const = default;
};

/// Days on which no charge runs, both included; without a last one it has not ended.
struct DayRange {
    Date first;
    std::optional<Date> last{};
    bool contains(Date day) const { return first <= day && (!last || day <= *last); }
    bool operator==(const DayRange&) const = default;
};

/// What happened to a debt since it was due.
struct LateEvents {
    std::vector<DayRange> stops;
    std::vector<Date> reminders; ///< days on which one was served, in any order
};

/// What is owed, and how long at which rates.
struct LateDebt {
    Money owed;
    std::vector<LateStretch> stretches;
};

/// The last day that is not counted; none as long as reminders that are asked for were not served.
std::optional<Date> lateAfter(const LateChargeRule& rule, Date lastDue, std::span<const Date> reminders);

/// The stretches of a debt whose last day to pay was `lastDue`: the day after lateAfter() is the first late day,
/// `paidOn` the last. None when it was paid in time. The year of the bill is that of `lastDue`.
std::vector<LateStretch> lateStretches(const LateChargeRule& rule, Date lastDue, Date paidOn,
                                       const LateEvents& events = {});

/// The charge of several debts paid together: owed x days x rate, summed exactly, capped, rounded once, and then at
/// least the minimum, unless there is nothing to charge. With a `trace`, how it was derived.
Result<Money> lateCharge(const LateChargeRule& rule, std::span<const LateDebt> debts, Currency currency,
                         Trace* trace = nullptr);

/// What is not asked for any more of the charge of some debts.
struct LateRelief {
    Money taken;  ///< with earlier parts of the same debts
    Money waived; ///< 减免
};
/// The same charge less what was taken and waived; never below nothing. Debts paid in part are handed over piece by
/// piece, those paid earlier too: so a minimum is asked for once, and parts are rounded as the whole is.
Result<Money> lateChargeLeft(const LateChargeRule& rule, std::span<const LateDebt> debts, const LateRelief& relief,
                             Trace* trace = nullptr);

} // namespace meterhall
