#include "devices/codecs/dlt645/request.h"

namespace meterhall::dlt645 {

namespace {
constexpr std::uint8_t code(Function2007 function) {
    return static_cast<std::uint8_t>(function);
}
constexpr std::uint8_t code(Function1997 function) {
    return static_cast<std::uint8_t>(function);
}

Error badNumber(QStringView what, std::int64_t number) {
    return Error(DltError::BadArgument, {what.toString(), QString::number(number)});
}

bool isPlainLevel(const Access& access) {
    return access.level <= 9;
}
} // namespace

Request Request::make(const Address& address, Edition edition, std::uint8_t function) {
    Request request;
    request.m_address = address;
    request.m_edition = edition;
    request.m_control = {function};
    return request;
}

Result<Request> Request::makeWrite(const Address& address, Edition edition, std::uint8_t function) {
    if (address.isBroadcast() || address.hasWildcard())
        return Error(DltError::BroadcastWrite, {address.toString()});
    return make(address, edition, function);
}

void Request::addDi(std::uint32_t di) {
    m_hasDi = true;
    m_di = m_edition == Edition::Of2007 ? di : di & 0xFFFF;
    const unsigned size = m_edition == Edition::Of2007 ? 4 : 2;
    for (unsigned i = 0; i < size; ++i)
        m_data[m_size++] = static_cast<std::uint8_t>(di >> (8 * i));
}

void Request::addBytes(ByteView bytes) {
    Q_ASSERT(bytes.size() <= m_data.size() - m_size);
    std::copy(bytes.begin(), bytes.end(), m_data.begin() + std::ptrdiff_t(m_size));
    m_size += bytes.size();
}

void Request::addDigits(std::int64_t number, int size) {
    for (; size > 0; --size, number /= 100)
        m_data[m_size++] = static_cast<std::uint8_t>((number / 10 % 10) << 4 | number % 10);
}

void Request::addAccess(const Access& access) {
    m_data[m_size++] = access.level;
    addBytes(access.password);
    if (m_edition == Edition::Of2007)
        addBytes(access.operatorCode);
}

Result<void> Request::addTime(const CivilTime& time, bool withSeconds) {
    if (time.date.year() < 2000 || time.date.year() > 2099)
        return badNumber(u"year", time.date.year());
    if (time.hour < 0 || time.hour > 23 || time.minute < 0 || time.minute > 59 || time.second < 0 || time.second > 59)
        return badNumber(u"time", (time.hour * 100 + time.minute) * 100 + time.second);
    if (withSeconds)
        addDigits(time.second, 1);
    addDigits(time.minute, 1);
    addDigits(time.hour, 1);
    addDigits(time.date.day(), 1);
    addDigits(time.date.month(), 1);
    addDigits(time.date.year() % 100, 1);
    return {};
}

Request Request::read(const Address& address, Edition edition, std::uint32_t di) {
    const bool is2007 = edition == Edition::Of2007;
    Request request = make(address, edition, is2007 ? code(Function2007::Read) : code(Function1997::Read));
    request.addDi(di);
    return request;
}

Request Request::readBlocks(const Address& address, std::uint32_t di, std::uint8_t count) {
    Request request = read(address, Edition::Of2007, di);
    request.addBytes(ByteView(&count, 1));
    return request;
}

Result<Request> Request::readBlocksFrom(const Address& address, std::uint32_t di, std::uint8_t count,
                                        const CivilTime& from) {
    Request request = readBlocks(address, di, count);
    MH_CHECK(request.addTime(from, false));
    return request;
}

Request Request::readAddress(const Address& address) {
    return make(address, Edition::Of2007, code(Function2007::ReadAddress));
}

Result<Request> Request::broadcastTime(const CivilTime& time) {
    Request request = make(Address::broadcast(), Edition::Of2007, code(Function2007::SetTime));
    MH_CHECK(request.addTime(time, true));
    return request;
}

Result<Request> Request::freeze(const Address& address, int month, int day, int hour, int minute) {
    constexpr int each = 99;
    const auto fits = [](int value, int low, int high) { return value == -1 || (value >= low && value <= high); };
    if (!fits(month, 1, 12) || !fits(day, 1, 31) || !fits(hour, 0, 23) || !fits(minute, 0, 59))
        return badNumber(u"time", ((std::int64_t(month) * 100 + day) * 100 + hour) * 100 + minute);
    Request request = make(address, Edition::Of2007, code(Function2007::Freeze));
    for (const int part : {minute, hour, day, month})
        request.addDigits(part == -1 ? each : part, 1);
    return request;
}

Result<Request> Request::writeParameter(const Address& address, Edition edition, std::uint32_t di,
                                        const std::optional<Access>& access, ByteView data) {
    constexpr std::size_t maxWritten = 200;
    const bool is2007 = edition == Edition::Of2007;
    MH_TRY(Request request,
           makeWrite(address, edition, is2007 ? code(Function2007::Write) : code(Function1997::Write)));
    if (data.size() > maxWritten)
        return DltError::DataTooLong;
    if ((is2007 && !access) || (access && !isPlainLevel(*access)))
        return badNumber(u"level", access ? access->level : -1);
    request.addDi(di);
    if (access)
        request.addAccess(*access);
    request.addBytes(data);
    return request;
}

Result<Request> Request::writeAddress(Edition edition, const Address& newAddress) {
    if (newAddress.isBroadcast() || newAddress.hasWildcard())
        return Error(DltError::BadArgument, {QStringLiteral("newAddress"), newAddress.toString()});
    const bool is2007 = edition == Edition::Of2007;
    Request request = make(Address::wildcard(), edition,
                           is2007 ? code(Function2007::WriteAddress) : code(Function1997::WriteAddress));
    request.addBytes(newAddress.wire());
    return request;
}

Result<Request> Request::writeBaudRate(const Address& address, int rate) {
    constexpr std::array<int, 6> rates{600, 1200, 2400, 4800, 9600, 19200};
    MH_TRY(Request request, makeWrite(address, Edition::Of2007, code(Function2007::SetBaudRate)));
    const auto found = std::find(rates.begin(), rates.end(), rate);
    if (found == rates.end())
        return badNumber(u"rate", rate);
    const auto word = static_cast<std::uint8_t>(2U << (found - rates.begin()));
    request.addBytes(ByteView(&word, 1));
    return request;
}

Result<Request> Request::writePassword(const Address& address, std::uint32_t di, const Access& old,
                                       const Access& changed) {
    MH_TRY(Request request, makeWrite(address, Edition::Of2007, code(Function2007::SetPassword)));
    if (!isPlainLevel(old) || !isPlainLevel(changed))
        return badNumber(u"level", isPlainLevel(old) ? changed.level : old.level);
    request.addDi(di);
    for (const Access& access : {old, changed}) {
        request.addBytes(ByteView(&access.level, 1));
        request.addBytes(access.password);
    }
    return request;
}

Result<Request> Request::clearDemand(const Address& address, Edition edition, const Access& access) {
    const bool is2007 = edition == Edition::Of2007;
    MH_TRY(Request request,
           makeWrite(address, edition, is2007 ? code(Function2007::ClearDemand) : code(Function1997::ClearDemand)));
    if (!isPlainLevel(access))
        return badNumber(u"level", access.level);
    request.addAccess(access);
    return request;
}

Result<Request> Request::clearMeter(const Address& address, const Access& access) {
    MH_TRY(Request request, makeWrite(address, Edition::Of2007, code(Function2007::ClearMeter)));
    if (!isPlainLevel(access))
        return badNumber(u"level", access.level);
    request.addAccess(access);
    return request;
}

Result<Request> Request::clearEvents(const Address& address, const Access& access, std::uint32_t di) {
    MH_TRY(Request request, makeWrite(address, Edition::Of2007, code(Function2007::ClearEvents)));
    if (!isPlainLevel(access))
        return badNumber(u"level", access.level);
    request.addAccess(access);
    request.addDi(di);
    request.m_hasDi = false; // a parameter here, not what the answer repeats
    return request;
}

Result<Request> Request::relay(const ValveClearance& clearance, const Access& access, Closing closing,
                               const CivilTime& validUntil) {
    constexpr std::uint8_t trip = 0x1A;
    constexpr std::uint8_t allowClose = 0x1B;
    constexpr std::uint8_t directClose = 0x1C;
    MH_TRY(const Address address, Address::parse(clearance.deviceAddress()));
    MH_TRY(Request request, makeWrite(address, Edition::Of2007, code(Function2007::Control)));
    if (!isPlainLevel(access))
        return badNumber(u"level", access.level);
    const std::uint8_t close = closing == Closing::Direct ? directClose : allowClose;
    const std::uint8_t n1 = clearance.action() == ValveAction::Open ? close : trip;
    request.addAccess(access);
    request.addBytes(std::array<std::uint8_t, 2>{n1, 0x00});
    MH_CHECK(request.addTime(validUntil, true));
    return request;
}

Request Request::following(const Address& answered, std::uint8_t sequence) const {
    const bool is2007 = m_edition == Edition::Of2007;
    Request request =
        make(answered, m_edition, is2007 ? code(Function2007::ReadFollowing) : code(Function1997::ReadFollowing));
    request.addDi(m_di);
    if (is2007)
        request.addBytes(ByteView(&sequence, 1));
    return request;
}

bool Request::isWrite() const {
    const std::uint8_t function = m_control.function();
    if (m_edition == Edition::Of1997)
        return function > code(Function1997::ReadAgain);
    return function != code(Function2007::Read) && function != code(Function2007::ReadFollowing) &&
           function != code(Function2007::ReadAddress);
}

Result<void> encodeRequest(const Request& request, const Settings& settings, FrameBuffer& out) {
    constexpr std::uint8_t maxPreambles = 20;
    for (int i = std::min(settings.preambleBytes, maxPreambles); i > 0; --i)
        (void)out.append(preambleByte);
    return encodeFrame(request.address(), request.control(), request.data(), out);
}

} // namespace meterhall::dlt645
