#pragma once

#include "core/base/time.h"
#include "core/calendar/calendar_error.h"

namespace meterhall {

class FinancialPeriod;

/// How a company cuts its books: the month its year begins with, and the last day of each period. Calendar months are
/// (1, 31); a company that closes on the 25th has (1, 25): its period 1 runs from 26 December to 25 January.
class FinancialCalendar {
public:
    /// `closingDay` 1 to 28, or 31 for the end of the month.
    static Result<FinancialCalendar> of(int firstMonth, int closingDay);
    static FinancialCalendar calendarMonths();

    Result<FinancialPeriod> periodOf(Date date) const;
    constexpr int firstMonth() const { return m_firstMonth; }
    constexpr int closingDay() const { return m_closingDay; }
    constexpr bool operator==(const FinancialCalendar&) const = default;

private:
    constexpr FinancialCalendar(int firstMonth, int closingDay)
        : m_firstMonth(firstMonth)
        , m_closingDay(closingDay) {}
    int m_firstMonth;
    int m_closingDay;
};

/// A period of the company's books, [from, to), number 1 to 12 of a financial year that bears the name of the calendar
/// year in which its first period closes. A journal belongs to one; it is not the accounting month of a receivable.
class FinancialPeriod {
public:
    constexpr int year() const { return m_year; }
    constexpr int ordinal() const { return m_ordinal; }
    constexpr Date from() const { return m_from; }
    constexpr Date to() const { return m_to; }
    /// 202611: year and ordinal, the form of the database.
    constexpr int number() const { return m_year * 100 + m_ordinal; }
    constexpr bool contains(Date date) const { return m_from <= date && date < m_to; }
    constexpr bool operator==(const FinancialPeriod&) const = default;
    /// "2026/11".
    QString toString() const;

private:
    friend class FinancialCalendar;
    constexpr FinancialPeriod(int year, int ordinal, Date from, Date to)
        : m_year(year)
        , m_ordinal(ordinal)
        , m_from(from)
        , m_to(to) {}
    int m_year;
    int m_ordinal;
    Date m_from;
    Date m_to;
};

} // namespace meterhall
