#include "core/security/lockout.h"

#include <algorithm>

namespace meterhall {

namespace {
constexpr Duration firstLock = Duration::seconds(30);
constexpr Duration longestLock = Duration::hours(1);
constexpr int maxDoublings = 7; // 30 s x 2^7 is above the hour
} // namespace

Duration lockTime(int failures) {
    if (failures <= freeFailures)
        return Duration::seconds(0);
    const int doublings = std::min(failures - freeFailures - 1, maxDoublings);
    return std::min(firstLock * (1 << doublings), longestLock);
}

std::optional<Instant> lockedUntil(int failures, std::optional<Instant> lastFailureAt) {
    if (failures <= freeFailures || !lastFailureAt)
        return std::nullopt;
    return *lastFailureAt + lockTime(failures);
}

bool isLockedOut(int failures, std::optional<Instant> lastFailureAt, Instant now) {
    const auto until = lockedUntil(failures, lastFailureAt);
    return until && now < *until;
}

} // namespace meterhall
