#include "core/money/rate.h"

#include "core/base/decimal.h"

namespace meterhall {

namespace {
constexpr std::int64_t microPerOne = 1'000'000;
constexpr int percentDecimals = 4;
} // namespace

Result<Rate> Rate::parsePercent(QStringView text) {
    MH_TRY(const std::int64_t micro, parseScaled(text, percentDecimals));
    return Rate(micro);
}

QString Rate::toPercentString() const {
    return formatScaled(m_micro, percentDecimals);
}

Result<ExactAmount> Rate::of(Money base) const {
    // (minor unit in millionths) x (millionths) stays within twelve decimals: exact.
    const auto scaled = checkedMultiply128(product(base.minor(), base.currency().minorUnitMicro()), m_micro);
    if (!scaled.ok())
        return MoneyError::Overflow;
    return ExactAmount::fromScaled(*scaled);
}

Result<ExactAmount> Rate::of(ExactAmount base, RoundingMode mode) const {
    return base.timesRatio(m_micro, microPerOne, mode);
}

namespace {

/// What `share` is of 1 + rate, in the gross. One division with the whole denominator, so that it is rounded once and
/// not at the twelfth decimal first.
Result<Money> partInside(Money gross, std::int64_t shareMicro, Rate rate, RoundingRule rule) {
    const std::int64_t minorUnit = gross.currency().minorUnitMicro();
    if (rate.micro() < 0 || rate.micro() > std::numeric_limits<std::int64_t>::max() - microPerOne)
        return Error(MoneyError::BadRate, {rate.toPercentString()});
    if (rule.stepMicro() % minorUnit != 0)
        return Error(MoneyError::StepFinerThanMinorUnit, {rule.toString(), QString(gross.currency().code())});
    const std::int64_t stepMinor = rule.stepMicro() / minorUnit;
    const Int128 denominator = product(microPerOne + rate.micro(), stepMinor);
    const Int128 steps = divideRounded(product(gross.minor(), shareMicro), denominator, rule.mode());
    return Money::ofWide(steps * stepMinor, gross.currency());
}

} // namespace

Result<TaxSplit> taxInside(Money gross, Rate rate, RoundingRule rule) {
    MH_TRY(const Money tax, partInside(gross, rate.micro(), rate, rule));
    MH_TRY(const Money net, gross.minus(tax));
    return TaxSplit{net, tax};
}

Result<TaxSplit> netInside(Money gross, Rate rate, RoundingRule rule) {
    MH_TRY(const Money net, partInside(gross, microPerOne, rate, rule));
    MH_TRY(const Money tax, gross.minus(net));
    return TaxSplit{net, tax};
}

Result<TaxSplit> taxOnTop(Money net, Rate rate, RoundingRule rule) {
    if (rate.micro() < 0)
        return Error(MoneyError::BadRate, {rate.toPercentString()});
    MH_TRY(const ExactAmount exact, rate.of(net));
    MH_TRY(const Money tax, exact.rounded(net.currency(), rule));
    MH_CHECK(net.plus(tax)); // the gross must exist too
    return TaxSplit{net, tax};
}

} // namespace meterhall
