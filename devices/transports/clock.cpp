#include "devices/transports/clock.h"

#include <chrono>

namespace meterhall::devices {

Now SystemClock::now() const {
    using std::chrono::duration_cast;
    using std::chrono::microseconds;
    const auto wall = std::chrono::system_clock::now().time_since_epoch();
    const auto steady = std::chrono::steady_clock::now().time_since_epoch();
    return {Instant::fromMicroseconds(duration_cast<microseconds>(wall).count()),
            Instant::fromMicroseconds(duration_cast<microseconds>(steady).count())};
}

} // namespace meterhall::devices
