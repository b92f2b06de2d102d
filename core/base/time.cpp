#include "core/base/time.h"

#include <QDate>
#include <QDateTime>

#include <chrono>

namespace meterhall {

namespace {
constexpr int firstYear = 1900;
constexpr int lastYear = 2199;

std::chrono::year_month_day calendarDay(int year, int month, int day) {
    return {std::chrono::year(year), std::chrono::month(unsigned(month)), std::chrono::day(unsigned(day))};
}
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
    constexpr int months = 12;
    constexpr int longestMonth = 31;
    const bool mayBe =
        year >= firstYear && year <= lastYear && month >= 1 && month <= months && day >= 1 && day <= longestMonth;
    if (!mayBe || !calendarDay(year, month, day).ok())
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
std::chrono::sys_days daysOf(const Date& date) {
    return calendarDay(date.year(), date.month(), date.day());
}

// Results stay inside the range of the type for every span the program works with; outside is a programming error.
Date dateOf(const std::chrono::year_month_day& day) {
    const auto result = Date::of(int(day.year()), int(unsigned(day.month())), int(unsigned(day.day())));
    Q_ASSERT_X(result.ok(), "Date", "date arithmetic left the years 1900 to 2199");
    return result.value();
}
} // namespace

Date Date::addDays(int days) const {
    return dateOf(daysOf(*this) + std::chrono::days(days));
}

Date Date::addMonths(int months) const {
    const auto day = calendarDay(year(), month(), this->day()) + std::chrono::months(months);
    return dateOf(day.ok() ? day : day.year() / day.month() / std::chrono::last);
}

int Date::dayOfWeek() const {
    return int(std::chrono::weekday(daysOf(*this)).iso_encoding());
}

int Date::daysSince(Date other) const {
    return int((daysOf(*this) - daysOf(other)).count());
}

QString Date::toString() const {
    return QStringLiteral("%1-%2-%3")
        .arg(year(), 4, 10, QChar(u'0'))
        .arg(month(), 2, 10, QChar(u'0'))
        .arg(day(), 2, 10, QChar(u'0'));
}

int daysInMonth(int year, int month) {
    const auto last = std::chrono::year(year) / std::chrono::month(unsigned(month)) / std::chrono::last;
    return int(unsigned(last.day()));
}

} // namespace meterhall
