#include "devices/codecs/mbus/application.h"

namespace meterhall::mbus {

namespace {
constexpr std::size_t shortHeaderSize = 4;
constexpr std::size_t longHeaderSize = 12;
constexpr std::size_t fixedDataSize = 16;
constexpr std::size_t selectionSize = 8;

struct CiMeaning {
    std::string_view name;
    Structure structure = Structure::Unknown;
    HeaderKind header = HeaderKind::None;
    ByteOrder order = ByteOrder::LowFirst;
};

struct CiRange {
    std::uint8_t first;
    std::uint8_t last;
    CiMeaning meaning;
};

// EN 13757-7:2018, table 2; 55, 56, 76 and 77 ("mode 2") from EN 1434-3:1997.
constexpr std::array ciRanges = std::to_array<CiRange>({
    {0x00, 0x1F, {"DLMS/COSEM", Structure::Other}},
    {0x50, 0x50, {"application reset or select", Structure::ApplicationReset}},
    {0x51, 0x51, {"data to the meter", Structure::VariableData}},
    {0x52, 0x52, {"selection", Structure::Selection}},
    {0x53, 0x53, {"application select, long header", Structure::Other, HeaderKind::Long}},
    {0x54, 0x54, {"request of the selected application", Structure::Other}},
    {0x55, 0x55, {"data to the meter", Structure::VariableData, HeaderKind::None, ByteOrder::HighFirst}},
    {0x56, 0x56, {"selection", Structure::Selection, HeaderKind::None, ByteOrder::HighFirst}},
    {0x5A, 0x5A, {"command, short header", Structure::VariableData, HeaderKind::Short}},
    {0x5B, 0x5B, {"command, long header", Structure::VariableData, HeaderKind::Long}},
    {0x5C, 0x5C, {"synchronise action", Structure::None}},
    {0x5F, 0x5F, {"security information, long header", Structure::Other, HeaderKind::Long}},
    {0x60, 0x60, {"DLMS/COSEM, long header", Structure::Other, HeaderKind::Long}},
    {0x61, 0x61, {"DLMS/COSEM, short header", Structure::Other, HeaderKind::Short}},
    {0x64, 0x64, {"OBIS, long header", Structure::Other, HeaderKind::Long}},
    {0x65, 0x65, {"OBIS, short header", Structure::Other, HeaderKind::Short}},
    {0x66, 0x66, {"selected application", Structure::Other}},
    {0x67, 0x67, {"selected application, short header", Structure::Other, HeaderKind::Short}},
    {0x68, 0x68, {"selected application, long header", Structure::Other, HeaderKind::Long}},
    {0x69, 0x69, {"format frame", Structure::Other}},
    {0x6A, 0x6A, {"format frame, short header", Structure::Other, HeaderKind::Short}},
    {0x6B, 0x6B, {"format frame, long header", Structure::Other, HeaderKind::Long}},
    {0x6C, 0x6C, {"clock synchronisation, absolute", Structure::Other, HeaderKind::Long}},
    {0x6D, 0x6D, {"clock synchronisation, relative", Structure::Other, HeaderKind::Long}},
    {0x6E, 0x6E, {"application error, short header", Structure::ApplicationError, HeaderKind::Short}},
    {0x6F, 0x6F, {"application error, long header", Structure::ApplicationError, HeaderKind::Long}},
    {0x70, 0x70, {"application error", Structure::ApplicationError}},
    {0x71, 0x71, {"alarm", Structure::Alarm}},
    {0x72, 0x72, {"variable data, long header", Structure::VariableData, HeaderKind::Long}},
    {0x73, 0x73, {"fixed data", Structure::FixedData, HeaderKind::Fixed}},
    {0x74, 0x74, {"alarm, short header", Structure::Alarm, HeaderKind::Short}},
    {0x75, 0x75, {"alarm, long header", Structure::Alarm, HeaderKind::Long}},
    {0x76,
     0x76,
     {"variable data, long header, high byte first", Structure::VariableData, HeaderKind::Long, ByteOrder::HighFirst}},
    {0x77, 0x77, {"fixed data, high byte first", Structure::FixedData, HeaderKind::Fixed, ByteOrder::HighFirst}},
    {0x78, 0x78, {"variable data", Structure::VariableData}},
    {0x79, 0x79, {"compact frame", Structure::Other}},
    {0x7A, 0x7A, {"variable data, short header", Structure::VariableData, HeaderKind::Short}},
    {0x7B, 0x7B, {"compact frame, short header", Structure::Other, HeaderKind::Short}},
    {0x7C, 0x7C, {"DLMS/COSEM, long header", Structure::Other, HeaderKind::Long}},
    {0x7D, 0x7D, {"DLMS/COSEM, short header", Structure::Other, HeaderKind::Short}},
    {0x7E, 0x7E, {"OBIS, long header", Structure::Other, HeaderKind::Long}},
    {0x7F, 0x7F, {"OBIS, short header", Structure::Other, HeaderKind::Short}},
    {0x80, 0x80, {"transport layer to the meter, long header", Structure::Other, HeaderKind::Long}},
    {0x81, 0x81, {"network layer", Structure::Other}},
    {0x82, 0x82, {"network management", Structure::Other}},
    {0x83, 0x83, {"network management", Structure::Other}},
    {0x8A, 0x8A, {"transport layer from the meter, short header", Structure::Other, HeaderKind::Short}},
    {0x8B, 0x8B, {"transport layer from the meter, long header", Structure::Other, HeaderKind::Long}},
    {0x8C, 0x8F, {"extended link layer", Structure::Other}},
    {0x90, 0x90, {"authentication and fragmentation layer", Structure::Other}},
    {0x9E, 0x9F, {"security management", Structure::Other}},
    {0xA0, 0xB7, {"maker's own", Structure::Other}},
    {0xB8, 0xBF, {"set baud rate", Structure::None}},
    {0xC0, 0xC2, {"image transfer", Structure::Other}},
    {0xC3, 0xC5, {"security information transfer", Structure::Other}},
});

constexpr std::array<CiMeaning, 256> ciTable = [] {
    std::array<CiMeaning, 256> table{};
    for (const CiRange& range : ciRanges) {
        for (unsigned ci = range.first; ci <= range.last; ++ci)
            table[ci] = range.meaning;
    }
    return table;
}();

std::uint32_t numberOf(ByteView bytes, ByteOrder order) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        number = number << 8 | bytes[order == ByteOrder::HighFirst ? i : bytes.size() - 1 - i];
    return number;
}

std::size_t sizeOfHeader(HeaderKind kind) {
    switch (kind) {
    case HeaderKind::None:
        return 0;
    case HeaderKind::Short:
        return shortHeaderSize;
    case HeaderKind::Long:
        return longHeaderSize;
    case HeaderKind::Fixed:
        return fixedDataSize;
    }
    return 0;
}

// EN 13757-7, table 19: DES (2, 3), AES-128 (4, 5, 7 … 10), TLS (13).
bool isSecurityMode(std::uint8_t mode) {
    constexpr std::uint32_t modes =
        1U << 2 | 1U << 3 | 1U << 4 | 1U << 5 | 1U << 7 | 1U << 8 | 1U << 9 | 1U << 10 | 1U << 13;
    return (modes >> mode & 1U) != 0;
}

// Identification, manufacturer, version and medium: eight bytes, also of a selection.
void readAddress(Header& header, ByteView data, ByteOrder order) {
    header.id = numberOf(data.first(4), order);
    header.manufacturer.code = static_cast<std::uint16_t>(numberOf(data.subspan(4, 2), order));
    header.version = data[6];
    header.medium = data[7];
}

void readTransport(Header& header, ByteView data, ByteOrder order) {
    header.accessNumber = data[0];
    header.status = data[1];
    header.configuration = static_cast<std::uint16_t>(numberOf(data.subspan(2, 2), order));
}

// Two bits of the medium stand in the high bits of each of the two unit bytes.
void readFixed(Application& application, ByteView data) {
    Header& header = application.header;
    header.id = numberOf(data.first(4), application.order);
    header.accessNumber = data[4];
    header.status = data[5];
    header.medium = static_cast<std::uint8_t>((data[6] >> 6 & 3U) | (data[7] >> 6 & 3U) << 2);
    const bool isBinary = FixedStatus{header.status}.isBinary();
    for (std::size_t i = 0; i < application.counters.size(); ++i) {
        FixedCounter& counter = application.counters[i];
        counter.unit = data[6 + i] & 0x3FU;
        counter.data = data.subspan(8 + 4 * i, 4);
        counter.meaning = fixedMeaning(counter.unit);
        const bool isTime = counter.meaning.nature == Nature::Opaque;
        if (isTime) {
            counter.value = {.kind = ValueKind::Bytes, .absence = Absence::NotInterpreted};
            continue;
        }
        if (isBinary)
            counter.meaning.nature = Nature::Unsigned;
        readValue(isBinary ? Coding::Int32 : Coding::Bcd8, 0, counter.data, counter.meaning, application.order,
                  counter.value);
    }
}

// The historic counter has the unit of the other one.
void shareUnit(FixedCounter& historic, const FixedCounter& other, bool isBinary, ByteOrder order) {
    if (historic.meaning.quantity != Quantity::Historic || other.meaning.nature == Nature::Opaque)
        return;
    historic.meaning = other.meaning;
    readValue(isBinary ? Coding::Int32 : Coding::Bcd8, 0, historic.data, historic.meaning, order, historic.value);
}
} // namespace

std::array<char, 3> Manufacturer::letters() const {
    constexpr unsigned fiveBits = 0x1F;
    constexpr unsigned beforeA = 64;
    return {static_cast<char>(beforeA + (code >> 10 & fiveBits)), static_cast<char>(beforeA + (code >> 5 & fiveBits)),
            static_cast<char>(beforeA + (code & fiveBits))};
}

Result<Manufacturer> Manufacturer::parse(QStringView letters) {
    std::uint16_t code = 0;
    for (const QChar letter : letters) {
        if (letter < u'A' || letter > u'Z')
            return Error(MbusError::BadAddress, {letters.left(40).toString()});
        code = static_cast<std::uint16_t>(code << 5 | (letter.unicode() - u'A' + 1));
    }
    if (letters.size() != 3)
        return Error(MbusError::BadAddress, {letters.left(40).toString()});
    return Manufacturer{code};
}

std::string_view applicationErrorText(std::uint8_t code) {
    constexpr std::array<std::string_view, 10> texts{
        "unspecified error",       "unimplemented CI field", "buffer too long, truncated", "too many records",
        "premature end of record", "more than 10 DIFEs",     "more than 10 VIFEs",         "reserved",
        "application busy",        "too many readouts"};
    constexpr std::uint8_t firstOfWireless = 0x10;
    constexpr std::array<std::string_view, 6> wireless{"access denied",          "application or key unknown",
                                                       "parameter error",        "unknown receiver",
                                                       "decryption key failure", "wrong encryption method"};
    if (code < texts.size())
        return texts[code];
    if (code >= firstOfWireless && code < firstOfWireless + wireless.size())
        return wireless[code - firstOfWireless];
    return code >= 0xF0 ? "maker's own error" : "reserved";
}

Result<Application> readApplication(std::uint8_t ci, ByteView data, bool fromMaster) {
    const CiMeaning& meaning = ciTable[ci];
    Application application{.ci = ci,
                            .name = meaning.name,
                            .structure = meaning.structure,
                            .order = meaning.order,
                            .fromMaster = fromMaster,
                            .header = {.kind = meaning.header}};
    Header& header = application.header;
    const std::size_t headerSize = sizeOfHeader(meaning.header);
    if (data.size() < headerSize || (meaning.structure == Structure::Selection && data.size() < selectionSize))
        return MbusError::HeaderTooShort;
    application.payload = data.subspan(headerSize);
    if (meaning.header == HeaderKind::Long)
        readAddress(header, data, meaning.order);
    if (meaning.header == HeaderKind::Long || meaning.header == HeaderKind::Short)
        readTransport(header, data.subspan(headerSize - shortHeaderSize), meaning.order);
    if (meaning.structure == Structure::Selection) {
        readAddress(header, data, meaning.order);
        application.payload = data.subspan(selectionSize);
    }
    if (meaning.structure == Structure::FixedData) {
        readFixed(application, data);
        const bool isBinary = FixedStatus{header.status}.isBinary();
        shareUnit(application.counters[1], application.counters[0], isBinary, meaning.order);
        shareUnit(application.counters[0], application.counters[1], isBinary, meaning.order);
    }
    const bool hasSecurity = meaning.header == HeaderKind::Long || meaning.header == HeaderKind::Short;
    const bool mayBeEncrypted = hasSecurity && isSecurityMode(header.securityMode()) && !application.payload.empty();
    if (meaning.structure == Structure::VariableData && mayBeEncrypted &&
        !looksPlain(application.payload, application.recordOptions()))
        application.structure = Structure::Encrypted;
    return application;
}

bool looksPlain(ByteView records, const RecordOptions& options) {
    constexpr std::size_t usualDibSize = 4; // what meters send; every further DIFE is a sign of ciphertext
    RecordReader reader(records, options);
    Record record;
    bool hasData = false;
    while (reader.next(record)) {
        if (record.kind != RecordKind::Data)
            continue;
        const bool makesSense = record.understanding == Understanding::Full && record.dibSize <= usualDibSize &&
                                record.value.absence != Absence::NotDigits &&
                                record.value.absence != Absence::DateInvalid;
        if (!makesSense)
            return false;
        hasData = true;
    }
    return hasData && !reader.isBroken();
}

bool hasMoreTelegrams(const Application& application) {
    if (application.structure != Structure::VariableData)
        return false;
    RecordReader reader(application.payload, application.recordOptions());
    Record record;
    while (reader.next(record)) {
        if (record.kind == RecordKind::MoreFollows)
            return true;
    }
    return false;
}

} // namespace meterhall::mbus
