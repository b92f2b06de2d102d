#include "app/town/wire/civil_time.h"

#include <QDateTime>

namespace meterhall::town {

namespace {
constexpr std::int64_t microsecondsPerSecond = 1'000'000;
} // namespace

CivilTime CivilTime::of(Instant moment) {
    const std::int64_t seconds = (moment + utcOffset).microseconds() / microsecondsPerSecond;
    const QDateTime shown = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    const QDate day = shown.date();
    const QTime time = shown.time();
    return {day.year(), day.month(), day.day(), time.hour(), time.minute(), time.second()};
}

QString CivilTime::toString() const {
    const auto padded = [](int value, int width) { return QStringLiteral("%1").arg(value, width, 10, QChar(u'0')); };
    return QStringLiteral("%1-%2-%3T%4:%5:%6")
        .arg(padded(year, 4), padded(month, 2), padded(day, 2), padded(hour, 2), padded(minute, 2), padded(second, 2));
}

Instant midnight(Date day) {
    const QDateTime start(QDate(day.year(), day.month(), day.day()), QTime(0, 0), Qt::UTC);
    return Instant::fromMicroseconds(start.toSecsSinceEpoch() * microsecondsPerSecond - utcOffset.inMicroseconds());
}

} // namespace meterhall::town
