#pragma once

#include "core/calendar/working_calendar.h"
#include "core/services/archive.h"

#include <span>

namespace meterhall::services {

/// A line of a calendar file.
struct CalendarRow {
    int row = 0;
    QByteArray content;
    SpecialDay special;
};

/// Says of days that they are holidays, worked in exchange, or ordinary after all. The last word on a day counts, for
/// due dates and rest days that are worked out from now on; bills that are issued keep theirs. What is known already is
/// not said again, so the same file a second time takes nothing. A day twice in one file: ConflictingDay for the
/// second.
Result<ImportResult> importSpecialDays(Session& session, std::span<const CalendarRow> rows);

/// The special days of a year, or all, by day. Everybody who is signed in may ask.
Result<std::vector<SpecialDay>> specialDays(Session& session, std::optional<int> year);

} // namespace meterhall::services
