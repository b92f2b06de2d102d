#include "app/town/wire/gdw376_wire.h"

#include "app/town/wire/cjt188_wire.h"

#include <QDate>

#include <bit>
#include <numeric>

namespace meterhall::town {

namespace {
constexpr std::uint8_t blockStart = 0x68;
constexpr std::uint8_t blockEnd = 0x16;
constexpr std::size_t lengthHead = 6; // 68 L L L L 68
constexpr std::size_t blockTail = 2;  // CS 16
constexpr std::size_t shortestUser = 8;
constexpr std::size_t longestUser = 2048;
constexpr unsigned protocolMark = 2; // 376.1; Q/GDW 130 has 1
constexpr std::size_t timeLabelLength = 6;
constexpr std::uint8_t singleFrame = 0x60; // FIR and FIN
constexpr std::uint8_t asksConfirm = 0x10;

// P0 and the bit of Fn.
Bytes unitOfTerminal(std::uint8_t fnBit) {
    return {0x00, 0x00, fnBit, 0x00};
}
constexpr std::uint8_t f1 = 0x01;
constexpr std::uint8_t f2 = 0x02;
constexpr std::uint8_t f3 = 0x04;
constexpr std::size_t unitLength = 4;

std::uint8_t sumOfBlock(ByteView bytes) {
    return static_cast<std::uint8_t>(std::accumulate(bytes.begin(), bytes.end(), 0U));
}

void appendWord(Bytes& out, unsigned value) {
    out.push_back(static_cast<std::uint8_t>(value & 0xFF));
    out.push_back(static_cast<std::uint8_t>(value >> 8));
}

unsigned wordAt(ByteView bytes, std::size_t at) {
    return unsigned(bytes[at]) | (unsigned(bytes[at + 1]) << 8);
}

// Format A1: ss mm hh DD, weekday << 5 | month in BCD, YY.
void appendFormatA1(Bytes& out, const CivilTime& time) {
    appendBcd(out, time.second, 1);
    appendBcd(out, time.minute, 1);
    appendBcd(out, time.hour, 1);
    appendBcd(out, time.day, 1);
    appendBcd(out, time.month, 1);
    const int weekday = QDate(time.year, time.month, time.day).dayOfWeek();
    out.back() = static_cast<std::uint8_t>(out.back() | (weekday << 5));
    appendBcd(out, time.year % 100, 1);
}

// An answer takes over sequence and master; a request with a time label gets its label back at the end.
Gdw376Frame answerTo(const Gdw376Frame& request, std::uint8_t control, std::uint8_t afn, Bytes body) {
    Gdw376Frame answer{control, request.terminal, request.master, afn, 0, std::move(body)};
    answer.seq = static_cast<std::uint8_t>(singleFrame | request.sequence());
    if (request.hasTimeLabel() && request.body.size() >= timeLabelLength) {
        answer.seq = static_cast<std::uint8_t>(answer.seq | 0x80);
        answer.body.insert(answer.body.end(), request.body.end() - timeLabelLength, request.body.end());
    }
    return answer;
}

Gdw376Frame userFrom(ByteView user) {
    Gdw376Frame frame;
    frame.control = user[0];
    frame.terminal.area = static_cast<std::uint16_t>(wordAt(user, 1));
    frame.terminal.number = static_cast<std::uint16_t>(wordAt(user, 3));
    frame.master = user[5];
    frame.afn = user[6];
    frame.seq = user[7];
    frame.body.assign(user.begin() + shortestUser, user.end());
    return frame;
}
} // namespace

QString TerminalAddress::shown() const {
    return QStringLiteral("%1-%2").arg(area, 4, 16, QChar(u'0')).arg(number, 5, 10, QChar(u'0'));
}

Bytes encoded(const Gdw376Frame& frame) {
    Bytes user{frame.control};
    appendWord(user, frame.terminal.area);
    appendWord(user, frame.terminal.number);
    user.insert(user.end(), {frame.master, frame.afn, frame.seq});
    user.insert(user.end(), frame.body.begin(), frame.body.end());
    Q_ASSERT(user.size() <= longestUser);

    const auto length = static_cast<unsigned>((user.size() << 2) | protocolMark);
    Bytes out{blockStart};
    appendWord(out, length);
    appendWord(out, length);
    out.push_back(blockStart);
    out.insert(out.end(), user.begin(), user.end());
    out.push_back(sumOfBlock(user));
    out.push_back(blockEnd);
    return out;
}

Gdw376Scan scanGdw376(ByteView stream) {
    for (std::size_t at = 0; at < stream.size(); ++at) {
        if (stream[at] != blockStart)
            continue;
        const ByteView candidate = stream.subspan(at);
        if (candidate.size() < lengthHead)
            return {at, std::nullopt};
        const std::size_t userLength = wordAt(candidate, 1) >> 2;
        const bool shaped = wordAt(candidate, 1) == wordAt(candidate, 3) && candidate[5] == blockStart &&
                            userLength >= shortestUser && userLength <= longestUser;
        if (!shaped)
            continue;
        const std::size_t whole = lengthHead + userLength + blockTail;
        if (candidate.size() < whole)
            return {at, std::nullopt};
        const ByteView user = candidate.subspan(lengthHead, userLength);
        if (candidate[whole - 1] == blockEnd && candidate[whole - 2] == sumOfBlock(user))
            return {at + whole, userFrom(user)};
    }
    return {stream.size(), std::nullopt};
}

Gdw376Frame loginFrame(const TerminalAddress& terminal, std::uint8_t sequence) {
    const auto seq = static_cast<std::uint8_t>(singleFrame | asksConfirm | (sequence & 0x0F));
    return {gdw::terminalLinkTest, terminal, 0, gdw::link, seq, unitOfTerminal(f1)};
}

Gdw376Frame heartbeatFrame(const TerminalAddress& terminal, std::uint8_t sequence,
                           const std::optional<CivilTime>& clock) {
    Gdw376Frame frame = loginFrame(terminal, sequence);
    frame.body = unitOfTerminal(f3);
    if (clock)
        appendFormatA1(frame.body, *clock);
    return frame;
}

std::optional<Confirmation> confirmationIn(const Gdw376Frame& frame) {
    if (frame.fromTerminal() || frame.afn != gdw::confirm || frame.body.size() < unitLength)
        return std::nullopt;
    const std::uint8_t group = frame.body[2];
    // F3 names each confirmed item: AFN, DA, DT, ERR. Published master stations also mark it F1 and F2 at once.
    const bool perItem = group == f3 || group == (f1 | f2);
    constexpr std::size_t firstItemError = 9;
    if (perItem && frame.body.size() > firstItemError)
        return frame.body[firstItemError] == 0 ? Confirmation::Accepted : Confirmation::Denied;
    return group == f1 ? Confirmation::Accepted : Confirmation::Denied;
}

std::optional<DataUnit> firstUnit(const Gdw376Frame& frame) {
    if (frame.body.size() < unitLength)
        return std::nullopt;
    const std::uint8_t da1 = frame.body[0];
    const std::uint8_t da2 = frame.body[1];
    const std::uint8_t dt1 = frame.body[2];
    if (dt1 == 0)
        return std::nullopt;
    DataUnit unit;
    unit.fn = frame.body[3] * 8 + std::countr_zero(dt1) + 1;
    if (da1 != 0 && da2 != 0)
        unit.pn = (da2 - 1) * 8 + std::countr_zero(da1) + 1;
    return unit;
}

std::optional<Forwarding> forwardingIn(const Gdw376Frame& request) {
    constexpr std::size_t fixedPart = unitLength + 6; // port, port control, two timeouts, length
    if (request.afn != gdw::forward || firstUnit(request) != DataUnit{0, 1} || request.body.size() < fixedPart)
        return std::nullopt;
    const std::size_t length = wordAt(request.body, 8);
    if (request.body.size() < fixedPart + length)
        return std::nullopt;
    const auto first = request.body.begin() + fixedPart;
    return Forwarding{request.body[4], Bytes(first, first + static_cast<std::ptrdiff_t>(length))};
}

Gdw376Frame forwardingAnswer(const Gdw376Frame& request, std::uint8_t port, ByteView bytes) {
    Bytes body = unitOfTerminal(f1);
    body.push_back(port);
    appendWord(body, static_cast<unsigned>(bytes.size()));
    body.insert(body.end(), bytes.begin(), bytes.end());
    return answerTo(request, gdw::terminalAnswer, gdw::forward, std::move(body));
}

Gdw376Frame denial(const Gdw376Frame& request) {
    return answerTo(request, gdw::terminalConfirm, gdw::confirm, unitOfTerminal(f2));
}

Gdw376Frame clockAnswer(const Gdw376Frame& request, const CivilTime& clock) {
    Bytes body = unitOfTerminal(f2);
    appendFormatA1(body, clock);
    return answerTo(request, gdw::terminalAnswer, gdw::realTimeData, std::move(body));
}

} // namespace meterhall::town
