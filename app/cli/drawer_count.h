#pragma once

#include "app/cli/command.h"

#include <cstdint>
#include <map>

namespace meterhall::app {

/// "100x5,0.50x3": five notes of 100 and three coins of 0.50, as denomination in minor units -> pieces. Each
/// denomination once. BadValue names the piece that is none.
Result<std::map<std::int64_t, int>> drawerCount(const QString& option, const QString& text);

} // namespace meterhall::app
