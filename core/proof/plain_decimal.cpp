#include "core/proof/plain_decimal.h"

#include "core/base/decimal.h"
#include "core/proof/proof.h"

namespace meterhall::proof {

namespace {
constexpr int maxScale = 36;

Result<PlainDecimal> withoutTrailingZeros(Int128 digits, int scale) {
    while (scale > 0 && digits % 10 == 0) {
        digits /= 10;
        --scale;
    }
    if (scale > maxScale)
        return ProofError::OutOfRange;
    return PlainDecimal{digits, scale};
}

Result<Int128> timesTenToThe(int exponent, Int128 digits) {
    for (; exponent > 0; --exponent) {
        MH_TRY(digits, checkedMultiply128(digits, 10));
    }
    return digits;
}

/// How far the magnitude moves up from its truncated quotient: 0 or 1 steps. `doubled` compares twice the remainder
/// with the divisor: negative below half, zero at a tie, positive above.
Result<bool> movesUp(QStringView mode, bool negative, bool quotientIsOdd, int doubled) {
    if (mode == u"half_up")
        return doubled >= 0;
    if (mode == u"half_down")
        return doubled > 0;
    if (mode == u"half_even")
        return doubled > 0 || (doubled == 0 && quotientIsOdd);
    if (mode == u"up")
        return true;
    if (mode == u"down")
        return false;
    if (mode == u"floor")
        return negative;
    if (mode == u"ceiling")
        return !negative;
    return Error(ProofError::UnknownRounding, {mode.left(40).toString()});
}
} // namespace

Result<PlainDecimal> PlainDecimal::parse(QStringView text) {
    const bool negative = text.startsWith(u'-');
    Int128 digits = 0;
    int scale = 0;
    bool seenPoint = false;
    bool seenDigit = false;
    for (const QChar c : text.mid(negative ? 1 : 0)) {
        if (c == u'.' && seenDigit && !seenPoint) {
            seenPoint = true;
            seenDigit = false; // "1." is no number
            continue;
        }
        if (c < u'0' || c > u'9')
            return Error(ProofError::BadNumber, {text.left(60).toString()});
        seenDigit = true;
        MH_TRY(digits, timesTenToThe(1, digits));
        MH_TRY(digits, checkedAdd128(digits, c.unicode() - u'0'));
        scale += seenPoint ? 1 : 0;
    }
    if (!seenDigit)
        return Error(ProofError::BadNumber, {text.left(60).toString()});
    return withoutTrailingZeros(negative ? -digits : digits, scale);
}

QString PlainDecimal::toString() const {
    return formatScaled128(digits, scale);
}

Result<PlainDecimal> add(PlainDecimal a, PlainDecimal b) {
    const int scale = std::max(a.scale, b.scale);
    MH_TRY(const Int128 left, timesTenToThe(scale - a.scale, a.digits));
    MH_TRY(const Int128 right, timesTenToThe(scale - b.scale, b.digits));
    MH_TRY(const Int128 sum, checkedAdd128(left, right));
    return withoutTrailingZeros(sum, scale);
}

Result<PlainDecimal> subtract(PlainDecimal a, PlainDecimal b) {
    return add(a, PlainDecimal{-b.digits, b.scale});
}

Result<PlainDecimal> multiply(PlainDecimal a, PlainDecimal b) {
    MH_TRY(const Int128 digits, checkedMultiply128(a.digits, b.digits));
    return withoutTrailingZeros(digits, a.scale + b.scale);
}

Result<PlainDecimal> divideToStep(PlainDecimal numerator, PlainDecimal denominator, PlainDecimal step,
                                  QStringView mode) {
    if (denominator.digits == 0 || step.digits <= 0)
        return ProofError::OutOfRange;
    MH_TRY(const PlainDecimal divisor, multiply(denominator, step));
    const int scale = std::max(numerator.scale, divisor.scale);
    MH_TRY(Int128 above, timesTenToThe(scale - numerator.scale, numerator.digits));
    MH_TRY(Int128 below, timesTenToThe(scale - divisor.scale, divisor.digits));
    const bool negative = (above < 0) != (below < 0);
    above = above < 0 ? -above : above;
    below = below < 0 ? -below : below;
    Int128 steps = above / below;
    const Int128 remainder = above % below;
    if (remainder != 0) {
        const Int128 toNext = below - remainder;
        const int doubled = remainder < toNext ? -1 : (remainder > toNext ? 1 : 0);
        MH_TRY(const bool up, movesUp(mode, negative, steps % 2 == 1, doubled));
        steps += up ? 1 : 0;
    }
    return multiply(PlainDecimal{negative ? -steps : steps, 0}, step);
}

} // namespace meterhall::proof
