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

QString microText(std::int64_t micro) {
    return formatScaled(micro, 6);
}

/// The two dials, and the day of the first.
Evidence dials(const ReadingUnderTest& test) {
    Evidence seen{{QStringLiteral("value"), test.reading.value.toString()}};
    if (test.history.previousDialMicro)
        seen.emplace_back(QStringLiteral("previous"), microText(*test.history.previousDialMicro));
    if (test.history.previousOn)
        seen.emplace_back(QStringLiteral("previous_on"), test.history.previousOn->toString());
    return seen;
}

Evidence use(const ReadingUnderTest& test) {
    Evidence seen = dials(test);
    if (test.useMicro)
        seen.emplace_back(QStringLiteral("use"), microText(*test.useMicro));
    seen.emplace_back(QStringLiteral("days"), QString::number(test.days));
    if (test.history.usualPerDayMicro)
        seen.emplace_back(QStringLiteral("usual_per_day"), microText(*test.history.usualPerDayMicro));
    return seen;
}

Evidence highUseSeen(const ReadingUnderTest& test) {
    Evidence seen = use(test);
    seen.emplace_back(QStringLiteral("factor"), QString::number(test.limits.highUseFactor));
    return seen;
}

Evidence zeroUseSeen(const ReadingUnderTest& test) {
    Evidence seen = use(test);
    seen.emplace_back(QStringLiteral("zero_after_days"), QString::number(test.limits.zeroUseAfterDays));
    return seen;
}

Evidence rolloverSeen(const ReadingUnderTest& test) {
    Evidence seen = use(test);
    seen.emplace_back(QStringLiteral("digits"), QString::number(test.history.dialDigits));
    return seen;
}

Evidence clocks(const ReadingUnderTest& test) {
    const auto& meterTime = test.reading.meterTime;
    return {{QStringLiteral("meter_time"), meterTime ? meterTime->toString() : QString()},
            {QStringLiteral("received_at"), test.reading.receivedAt.toString()}};
}

Evidence frameSeen(const ReadingUnderTest& test) {
    return {{QStringLiteral("frame"), toHex(test.reading.frame)}};
}

Evidence units(const ReadingUnderTest& test) {
    return {{QStringLiteral("unit"), test.reading.unit}, {QStringLiteral("billed_unit"), test.history.billedUnit}};
}

constexpr std::array<ReadingRule, 7> table{{
    {Doubt::LowerThanPrevious, "lower-than-previous", "0.95", lowerThanPrevious, dials},
    {Doubt::HighUse, "high-use", "0.40", highUse, highUseSeen},
    {Doubt::ZeroUse, "zero-use", "0.20", zeroUse, zeroUseSeen},
    {Doubt::WrongClock, "wrong-clock", "0.10", wrongClock, clocks},
    {Doubt::FrameDoubt, "frame-doubt", "0.60", frameDoubt, frameSeen},
    {Doubt::UnknownUnit, "unknown-unit", "0.90", unknownUnit, units},
    {Doubt::Rollover, "rollover", "0.15", rollover, rolloverSeen},
}};

} // namespace

std::span<const ReadingRule> readingRules() {
    return table;
}

} // namespace meterhall
