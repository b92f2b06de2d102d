#pragma once

#include "core/ledger/allocation.h"

#include <array>
#include <span>

namespace meterhall {

/// How long a debt is overdue, in days after the due date (账龄).
enum class ArrearsAge : std::uint8_t {
    NotDue,
    To30,
    To90,
    To180,
    To360,
    To2Years,
    To3Years,
    Over3Years, ///< a claim may be barred by limitation
};
constexpr std::size_t arrearsAges = 8;
/// "not-due", "0-30", "31-90" …
QString codeOf(ArrearsAge age);

/// Bounds belong to the younger age: 30 days late is To30, 31 is To90; two and three years are 720 and 1080 days.
ArrearsAge ageOf(Date dueOn, Date today);

/// What is owed by bill, sorted into ages. Derived from the ledger every time; nothing of it is stored.
struct Arrears {
    std::array<Money, arrearsAges> byAge;
    Money owed;    ///< all of it
    Money overdue; ///< without NotDue

    const Money& of(ArrearsAge age) const { return byAge[std::size_t(age)]; }
};
/// Of one currency.
Result<Arrears> arrearsOf(std::span<const OpenBill> bills, Date today, Currency currency);

} // namespace meterhall
