#include "core/base/decimal.h"

namespace meterhall {

namespace {
struct Parts {
    bool negative = false;
    QStringView whole;
    QStringView fraction;
};

bool allDigits(QStringView text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Result<Parts> split(QStringView text) {
    Parts parts;
    QStringView rest = text;
    if (rest.startsWith(u'-')) {
        parts.negative = true;
        rest = rest.mid(1);
    }
    const qsizetype point = rest.indexOf(u'.');
    parts.whole = point < 0 ? rest : rest.left(point);
    parts.fraction = point < 0 ? QStringView() : rest.mid(point + 1);
    const bool pointWithoutDigits = point >= 0 && parts.fraction.isEmpty();
    if (parts.whole.isEmpty() || pointWithoutDigits || !allDigits(parts.whole) || !allDigits(parts.fraction))
        return Error(BaseError::NotANumber, {text.left(40).toString()});
    return parts;
}

Result<Int128> appendDigits(Int128 value, QStringView digits) {
    for (const QChar digit : digits) {
        MH_TRY(const Int128 tenfold, checkedMultiply128(value, 10));
        MH_TRY(value, checkedAdd128(tenfold, digit.unicode() - u'0'));
    }
    return value;
}
} // namespace

Result<Int128> parseScaled128(QStringView text, int decimals) {
    MH_TRY(const Parts parts, split(text));
    QStringView fraction = parts.fraction;
    while (fraction.size() > decimals && fraction.endsWith(u'0'))
        fraction.chop(1);
    if (fraction.size() > decimals)
        return Error(BaseError::TooManyDecimals, {text.left(40).toString(), QString::number(decimals)});
    MH_TRY(const Int128 whole, appendDigits(0, parts.whole));
    MH_TRY(Int128 value, appendDigits(whole, fraction));
    MH_TRY(value, checkedMultiply128(value, powerOfTen(decimals - int(fraction.size()))));
    return parts.negative ? -value : value;
}

Result<std::int64_t> parseScaled(QStringView text, int decimals) {
    MH_TRY(const Int128 value, parseScaled128(text, decimals));
    return narrow(value);
}

QString formatScaled128(Int128 value, int decimals, int keep) {
    const bool negative = value < 0;
    QString digits;
    // Digit by digit from the low end, so that the most negative value needs no special case.
    do {
        const int digit = static_cast<int>(value % 10);
        digits.prepend(QChar(u'0' + (digit < 0 ? -digit : digit)));
        value /= 10;
    } while (value != 0);
    if (digits.size() <= decimals)
        digits.prepend(QString(decimals + 1 - digits.size(), u'0'));
    QString fraction = digits.right(decimals);
    QString text = digits.left(digits.size() - decimals);
    while (fraction.size() > keep && fraction.endsWith(u'0'))
        fraction.chop(1);
    if (!fraction.isEmpty())
        text += u'.' + fraction;
    return negative ? u'-' + text : text;
}

QString formatScaled(std::int64_t value, int decimals, int keep) {
    return formatScaled128(value, decimals, keep);
}

Result<Decimal> Decimal::parse(QStringView text) {
    MH_TRY(const Parts parts, split(text));
    constexpr int maxScale = 12;
    if (parts.fraction.size() > maxScale)
        return Error(BaseError::TooManyDecimals, {text.left(40).toString(), QString::number(maxScale)});
    const int scale = int(parts.fraction.size());
    MH_TRY(const std::int64_t digits, parseScaled(text, scale));
    return Decimal{digits, scale};
}

QString Decimal::toString() const {
    return formatScaled(digits, scale, scale);
}

Result<std::int64_t> Decimal::scaledTo(int decimals) const {
    if (decimals >= scale)
        return checkedMultiply(digits, powerOfTen(decimals - scale));
    const std::int64_t divisor = powerOfTen(scale - decimals);
    if (digits % divisor != 0)
        return Error(BaseError::TooManyDecimals, {toString(), QString::number(decimals)});
    return digits / divisor;
}

} // namespace meterhall
