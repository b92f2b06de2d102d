#pragma once

#include "app/cli/options.h"

namespace meterhall::app {

/// `tariff replay`: a draft over what was billed.
Result<int> replayTariffForm(const Options& options, services::Session& session);

/// Options of it that take a value, and flags.
QStringList replayOptions();
QStringList replayFlags();

} // namespace meterhall::app
