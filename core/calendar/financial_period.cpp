#include "core/calendar/financial_period.h"

#include "core/calendar/accounting_month.h"

namespace meterhall {

namespace {
constexpr int periodsInYear = 12;
constexpr int endOfMonth = 31;
constexpr int lastSafeClosingDay = 28; // every month has it

/// The first day after the period that closes in `month`.
Result<Date> dayAfterClosing(AccountingMonth month, int closingDay) {
    if (closingDay != endOfMonth)
        return Date::of(month.year(), month.month(), closingDay + 1).ok()
                   ? Date::of(month.year(), month.month(), closingDay + 1)
                   : Result<Date>(month.lastDay().addDays(1)); // 28 February closes a common year's month
    MH_TRY(const AccountingMonth next, month.next());
    return next.firstDay();
}
} // namespace

Result<FinancialCalendar> FinancialCalendar::of(int firstMonth, int closingDay) {
    const bool dayFits = (closingDay >= 1 && closingDay <= lastSafeClosingDay) || closingDay == endOfMonth;
    if (firstMonth < 1 || firstMonth > periodsInYear || !dayFits)
        return Error(CalendarError::BadPeriod, {QString::number(firstMonth), QString::number(closingDay)});
    return FinancialCalendar(firstMonth, closingDay);
}

FinancialCalendar FinancialCalendar::calendarMonths() {
    return {1, endOfMonth};
}

Result<FinancialPeriod> FinancialCalendar::periodOf(Date date) const {
    AccountingMonth closing = AccountingMonth::containing(date);
    if (date.day() > m_closingDay) {
        MH_TRY(closing, closing.next());
    }
    MH_TRY(const AccountingMonth before, closing.previous());
    MH_TRY(const Date from, dayAfterClosing(before, m_closingDay));
    MH_TRY(const Date to, dayAfterClosing(closing, m_closingDay));
    const int ordinal = (closing.month() - m_firstMonth + periodsInYear) % periodsInYear + 1;
    const int year = closing.month() >= m_firstMonth ? closing.year() : closing.year() - 1;
    return FinancialPeriod(year, ordinal, from, to);
}

QString FinancialPeriod::toString() const {
    return QStringLiteral("%1/%2").arg(m_year, 4, 10, QChar(u'0')).arg(m_ordinal, 2, 10, QChar(u'0'));
}

} // namespace meterhall
