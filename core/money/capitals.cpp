#include "core/money/capitals.h"

namespace meterhall {

namespace {
constexpr std::u16string_view figures = u"零壹贰叁肆伍陆柒捌玖";
constexpr std::u16string_view places = u"仟佰拾";

QChar figure(int digit) {
    return {figures[static_cast<std::size_t>(digit)]};
}

/// 0 < group < 10000; a zero inside is one 零, zeros at the end are silent. Leading zeros are the caller's.
QString groupOfFour(int group) {
    QString text;
    bool zeroWaits = false;
    int divisor = 1000;
    for (std::size_t place = 0; place < 4; ++place, divisor /= 10) {
        const int digit = group / divisor % 10;
        if (digit == 0) {
            zeroWaits = !text.isEmpty();
            continue;
        }
        if (zeroWaits)
            text += figure(0);
        zeroWaits = false;
        text += figure(digit);
        if (place < places.size())
            text += QChar(places[place]);
    }
    return text;
}

/// number > 0, spoken as (upper)亿(lower) and (upper)万(lower), each part again the same way: 12345 亿 is
/// 壹万贰仟叁佰肆拾伍亿. A lower part with a leading zero is joined by 零.
QString wholeNumber(std::uint64_t number) { // NOLINT(misc-no-recursion): as the words are; depth 4
    constexpr std::uint64_t tenThousand = 10'000;
    constexpr std::uint64_t hundredMillion = 100'000'000;
    if (number < tenThousand)
        return groupOfFour(static_cast<int>(number));
    const bool large = number >= hundredMillion;
    const std::uint64_t unit = large ? hundredMillion : tenThousand;
    const std::uint64_t rest = number % unit;
    QString text = wholeNumber(number / unit) + (large ? QChar(u'亿') : QChar(u'万'));
    if (rest == 0)
        return text;
    if (rest < unit / 10)
        text += figure(0);
    return text + wholeNumber(rest);
}
} // namespace

QString chineseCapitals(Money amount) {
    const std::uint64_t minor = static_cast<std::uint64_t>(amount.absolute().minor());
    const bool hasFen = amount.currency().minorDigits() == 2;
    const std::uint64_t yuan = hasFen ? minor / 100 : minor;
    const int jiao = hasFen ? static_cast<int>(minor / 10 % 10) : 0;
    const int fen = hasFen ? static_cast<int>(minor % 10) : 0;

    QString text = amount.isNegative() ? QStringLiteral("负") : QString();
    if (yuan > 0)
        text += wholeNumber(yuan) + u'元';
    else if (jiao == 0 && fen == 0)
        text += figure(0) + u'元';
    if (jiao == 0 && fen == 0)
        return text + u'整';
    const bool zeroStandsBefore = jiao == 0 || yuan % 10 == 0;
    if (yuan > 0 && zeroStandsBefore)
        text += figure(0);
    if (jiao > 0)
        text += figure(jiao) + u'角';
    return fen > 0 ? text + figure(fen) + u'分' : text + u'整';
}

} // namespace meterhall
