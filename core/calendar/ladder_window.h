#pragma once

#include "core/base/time.h"
#include "core/calendar/calendar_error.h"

namespace meterhall {

/// The stretch of time over which use is counted up a ladder (阶梯周期), [from, to): usually a calendar year. Windows
/// of one anchor and length follow each other without gap or overlap. Neither a reading interval nor an accounting
/// month.
class LadderWindow {
public:
    static constexpr int maxMonths = 120;

    /// The window of `months` months that holds `date`, when some window begins at `anchor` (before or after `date`).
    /// A year from 1 January: anchor 1 January of any year, 12 months. An anchor on the 31st is cut to shorter months.
    static Result<LadderWindow> containing(Date date, Date anchor, int months);
    /// The calendar year of `date`.
    static Result<LadderWindow> yearOf(Date date);

    constexpr Date from() const { return m_from; }
    constexpr Date to() const { return m_to; }
    constexpr int months() const { return m_months; }
    int days() const { return m_to.daysSince(m_from); }
    constexpr bool contains(Date date) const { return m_from <= date && date < m_to; }
    constexpr bool operator==(const LadderWindow&) const = default;
    /// "2026-01-01..2027-01-01", the end not included.
    QString toString() const;

private:
    constexpr LadderWindow(Date from, Date to, int months)
        : m_from(from)
        , m_to(to)
        , m_months(months) {}
    Date m_from;
    Date m_to;
    int m_months;
};

} // namespace meterhall
