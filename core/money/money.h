#pragma once

#include "core/money/currency.h"
#include "core/money/money_error.h"

#include <compare>
#include <concepts>
#include <limits>
#include <optional>
#include <span>

namespace meterhall {

/// A whole number of minor units (fen, yen) of one currency. The range is symmetric, so every amount has a negative.
/// There is no order between amounts of two currencies and no operator for sums: both can fail, and say so.
class Money {
public:
    static constexpr Money zero(Currency currency) { return Money(0, currency); }
    /// 1234 fen. The one value without a negative (INT64_MIN) is a programming error; see fromStored().
    static constexpr Money ofMinor(std::int64_t minor, Currency currency) {
        Q_ASSERT(minor != std::numeric_limits<std::int64_t>::min());
        return Money(minor, currency);
    }
    // A double has already lost the fen before it arrives here.
    template <std::floating_point Number>
    static Money ofMinor(Number minor, Currency currency) = delete;
    /// The outcome of a calculation: Overflow when it is no amount.
    static Result<Money> ofWide(Int128 minor, Currency currency) {
        const auto money = inRange(minor, currency);
        if (!money) [[unlikely]]
            return tooLarge(currency);
        return *money;
    }
    /// The same without an error: nothing when it is no amount.
    static constexpr std::optional<Money> inRange(Int128 minor, Currency currency) {
        constexpr Int128 largest = std::numeric_limits<std::int64_t>::max();
        if (minor > largest || minor < -largest) [[unlikely]]
            return {};
        return Money(static_cast<std::int64_t>(minor), currency);
    }
    /// The two columns of the database.
    static Result<Money> fromStored(std::int64_t minor, QStringView currencyCode);
    /// "12.34": at most the currency's decimals, unless the rest are zeros.
    static Result<Money> parse(QStringView text, Currency currency);
    /// The sum of any number of amounts; of none it is zero.
    static Result<Money> sum(std::span<const Money> amounts, Currency currency);

    constexpr std::int64_t minor() const { return m_minor; }
    constexpr Currency currency() const { return m_currency; }
    constexpr bool isZero() const { return m_minor == 0; }
    constexpr bool isNegative() const { return m_minor < 0; }
    constexpr bool isPositive() const { return m_minor > 0; }

    /// Same amount of the same currency. Nothing of one currency is not nothing of another.
    constexpr bool operator==(const Money&) const = default;
    Result<std::strong_ordering> compare(Money other) const;

    Result<Money> plus(Money other) const {
        MH_CHECK(sameCurrencyAs(other));
        return ofWide(Int128(m_minor) + other.m_minor, m_currency);
    }
    Result<Money> minus(Money other) const {
        MH_CHECK(sameCurrencyAs(other));
        return ofWide(Int128(m_minor) - other.m_minor, m_currency);
    }
    Result<Money> times(std::int64_t factor) const;
    constexpr Money negated() const { return Money(-m_minor, m_currency); }
    constexpr Money absolute() const { return isNegative() ? negated() : *this; }

    /// "12.34", always with all decimals of the currency and without its code.
    QString toString() const;

private:
    constexpr Money(std::int64_t minor, Currency currency)
        : m_minor(minor)
        , m_currency(currency) {}
    Result<void> sameCurrencyAs(Money other) const {
        if (m_currency != other.m_currency) [[unlikely]]
            return differs(other);
        return {};
    }
    static Error tooLarge(Currency currency);
    Error differs(Money other) const;

    std::int64_t m_minor;
    Currency m_currency;
};

} // namespace meterhall
