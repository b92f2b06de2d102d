#pragma once

#include "core/base/checked.h"

#include <QLatin1StringView>

namespace meterhall {

/// How a value between two steps is moved to one of them. Negative values are mirror images of positive ones, except
/// under Floor and Ceiling, which keep their direction.
enum class RoundingMode : std::uint8_t {
    HalfUp,   ///< nearest; a tie goes away from zero (2.5 -> 3, -2.5 -> -3)
    HalfEven, ///< nearest; a tie goes to the even neighbour (2.5 -> 2, 3.5 -> 4)
    HalfDown, ///< nearest; a tie goes toward zero (2.5 -> 2, -2.5 -> -2)
    Up,       ///< away from zero
    Down,     ///< toward zero: what "truncated to whole yen" means
    Floor,    ///< toward minus infinity
    Ceiling,  ///< toward plus infinity
};

/// "half_up", "half_even", "half_down", "up", "down", "floor", "ceiling": the words of tariff files.
QLatin1StringView roundingModeCode(RoundingMode mode);
Result<RoundingMode> parseRoundingMode(QStringView code);

namespace rounding_detail {
/// `half` is the order of the cut-off part against half a step: -1, 0 or 1. The part is never zero.
constexpr bool movesAwayFromZero(RoundingMode mode, bool negative, bool oddQuotient, int half) {
    if (mode == RoundingMode::HalfUp) [[likely]] // before the table of jumps, which every line of every bill would pay
        return half >= 0;
    switch (mode) {
    case RoundingMode::HalfUp: // asked above
        break;
    case RoundingMode::HalfEven:
        return half > 0 || (half == 0 && oddQuotient);
    case RoundingMode::HalfDown:
        return half > 0;
    case RoundingMode::Up:
        return true;
    case RoundingMode::Down:
        return false;
    case RoundingMode::Floor:
        return negative;
    case RoundingMode::Ceiling:
        return !negative;
    }
    return false;
}

template <class Integer>
constexpr Integer divide(Integer value, Integer divisor, RoundingMode mode) {
    const Integer quotient = value / divisor;
    const Integer remainder = value - quotient * divisor;
    if (remainder == 0)
        return quotient;
    const bool negative = value < 0;
    const Integer cutOff = negative ? -remainder : remainder;
    const Integer missing = divisor - cutOff; // compared with instead of doubling cutOff, which could overflow
    const int half = cutOff == missing ? 0 : (cutOff < missing ? -1 : 1);
    if (!movesAwayFromZero(mode, negative, (quotient & 1) != 0, half))
        return quotient;
    return negative ? quotient - 1 : quotient + 1;
}

constexpr bool fitsIn64Bits(Int128 value) {
    return value == static_cast<std::int64_t>(value);
}
} // namespace rounding_detail

/// value / divisor as a whole number, divisor > 0. Cannot overflow.
constexpr Int128 divideRounded(Int128 value, Int128 divisor, RoundingMode mode) {
    // Nearly all amounts fit, and the machine divides 64 bits several times faster than 128.
    if (rounding_detail::fitsIn64Bits(value) && rounding_detail::fitsIn64Bits(divisor)) [[likely]]
        return rounding_detail::divide(static_cast<std::int64_t>(value), static_cast<std::int64_t>(divisor), mode);
    return rounding_detail::divide(value, divisor, mode);
}

} // namespace meterhall
