#include "core/calendar/ladder_window.h"

namespace meterhall {

namespace {
constexpr int monthsOfYear = 12;

constexpr int monthIndex(Date date) {
    return date.year() * monthsOfYear + date.month() - 1;
}

constexpr int floorDivide(int value, int divisor) {
    return value / divisor - (value % divisor < 0 ? 1 : 0);
}

/// anchor.addMonths(), with the ends of the Date type as an error.
Result<Date> windowBound(Date anchor, int months) {
    const int index = monthIndex(anchor) + months;
    const int year = floorDivide(index, monthsOfYear);
    if (!Date::of(year, 1, 1).ok())
        return Error(CalendarError::OutOfRange, {QString::number(year)});
    return anchor.addMonths(months);
}
} // namespace

Result<LadderWindow> LadderWindow::containing(Date date, Date anchor, int months) {
    if (months < 1 || months > maxMonths)
        return Error(CalendarError::BadWindow, {QString::number(months)});
    int ordinal = floorDivide(monthIndex(date) - monthIndex(anchor), months);
    // Inside the month of the bound the day decides.
    if (monthIndex(anchor) + ordinal * months == monthIndex(date)) {
        MH_TRY(const Date bound, windowBound(anchor, ordinal * months));
        if (date < bound)
            --ordinal;
    }
    MH_TRY(const Date from, windowBound(anchor, ordinal * months));
    MH_TRY(const Date to, windowBound(anchor, (ordinal + 1) * months));
    return LadderWindow(from, to, months);
}

Result<LadderWindow> LadderWindow::yearOf(Date date) {
    MH_TRY(const Date anchor, Date::of(date.year(), 1, 1));
    return containing(date, anchor, monthsOfYear);
}

QString LadderWindow::toString() const {
    return m_from.toString() + QStringLiteral("..") + m_to.toString();
}

} // namespace meterhall
