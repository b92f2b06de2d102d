#pragma once

#include "app/cli/options.h"
#include "core/base/progress.h"

namespace meterhall::app {

/// "rows: 120000 of 400000" on standard error, a line a second at most, when --progress was given; else nothing.
WorkProgress progressOf(const Options& options);

} // namespace meterhall::app
