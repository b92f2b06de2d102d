#include "devices/codecs/mbus/request.h"

#include <algorithm>

namespace meterhall::mbus {

namespace {
constexpr std::uint8_t ciReset = 0x50;
constexpr std::uint8_t ciSend = 0x51;
constexpr std::uint8_t ciSelect = 0x52;
constexpr std::uint8_t ciFirstBaudRate = 0xB8;
constexpr std::array baudRates{300, 600, 1200, 2400, 4800, 9600, 19200, 38400};

void putLowFirst(std::span<std::uint8_t> out, std::uint32_t number) {
    for (std::uint8_t& byte : out) {
        byte = static_cast<std::uint8_t>(number & 0xFFU);
        number >>= 8;
    }
}

bool hasWildcard(std::uint32_t digits) {
    for (; digits != 0; digits >>= 4) {
        if ((digits & 15U) == 15U)
            return true;
    }
    return false;
}

bool digitsMatch(std::uint32_t pattern, std::uint32_t digits) {
    for (int i = 0; i < 8; ++i, pattern >>= 4, digits >>= 4) {
        if ((pattern & 15U) != 15U && (pattern & 15U) != (digits & 15U))
            return false;
    }
    return true;
}

Error outOfRange(QStringView what, std::int64_t number) {
    return Error(MbusError::BadArgument, {what.toString(), QString::number(number)});
}

bool isOneMeter(std::uint8_t address) {
    return address <= lastMeterAddress || address == selectedAddress;
}

QString hexDigits(std::uint32_t number, int digits) {
    return QStringLiteral("%1").arg(number, digits, 16, QChar(u'0')).toUpper();
}
} // namespace

Result<SecondaryAddress> SecondaryAddress::parse(QStringView text) {
    constexpr qsizetype idOnly = 8;
    constexpr qsizetype whole = 16;
    const auto bytes = fromHex(text);
    if (!bytes.ok() || (text.size() != idOnly && text.size() != whole))
        return Error(MbusError::BadAddress, {text.left(40).toString()});
    SecondaryAddress address;
    address.id = 0;
    for (std::size_t i = 0; i < 4; ++i)
        address.id = address.id << 8 | (*bytes)[i];
    if (text.size() == idOnly)
        return address;
    address.manufacturer.code = static_cast<std::uint16_t>((*bytes)[4] << 8 | (*bytes)[5]);
    address.version = (*bytes)[6];
    address.medium = (*bytes)[7];
    return address;
}

QString SecondaryAddress::toString() const {
    QString text = hexDigits(id, 8) + hexDigits(manufacturer.code, 4) + hexDigits(version, 2) + hexDigits(medium, 2);
    if (fabrication)
        text += u'-' + hexDigits(*fabrication, 8);
    return text;
}

bool SecondaryAddress::isPattern() const {
    return hasWildcard(id) || manufacturer.code == 0xFFFF || version == 0xFF || medium == 0xFF ||
           (fabrication && hasWildcard(*fabrication));
}

bool SecondaryAddress::matches(const Header& header) const {
    return header.kind == HeaderKind::Long && digitsMatch(id, header.id) &&
           (manufacturer.code == 0xFFFF || manufacturer == header.manufacturer) &&
           (version == 0xFF || version == header.version) && (medium == 0xFF || medium == header.medium);
}

Request Request::make(Control control, std::uint8_t address, Reply reply) {
    Request request;
    request.m_control = control;
    request.m_address = address;
    request.m_reply = address == broadcastAddress ? Reply::None : reply;
    return request;
}

Request Request::data(std::uint8_t address, std::uint8_t ci, ByteView data) {
    Q_ASSERT(data.size() <= maxDataSize);
    Request request = make(sndUd, address, Reply::Acknowledged);
    request.m_hasData = true;
    request.m_ci = ci;
    request.m_size = data.size();
    std::copy(data.begin(), data.end(), request.m_data.begin());
    return request;
}

Result<Request> Request::write(std::uint8_t address, std::uint8_t ci, ByteView data) {
    if (!isOneMeter(address))
        return Error(MbusError::BroadcastWrite, {QString::number(address)});
    if (data.size() > maxDataSize)
        return MbusError::TooLong;
    Request request = Request::data(address, ci, data);
    request.m_isWrite = true;
    return request;
}

Request Request::reset(std::uint8_t address) {
    return make(sndNke, address, Reply::Acknowledged);
}

Request Request::readData(std::uint8_t address) {
    return make(reqUd2, address, Reply::Data);
}

Request Request::readAlarms(std::uint8_t address) {
    return make(reqUd1, address, Reply::Data);
}

Request Request::select(const SecondaryAddress& address) {
    constexpr std::size_t plainSize = 8;
    constexpr std::size_t enhancedSize = 14;
    constexpr std::uint8_t eightDigits = 0x0C;
    constexpr std::uint8_t fabricationNumber = 0x78;
    std::array<std::uint8_t, enhancedSize> bytes{};
    const std::span out(bytes);
    putLowFirst(out.first(4), address.id);
    putLowFirst(out.subspan(4, 2), address.manufacturer.code);
    bytes[6] = address.version;
    bytes[7] = address.medium;
    bytes[8] = eightDigits;
    bytes[9] = fabricationNumber;
    putLowFirst(out.subspan(10, 4), address.fabrication.value_or(0));
    return data(selectedAddress, ciSelect, ByteView(bytes).first(address.fabrication ? enhancedSize : plainSize));
}

Result<Request> Request::resetApplication(std::uint8_t address, std::optional<std::uint8_t> subcode) {
    const std::uint8_t code = subcode.value_or(0);
    return write(address, ciReset, ByteView(&code, subcode ? 1 : 0));
}

Result<Request> Request::sendData(std::uint8_t address, ByteView records) {
    return write(address, ciSend, records);
}

Result<Request> Request::readAllRecords(std::uint8_t address) {
    constexpr std::uint8_t globalReadout = 0x7F;
    MH_TRY(Request request, write(address, ciSend, ByteView(&globalReadout, 1)));
    request.m_isWrite = false;
    return request;
}

Result<Request> Request::setBaudRate(std::uint8_t address, int baudRate) {
    const auto found = std::find(baudRates.begin(), baudRates.end(), baudRate);
    if (found == baudRates.end())
        return outOfRange(u"baudRate", baudRate);
    return write(address, static_cast<std::uint8_t>(ciFirstBaudRate + (found - baudRates.begin())), {});
}

Result<Request> Request::setAddress(std::uint8_t address, std::uint8_t newAddress) {
    constexpr std::uint8_t oneByte = 0x01;
    constexpr std::uint8_t busAddress = 0x7A;
    if (newAddress < 1 || newAddress > lastMeterAddress)
        return outOfRange(u"newAddress", newAddress);
    return write(address, ciSend, std::array{oneByte, busAddress, newAddress});
}

Result<Request> Request::setIdentification(std::uint8_t address, std::uint32_t id) {
    constexpr std::uint8_t eightDigits = 0x0C;
    constexpr std::uint8_t identification = 0x79;
    for (std::uint32_t digits = id; digits != 0; digits >>= 4) {
        if ((digits & 15U) > 9)
            return Error(MbusError::BadAddress, {hexDigits(id, 8)});
    }
    std::array<std::uint8_t, 6> record{eightDigits, identification};
    putLowFirst(std::span(record).subspan(2), id);
    return write(address, ciSend, record);
}

Result<void> Request::encode(bool fcb, FrameBuffer& out) const {
    const Control control = counts() ? withFcb(m_control, fcb) : m_control;
    if (!m_hasData)
        return encodeShortFrame(control, m_address, out);
    return encodeLongFrame(control, m_address, m_ci, ByteView(m_data).first(m_size), out);
}

int baudRateOf(std::uint8_t ci) {
    const std::size_t index = static_cast<std::size_t>(ci) - ciFirstBaudRate;
    return ci >= ciFirstBaudRate && index < baudRates.size() ? baudRates[index] : 0;
}

} // namespace meterhall::mbus
