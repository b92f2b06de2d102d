#pragma once

#include "app/cli/options.h"

namespace meterhall::app {

/// `bill compare`: another system's bills beside ours.
Result<int> compareBillsForm(const Options& options, services::Session& session);

} // namespace meterhall::app
