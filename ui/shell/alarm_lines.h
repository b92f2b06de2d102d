#pragma once

#include "core/calendar/utility_zone.h"
#include "core/services/alarms.h"

#include <QString>

namespace meterhall::ui {

/// One alarm in words, and where it is looked after.
struct AlarmLine {
    QString text;
    QString detail;
    QString page; ///< id; empty: it is done on the command line
};
AlarmLine lineOf(const services::Alarm& alarm, const UtilityZone& zone);

} // namespace meterhall::ui
