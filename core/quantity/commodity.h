#pragma once

#include "core/base/result.h"

namespace meterhall {

/// What a service point delivers.
enum class Commodity : std::uint8_t { Gas = 1, Water = 2, Heat = 3, Electricity = 4 };

} // namespace meterhall
