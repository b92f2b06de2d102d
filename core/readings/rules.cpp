#include "core/readings/rules.h"

namespace meterhall {

namespace {

bool lowerThanPrevious(const ReadingUnderTest& test) {
    return test.history.previousDialMicro && !test.useMicro;
}

bool highUse(const ReadingUnderTest& test) {
    if (!test.useMicro || *test.useMicro <= test.limits.alwaysPlausibleMicro || !test.history.usualPerDayMicro)
        return false;
    const Int128 usual = product(*test.history.usualPerDayMicro, std::max(test.days, 1));
    return Int128(*test.useMicro) > usual * test.limits.highUseFactor;
}

bool zeroUse(const ReadingUnderTest& test) {
    const bool usedBefore = test.history.usualPerDayMicro.value_or(0) > 0;
    return usedBefore && test.useMicro == 0 && test.days >= test.limits.zeroUseAfterDays;
}

bool wrongClock(const ReadingUnderTest& test) {
    return test.reading.clockTrust == ClockTrust::Wrong;
}

// Raised where the answer is decoded and carried in the reading: the rule only keeps it.
bool frameDoubt(const ReadingUnderTest& test) {
    return test.reading.doubts.has(Doubt::FrameDoubt);
}

bool unknownUnit(const ReadingUnderTest& test) {
    return test.reading.unit != test.history.billedUnit;
}

bool rollover(const ReadingUnderTest& test) {
    return test.rolledOver;
}

constexpr std::array<ReadingRule, 7> table{{
    {Doubt::LowerThanPrevious, "lower-than-previous", lowerThanPrevious},
    {Doubt::HighUse, "high-use", highUse},
    {Doubt::ZeroUse, "zero-use", zeroUse},
    {Doubt::WrongClock, "wrong-clock", wrongClock},
    {Doubt::FrameDoubt, "frame-doubt", frameDoubt},
    {Doubt::UnknownUnit, "unknown-unit", unknownUnit},
    {Doubt::Rollover, "rollover", rollover},
}};

} // namespace

std::span<const ReadingRule> readingRules() {
    return table;
}

} // namespace meterhall
