#pragma once

#include "core/services/ladder_view.h"
#include "ui/widgets/tier_thermometer.h"

namespace meterhall::ui {

/// What the thermometer draws and says of where an account stands on its ladder.
Thermometer thermometerOf(const services::LadderView& view, Date today);

} // namespace meterhall::ui
