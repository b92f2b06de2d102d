#include "devices/codecs/mbus/value.h"

#include "core/base/bytes.h"
#include "core/base/time.h"

#include <algorithm>
#include <bit>
#include <charconv>

namespace meterhall::mbus {

namespace {
constexpr std::array<std::string_view, 8> absenceKeys{
    "", "no_data", "not_digits", "invalid", "date_invalid", "date_recurring", "record_error", "not_interpreted"};
static_assert(absenceKeys.size() == std::size_t(Absence::NotInterpreted) + 1);

constexpr std::size_t maxInteger = 15; // bytes: what an Int128 holds, and the longest LVAR number

// Values are written where they stay: handing them up by copies costs more than reading them.
void present(Value& value, ValueKind kind) {
    value.kind = kind;
    value.absence = Absence::None;
}

void absent(Value& value, Absence absence) {
    value.absence = absence;
}

void putNumber(Value& value, Int128 digits, const Meaning& meaning) {
    present(value, ValueKind::Number);
    value.number.digits = digits * Int128(meaning.factor);
    value.number.exponent = meaning.exponent;
}

// The bytes of numbers and dates, low byte first whatever their order on the wire.
class LowFirst {
public:
    LowFirst(ByteView data, ByteOrder order)
        : m_data(data)
        , m_reversed(order == ByteOrder::HighFirst) {}
    std::uint8_t operator[](std::size_t i) const { return m_reversed ? m_data[m_data.size() - 1 - i] : m_data[i]; }
    std::size_t size() const { return m_data.size(); }

    std::uint64_t bits64() const {
        Q_ASSERT(size() <= 8);
        std::uint64_t bits = 0;
        for (std::size_t i = size(); i > 0; --i)
            bits = bits << 8 | (*this)[i - 1];
        return bits;
    }

private:
    ByteView m_data;
    bool m_reversed;
};

void readShortInteger(Value& value, const LowFirst& data, const Meaning& meaning) {
    const unsigned unusedBits = 64 - 8 * unsigned(data.size());
    const std::uint64_t bits = data.bits64();
    if (meaning.nature == Nature::Unsigned || meaning.nature == Nature::Duration) {
        const bool allSet = bits == ~std::uint64_t(0) >> unusedBits;
        if (allSet && meaning.nature == Nature::Duration)
            return absent(value, Absence::Invalid);
        return putNumber(value, Int128(bits), meaning);
    }
    if (bits == std::uint64_t(1) << (63 - unusedBits))
        return absent(value, Absence::Invalid);
    return putNumber(value, static_cast<std::int64_t>(bits << unusedBits) >> unusedBits, meaning);
}

void readInteger(Value& value, const LowFirst& data, const Meaning& meaning) {
    if (data.size() == 0)
        return absent(value, Absence::NoData);
    if (data.size() <= 8)
        return readShortInteger(value, data, meaning);
    Q_ASSERT(data.size() <= maxInteger);
    constexpr std::size_t maxWithFactor = 13; // bytes that leave room for 86400 in an Int128
    if (meaning.factor != 1 && data.size() > maxWithFactor)
        return absent(value, Absence::NotInterpreted);
    const bool isNegative = meaning.nature == Nature::Number && (data[data.size() - 1] & 0x80) != 0;
    Int128 number = isNegative ? -1 : 0;
    for (std::size_t i = data.size(); i > 0; --i)
        number = number * 256 + data[i - 1];
    return putNumber(value, number, meaning);
}

// F in the highest digit is a minus; other nibbles above 9 are the display's signs for errors. EN 13757-3, annex B.
void readBcd(Value& value, const LowFirst& data, const Meaning& meaning, bool isNegative = false) {
    if (data.size() == 0)
        return absent(value, Absence::NoData);
    Int128 wide = 0;
    std::uint64_t digits = 0;
    for (std::size_t i = data.size(); i > 0; --i) {
        unsigned high = data[i - 1] >> 4;
        const unsigned low = data[i - 1] & 15U;
        if (i == data.size() && high == 15) {
            isNegative = true;
            high = 0;
        }
        if (high > 9 || low > 9)
            return absent(value, Absence::NotDigits);
        if (data.size() <= 8)
            digits = digits * 100 + high * 10 + low;
        else
            wide = wide * 100 + Int128(high * 10 + low);
    }
    const Int128 number = data.size() <= 8 ? Int128(digits) : wide;
    return putNumber(value, isNegative ? -number : number, meaning);
}

// The shortest decimal that reads back as the same binary number: "1.5e+01" without its point and exponent.
void readReal(Value& value, const LowFirst& data, const Meaning& meaning) {
    const auto real = std::bit_cast<float>(static_cast<std::uint32_t>(data.bits64()));
    constexpr std::uint32_t exponentBits = 0x7F800000;
    if ((std::bit_cast<std::uint32_t>(real) & exponentBits) == exponentBits)
        return absent(value, Absence::Invalid);
    std::array<char, 32> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), real, std::chars_format::scientific);
    std::int64_t digits = 0;
    int decimals = 0;
    bool behindPoint = false;
    const char* at = text.data() + (text[0] == '-' ? 1 : 0);
    for (; at != written.ptr && *at != 'e'; ++at) {
        behindPoint = behindPoint || *at == '.';
        if (*at == '.')
            continue;
        digits = digits * 10 + (*at - '0');
        decimals += behindPoint ? 1 : 0;
    }
    int exponent = 0;
    const bool hasPlus = at != written.ptr && at + 1 != written.ptr && at[1] == '+';
    if (at != written.ptr)
        std::from_chars(at + (hasPlus ? 2 : 1), written.ptr, exponent);
    exponent -= decimals;
    for (; digits % 10 == 0 && exponent + meaning.exponent < 0; ++exponent)
        digits /= 10;
    putNumber(value, text[0] == '-' ? -digits : digits, meaning);
    value.number.exponent += exponent;
    value.inexact = true;
}

// Parts as the types of annex A code them; the highest code of each means "every".
struct DateParts {
    unsigned year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    unsigned century = 0; // hundreds of years after 1900; 0 from meters that know two digits only
};

void judgeMoment(Value& value, const DateParts& parts, MomentKind kind, bool summerTime) {
    constexpr unsigned lastTwoDigitYear = 80;
    const bool everyDate = parts.year == 127 || parts.month == 15 || parts.day == 0;
    const bool everyTime = parts.hour == 31 || parts.minute == 63 || parts.second == 63;
    const bool hasDate = kind != MomentKind::Time;
    const bool badTime =
        kind != MomentKind::Date && !everyTime && (parts.hour > 23 || parts.minute > 59 || parts.second > 59);
    const bool badDate = hasDate && ((parts.month != 15 && (parts.month < 1 || parts.month > 12)) ||
                                     (parts.year != 127 && parts.year > 99));
    if (badTime || badDate)
        return absent(value, Absence::DateInvalid);
    present(value, ValueKind::Moment);
    Moment& moment = value.moment;
    moment.kind = kind;
    moment.summerTime = summerTime;
    moment.hour = static_cast<std::uint8_t>(parts.hour);
    moment.minute = static_cast<std::uint8_t>(parts.minute);
    moment.second = static_cast<std::uint8_t>(parts.second);
    if (kind != MomentKind::Date && everyTime)
        value.absence = Absence::DateRecurring;
    if (!hasDate)
        return;
    moment.month = static_cast<std::uint8_t>(parts.month == 15 ? 0 : parts.month);
    moment.day = static_cast<std::uint8_t>(parts.day);
    if (everyDate) {
        value.absence = Absence::DateRecurring;
        moment.year = static_cast<std::int16_t>(parts.year == 127 ? 0 : 2000 + parts.year);
        return;
    }
    const bool isOldMeter = parts.century == 0 && parts.year <= lastTwoDigitYear;
    moment.year = static_cast<std::int16_t>(1900 + 100 * (isOldMeter ? 1 : parts.century) + parts.year);
    if (int(parts.day) > daysInMonth(moment.year, int(parts.month)))
        absent(value, Absence::DateInvalid);
}

unsigned bitsOf(std::uint64_t data, unsigned first, unsigned count) {
    return unsigned(data >> first) & ((1U << count) - 1);
}

// Types G, J, F and I, told apart by their length.
void readMoment(Value& value, const LowFirst& data, const Meaning& meaning) {
    if (data.size() != 2 && data.size() != 3 && data.size() != 4 && data.size() != 6)
        return readInteger(value, data, meaning);
    const std::uint64_t bits = data.bits64();
    if (bits == (std::uint64_t(1) << (8 * data.size())) - 1)
        return absent(value, Absence::DateInvalid);
    DateParts parts;
    const auto readDate = [&](unsigned first) {
        parts.day = bitsOf(bits, first, 5);
        parts.month = bitsOf(bits, first + 8, 4);
        parts.year = bitsOf(bits, first + 5, 3) | bitsOf(bits, first + 12, 4) << 3;
    };
    if (data.size() == 2) {
        readDate(0);
        return judgeMoment(value, parts, MomentKind::Date, false);
    }
    if (data.size() == 4) {
        parts.minute = bitsOf(bits, 0, 6);
        parts.hour = bitsOf(bits, 8, 5);
        parts.century = bitsOf(bits, 13, 2);
        readDate(16);
        const bool isInvalid = bitsOf(bits, 7, 1) != 0;
        return isInvalid ? absent(value, Absence::DateInvalid)
                         : judgeMoment(value, parts, MomentKind::DateTime, bitsOf(bits, 15, 1) != 0);
    }
    parts.second = bitsOf(bits, 0, 6);
    parts.minute = bitsOf(bits, 8, 6);
    parts.hour = bitsOf(bits, 16, 5);
    if (data.size() == 3)
        return judgeMoment(value, parts, MomentKind::Time, false);
    readDate(24);
    const bool isInvalid = bitsOf(bits, 15, 1) != 0;
    return isInvalid ? absent(value, Absence::DateInvalid)
                     : judgeMoment(value, parts, MomentKind::DateTime, bitsOf(bits, 7, 1) != 0);
}

void readVariable(Value& value, std::uint8_t lvar, ByteView data, const Meaning& meaning, ByteOrder order) {
    if (data.empty())
        return lvar < 0xC0 ? present(value, ValueKind::Text) : absent(value, Absence::NoData);
    if (lvar < 0xC0)
        return present(value, ValueKind::Text);
    const LowFirst bytes(data, order);
    if (lvar < 0xE0)
        return readBcd(value, bytes, meaning, lvar >= 0xD0);
    if (lvar >= 0xF0 || meaning.nature == Nature::Opaque)
        return present(value, ValueKind::Bytes);
    return meaning.nature == Nature::Moment ? readMoment(value, bytes, meaning) : readInteger(value, bytes, meaning);
}

QString digitsOf(int number, int count, int every) {
    return number == every ? QString(count, u'X') : QStringLiteral("%1").arg(number, count, 10, QChar(u'0'));
}
} // namespace

std::string_view key(Absence absence) {
    return absenceKeys[std::size_t(absence)];
}

std::optional<Decimal> Number::decimal() const {
    constexpr int maxScale = 18;
    if (exponent < -maxScale || exponent > maxScale)
        return std::nullopt;
    const Int128 limit = std::numeric_limits<std::int64_t>::max();
    const Int128 scaled =
        exponent > 0 && digits <= limit && digits >= -limit ? digits * Int128(powerOfTen(exponent)) : digits;
    const bool leftUnscaled = exponent > 0 && (digits > limit || digits < -limit);
    if (leftUnscaled || scaled > limit || scaled < -limit)
        return std::nullopt;
    return Decimal{static_cast<std::int64_t>(scaled), exponent < 0 ? -exponent : 0};
}

QString Number::toString() const {
    const QString text = formatScaled128(digits, std::max(0, -exponent), std::max(0, -exponent));
    return exponent > 0 && digits != 0 ? text + QString(exponent, u'0') : text;
}

QString Moment::toString() const {
    QString time = digitsOf(hour, 2, 31) + u':' + digitsOf(minute, 2, 63) + u':' + digitsOf(second, 2, 63);
    if (kind == MomentKind::Time)
        return time;
    QString date = digitsOf(year, 4, 0) + u'-' + digitsOf(month, 2, 0) + u'-' + digitsOf(day, 2, 0);
    return kind == MomentKind::Date ? date : date + u'T' + time;
}

std::optional<std::size_t> variableSize(std::uint8_t lvar) {
    if (lvar < 0xC0)
        return lvar;
    if (lvar < 0xF0)
        return lvar & 0x0FU;
    constexpr std::array<std::size_t, 7> binarySizes{16, 20, 24, 28, 32, 48, 64};
    const std::size_t index = lvar & 0x0FU;
    return index < binarySizes.size() ? std::optional(binarySizes[index]) : std::nullopt;
}

void readValue(Coding coding, std::uint8_t lvar, ByteView data, const Meaning& meaning, ByteOrder order, Value& value) {
    value.kind = ValueKind::None;
    value.inexact = false;
    value.number = {};
    value.moment = {};
    switch (coding) {
    case Coding::None:
    case Coding::Selection:
        return absent(value, Absence::NoData);
    case Coding::Special:
        return present(value, ValueKind::Bytes);
    case Coding::Variable:
        return readVariable(value, lvar, data, meaning, order);
    case Coding::Real32:
        return readReal(value, LowFirst(data, order), meaning);
    case Coding::Bcd2:
    case Coding::Bcd4:
    case Coding::Bcd6:
    case Coding::Bcd8:
    case Coding::Bcd12:
        return readBcd(value, LowFirst(data, order), meaning);
    case Coding::Int8:
    case Coding::Int16:
    case Coding::Int24:
    case Coding::Int32:
    case Coding::Int48:
    case Coding::Int64:
        break;
    }
    const LowFirst bytes(data, order);
    if (meaning.nature == Nature::Opaque)
        return present(value, ValueKind::Bytes);
    return meaning.nature == Nature::Moment ? readMoment(value, bytes, meaning) : readInteger(value, bytes, meaning);
}

} // namespace meterhall::mbus
