#include "app/town/wire/cjt188_wire.h"

#include <numeric>

namespace meterhall::town {

namespace {
constexpr std::uint8_t frameStart = 0x68;
constexpr std::uint8_t frameEnd = 0x16;
constexpr std::uint8_t wake = 0xFE;
constexpr std::uint8_t everybody = 0xAA;
constexpr std::size_t headLength = 11; // 68 T A0..A6 C L
constexpr std::size_t tailLength = 2;  // CS 16
constexpr std::size_t longestData = 0x64;

std::uint8_t sumOf(ByteView bytes) {
    return static_cast<std::uint8_t>(std::accumulate(bytes.begin(), bytes.end(), 0U));
}

std::uint8_t bcdByte(int value) {
    return static_cast<std::uint8_t>(((value / 10 % 10) << 4) | (value % 10));
}

int fromBcdByte(std::uint8_t byte) {
    return (byte >> 4) * 10 + (byte & 0x0F);
}

Cjt188Frame frameFrom(ByteView whole) {
    Cjt188Frame frame;
    frame.type = whole[1];
    std::copy_n(whole.begin() + 2, frame.address.size(), frame.address.begin());
    frame.control = whole[9];
    frame.data.assign(whole.begin() + headLength, whole.end() - tailLength);
    return frame;
}
} // namespace

QString shownAddress(const MeterAddress& address) {
    const Bytes highFirst(address.rbegin(), address.rend());
    return toHex(highFirst);
}

Result<MeterAddress> addressFromShown(QStringView shown) {
    MH_TRY(const Bytes highFirst, fromHex(shown));
    MeterAddress address{};
    if (highFirst.size() != address.size())
        return Error(BaseError::BadHex, {shown.left(40).toString()});
    std::copy(highFirst.rbegin(), highFirst.rend(), address.begin());
    return address;
}

bool isEverybody(const MeterAddress& address) {
    return std::all_of(address.begin(), address.end(), [](std::uint8_t byte) { return byte == everybody; });
}

Bytes encoded(const Cjt188Frame& frame, int wakeBytes) {
    Q_ASSERT(frame.data.size() <= longestData);
    Bytes out(static_cast<std::size_t>(wakeBytes), wake);
    out.push_back(frameStart);
    out.push_back(frame.type);
    out.insert(out.end(), frame.address.begin(), frame.address.end());
    out.push_back(frame.control);
    out.push_back(static_cast<std::uint8_t>(frame.data.size()));
    out.insert(out.end(), frame.data.begin(), frame.data.end());
    out.push_back(sumOf(ByteView(out).subspan(static_cast<std::size_t>(wakeBytes))));
    out.push_back(frameEnd);
    return out;
}

Cjt188Scan scanCjt188(ByteView stream) {
    // A start byte also occurs inside data: whatever fails the structure is given up one byte at a time.
    for (std::size_t at = 0; at < stream.size(); ++at) {
        if (stream[at] != frameStart)
            continue;
        const ByteView candidate = stream.subspan(at);
        if (candidate.size() < headLength)
            return {at, std::nullopt};
        const std::size_t length = candidate[headLength - 1];
        if (length > longestData)
            continue;
        const std::size_t whole = headLength + length + tailLength;
        if (candidate.size() < whole)
            return {at, std::nullopt};
        const bool sound =
            candidate[whole - 1] == frameEnd && candidate[whole - 2] == sumOf(candidate.first(whole - tailLength));
        if (sound)
            return {at + whole, frameFrom(candidate.first(whole))};
    }
    return {stream.size(), std::nullopt};
}

void appendBcd(Bytes& out, std::int64_t value, int byteCount) {
    for (; byteCount > 0; --byteCount, value /= 100)
        out.push_back(bcdByte(static_cast<int>(value % 100)));
}

std::optional<std::int64_t> bcdValue(ByteView lowFirst) {
    std::int64_t value = 0;
    for (auto byte = lowFirst.rbegin(); byte != lowFirst.rend(); ++byte) {
        if ((*byte >> 4) > 9 || (*byte & 0x0F) > 9)
            return std::nullopt;
        value = value * 100 + fromBcdByte(*byte);
    }
    return value;
}

void appendVolume(Bytes& out, std::int64_t hundredths) {
    appendBcd(out, hundredths, 4);
    out.push_back(cubicMetres);
}

void appendClock(Bytes& out, const CivilTime& time, bool reversed) {
    std::array<std::uint8_t, 7> bytes{bcdByte(time.second),    bcdByte(time.minute), bcdByte(time.hour),
                                      bcdByte(time.day),       bcdByte(time.month),  bcdByte(time.year % 100),
                                      bcdByte(time.year / 100)};
    if (reversed)
        std::reverse(bytes.begin(), bytes.end());
    out.insert(out.end(), bytes.begin(), bytes.end());
}

CivilTime clockFrom(ByteView seven) {
    Q_ASSERT(seven.size() == 7);
    return {fromBcdByte(seven[6]) * 100 + fromBcdByte(seven[5]),
            fromBcdByte(seven[4]),
            fromBcdByte(seven[3]),
            fromBcdByte(seven[2]),
            fromBcdByte(seven[1]),
            fromBcdByte(seven[0])};
}

} // namespace meterhall::town
