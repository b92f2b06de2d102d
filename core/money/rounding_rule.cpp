#include "core/money/rounding_rule.h"

#include "core/base/decimal.h"

namespace meterhall {

namespace {
constexpr int stepDecimals = 6;
} // namespace

Result<RoundingRule> RoundingRule::toStepMicro(std::int64_t stepMicro, RoundingMode mode) {
    if (stepMicro <= 0)
        return Error(MoneyError::BadRounding, {formatScaled(stepMicro, stepDecimals)});
    return RoundingRule(stepMicro, mode);
}

Result<RoundingRule> RoundingRule::toMinorUnits(Currency currency, std::int64_t count, RoundingMode mode) {
    const auto stepMicro = checkedMultiply(currency.minorUnitMicro(), count);
    if (!stepMicro.ok())
        return Error(MoneyError::BadRounding, {QString::number(count)});
    return toStepMicro(*stepMicro, mode);
}

Result<RoundingRule> RoundingRule::parse(QStringView text) {
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0)
        return Error(MoneyError::BadRounding, {text.left(40).toString()});
    MH_TRY(const RoundingMode mode, parseRoundingMode(text.left(colon)));
    MH_TRY(const std::int64_t stepMicro, parseScaled(text.mid(colon + 1), stepDecimals));
    return toStepMicro(stepMicro, mode);
}

QString RoundingRule::toString() const {
    return roundingModeCode(m_mode) + u':' + formatScaled(m_stepMicro, stepDecimals);
}

} // namespace meterhall
