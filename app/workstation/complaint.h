#pragma once

#include "core/base/error.h"

namespace meterhall::app {

/// Says on stderr what happened and what to do, and is the exit code for it.
int complain(const Error& error);

} // namespace meterhall::app
