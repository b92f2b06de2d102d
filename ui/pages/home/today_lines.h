#pragma once

#include "core/services/home.h"

namespace meterhall::ui {

/// One figure of somebody's day.
struct TodayLine {
    const char* icon;
    QString what;
    QString figure;
    QString detail;
};

/// What the day has come to, then what is planned.
std::vector<TodayLine> todayLines(const services::MyToday& today, const UtilityZone& zone);

} // namespace meterhall::ui
