#pragma once

#include "core/base/time.h"
#include "core/calendar/calendar_error.h"

namespace meterhall {

/// The days between two readings, [from, to): the day of the later reading belongs to the next interval. Never empty.
/// It has nothing to do with months: a reader may come after 27 days or after 41.
class ReadingInterval {
public:
    static Result<ReadingInterval> of(Date from, Date to);

    constexpr Date from() const { return m_from; }
    constexpr Date to() const { return m_to; }
    Date lastDay() const { return m_to.addDays(-1); }
    int days() const { return m_to.daysSince(m_from); }
    constexpr bool contains(Date date) const { return m_from <= date && date < m_to; }
    constexpr bool operator==(const ReadingInterval&) const = default;

    struct Halves;
    /// Cut at the day a price or a year begins: `at` is the first day of the second part and lies inside.
    Result<Halves> splitAt(Date at) const;

    /// "2026-10-03..2026-11-05", the end not included.
    QString toString() const;

private:
    constexpr ReadingInterval(Date from, Date to)
        : m_from(from)
        , m_to(to) {}
    Date m_from;
    Date m_to;
};

struct ReadingInterval::Halves {
    ReadingInterval before;
    ReadingInterval after;
};

} // namespace meterhall
