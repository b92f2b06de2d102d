#pragma once

#include "core/base/error.h"

namespace meterhall {

METERHALL_ERRORS(CalendarError, "calendar", EmptyInterval, OutsideInterval, OutOfRange, BadMonth, BadWindow, BadPeriod,
                 BadCalendarLine, ConflictingDay, NoWorkingDay, UnknownZone, BadDayStart)

} // namespace meterhall
