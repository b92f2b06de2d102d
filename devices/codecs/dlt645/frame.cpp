#include "devices/codecs/dlt645/frame.h"

namespace meterhall::dlt645 {

using devices::AtEnd;
using devices::Candidate;
using devices::Found;
using devices::Judged;

namespace {
constexpr std::size_t secondMarkAt = 7;
constexpr std::size_t controlAt = 8;
constexpr std::size_t lengthAt = 9;

Judged judge(ByteView bytes) {
    if (bytes[0] != startMark)
        return {};
    if (bytes.size() > secondMarkAt && bytes[secondMarkAt] != startMark)
        return {};
    if (bytes.size() < headerSize)
        return {Candidate::Unfinished, 0};
    const std::size_t size = minFrameSize + bytes[lengthAt];
    if (bytes.size() < size)
        return {Candidate::Unfinished, 0};
    if (bytes[size - 1] != endMark)
        return {};
    const bool sumHolds = devices::sum8(bytes.first(size - 2)) == bytes[size - 2];
    return {sumHolds ? Candidate::Whole : Candidate::Shape, size};
}
} // namespace

Address Address::fromWire(ByteView wire) {
    Q_ASSERT(wire.size() == addressSize);
    std::array<std::uint8_t, addressSize> bytes{};
    std::copy_n(wire.begin(), addressSize, bytes.begin());
    return Address(bytes);
}

Result<Address> Address::parse(QStringView text) {
    const auto bytes = fromHex(text);
    const bool isPlain = bytes.ok() && text.size() == 2 * qsizetype(bytes->size());
    if (!isPlain || bytes->empty() || bytes->size() > addressSize)
        return Error(DltError::BadAddress, {text.left(40).toString()});
    for (const std::uint8_t byte : *bytes) {
        if (byte != 0xAA && (byte >> 4 > 9 || (byte & 15U) > 9))
            return Error(DltError::BadAddress, {text.left(40).toString()});
    }
    std::array<std::uint8_t, addressSize> wire = wildcard().wire();
    std::reverse_copy(bytes->begin(), bytes->end(), wire.begin());
    return Address(wire);
}

QString Address::toString() const {
    std::array<std::uint8_t, addressSize> shown{};
    std::reverse_copy(m_wire.begin(), m_wire.end(), shown.begin());
    return toHex(shown);
}

Found findFrame(ByteView bytes, AtEnd atEnd) {
    return devices::firstFrame(bytes, atEnd, judge);
}

Found findShape(ByteView bytes) {
    return devices::firstShape(bytes, judge);
}

Frame viewFrame(ByteView bytes) {
    Q_ASSERT(bytes.size() >= minFrameSize && bytes.size() == minFrameSize + bytes[lengthAt]);
    return {.bytes = bytes,
            .address = Address::fromWire(bytes.subspan(1, addressSize)),
            .control = {bytes[controlAt]},
            .wireData = bytes.subspan(headerSize, bytes[lengthAt])};
}

Result<Frame> parseFrame(ByteView bytes) {
    if (bytes.empty() || bytes[0] != startMark)
        return DltError::NotAFrame;
    const auto [candidate, size] = judge(bytes);
    if (candidate == Candidate::Shape && size == bytes.size())
        return DltError::BadChecksum;
    if (candidate != Candidate::Whole || size != bytes.size())
        return DltError::NotAFrame;
    return viewFrame(bytes);
}

Result<void> encodeFrame(const Address& address, Control control, ByteView data, FrameBuffer& out) {
    const std::size_t start = out.bytes().size();
    if (data.size() > maxDataSize)
        return DltError::DataTooLong;
    bool fits = out.append(startMark) && out.append(address.wire()) && out.append(startMark) &&
                out.append(control.raw) && out.append(static_cast<std::uint8_t>(data.size()));
    for (const std::uint8_t byte : data)
        fits = fits && out.append(static_cast<std::uint8_t>(byte + dataOffset));
    fits = fits && out.append(devices::sum8(out.bytes().subspan(start))) && out.append(endMark);
    if (!fits)
        return DltError::DataTooLong;
    return {};
}

} // namespace meterhall::dlt645
