#pragma once

#include "app/town/parts/town.h"

namespace meterhall::town {

/// Gives a new meter its past: registers at the installation, the year's start, the last settlements, the previous
/// reading and 00:00 of today. Trouble begins at the previous reading, so that the history before it is normal.
void liveUntilToday(Meter& meter, const TownPlan& plan);

/// The meter's settlement day has come: the register is kept, the oldest of the twelve is forgotten.
void settle(Meter& meter);

} // namespace meterhall::town
