#pragma once

#include "core/base/time.h"

#include <optional>

namespace meterhall {

/// Failed sign-ins in a row that cost nothing: fingers slip.
constexpr int freeFailures = 4;

/// How long a number is locked after its n-th failure in a row: nothing, then half a minute, doubling up to an hour.
Duration lockTime(int failures);

/// Until when; none when it is not locked.
std::optional<Instant> lockedUntil(int failures, std::optional<Instant> lastFailureAt);

/// A clock that was set back does not unlock.
bool isLockedOut(int failures, std::optional<Instant> lastFailureAt, Instant now);

} // namespace meterhall
