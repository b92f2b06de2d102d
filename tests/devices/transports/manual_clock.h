#pragma once

#include "devices/transports/clock.h"

#include <atomic>

namespace meterhall::tests {

/// Time that moves when the test says so.
class ManualClock final : public devices::Clock {
public:
    devices::Now now() const override {
        const std::int64_t steady = m_steady.load();
        return {Instant::fromMicroseconds(m_wallStart + steady), Instant::fromMicroseconds(steady)};
    }
    void advance(Duration by) { m_steady += by.inMicroseconds(); }

private:
    std::int64_t m_wallStart = 1'763'600'000'000'000; // 2025-11-20
    std::atomic<std::int64_t> m_steady{1'000'000'000};
};

} // namespace meterhall::tests
