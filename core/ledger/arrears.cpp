#include "core/ledger/arrears.h"

namespace meterhall {

namespace {

struct AgeRow {
    const char* code;
    int toDays; ///< the last day that belongs to it
};
constexpr std::array<AgeRow, arrearsAges> ages{{
    {"not-due", 0},
    {"0-30", 30},
    {"31-90", 90},
    {"91-180", 180},
    {"181-360", 360},
    {"1-2y", 720},
    {"2-3y", 1080},
    {"over-3y", 0},
}};

} // namespace

QString codeOf(ArrearsAge age) {
    const auto index = std::size_t(age);
    return index < ages.size() ? QString::fromLatin1(ages[index].code) : QString();
}

ArrearsAge ageOf(Date dueOn, Date today) {
    const int late = today.daysSince(dueOn);
    std::size_t age = 0;
    while (age + 1 < ages.size() && late > ages[age].toDays)
        ++age;
    return ArrearsAge(age);
}

Result<Arrears> arrearsOf(std::span<const OpenBill> bills, Date today, Currency currency) {
    const Money nothing = Money::zero(currency);
    Arrears arrears{{nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing}, nothing, nothing};
    for (const OpenBill& bill : bills) {
        const ArrearsAge age = ageOf(bill.dueOn, today);
        Money& sum = arrears.byAge[std::size_t(age)];
        MH_TRY(sum, sum.plus(bill.open));
        MH_TRY(arrears.owed, arrears.owed.plus(bill.open));
        if (age == ArrearsAge::NotDue)
            continue;
        MH_TRY(arrears.overdue, arrears.overdue.plus(bill.open));
    }
    return arrears;
}

} // namespace meterhall
