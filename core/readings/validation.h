#pragma once

#include "core/readings/reading.h"

namespace meterhall {

/// What the rules know about a register when a new value arrives. Dials are in micro units of the register's unit.
struct ReadingHistory {
    std::optional<std::int64_t> previousDialMicro;
    std::optional<Date> previousOn;
    /// Use per day over the last periods; empty where there is no history.
    std::optional<std::int64_t> usualPerDayMicro;
    int dialDigits = 6;
    QString billedUnit; ///< "m3" for gas and water
};

/// Limits of the rules; the utility's setting.
struct ReadingLimits {
    int highUseFactor = 5;                          ///< times the usual use
    std::int64_t alwaysPlausibleMicro = 20'000'000; ///< use up to this is never "high"
    int zeroUseAfterDays = 20;                      ///< an interval shorter than this may be zero
    Duration clockTolerance = Duration::hours(24);
};

/// What a rule sees; `useMicro` is there when there was a previous dial (a rollover is already unwound).
struct ReadingUnderTest {
    const Reading& reading;
    const ReadingHistory& history;
    const ReadingLimits& limits;
    std::int64_t dialMicro;
    std::optional<std::int64_t> useMicro;
    bool rolledOver = false;
    int days = 0;
};

/// Use between two dials of a register with `digits` whole digits. A dial that went back by more than half its range
/// passed its highest number; any other step back is no use at all (empty).
struct DialStep {
    std::int64_t useMicro;
    bool rolledOver;
};
std::optional<DialStep> dialStep(std::int64_t previousMicro, std::int64_t currentMicro, int digits);

/// All rules, in the order of core/readings/rules. A reading without doubts is billable at once.
Result<Doubts> validate(const Reading& reading, const ReadingHistory& history, const ReadingLimits& limits);

/// Use that the rules would not doubt, in micro units of the register, both bounds included.
struct PlausibleUse {
    std::int64_t usualMicro = 0; ///< what the place used before, over as many days
    std::int64_t leastMicro = 0;
    std::int64_t mostMicro = 0;
};
/// Nothing where the history does not say what the place uses.
Result<std::optional<PlausibleUse>> plausibleUse(const Reading& reading, const ReadingHistory& history,
                                                 const ReadingLimits& limits = {});

/// Why a reading is doubted, the likeliest reason first.
struct DoubtReason {
    QString kind;       ///< name of the rule
    QString likelihood; ///< that the reading is wrong: of the rule's kind, see ReadingRule
    std::vector<std::pair<QString, QString>> evidence;
};
/// What the rules saw that raised `reading.doubts`, given the history it was compared with. Reasons that this history
/// does not bear out any more (it was another one when the reading came in) keep their evidence as it is now.
Result<std::vector<DoubtReason>> reasonsOf(const Reading& reading, const ReadingHistory& history,
                                           const ReadingLimits& limits = {});

} // namespace meterhall
