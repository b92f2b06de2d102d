#pragma once

#include "core/services/day_overview.h"
#include "ui/pages/parts/state_words.h"

namespace meterhall::ui {

/// What a drawer has too much (positive) or lacks (negative). Nothing before it is counted.
std::optional<Money> differenceOf(const services::ShiftOfDay& shift);
/// "short", "over" or "agrees", and how it is drawn.
StateWords wordsOf(const Money& difference);
StateWords wordsOf(services::ShiftStage stage);

} // namespace meterhall::ui
