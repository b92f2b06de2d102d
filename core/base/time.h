#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>

namespace meterhall {

/// A span of physical time in microseconds.
class Duration {
public:
    static constexpr Duration microseconds(std::int64_t count) { return Duration(count); }
    static constexpr Duration milliseconds(std::int64_t count) { return Duration(count * 1'000); }
    static constexpr Duration seconds(std::int64_t count) { return Duration(count * 1'000'000); }
    static constexpr Duration minutes(std::int64_t count) { return seconds(count * 60); }
    static constexpr Duration hours(std::int64_t count) { return minutes(count * 60); }

    constexpr std::int64_t inMicroseconds() const { return m_microseconds; }
    constexpr std::int64_t inMilliseconds() const { return m_microseconds / 1'000; }
    constexpr auto operator<=>(const Duration&) const = default;
    friend constexpr Duration operator+(Duration a, Duration b) {
        return Duration(a.m_microseconds + b.m_microseconds);
    }
    friend constexpr Duration operator-(Duration a, Duration b) {
        return Duration(a.m_microseconds - b.m_microseconds);
    }
    friend constexpr Duration operator*(Duration a, int factor) { return Duration(a.m_microseconds * factor); }

private:
    explicit constexpr Duration(std::int64_t count)
        : m_microseconds(count) {}
    std::int64_t m_microseconds;
};

/// A point of physical time: microseconds since 1970-01-01T00:00Z. Enters at services and sessions as `now`.
class Instant {
public:
    static constexpr Instant fromMicroseconds(std::int64_t sinceEpoch) { return Instant(sinceEpoch); }
    constexpr std::int64_t microseconds() const { return m_sinceEpoch; }
    constexpr auto operator<=>(const Instant&) const = default;
    friend constexpr Instant operator+(Instant t, Duration d) { return Instant(t.m_sinceEpoch + d.inMicroseconds()); }
    friend constexpr Instant operator-(Instant t, Duration d) { return Instant(t.m_sinceEpoch - d.inMicroseconds()); }
    friend constexpr Duration operator-(Instant a, Instant b) {
        return Duration::microseconds(a.m_sinceEpoch - b.m_sinceEpoch);
    }
    /// "2026-11-20T08:30:00.000000Z".
    QString toString() const;

private:
    explicit constexpr Instant(std::int64_t sinceEpoch)
        : m_sinceEpoch(sinceEpoch) {}
    std::int64_t m_sinceEpoch;
};

/// A civil date of the Gregorian calendar, years 1900 to 2199, without a zone.
class Date {
public:
    static Result<Date> of(int year, int month, int day);
    /// "2026-11-20".
    static Result<Date> parse(QStringView text);
    /// 20261120, the form of the database.
    static Result<Date> fromNumber(std::int64_t yyyymmdd);

    constexpr int year() const { return m_number / 10000; }
    constexpr int month() const { return m_number / 100 % 100; }
    constexpr int day() const { return m_number % 100; }
    constexpr int number() const { return m_number; }
    constexpr auto operator<=>(const Date&) const = default;

    Date addDays(int days) const;
    /// The same day of another month, cut to that month's length: 31 January plus one month is 28 February.
    Date addMonths(int months) const;
    /// 1 is Monday, 7 is Sunday (ISO 8601).
    int dayOfWeek() const;
    /// Days from `other` to this one.
    int daysSince(Date other) const;
    QString toString() const;

private:
    explicit constexpr Date(int number)
        : m_number(number) {}
    int m_number;
};

/// Length of a month, leap years counted.
int daysInMonth(int year, int month);

} // namespace meterhall
