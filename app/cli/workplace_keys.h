#pragma once

#include "app/cli/options.h"

namespace meterhall::app {

/// `workplace new-key`, `workplace reseal`, `workplace drop-key N`.
Result<int> addKey(const Options& options, services::Session& session);
Result<int> reseal(const Options& options, services::Session& session);
Result<int> dropKey(const Options& options, services::Session& session);

} // namespace meterhall::app
