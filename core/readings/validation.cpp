#include "core/readings/validation.h"

#include "core/readings/rules.h"

namespace meterhall {

namespace {
constexpr int quantityDecimals = 6;
}

QStringList Doubts::names() const {
    QStringList names;
    for (const ReadingRule& rule : readingRules())
        if (has(rule.doubt))
            names += QString::fromLatin1(rule.name);
    return names;
}

std::optional<DialStep> dialStep(std::int64_t previousMicro, std::int64_t currentMicro, int digits) {
    Q_ASSERT(digits >= 1 && digits <= 12);
    if (currentMicro >= previousMicro)
        return DialStep{currentMicro - previousMicro, false};
    const std::int64_t range = powerOfTen(digits + quantityDecimals);
    const std::int64_t back = previousMicro - currentMicro;
    if (previousMicro >= range || back <= range / 2)
        return std::nullopt;
    return DialStep{range - back, true};
}

namespace {
Result<ReadingUnderTest> underTest(const Reading& reading, const ReadingHistory& history, const ReadingLimits& limits) {
    MH_TRY(const std::int64_t dial, reading.value.scaledTo(quantityDecimals));
    ReadingUnderTest test{reading, history, limits, dial, std::nullopt, false, 0};
    if (history.previousDialMicro) {
        if (const auto step = dialStep(*history.previousDialMicro, dial, history.dialDigits)) {
            test.useMicro = step->useMicro;
            test.rolledOver = step->rolledOver;
        }
    }
    if (history.previousOn)
        test.days = reading.receivedOn.daysSince(*history.previousOn);
    return test;
}
} // namespace

Result<Doubts> validate(const Reading& reading, const ReadingHistory& history, const ReadingLimits& limits) {
    MH_TRY(const ReadingUnderTest test, underTest(reading, history, limits));
    Doubts doubts;
    for (const ReadingRule& rule : readingRules())
        if (rule.doubts(test))
            doubts.add(rule.doubt);
    return doubts;
}

Result<std::optional<PlausibleUse>> plausibleUse(const Reading& reading, const ReadingHistory& history,
                                                 const ReadingLimits& limits) {
    if (!history.usualPerDayMicro)
        return std::optional<PlausibleUse>();
    MH_TRY(const ReadingUnderTest test, underTest(reading, history, limits));
    MH_TRY(const std::int64_t usual, narrow(product(*history.usualPerDayMicro, std::max(test.days, 1))));
    MH_TRY(const std::int64_t most, narrow(product(usual, limits.highUseFactor)));
    const bool mayBeNothing = *history.usualPerDayMicro <= 0 || test.days < limits.zeroUseAfterDays;
    return std::optional(PlausibleUse{usual, mayBeNothing ? 0 : 1, std::max(most, limits.alwaysPlausibleMicro)});
}

Result<std::vector<DoubtReason>> reasonsOf(const Reading& reading, const ReadingHistory& history,
                                           const ReadingLimits& limits) {
    MH_TRY(const ReadingUnderTest test, underTest(reading, history, limits));
    std::vector<DoubtReason> reasons;
    for (const ReadingRule& rule : readingRules())
        if (reading.doubts.has(rule.doubt))
            reasons.push_back(
                {QString::fromLatin1(rule.name), QString::fromLatin1(rule.likelihood), rule.evidence(test)});
    // All likelihoods have the same form, "0.95", so their text sorts like their value.
    std::stable_sort(reasons.begin(), reasons.end(),
                     [](const DoubtReason& a, const DoubtReason& b) { return a.likelihood > b.likelihood; });
    return reasons;
}

} // namespace meterhall
