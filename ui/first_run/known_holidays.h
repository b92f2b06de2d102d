#pragma once

#include "core/services/working_days.h"

#include <vector>

namespace meterhall::ui {

/// The special days that come with the program (resources/calendars): holidays of China and the weekend days worked in
/// exchange, as they were announced.
Result<std::vector<services::CalendarRow>> knownHolidays();
/// The years they cover: "2026".
QString knownHolidayYears();

} // namespace meterhall::ui
