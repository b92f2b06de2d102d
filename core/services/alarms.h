#pragma once

#include "core/services/session.h"

namespace meterhall::services {

/// Something is wrong now, whoever is to look after it.
enum class AlarmKind : std::uint8_t {
    SilentTerminals, ///< heard before, and not for a day
    UnclearCommands, ///< handed over for a while, and nobody knows what became of them: a valve may stand open
    OldBackup,       ///< the last backup is too old, or there is none
};

struct Alarm {
    AlarmKind kind;
    int count = 1;
    std::optional<Instant> since{}; ///< the oldest of them; empty: never, for a backup
    QString subject{};              ///< the oldest terminal, the meter of the oldest command

    bool operator==(const Alarm&) const = default;
};

/// A policy of the house.
struct AlarmLimits {
    Duration terminalSilent = Duration::hours(26); ///< a daily plan and some delay
    Duration commandUnclear = Duration::minutes(30);
    Duration backupOld = Duration::hours(48); ///< one is made each night
};

/// What is wrong, the gravest first. Everybody who is signed in may ask; what none of his duties has to do with is
/// left out.
Result<std::vector<Alarm>> alarms(Session& session, const AlarmLimits& limits = {});

} // namespace meterhall::services
