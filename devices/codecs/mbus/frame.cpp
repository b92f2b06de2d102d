#include "devices/codecs/mbus/frame.h"

#include <algorithm>

namespace meterhall::mbus {

using devices::AtEnd;
using devices::Candidate;
using devices::Found;
using devices::Judged;
using devices::ScanStatus;

namespace {
constexpr std::size_t longHeadSize = 4; // 68 L L 68

Judged judgeShort(ByteView bytes) {
    if (bytes.size() > 1 && Control{bytes[1]}.name().empty())
        return {};
    if (bytes.size() < shortFrameSize)
        return {Candidate::Unfinished, 0};
    const bool holds = bytes[4] == endMark && devices::sum8(bytes.subspan(1, 2)) == bytes[3];
    return {holds ? Candidate::Whole : Candidate::None, shortFrameSize};
}

Judged judgeLong(ByteView bytes) {
    const bool lengthsDiffer = bytes.size() > 2 && bytes[1] != bytes[2];
    const bool tooShort = bytes.size() > 1 && bytes[1] < minUserBytes;
    const bool noSecondMark = bytes.size() > 3 && bytes[3] != longMark;
    if (lengthsDiffer || tooShort || noSecondMark)
        return {};
    const std::size_t size = bytes.size() > 1 ? envelopeSize + bytes[1] : envelopeSize;
    if (bytes.size() < size)
        return {Candidate::Unfinished, 0};
    if (bytes[size - 1] != endMark)
        return {};
    const bool sumHolds = devices::sum8(bytes.subspan(longHeadSize, bytes[1])) == bytes[size - 2];
    return {sumHolds ? Candidate::Whole : Candidate::Shape, size};
}

Judged judge(ByteView bytes, Shapes shapes) {
    if (bytes[0] == longMark)
        return judgeLong(bytes);
    if (shapes == Shapes::All && bytes[0] == shortMark)
        return judgeShort(bytes);
    return {};
}
} // namespace

std::string_view Control::name() const {
    constexpr std::uint8_t withoutFcb = 0xCF;
    if (!isFromMaster()) {
        switch (raw & withoutFcb) {
        case 0x00:
            return "ACK";
        case 0x01:
            return "NACK";
        case 0x08:
            return "RSP_UD";
        case 0x0B:
            return "RSP_STATUS";
        default:
            return {};
        }
    }
    switch (raw & withoutFcb) {
    case 0x40:
        return "SND_NKE";
    case 0x43:
        return "SND_UD";
    case 0x49:
        return "REQ_STATUS";
    case 0x4A:
        return "REQ_UD1";
    case 0x4B:
        return "REQ_UD2";
    default:
        return {};
    }
}

Found findFrame(ByteView bytes, AtEnd atEnd, Shapes shapes) {
    if (shapes == Shapes::All && !bytes.empty() && bytes[0] == singleCharacter)
        return {ScanStatus::Found, 0, 1};
    return devices::firstFrame(bytes, atEnd, [shapes](ByteView rest) { return judge(rest, shapes); });
}

Found findShape(ByteView bytes) {
    return devices::firstShape(bytes, [](ByteView rest) { return judge(rest, Shapes::LongOnly); });
}

Frame viewFrame(ByteView bytes) {
    if (bytes.size() == 1)
        return {.bytes = bytes, .kind = FrameKind::SingleCharacter};
    if (bytes[0] == shortMark) {
        Q_ASSERT(bytes.size() == shortFrameSize);
        return {.bytes = bytes, .kind = FrameKind::Short, .control = {bytes[1]}, .address = bytes[2]};
    }
    Q_ASSERT(bytes.size() >= envelopeSize + minUserBytes && bytes.size() == envelopeSize + bytes[1]);
    return {.bytes = bytes,
            .kind = bytes[1] == minUserBytes ? FrameKind::Control : FrameKind::Long,
            .control = {bytes[4]},
            .address = bytes[5],
            .ci = bytes[6],
            .data = bytes.subspan(longHeadSize + minUserBytes, bytes[1] - minUserBytes)};
}

Result<Frame> parseFrame(ByteView bytes) {
    if (bytes.empty())
        return MbusError::NotAFrame;
    if (bytes.size() == 1 && bytes[0] == singleCharacter)
        return viewFrame(bytes);
    const auto [candidate, size] = judge(bytes, Shapes::All);
    if (candidate == Candidate::Shape && size == bytes.size())
        return MbusError::BadChecksum;
    if (candidate != Candidate::Whole || size != bytes.size())
        return MbusError::NotAFrame;
    return viewFrame(bytes);
}

Result<void> encodeShortFrame(Control control, std::uint8_t address, FrameBuffer& out) {
    const auto sum = static_cast<std::uint8_t>(control.raw + address);
    if (!out.append(std::array{shortMark, control.raw, address, sum, endMark}))
        return MbusError::TooLong;
    return {};
}

Result<void> encodeLongFrame(Control control, std::uint8_t address, std::uint8_t ci, ByteView data, FrameBuffer& out) {
    if (data.size() > maxDataSize)
        return MbusError::TooLong;
    const auto length = static_cast<std::uint8_t>(minUserBytes + data.size());
    const std::array user{control.raw, address, ci};
    const auto sum = static_cast<std::uint8_t>(devices::sum8(user) + devices::sum8(data));
    FrameBuffer frame;
    const bool fits = frame.append(std::array{longMark, length, length, longMark}) && frame.append(user) &&
                      frame.append(data) && frame.append(sum) && frame.append(endMark);
    if (!fits || !out.append(frame.bytes()))
        return MbusError::TooLong;
    return {};
}

} // namespace meterhall::mbus
