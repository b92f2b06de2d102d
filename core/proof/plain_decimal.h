#pragma once

#include "core/base/checked.h"

#include <QStringView>

namespace meterhall::proof {

/// digits x 10^-scale, without trailing zeros, so that equal numbers are equal members. 38 digits.
struct PlainDecimal {
    Int128 digits = 0;
    int scale = 0;

    static Result<PlainDecimal> parse(QStringView text);
    QString toString() const;
    bool isNegative() const { return digits < 0; }
    bool operator==(const PlainDecimal&) const = default;
};

Result<PlainDecimal> add(PlainDecimal a, PlainDecimal b);
Result<PlainDecimal> subtract(PlainDecimal a, PlainDecimal b);
Result<PlainDecimal> multiply(PlainDecimal a, PlainDecimal b);

/// numerator / denominator moved to a whole multiple of `step` (> 0) in one go: the quotient itself may have no end.
Result<PlainDecimal> divideToStep(PlainDecimal numerator, PlainDecimal denominator, PlainDecimal step,
                                  QStringView mode);

} // namespace meterhall::proof
