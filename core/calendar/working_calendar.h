#pragma once

#include "core/base/time.h"
#include "core/calendar/calendar_error.h"

#include <map>
#include <set>
#include <span>

namespace meterhall {

/// The numbers stand in the database.
enum class DayKind : std::uint8_t {
    Holiday = 1, ///< not worked, whatever the weekday
    MakeUpDay,   ///< a weekend day that is worked in exchange for a holiday (调休上班)
    Ordinary,    ///< nothing special after all: the weekday decides
};
/// "holiday", "workday", "ordinary".
QString codeOf(DayKind kind);

/// A day on which the weekday alone does not say whether it is worked.
struct SpecialDay {
    static constexpr qsizetype longestName = 60;

    /// As a line of a table has it; BadCalendarLine, or the error of the date.
    static Result<SpecialDay> parse(QStringView day, QStringView kind, QStringView name);

    Date day;
    DayKind kind = DayKind::Ordinary;
    QString name;

    bool operator==(const SpecialDay&) const = default;
};

/// Which days are worked. The table is data, published year by year by the government, and says where it came from:
///
///     # source: State Council notice on holidays of 2026, document number
///     # weekend: 6 7
///     # covers: 2026
///     day,kind,name
///     2026-10-01,holiday,National Day
///     2026-10-10,workday,make-up day for National Day
///
/// UTF-8 lines, the one with the columns' names may be missing; `source` is required, `weekend` (1 Monday to 7 Sunday)
/// is 6 7 when missing, `covers` names the years whose holidays are known. Outside of them only the weekend counts, and
/// covers() says so.
class WorkingCalendar {
public:
    static Result<WorkingCalendar> parse(QStringView lines);
    /// Monday to Friday and no holiday at all; covers no year.
    static WorkingCalendar weekendsOnly();
    /// Saturdays and Sundays, and these days, no two of them the same. Covers the years that have one.
    static WorkingCalendar of(std::span<const SpecialDay> days);

    bool isWorkingDay(Date date) const;
    /// Whether the holidays of the date's year are known.
    bool covers(Date date) const { return m_years.contains(date.year()); }
    /// The first working day on or after the date: where a due date moves to.
    Result<Date> nextWorkingDay(Date date) const;
    /// The n-th working day after the date (n > 0), the n-th before it (n < 0); n = 0 is the date itself.
    Result<Date> addWorkingDays(Date date, int n) const;
    /// Working days in [from, to).
    int workingDaysBetween(Date from, Date to) const;

    const QString& source() const { return m_source; }
    /// The name of a listed day, empty for all others.
    QString nameOf(Date date) const;

private:
    WorkingCalendar() = default;

    Result<void> readLine(QStringView line);
    Result<void> readHeader(QStringView header);
    Result<void> readDay(QStringView line);
    Result<void> readWeekend(QStringView days);
    Result<void> readYears(QStringView years);

    QString m_source;
    std::set<int> m_weekend{6, 7};
    std::set<int> m_years;
    std::map<Date, SpecialDay> m_days;
};

} // namespace meterhall
