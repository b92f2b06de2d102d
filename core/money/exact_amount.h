#pragma once

#include "core/money/money.h"
#include "core/money/rounding_rule.h"

#include <compare>
#include <optional>

namespace meterhall {

/// An amount before it is rounded: 12 decimals of the currency unit in 128 bits, so price (6 decimals) x quantity
/// (6 decimals) is exact, and so is the sum of a bill's lines for tariffs that round once per bill. It carries no
/// currency: a tariff has one, and names it when it rounds. docs/decisions/0010-money-and-quantities.md says why.
class ExactAmount {
public:
    static constexpr int decimals = 12;

    static constexpr ExactAmount zero() { return ExactAmount(0); }
    /// Both factors in millionths. Any two 64-bit factors fit: no check, for the rating loop.
    static constexpr ExactAmount ofProduct(std::int64_t priceMicro, std::int64_t quantityMicro) {
        return ExactAmount(product(priceMicro, quantityMicro));
    }
    static constexpr ExactAmount fromScaled(Int128 scaled) { return ExactAmount(scaled); }
    static ExactAmount of(Money money);
    /// "3.141592653589"; at most twelve decimals unless the rest are zeros.
    static Result<ExactAmount> parse(QStringView text);

    /// In 10^-12 of the currency unit.
    constexpr Int128 scaled() const { return m_scaled; }
    constexpr bool isZero() const { return m_scaled == 0; }
    constexpr bool isNegative() const { return m_scaled < 0; }
    constexpr auto operator<=>(const ExactAmount&) const = default;

    Result<ExactAmount> plus(ExactAmount other) const;
    Result<ExactAmount> minus(ExactAmount other) const;
    Result<ExactAmount> times(std::int64_t factor) const;
    /// x numerator / denominator (days of a month, months of a year), rounded at the twelfth decimal by a named mode.
    /// The denominator is positive.
    Result<ExactAmount> timesRatio(std::int64_t numerator, std::int64_t denominator, RoundingMode mode) const;

    /// The one place where a charge becomes money. The rule's step must be a multiple of the minor unit.
    Result<Money> rounded(Currency currency, RoundingRule rule) const {
        if (const auto money = roundedToMinorUnit(currency, rule)) [[likely]]
            return *money;
        return roundedToMinorUnits(currency, rule);
    }
    /// The same where the step is the minor unit and the amount is of a usual size, as nearly always; nothing
    /// otherwise.
    constexpr std::optional<Money> roundedToMinorUnit(Currency currency, RoundingRule rule) const {
        const std::int64_t step = rule.stepMicro();
        if (step != currency.minorUnitMicro() || !rounding_detail::fitsIn64Bits(m_scaled)) [[unlikely]]
            return {};
        // A division is what this costs, and a fifth of it by a number the compiler knows.
        constexpr std::int64_t hundredth = 10'000;
        constexpr auto perMicro = static_cast<std::int64_t>(scaledPerMicro);
        const auto scaled = static_cast<std::int64_t>(m_scaled);
        const auto minor = step == hundredth ? rounding_detail::divide(scaled, hundredth * perMicro, rule.mode())
                                             : rounding_detail::divide(scaled, step * perMicro, rule.mode());
        return Money::ofMinor(minor, currency);
    }
    /// To a step that may be finer than money, for tariffs that round between two sums.
    Result<ExactAmount> roundedToStep(RoundingRule rule) const;

    /// "3.141592653589", trailing zeros dropped.
    QString toString() const;

private:
    static constexpr Int128 scaledPerMicro = 1'000'000;

    explicit constexpr ExactAmount(Int128 scaled)
        : m_scaled(scaled) {}
    Result<Money> roundedToMinorUnits(Currency currency, RoundingRule rule) const;
    Int128 m_scaled;
};

} // namespace meterhall
