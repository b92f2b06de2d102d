#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <limits>

namespace meterhall {

/// 128-bit intermediate of products; the only place that names the compiler's type.
__extension__ using Int128 = __int128;

inline Result<std::int64_t> checkedAdd(std::int64_t a, std::int64_t b) {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a, b, &sum))
        return BaseError::Overflow;
    return sum;
}

inline Result<std::int64_t> checkedSubtract(std::int64_t a, std::int64_t b) {
    std::int64_t difference = 0;
    if (__builtin_sub_overflow(a, b, &difference))
        return BaseError::Overflow;
    return difference;
}

inline Result<std::int64_t> checkedMultiply(std::int64_t a, std::int64_t b) {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(a, b, &product))
        return BaseError::Overflow;
    return product;
}

inline Result<Int128> checkedAdd128(Int128 a, Int128 b) {
    Int128 sum = 0;
    if (__builtin_add_overflow(a, b, &sum))
        return BaseError::Overflow;
    return sum;
}

inline Result<Int128> checkedSubtract128(Int128 a, Int128 b) {
    Int128 difference = 0;
    if (__builtin_sub_overflow(a, b, &difference))
        return BaseError::Overflow;
    return difference;
}

inline Result<Int128> checkedMultiply128(Int128 a, Int128 b) {
    Int128 product = 0;
    if (__builtin_mul_overflow(a, b, &product))
        return BaseError::Overflow;
    return product;
}

/// Any two 64-bit factors have an exact 128-bit product.
constexpr Int128 product(std::int64_t a, std::int64_t b) {
    return Int128(a) * Int128(b);
}

inline Result<std::int64_t> narrow(Int128 value) {
    if (value > std::numeric_limits<std::int64_t>::max() || value < std::numeric_limits<std::int64_t>::min())
        return BaseError::Overflow;
    return static_cast<std::int64_t>(value);
}

/// 10^exponent for exponents 0..18.
constexpr std::int64_t powerOfTen(int exponent) {
    std::int64_t power = 1;
    for (; exponent > 0; --exponent)
        power *= 10;
    return power;
}

} // namespace meterhall
