#pragma once

#include "core/base/checked.h"

#include <QStringView>

namespace meterhall {

/// Exact decimal text <-> scaled integer. Text form: optional minus, digits, optionally a point and digits; no
/// exponent, no grouping, no locale. This is the form of files, the database and the command line.

/// "12.5" with 3 decimals is 12500. More fractional digits than `decimals` are an error unless they are zeros.
Result<std::int64_t> parseScaled(QStringView text, int decimals);
Result<Int128> parseScaled128(QStringView text, int decimals);

/// 12500 with 3 decimals is "12.5"; trailing zeros are dropped down to `keep` decimals.
QString formatScaled(std::int64_t value, int decimals, int keep = 0);
QString formatScaled128(Int128 value, int decimals, int keep = 0);

/// A decimal as a device sent it: digits x 10^-scale, with the scale the device used (scale 0..12).
struct Decimal {
    std::int64_t digits = 0;
    int scale = 0;

    static Result<Decimal> parse(QStringView text);
    /// Keeps the scale: {556677, 2} is "5566.77", {55667700, 2} is "556677.00".
    QString toString() const;
    /// The same number with another scale; losing non-zero digits is an error.
    Result<std::int64_t> scaledTo(int decimals) const;
    bool operator==(const Decimal&) const = default;
};

} // namespace meterhall
