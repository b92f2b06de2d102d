#include "core/money/exact_amount.h"

#include "core/base/decimal.h"

namespace meterhall {

namespace {
Result<ExactAmount> exactOr(const Result<Int128>& scaled) {
    if (!scaled.ok())
        return MoneyError::Overflow;
    return ExactAmount::fromScaled(*scaled);
}
} // namespace

ExactAmount ExactAmount::of(Money money) {
    return ExactAmount(product(money.minor(), money.currency().minorUnitMicro()) * scaledPerMicro);
}

Result<ExactAmount> ExactAmount::parse(QStringView text) {
    MH_TRY(const Int128 scaled, parseScaled128(text, decimals));
    return ExactAmount(scaled);
}

Result<ExactAmount> ExactAmount::plus(ExactAmount other) const {
    return exactOr(checkedAdd128(m_scaled, other.m_scaled));
}

Result<ExactAmount> ExactAmount::minus(ExactAmount other) const {
    return exactOr(checkedSubtract128(m_scaled, other.m_scaled));
}

Result<ExactAmount> ExactAmount::times(std::int64_t factor) const {
    return exactOr(checkedMultiply128(m_scaled, factor));
}

Result<ExactAmount> ExactAmount::timesRatio(std::int64_t numerator, std::int64_t denominator, RoundingMode mode) const {
    if (denominator <= 0)
        return Error(MoneyError::BadRate, {QString::number(denominator)});
    const auto scaled = checkedMultiply128(m_scaled, numerator);
    if (!scaled.ok())
        return MoneyError::Overflow;
    return ExactAmount(divideRounded(*scaled, denominator, mode));
}

Result<ExactAmount> ExactAmount::roundedToStep(RoundingRule rule) const {
    const Int128 step = rule.stepMicro() * scaledPerMicro;
    return exactOr(checkedMultiply128(divideRounded(m_scaled, step, rule.mode()), step));
}

Result<Money> ExactAmount::roundedToMinorUnits(Currency currency, RoundingRule rule) const {
    const std::int64_t minorUnit = currency.minorUnitMicro();
    if (rule.stepMicro() % minorUnit != 0)
        return Error(MoneyError::StepFinerThanMinorUnit, {rule.toString(), QString(currency.code())});
    const Int128 steps = divideRounded(m_scaled, rule.stepMicro() * scaledPerMicro, rule.mode());
    const auto minor = checkedMultiply128(steps, rule.stepMicro() / minorUnit);
    if (!minor.ok())
        return Error(MoneyError::Overflow, {QString(currency.code())});
    return Money::ofWide(*minor, currency);
}

QString ExactAmount::toString() const {
    return formatScaled128(m_scaled, decimals);
}

} // namespace meterhall
