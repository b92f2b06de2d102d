#pragma once

#include "app/cli/options.h"

namespace meterhall::app {

/// `workplace calendar import FILE` and `workplace calendar list [--year Y]`.
Result<int> workOnCalendar(const Options& options, services::Session& session);

} // namespace meterhall::app
