#include "devices/codecs/cjt188/request.h"

namespace meterhall::cjt188 {

namespace {
constexpr std::uint8_t functionRead = 0x01;
constexpr std::uint8_t functionReadAddress = 0x03;
constexpr std::uint8_t functionWrite = 0x04;
constexpr std::uint8_t functionReadKeyVersion = 0x09;
constexpr std::uint8_t functionWriteAddress = 0x15;
constexpr std::uint8_t functionSyncCounter = 0x16;

Error outOfRange(QStringView what, std::int64_t number) {
    return Error(CjtError::BadArgument, {what.toString(), QString::number(number)});
}
} // namespace

/// Builds requests; the only code that fills one in.
class RequestMaker {
public:
    static Request read(const Address& address, std::uint8_t function, std::uint16_t di) {
        Request request;
        request.m_address = address;
        request.m_control = {function};
        request.m_di = di;
        return request;
    }

    static Result<RequestMaker> write(const Address& address, std::uint8_t function, std::uint16_t di) {
        if (address.isBroadcast())
            return Error(CjtError::BroadcastWrite, {address.toString()});
        return RequestMaker(read(address, function, di));
    }

    RequestMaker& byte(std::uint8_t byte) {
        m_request.m_payload[m_request.m_payloadSize++] = byte;
        return *this;
    }
    RequestMaker& bytes(ByteView bytes) {
        for (const std::uint8_t b : bytes)
            byte(b);
        return *this;
    }
    /// Packed digits, low byte first. The number fits: the caller has checked its range.
    RequestMaker& digits(std::int64_t number, int size) {
        Q_ASSERT(number >= 0 && number < powerOfTen(2 * size));
        for (; size > 0; --size, number /= 100)
            byte(static_cast<std::uint8_t>((number / 10 % 10) << 4 | number % 10));
        return *this;
    }
    Request done() const { return m_request; }

private:
    explicit RequestMaker(Request request)
        : m_request(request) {}
    Request m_request;
};

Request Request::readData(const Address& address) {
    return RequestMaker::read(address, functionRead, 0x901F);
}

Request Request::readHeatAndCold(const Address& address) {
    return RequestMaker::read(address, functionRead, 0x911F);
}

Result<Request> Request::readHistory(const Address& address, int monthsBack) {
    if (monthsBack < 1 || monthsBack > 12)
        return outOfRange(u"monthsBack", monthsBack);
    return RequestMaker::read(address, functionRead, static_cast<std::uint16_t>(0xD120 + monthsBack - 1));
}

Result<Request> Request::readLongHistory(const Address& address, int monthsBack) {
    if (monthsBack < 1 || monthsBack > 256)
        return outOfRange(u"monthsBack", monthsBack);
    return RequestMaker::read(address, functionRead, static_cast<std::uint16_t>(0xD200 + monthsBack - 1));
}

Request Request::readPriceTable(const Address& address) {
    return RequestMaker::read(address, functionRead, 0x8102);
}

Request Request::readSettlementDay(const Address& address) {
    return RequestMaker::read(address, functionRead, 0x8103);
}

Request Request::readReadingDay(const Address& address) {
    return RequestMaker::read(address, functionRead, 0x8104);
}

Request Request::readPurchase(const Address& address) {
    return RequestMaker::read(address, functionRead, 0x8105);
}

Request Request::readKeyVersion(const Address& address) {
    return RequestMaker::read(address, functionReadKeyVersion, 0x8106);
}

Request Request::readAddress(const Address& address) {
    return RequestMaker::read(address, functionReadAddress, 0x810A);
}

Request Request::readOther(const Address& address, std::uint16_t di) {
    return RequestMaker::read(address, functionRead, di);
}

Result<Request> Request::writePriceTable(const Address& address, const PriceTable& table) {
    MH_TRY(RequestMaker maker, RequestMaker::write(address, functionWrite, 0xA010));
    for (const std::int32_t price : table.priceInFen) {
        if (price < 0 || price > 999'999)
            return outOfRange(u"price", price);
    }
    for (const std::int32_t volume : table.upToCubicMetres) {
        if (volume < 0 || volume > 999'999)
            return outOfRange(u"volume", volume);
    }
    if (table.startDay < 1 || table.startDay > 31)
        return outOfRange(u"startDay", table.startDay);
    maker.digits(table.priceInFen[0], 3).digits(table.upToCubicMetres[0], 3);
    maker.digits(table.priceInFen[1], 3).digits(table.upToCubicMetres[1], 3);
    return maker.digits(table.priceInFen[2], 3).digits(table.startDay, 1).done();
}

namespace {
Result<Request> writeDay(const Address& address, std::uint16_t di, int day) {
    MH_TRY(RequestMaker maker, RequestMaker::write(address, functionWrite, di));
    if (day < 1 || day > 31)
        return outOfRange(u"day", day);
    return maker.digits(day, 1).done();
}
} // namespace

Result<Request> Request::writeSettlementDay(const Address& address, int day) {
    return writeDay(address, 0xA011, day);
}

Result<Request> Request::writeReadingDay(const Address& address, int day) {
    return writeDay(address, 0xA012, day);
}

Result<Request> Request::writePurchase(const Address& address, std::uint8_t serial, std::int64_t amountInFen) {
    MH_TRY(RequestMaker maker, RequestMaker::write(address, functionWrite, 0xA013));
    if (amountInFen < 0 || amountInFen > 99'999'999)
        return outOfRange(u"amount", amountInFen);
    return maker.byte(serial).digits(amountInFen, 4).done();
}

Result<Request> Request::writeKey(const Address& address, std::uint8_t version,
                                  const std::array<std::uint8_t, 8>& key) {
    MH_TRY(RequestMaker maker, RequestMaker::write(address, functionWrite, 0xA014));
    return maker.byte(version).bytes(key).done();
}

Result<Request> Request::writeClock(const Address& address, const CivilTime& time) {
    MH_TRY(RequestMaker maker, RequestMaker::write(address, functionWrite, 0xA015));
    if (time.date.year() < 2000 || time.date.year() > 2099)
        return outOfRange(u"year", time.date.year());
    if (time.hour < 0 || time.hour > 23 || time.minute < 0 || time.minute > 59 || time.second < 0 || time.second > 59)
        return outOfRange(u"time", (time.hour * 100 + time.minute) * 100 + time.second);
    maker.digits(time.second, 1).digits(time.minute, 1).digits(time.hour, 1);
    maker.digits(time.date.day(), 1).digits(time.date.month(), 1);
    return maker.digits(time.date.year() % 100, 1).digits(time.date.year() / 100, 1).done();
}

Result<Request> Request::valve(const ValveClearance& clearance) {
    constexpr std::uint8_t open = 0x55;
    constexpr std::uint8_t close = 0x99;
    MH_TRY(const Address address, Address::parse(clearance.deviceAddress()));
    MH_TRY(RequestMaker maker, RequestMaker::write(address, functionWrite, 0xA017));
    return maker.byte(clearance.action() == ValveAction::Open ? open : close).done();
}

Result<Request> Request::leaveFactory(const Address& address) {
    MH_TRY(const RequestMaker maker, RequestMaker::write(address, functionWrite, 0xA019));
    return maker.done();
}

Result<Request> Request::writeAddress(const Address& address, const Address& newAddress) {
    MH_TRY(RequestMaker maker, RequestMaker::write(address, functionWriteAddress, 0xA018));
    if (newAddress.isBroadcast())
        return Error(CjtError::BadArgument, {QStringLiteral("newAddress"), newAddress.toString()});
    return maker.bytes(newAddress.wire()).done();
}

Result<Request> Request::syncCounter(const Address& address, Decimal value, std::uint8_t unitCode) {
    MH_TRY(RequestMaker maker, RequestMaker::write(address, functionSyncCounter, 0xA016));
    MH_TRY(const std::int64_t digits, value.scaledTo(2));
    if (digits < 0 || digits > 99'999'999)
        return outOfRange(u"value", digits);
    if (!unitOf(unitCode))
        return outOfRange(u"unitCode", unitCode);
    return maker.digits(digits, 4).byte(unitCode).done();
}

bool Request::isWrite() const {
    const std::uint8_t function = m_control.function();
    return function != functionRead && function != functionReadAddress && function != functionReadKeyVersion;
}

bool Request::readsRegisters() const {
    const bool isData = m_di == 0x901F || m_di == 0x911F;
    const bool isHistory = m_di >= 0xD100 && m_di <= 0xD4FF;
    return m_control.function() == functionRead && (isData || isHistory);
}

Result<void> encodeRequest(const Request& request, const Model& model, std::uint8_t serial, FrameBuffer& out) {
    constexpr std::uint8_t maxPreambles = 20;
    // Requests can only be built through the checks above; this one stands in case a new way to build them appears.
    if (request.isWrite() && request.address().isBroadcast())
        return Error(CjtError::BroadcastWrite, {request.address().toString()});
    for (int i = std::min(model.preambleBytes, maxPreambles); i > 0; --i)
        (void)out.append(preambleByte);
    FrameBuffer data;
    const auto high = static_cast<std::uint8_t>(request.di() >> 8);
    const auto low = static_cast<std::uint8_t>(request.di() & 0xFF);
    const bool highFirst = model.diOrder == DiOrder::HighFirst;
    (void)data.append(highFirst ? high : low);
    (void)data.append(highFirst ? low : high);
    // A write always carries its SER: the layouts of its parameters start behind it.
    if (model.sendsSerial || request.isWrite())
        (void)data.append(serial);
    (void)data.append(request.payload());
    return encodeFrame(model.meterType, request.address(), request.control(), data.bytes(), out);
}

} // namespace meterhall::cjt188
