#pragma once

#include "core/money/currency.h"
#include "core/money/money_error.h"
#include "core/quantity/rounding.h"

namespace meterhall {

/// To which step an amount is rounded, and how. Taken from the tariff and written on the bill; nothing rounds without
/// one. The step is in millionths of the currency: 10'000 is a fen, 50'000 five sen, 10'000'000 ten won.
class RoundingRule {
public:
    static Result<RoundingRule> toStepMicro(std::int64_t stepMicro, RoundingMode mode);
    static RoundingRule toMinorUnit(Currency currency, RoundingMode mode) { return {currency.minorUnitMicro(), mode}; }
    /// Five sen is (MYR, 5).
    static Result<RoundingRule> toMinorUnits(Currency currency, std::int64_t count, RoundingMode mode);
    /// "half_up:0.01", the form of toString().
    static Result<RoundingRule> parse(QStringView text);

    constexpr std::int64_t stepMicro() const { return m_stepMicro; }
    constexpr RoundingMode mode() const { return m_mode; }
    constexpr bool operator==(const RoundingRule&) const = default;
    QString toString() const;

private:
    constexpr RoundingRule(std::int64_t stepMicro, RoundingMode mode)
        : m_stepMicro(stepMicro)
        , m_mode(mode) {}

    std::int64_t m_stepMicro;
    RoundingMode m_mode;
};

} // namespace meterhall
