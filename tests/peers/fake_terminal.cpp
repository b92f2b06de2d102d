#include "tests/peers/fake_terminal.h"

#include <QDateTime>

namespace meterhall::tests {

namespace {
qint64 nowMs() {
    return QDateTime::currentMSecsSinceEpoch();
}

std::uint8_t sumOf(const Bytes& bytes, std::size_t from) {
    unsigned sum = 0;
    for (std::size_t i = from; i < bytes.size(); ++i)
        sum += bytes[i];
    return std::uint8_t(sum);
}

std::uint8_t packed(std::int64_t number) {
    return std::uint8_t(number / 10 % 10 * 16 + number % 10);
}

void appendVolume(Bytes& to, std::int64_t hundredths) {
    for (int i = 0; i < 4; ++i, hundredths /= 100)
        to.push_back(packed(hundredths % 100));
    to.push_back(0x2C);
}

void appendClock(Bytes& to) {
    const QDateTime t = QDateTime::currentDateTimeUtc().addSecs(8 * 3600);
    for (const int part : {t.time().second(), t.time().minute(), t.time().hour(), t.date().day(), t.date().month(),
                           t.date().year() % 100, 20})
        to.push_back(packed(part));
}

/// The first frame 68 … 16 of CJ/T 188 in `in`, cut out; empty while there is none.
Bytes takeCjtFrame(Bytes& in) {
    while (!in.empty() && in[0] != 0x68)
        in.erase(in.begin());
    if (in.size() < 13 || in.size() < std::size_t(13) + in[10])
        return {};
    const auto end = in.begin() + 13 + in[10];
    Bytes frame(in.begin(), end);
    in.erase(in.begin(), end);
    return frame;
}
} // namespace

FakeTerminal::FakeTerminal(Kind kind, QByteArray name)
    : m_kind(kind)
    , m_name(std::move(name)) {
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { turn(); });
    m_timer.start(1);
}

FakeMeter& FakeTerminal::addMeter(const QByteArray& address, std::int64_t hundredths, std::uint8_t type) {
    FakeMeter& meter = m_meters[address];
    meter.address = address;
    meter.type = type;
    meter.hundredths = hundredths;
    meter.settledHundredths = hundredths / 2;
    return meter;
}

void FakeTerminal::dial(std::uint16_t port) {
    m_in.clear();
    m_outgoing.clear();
    confirmed = false;
    m_peer = std::make_unique<RawPeer>(port);
    logIn();
}

void FakeTerminal::logIn() {
    if (m_kind == Kind::Gdw376) {
        send(gdw(0xC9, 0x02, std::uint8_t(0x70 | (m_sequence++ & 15)), {0x00, 0x00, 0x01, 0x00}));
        return;
    }
    const QByteArray words = "CTRL:&" + m_name + "\r\n";
    send(Bytes(words.begin(), words.end()));
}

void FakeTerminal::beat() {
    if (m_kind == Kind::Gdw376) {
        send(gdw(0xC9, 0x02, std::uint8_t(0x70 | (m_sequence++ & 15)), {0x00, 0x00, 0x04, 0x00}));
        return;
    }
    const QByteArray words = "HEART:&" + m_name + "\r\n";
    send(Bytes(words.begin(), words.end()));
}

Bytes FakeTerminal::gdw(std::uint8_t control, std::uint8_t afn, std::uint8_t sequence, const Bytes& body) const {
    const unsigned area = m_name.left(4).toUInt(nullptr, 16);
    const unsigned number = m_name.mid(5).toUInt();
    Bytes frame{0x68, 0, 0, 0, 0, 0x68, control};
    for (const unsigned byte :
         {area & 255, area >> 8, number & 255, number >> 8, 0U, unsigned(afn), unsigned(sequence)})
        frame.push_back(std::uint8_t(byte));
    frame.insert(frame.end(), body.begin(), body.end());
    const unsigned length = unsigned(frame.size() - 6) << 2 | 2;
    frame[1] = frame[3] = std::uint8_t(length);
    frame[2] = frame[4] = std::uint8_t(length >> 8);
    frame.push_back(sumOf(frame, 6));
    frame.push_back(0x16);
    return frame;
}

void FakeTerminal::later(int ms, Bytes bytes) {
    m_outgoing.push_back({nowMs() + ms, std::move(bytes)});
}

void FakeTerminal::turn() {
    if (!m_peer)
        return;
    hear();
    if (!m_peer)
        return;
    const qint64 now = nowMs();
    for (std::size_t i = 0; i < m_outgoing.size();) {
        if (m_outgoing[i].at > now) {
            ++i;
            continue;
        }
        m_peer->send(m_outgoing[i].bytes);
        m_outgoing.erase(m_outgoing.begin() + std::ptrdiff_t(i));
    }
}

void FakeTerminal::hear() {
    const bool closed = m_peer->isClosed();
    const Bytes& got = m_peer->receive();
    m_in.insert(m_in.end(), got.begin(), got.end());
    m_peer->forget();
    while (m_kind == Kind::Gdw376 ? takeGdw() : takeCjt()) {
    }
    if (closed)
        m_peer.reset();
}

bool FakeTerminal::takeCjt() {
    const Bytes frame = takeCjtFrame(m_in);
    if (frame.empty())
        return false;
    askMeter(frame, 0, 0);
    return true;
}

bool FakeTerminal::takeGdw() {
    if (m_in.size() < 8)
        return false;
    const std::size_t length = (std::size_t(m_in[1]) | std::size_t(m_in[2]) << 8) >> 2;
    if (m_in.size() < length + 8)
        return false;
    const Bytes frame(m_in.begin(), m_in.begin() + std::ptrdiff_t(length) + 8);
    m_in.erase(m_in.begin(), m_in.begin() + std::ptrdiff_t(length) + 8);
    obeyGdw(ByteView(frame).subspan(6, length));
    return true;
}

void FakeTerminal::obeyGdw(ByteView user) {
    const std::uint8_t afn = user[6];
    const std::uint8_t sequence = user[7];
    if (afn == 0x00)
        confirmed = true;
    if (afn != 0x10)
        return;
    const ByteView unit = user.subspan(8); // DA DT, port, control, two timeouts, length, frame
    const std::size_t length = std::size_t(unit[8]) | std::size_t(unit[9]) << 8;
    Bytes tunnel(unit.begin() + 10, unit.begin() + 10 + std::ptrdiff_t(length));
    const Bytes frame = takeCjtFrame(tunnel);
    if (!frame.empty())
        askMeter(frame, sequence, unit[4]);
}

void FakeTerminal::askMeter(ByteView frame, std::uint8_t sequence, std::uint8_t port) {
    ++forwarded;
    const QByteArray wire(reinterpret_cast<const char*>(frame.data()) + 2, 7);
    QByteArray shown;
    for (qsizetype i = 6; i >= 0; --i)
        shown += wire.mid(i, 1).toHex();
    const auto found = m_meters.find(shown);
    if (found != m_meters.end())
        answer(found->second, frame, sequence, port);
}

Bytes FakeTerminal::meterAnswer(const FakeMeter& meter, ByteView request, std::int64_t hundredths) const {
    Bytes frame{0xFE, 0xFE, 0x68, meter.type};
    frame.insert(frame.end(), request.begin() + 2, request.begin() + 9);
    frame.insert(frame.end(), {0x81, 0x16, request[11], request[12], request[13]});
    appendVolume(frame, hundredths);
    appendVolume(frame, meter.settledHundredths);
    appendClock(frame);
    frame.insert(frame.end(), {std::uint8_t(meter.valveClosed ? 0x01 : 0x00), 0x00});
    frame.push_back(sumOf(frame, 2));
    frame.push_back(0x16);
    return frame;
}

/// A017: 55 opens, 99 closes. The answer says how the valve stands, or what the meter wants to be believed.
Bytes FakeTerminal::valveAnswer(FakeMeter& meter, ByteView request) const {
    ++meter.valveOrders;
    const bool close = request[14] == 0x99;
    if (!meter.lies)
        meter.valveClosed = close;
    Bytes frame{0xFE, 0xFE, 0x68, meter.type};
    frame.insert(frame.end(), request.begin() + 2, request.begin() + 9);
    if (meter.reluctant)
        frame.insert(frame.end(), {0xC4, 0x03, request[13], 0x04, 0x00});
    else
        frame.insert(frame.end(), {0x84, 0x05, request[11], request[12], request[13], std::uint8_t(close), 0x00});
    frame.push_back(sumOf(frame, 2));
    frame.push_back(0x16);
    return frame;
}

Bytes FakeTerminal::wrapped(const Bytes& meterBytes, std::uint8_t sequence, std::uint8_t port) const {
    if (m_kind == Kind::Dtu)
        return meterBytes;
    Bytes body{0x00, 0x00, 0x01, 0x00, port, std::uint8_t(meterBytes.size()), std::uint8_t(meterBytes.size() >> 8)};
    body.insert(body.end(), meterBytes.begin(), meterBytes.end());
    return gdw(0x88, 0x10, std::uint8_t(0x60 | (sequence & 15)), body);
}

Bytes FakeTerminal::denial(std::uint8_t sequence) const {
    return gdw(0x88, 0x00, std::uint8_t(0x60 | (sequence & 15)), {0x00, 0x00, 0x02, 0x00});
}

namespace {

Bytes closed(Bytes frame) {
    frame.push_back(sumOf(frame, 2));
    frame.push_back(0x16);
    return frame;
}

/// The same answer under an address one digit pair away, with a right sum.
Bytes fromAnotherMeter(Bytes answer) {
    answer[4] ^= 0x11;
    answer.resize(answer.size() - 2);
    return closed(std::move(answer));
}

/// The meter answers that it does not want to.
Bytes refusal(const Bytes& answer, ByteView request) {
    Bytes error(answer.begin(), answer.begin() + 11);
    error.insert(error.end(), {0xC1, 0x03, request[13], 0x04, 0x00});
    return closed(std::move(error));
}

} // namespace

void FakeTerminal::answer(FakeMeter& meter, ByteView request, std::uint8_t sequence, std::uint8_t port) {
    ++meter.requests;
    Mishap mishap = meter.always;
    if (!meter.mishaps.empty()) {
        mishap = meter.mishaps.front();
        meter.mishaps.pop_front();
    }
    for (Bytes& late : std::exchange(m_withNext, {}))
        later(0, std::move(late));
    const bool movesValve = request[9] == 0x04 && request[11] == 0xA0 && request[12] == 0x17;
    Bytes bytes = movesValve ? valveAnswer(meter, request) : meterAnswer(meter, request, meter.hundredths);
    const auto put = [&](int ms, const Bytes& what) { later(ms, wrapped(what, sequence, port)); };
    switch (mishap) {
    case Mishap::None:
        put(0, bytes);
        break;
    case Mishap::Lost:
        return;
    case Mishap::Corrupt:
        bytes[2 + dice() % (bytes.size() - 2)] ^= std::uint8_t(1 + dice() % 255);
        put(0, bytes);
        return;
    case Mishap::SumKept:
        // 0x01 more in the register's second byte, 0x01 less in the third one's: both stay digits.
        bytes[17] = std::uint8_t(bytes[17] + 1);
        bytes[18] = std::uint8_t(bytes[18] - 1);
        put(0, bytes);
        return;
    case Mishap::Torn: {
        const Bytes whole = wrapped(bytes, sequence, port);
        const auto cut = std::ptrdiff_t(1 + dice() % (whole.size() - 1));
        later(0, Bytes(whole.begin(), whole.begin() + cut));
        later(pauseMs, Bytes(whole.begin() + cut, whole.end()));
        break;
    }
    case Mishap::Cut: {
        Bytes whole = wrapped(bytes, sequence, port);
        whole.resize(1 + dice() % (whole.size() - 1));
        later(0, whole);
        return;
    }
    case Mishap::Twice:
        put(0, bytes);
        put(0, bytes);
        break;
    case Mishap::LateTwice:
        put(0, bytes);
        m_withNext.push_back(wrapped(bytes, sequence, port));
        break;
    case Mishap::Late:
        put(lateMs, bytes);
        break;
    case Mishap::Stranger:
        put(0, fromAnotherMeter(bytes));
        put(2, bytes);
        break;
    case Mishap::Error:
        put(0, refusal(bytes, request));
        return;
    case Mishap::Echo:
        put(0, Bytes(request.begin(), request.end()));
        put(2, bytes);
        break;
    case Mishap::TerminalDenies:
        later(0, denial(sequence));
        return;
    }
    if (!movesValve)
        meter.said.push_back(meter.hundredths);
}

} // namespace meterhall::tests
