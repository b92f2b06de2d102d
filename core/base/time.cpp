#include "core/base/time.h"

#include <QDate>
#include <QDateTime>

namespace meterhall {

namespace {
constexpr int firstYear = 1900;
constexpr int lastYear = 2199;
} // namespace

QString Instant::toString() const {
    constexpr std::int64_t microsecondsPerSecond = 1'000'000;
    const std::int64_t fraction =
        ((m_sinceEpoch % microsecondsPerSecond) + microsecondsPerSecond) % microsecondsPerSecond;
    const QDateTime time = QDateTime::fromSecsSinceEpoch((m_sinceEpoch - fraction) / microsecondsPerSecond, Qt::UTC);
    return time.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) +
           QStringLiteral(".%1Z").arg(fraction, 6, 10, QChar(u'0'));
}

Result<Date> Date::of(int year, int month, int day) {
    if (year < firstYear || year > lastYear || !QDate::isValid(year, month, day))
        return Error(BaseError::BadDate, {QStringLiteral("%1-%2-%3").arg(year).arg(month).arg(day)});
    return Date(year * 10000 + month * 100 + day);
}

Result<Date> Date::parse(QStringView text) {
    const QDate date = QDate::fromString(text.toString(), QStringLiteral("yyyy-MM-dd"));
    if (!date.isValid())
        return Error(BaseError::BadDate, {text.left(40).toString()});
    return of(date.year(), date.month(), date.day());
}

Result<Date> Date::fromNumber(std::int64_t yyyymmdd) {
    if (yyyymmdd < 0 || yyyymmdd > 99'999'999)
        return Error(BaseError::BadDate, {QString::number(yyyymmdd)});
    const int number = static_cast<int>(yyyymmdd);
    return of(number / 10000, number / 100 % 100, number % 100);
}

namespace {
QDate toQDate(const Date& date) {
    return {date.year(), date.month(), date.day()};
}

// Results stay inside the range of the type for every span the program works with; outside is a programming error.
Date fromQDate(const QDate& date) {
    const auto result = Date::of(date.year(), date.month(), date.day());
    Q_ASSERT_X(result.ok(), "Date", "date arithmetic left the years 1900 to 2199");
    return result.value();
}
} // namespace

Date Date::addDays(int days) const {
    return fromQDate(toQDate(*this).addDays(days));
}

Date Date::addMonths(int months) const {
    return fromQDate(toQDate(*this).addMonths(months));
}

int Date::dayOfWeek() const {
    return toQDate(*this).dayOfWeek();
}

int Date::daysSince(Date other) const {
    return static_cast<int>(toQDate(other).daysTo(toQDate(*this)));
}

QString Date::toString() const {
    return QStringLiteral("%1-%2-%3")
        .arg(year(), 4, 10, QChar(u'0'))
        .arg(month(), 2, 10, QChar(u'0'))
        .arg(day(), 2, 10, QChar(u'0'));
}

int daysInMonth(int year, int month) {
    return QDate(year, month, 1).daysInMonth();
}

} // namespace meterhall
