#pragma once

#include "core/base/time.h"

namespace meterhall::town {

/// What a clock in the town shows: civil time at UTC+8. Fields are free to be nonsense; a meter with a wrong clock
/// sends second 60 or month 13 without blushing.
struct CivilTime {
    int year = 2000;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;

    static CivilTime of(Instant moment);
    Result<Date> date() const { return Date::of(year, month, day); }
    /// "2026-11-20T08:30:00", also for nonsense.
    QString toString() const;
    bool operator==(const CivilTime&) const = default;
};

constexpr Duration utcOffset = Duration::hours(8);

/// 00:00 of a civil day as a point of physical time.
Instant midnight(Date day);

} // namespace meterhall::town
