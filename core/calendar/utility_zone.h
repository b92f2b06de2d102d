#pragma once

#include "core/base/time.h"
#include "core/calendar/calendar_error.h"

#include <QTimeZone>

namespace meterhall {

/// The civil time of the utility: the only way from an instant to a business day. A business day begins at a fixed
/// local hour, midnight unless the utility closes its day later, and bears the date of the calendar day it begins on.
class UtilityZone {
public:
    /// "Asia/Shanghai"; `dayStartHour` 0 to 12.
    static Result<UtilityZone> of(QStringView zoneId, int dayStartHour);

    QString id() const;
    int dayStartHour() const { return m_dayStartHour; }

    /// Which business day an instant belongs to.
    Result<Date> businessDate(Instant instant) const;
    /// The first instant of a business day. The day's length is a day to the next start: 23 or 25 hours when clocks
    /// change.
    Instant startOf(Date date) const;
    /// "2026-11-20 08:30:00": local time for papers and lists.
    QString localText(Instant instant) const;
    /// Local time minus UTC at that instant.
    int utcOffsetMinutes(Instant instant) const;

private:
    UtilityZone(const QTimeZone& zone, int dayStartHour);
    QTimeZone m_zone;
    int m_dayStartHour;
};

} // namespace meterhall
