#pragma once

#include "core/services/late_charges.h"
#include "ui/pages/parts/state_words.h"

#include <utility>
#include <vector>

namespace meterhall::ui {

/// "Residential, books 03…": for which bills of the commodity a rule is.
QString lateScopeText(const services::LateScope& scope);
StateWords stateOfLateRule(const services::LateRuleLine& line);

/// What a rule says, point by point: what it is about, and the words.
using LateRuleFact = std::pair<QString, QString>;
std::vector<LateRuleFact> lateRuleFacts(const services::LateRuleLine& line);

} // namespace meterhall::ui
