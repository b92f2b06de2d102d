#include "core/calendar/reading_interval.h"

namespace meterhall {

Result<ReadingInterval> ReadingInterval::of(Date from, Date to) {
    if (from >= to)
        return Error(CalendarError::EmptyInterval, {from.toString(), to.toString()});
    return ReadingInterval(from, to);
}

Result<ReadingInterval::Halves> ReadingInterval::splitAt(Date at) const {
    if (at <= m_from || at >= m_to)
        return Error(CalendarError::OutsideInterval, {at.toString(), toString()});
    return Halves{ReadingInterval(m_from, at), ReadingInterval(at, m_to)};
}

QString ReadingInterval::toString() const {
    return m_from.toString() + QStringLiteral("..") + m_to.toString();
}

} // namespace meterhall
