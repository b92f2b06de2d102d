#pragma once

#include "core/base/time.h"

namespace meterhall::devices {

/// The moment as a session is told it. Timeouts are measured on `steady`, which never jumps; `wall` is what
/// reports and frames carry, and may be set back by an operator at any time.
struct Now {
    Instant wall;
    Instant steady; ///< microseconds since some fixed moment of this process; never written down
};

/// Where transports and the hub take the time from, so that tests can own it.
class Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;

    /// Callable from any thread.
    virtual Now now() const = 0;
};

class SystemClock final : public Clock {
public:
    Now now() const override;
};

} // namespace meterhall::devices
