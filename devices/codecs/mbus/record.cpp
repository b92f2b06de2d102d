#include "devices/codecs/mbus/record.h"

#include <algorithm>

namespace meterhall::mbus {

namespace {
constexpr std::uint8_t more = 0x80;
constexpr std::uint8_t fill = 0x2F;

bool isPrintable(ByteView text) {
    constexpr std::uint8_t firstPrintable = 0x20;
    constexpr std::uint8_t lastAscii = 0x7E;
    constexpr std::uint8_t firstLatin = 0xA0;
    return std::all_of(text.begin(), text.end(),
                       [](std::uint8_t c) { return (c >= firstPrintable && c <= lastAscii) || c >= firstLatin; });
}

void apply(const Modifier& modifier, Record& record) {
    Meaning& meaning = record.meaning;
    const auto doubt = [&record](Understanding atMost) {
        record.understanding = std::max(record.understanding, atMost);
    };
    switch (modifier.effect) {
    case Effect::Multiplies:
        meaning.exponent = static_cast<std::int8_t>(meaning.exponent + modifier.exponent);
        break;
    case Effect::Moment:
        meaning = {meaning.quantity, Unit::None, 0, 1, Nature::Moment};
        break;
    case Effect::Duration:
        meaning = {meaning.quantity, Unit::Second, 0, modifier.factor, Nature::Duration};
        break;
    case Effect::Count:
        meaning = {meaning.quantity, Unit::None, 0, 1, Nature::Unsigned};
        break;
    case Effect::Offset:
    case Effect::Manufacturer:
    case Effect::Reserved:
        doubt(Understanding::Partly);
        break;
    case Effect::Error:
        record.isError = true;
        break;
    case Effect::Qualifies:
    case Effect::PerOrTimes:
    case Effect::Extension:
        break;
    }
}
} // namespace

std::string_view key(Function function) {
    constexpr std::array<std::string_view, 4> keys{"instant", "maximum", "minimum", "error"};
    return keys[std::size_t(function)];
}

std::string_view key(Understanding understanding) {
    constexpr std::array<std::string_view, 3> keys{"full", "partly", "not"};
    return keys[std::size_t(understanding)];
}

bool RecordReader::fail(MbusError error) {
    m_broken = true;
    m_error = error;
    return false;
}

bool RecordReader::next(Record& record) {
    while (has(m_at) && m_bytes[m_at] == fill)
        ++m_at;
    if (m_broken || !has(m_at))
        return false;
    begin(record);
    if (record.coding == Coding::Special)
        return takeRest(record);
    std::size_t at = m_at;
    if (!readDib(record, at) || !readVib(record, at) || !readData(record, at))
        return false;
    record.bytes = m_bytes.subspan(m_at, at - m_at);
    m_at = at;
    return true;
}

// Only what the readers below do not set: a whole new record costs as much as reading one.
void RecordReader::begin(Record& record) const {
    record.offset = m_at;
    record.unitText = {};
    record.lvar = 0;
    record.kind = RecordKind::Data;
    record.coding = static_cast<Coding>(m_bytes[m_at] & 0x0F);
    record.understanding = Understanding::Full;
    record.isError = false;
    record.modifierCount = 0;
}

bool RecordReader::takeRest(Record& record) {
    constexpr std::uint8_t manufacturerData = 0x0F;
    constexpr std::uint8_t moreFollows = 0x1F;
    constexpr std::uint8_t globalReadout = 0x7F;
    record.bytes = m_bytes.subspan(m_at);
    record.dibSize = 1;
    record.vibSize = 0;
    record.data = record.bytes.subspan(1);
    record.function = Function::Instant;
    record.storage = 0;
    record.tariff = 0;
    record.subunit = 0;
    record.meaning = {};
    record.understanding = Understanding::Not;
    record.meaning.quantity = Quantity::ManufacturerSpecific;
    record.value = {.kind = ValueKind::Bytes, .absence = Absence::None};
    switch (m_bytes[m_at]) {
    case manufacturerData:
        record.kind = RecordKind::ManufacturerData;
        break;
    case moreFollows:
        record.kind = RecordKind::MoreFollows;
        break;
    case globalReadout:
        record.kind = RecordKind::GlobalReadout;
        break;
    default:
        record.kind = RecordKind::Reserved;
        record.meaning.quantity = Quantity::Unknown;
    }
    m_at = m_bytes.size();
    return true;
}

bool RecordReader::readDib(Record& record, std::size_t& at) {
    std::uint8_t byte = m_bytes[at++];
    record.function = static_cast<Function>(byte >> 4 & 3);
    record.storage = byte >> 6 & 1U;
    record.tariff = 0;
    record.subunit = 0;
    for (unsigned i = 0; (byte & more) != 0; ++i) {
        if (!has(at))
            return fail(MbusError::PrematureEnd);
        if (i == Record::maxExtensions)
            return fail(MbusError::TooManyExtensions);
        byte = m_bytes[at++];
        record.storage |= std::uint64_t(byte & 0x0FU) << (1 + 4 * i);
        record.tariff |= std::uint32_t(byte >> 4 & 3U) << (2 * i);
        record.subunit = static_cast<std::uint16_t>(record.subunit | (byte >> 6 & 1U) << i);
    }
    record.dibSize = static_cast<std::uint8_t>(at - m_at);
    return true;
}

bool RecordReader::readVib(Record& record, std::size_t& at) {
    constexpr std::uint8_t alternate = 0xFB;
    constexpr std::uint8_t main = 0xFD;
    constexpr std::uint8_t plainText = 0x7C;
    const std::size_t start = at;
    if (!has(at))
        return fail(MbusError::PrematureEnd);
    std::uint8_t code = m_bytes[at++];
    record.meaning = primaryMeaning(code);
    const Meaning& (*table)(std::uint8_t) = code == alternate ? alternateMeaning : code == main ? mainMeaning : nullptr;
    while (table) {
        if (!has(at))
            return fail(MbusError::PrematureEnd);
        code = m_bytes[at++];
        record.meaning = table(code);
        table = table == mainMeaning && code == main ? secondMeaning : nullptr;
    }
    const bool isText = (m_bytes[start] & ~more) == plainText;
    if (isText ? !readPlainText(record, at) : !readModifiers(record, at, (code & more) != 0))
        return false;
    if (record.meaning.quantity == Quantity::Unknown || record.meaning.quantity == Quantity::ManufacturerSpecific)
        record.understanding = Understanding::Not;
    record.vibSize = static_cast<std::uint8_t>(at - start);
    return true;
}

// `at` stands behind VIF 7C or FC.
bool RecordReader::readPlainText(Record& record, std::size_t& at) {
    const bool hasExtensions = (m_bytes[at - 1] & more) != 0;
    bool textFirst = m_options.plainText != PlainTextPlace::BehindExtensions;
    if (hasExtensions && m_options.plainText == PlainTextPlace::Detected) {
        const std::size_t length = has(at) ? m_bytes[at] : 0;
        textFirst =
            length < m_bytes.size() - std::min(at, m_bytes.size()) && isPrintable(m_bytes.subspan(at + 1, length));
    }
    if (textFirst)
        return takeText(record, at) && readModifiers(record, at, hasExtensions);
    return readModifiers(record, at, hasExtensions) && takeText(record, at);
}

bool RecordReader::takeText(Record& record, std::size_t& at) {
    const std::size_t length = has(at) ? m_bytes[at] : 0;
    if (!has(at) || length > m_bytes.size() - at - 1)
        return fail(MbusError::PrematureEnd);
    record.unitText = m_bytes.subspan(at + 1, length);
    at += 1 + length;
    return true;
}

// Combinable VIFE, as long as the byte before says that there are more.
bool RecordReader::readModifiers(Record& record, std::size_t& at, bool hasMore) {
    constexpr std::uint8_t firstNoAction = 0x20;
    constexpr std::uint8_t typeC = 0x11;
    constexpr std::uint8_t typeD = 0x12;
    bool isMakers = record.meaning.quantity == Quantity::ManufacturerSpecific;
    bool isExtended = false;
    while (hasMore) {
        if (!has(at))
            return fail(MbusError::PrematureEnd);
        if (record.modifierCount == Record::maxExtensions)
            return fail(MbusError::TooManyExtensions);
        const std::uint8_t byte = m_bytes[at++];
        const std::uint8_t code = byte & 0x7FU;
        hasMore = (byte & more) != 0;
        const bool isAction = m_options.fromMaster && code < firstNoAction;
        const Modifier& modifier = isMakers     ? combinableModifier(0x7F)
                                   : isExtended ? extendedModifier(code)
                                   : isAction   ? actionModifier(code)
                                                : combinableModifier(code);
        record.modifierList[record.modifierCount++] = &modifier;
        apply(modifier, record);
        if (isExtended && (code == typeC || code == typeD))
            record.meaning.nature = Nature::Unsigned;
        isMakers = modifier.effect == Effect::Manufacturer;
        isExtended = !isExtended && modifier.effect == Effect::Extension;
    }
    return true;
}

bool RecordReader::readData(Record& record, std::size_t& at) {
    std::size_t size = sizeOf(record.coding);
    if (record.coding == Coding::Variable) {
        if (!has(at))
            return fail(MbusError::PrematureEnd);
        record.lvar = m_bytes[at++];
        const auto variable = variableSize(record.lvar);
        if (!variable)
            return fail(MbusError::ReservedLength);
        size = *variable;
    }
    if (size > m_bytes.size() - at)
        return fail(MbusError::PrematureEnd);
    record.data = m_bytes.subspan(at, size);
    at += size;
    readValue(record.coding, record.lvar, record.data, record.meaning, m_options.order, record.value);
    if (record.isError)
        record.value.absence = Absence::RecordError;
    return true;
}

QString textOf(ByteView wire, ByteOrder order) {
    QString text = QString::fromLatin1(reinterpret_cast<const char*>(wire.data()), qsizetype(wire.size()));
    if (order == ByteOrder::LowFirst)
        std::reverse(text.begin(), text.end());
    return text;
}

} // namespace meterhall::mbus
