#include "core/calendar/utility_zone.h"

#include <QDateTime>

namespace meterhall {

namespace {
constexpr int latestDayStart = 12;
constexpr std::int64_t microsecondsPerMillisecond = 1000;

QDateTime localTime(Instant instant, const QTimeZone& zone) {
    std::int64_t milliseconds = instant.microseconds() / microsecondsPerMillisecond;
    if (instant.microseconds() % microsecondsPerMillisecond < 0)
        --milliseconds; // before 1970 the fraction belongs to the earlier millisecond
    return QDateTime::fromMSecsSinceEpoch(milliseconds, zone);
}
} // namespace

UtilityZone::UtilityZone(const QTimeZone& zone, int dayStartHour)
    : m_zone(zone)
    , m_dayStartHour(dayStartHour) {}

Result<UtilityZone> UtilityZone::of(QStringView zoneId, int dayStartHour) {
    const QTimeZone zone(zoneId.toUtf8());
    if (zoneId.isEmpty() || !zone.isValid()) // Qt takes an empty name for a zone of its own choice
        return Error(CalendarError::UnknownZone, {zoneId.left(60).toString()});
    if (dayStartHour < 0 || dayStartHour > latestDayStart)
        return Error(CalendarError::BadDayStart, {QString::number(dayStartHour)});
    return UtilityZone(zone, dayStartHour);
}

QString UtilityZone::id() const {
    return QString::fromUtf8(m_zone.id());
}

Result<Date> UtilityZone::businessDate(Instant instant) const {
    const QDateTime local = localTime(instant, m_zone);
    // Decided by the clock on the wall, so that a change of clocks cannot move the start of a day.
    const QDate day = local.time().hour() < m_dayStartHour ? local.date().addDays(-1) : local.date();
    return Date::of(day.year(), day.month(), day.day());
}

Instant UtilityZone::startOf(Date date) const {
    const QDate day(date.year(), date.month(), date.day());
    const QTime hour(m_dayStartHour, 0);
    // When clocks are put back the hour comes twice and Qt answers the second: try yesterday's offset first.
    const QDateTime asUtc(day, hour, Qt::UTC);
    const QDateTime first = asUtc.addSecs(-m_zone.offsetFromUtc(asUtc.addDays(-1))).toTimeZone(m_zone);
    const bool isThatHour = first.date() == day && first.time() == hour;
    // When clocks are put forward the hour may be missing; Qt then answers the first instant after the gap.
    const QDateTime start = isThatHour ? first : QDateTime(day, hour, m_zone);
    return Instant::fromMicroseconds(start.toMSecsSinceEpoch() * microsecondsPerMillisecond);
}

QString UtilityZone::localText(Instant instant) const {
    return localTime(instant, m_zone).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

int UtilityZone::utcOffsetMinutes(Instant instant) const {
    constexpr int secondsPerMinute = 60;
    return localTime(instant, m_zone).offsetFromUtc() / secondsPerMinute;
}

} // namespace meterhall
