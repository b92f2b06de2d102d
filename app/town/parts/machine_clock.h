#pragma once

#include "core/base/time.h"

#include <chrono>

namespace meterhall::town {

/// The machine's clock; asked only where bytes arrive, and handed on as `now`.
inline Instant machineNow() {
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return Instant::fromMicroseconds(std::chrono::duration_cast<std::chrono::microseconds>(sinceEpoch).count());
}

} // namespace meterhall::town
