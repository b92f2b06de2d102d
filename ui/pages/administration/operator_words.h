#pragma once

#include "core/services/administration.h"
#include "ui/pages/parts/state_words.h"
#include "ui/widgets/ledger_model.h"

namespace meterhall::ui {

/// Active, locked, deactivated, or with a password that somebody else gave.
StateWords wordsOf(const services::OperatorRow& row, const UtilityZone& zone);
/// "2026-11-20 08:31", or that he never was here.
QString lastSignInText(const services::OperatorRow& row, const UtilityZone& zone);

std::vector<Column> operatorColumns();
LedgerRow operatorLine(const services::OperatorRow& row, const UtilityZone& zone);

} // namespace meterhall::ui
