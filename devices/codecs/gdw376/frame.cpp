#include "devices/codecs/gdw376/frame.h"

namespace meterhall::gdw376 {

using devices::AtEnd;
using devices::Candidate;
using devices::Found;
using devices::Judged;

namespace {
constexpr std::size_t userAt = 6;
constexpr std::size_t secondMarkAt = 5;
constexpr std::size_t clockSize = 6;

std::uint16_t littleEndian16(ByteView bytes, std::size_t at) {
    return static_cast<std::uint16_t>(bytes[at] | bytes[at + 1] << 8);
}

Judged judgeSize(ByteView bytes, std::size_t size) {
    if (bytes.size() < size)
        return {Candidate::Unfinished, 0};
    if (bytes[size - 1] != endMark)
        return {};
    const bool sumHolds = devices::sum8(bytes.subspan(userAt, size - envelopeSize)) == bytes[size - 2];
    return {sumHolds ? Candidate::Whole : Candidate::Shape, size};
}

// AFN 02 F3 of P0 whose L counts no clock.
bool isClocklessHeartbeat(ByteView bytes, std::size_t userBytes) {
    constexpr std::size_t heartbeatUserBytes = 12;
    constexpr std::array<std::uint8_t, 4> heartbeatUnit{0x00, 0x00, 0x04, 0x00};
    if (userBytes != heartbeatUserBytes || bytes.size() < userAt + heartbeatUserBytes || bytes[userAt + 6] != 0x02)
        return false;
    const ByteView unit = bytes.subspan(userAt + minUserBytes, heartbeatUnit.size());
    return std::equal(unit.begin(), unit.end(), heartbeatUnit.begin());
}

Judged judge(ByteView bytes, Tolerance tolerance) {
    if (bytes[0] != startMark)
        return {};
    if (bytes.size() > secondMarkAt && bytes[secondMarkAt] != startMark)
        return {};
    if (bytes.size() <= secondMarkAt)
        return {Candidate::Unfinished, 0};
    const std::uint16_t length = littleEndian16(bytes, 1);
    if (length != littleEndian16(bytes, 3))
        return {};
    const std::size_t userBytes = length >> 2;
    if (userBytes < minUserBytes)
        return {};
    const Judged judged = judgeSize(bytes, userBytes + envelopeSize);
    const bool mayBeShort = tolerance == Tolerance::ShortLengthHeartbeat && isClocklessHeartbeat(bytes, userBytes);
    if (!mayBeShort || judged.candidate == Candidate::Whole || judged.candidate == Candidate::Unfinished)
        return judged;
    return judgeSize(bytes, userBytes + envelopeSize + clockSize);
}
} // namespace

std::string_view nameOf(Afn afn) {
    switch (afn) {
    case Afn::Confirm:
        return "confirm/deny";
    case Afn::Reset:
        return "reset";
    case Afn::LinkTest:
        return "link test (login/heartbeat)";
    case Afn::Relay:
        return "relay station";
    case Afn::SetParameters:
        return "set parameters";
    case Afn::Control:
        return "control";
    case Afn::Authentication:
        return "authentication";
    case Afn::Cascade:
        return "cascaded terminal";
    case Afn::TerminalInformation:
        return "terminal information";
    case Afn::QueryParameters:
        return "query parameters";
    case Afn::TaskData:
        return "task data";
    case Afn::CurrentData:
        return "class 1 data (real time)";
    case Afn::HistoryData:
        return "class 2 data (history)";
    case Afn::Events:
        return "class 3 data (events)";
    case Afn::Files:
        return "file transfer";
    case Afn::Forward:
        return "data forwarding";
    }
    return "unknown";
}

Result<TerminalAddress> TerminalAddress::parse(QStringView text) {
    constexpr qsizetype dash = 4;
    constexpr qsizetype textSize = 10;
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const QStringView number = text.sliced(std::min(text.size(), dash + 1));
    const auto area = fromHex(text.first(std::min(text.size(), dash)));
    const bool hasShape = text.size() == textSize && text[dash] == u'-' && area.ok() && area->size() == 2;
    if (!hasShape || !std::all_of(number.begin(), number.end(), isDigit) || number.toInt() > 0xFFFF)
        return Error(GdwError::BadAddress, {text.left(40).toString()});
    return TerminalAddress{static_cast<std::uint16_t>((*area)[0] << 8 | (*area)[1]),
                           static_cast<std::uint16_t>(number.toInt())};
}

QString TerminalAddress::toString() const {
    const QString areaDigits = QStringLiteral("%1").arg(area, 4, 16, QChar(u'0')).toUpper();
    return areaDigits + u'-' + QStringLiteral("%1").arg(terminal, 5, 10, QChar(u'0'));
}

Found findFrame(ByteView bytes, AtEnd atEnd, Tolerance tolerance) {
    return devices::firstFrame(bytes, atEnd, [tolerance](ByteView rest) { return judge(rest, tolerance); });
}

Found findShape(ByteView bytes) {
    return devices::firstShape(bytes, [](ByteView rest) { return judge(rest, Tolerance::Strict); });
}

Frame viewFrame(ByteView bytes) {
    Q_ASSERT(bytes.size() >= envelopeSize + minUserBytes);
    const ByteView user = bytes.subspan(userAt, bytes.size() - envelopeSize);
    return {.bytes = bytes,
            .protocol = static_cast<std::uint8_t>(bytes[1] & 3),
            .control = {user[0]},
            .address = {littleEndian16(user, 1), littleEndian16(user, 3)},
            .msa = static_cast<std::uint8_t>(user[5] >> 1),
            .isGroup = (user[5] & 1) != 0,
            .afn = static_cast<Afn>(user[6]),
            .sequence = {user[7]},
            .body = user.subspan(minUserBytes)};
}

Result<Frame> parseFrame(ByteView bytes) {
    if (bytes.empty() || bytes[0] != startMark)
        return GdwError::NotAFrame;
    const auto [candidate, size] = judge(bytes, Tolerance::Strict);
    if (candidate == Candidate::Shape && size == bytes.size())
        return GdwError::BadChecksum;
    if (candidate != Candidate::Whole || size != bytes.size())
        return GdwError::NotAFrame;
    return viewFrame(bytes);
}

Result<Bytes> encodeFrame(const FrameHead& head, ByteView body) {
    const std::size_t userBytes = minUserBytes + body.size();
    if (userBytes > maxUserBytes)
        return GdwError::TooLong;
    const std::size_t word = userBytes << 2 | static_cast<std::size_t>(head.protocol);
    Bytes bytes;
    bytes.reserve(userBytes + envelopeSize);
    const auto put = [&bytes](std::size_t value) { bytes.push_back(static_cast<std::uint8_t>(value & 0xFF)); };
    const auto putWord = [&put](std::size_t value) {
        put(value);
        put(value >> 8);
    };
    put(startMark);
    putWord(word);
    putWord(word);
    put(startMark);
    put(head.control.raw);
    putWord(head.address.area);
    putWord(head.address.terminal);
    put(std::size_t(head.msa) << 1 | (head.isGroup ? 1U : 0U));
    put(static_cast<std::size_t>(head.afn));
    put(head.sequence.raw);
    bytes.insert(bytes.end(), body.begin(), body.end());
    put(devices::sum8(ByteView(bytes).subspan(userAt)));
    put(endMark);
    return bytes;
}

} // namespace meterhall::gdw376
