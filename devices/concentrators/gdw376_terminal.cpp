#include "devices/concentrators/gdw376_terminal.h"

namespace meterhall::devices {

namespace {
using Kind = TerminalEvent::Kind;

/// The meter's bytes inside an answer that came too late for the link: it has gone on to another request number.
std::optional<Bytes> lateAnswer(ByteView bytes) {
    const auto frame = gdw376::parseFrame(bytes);
    if (!frame.ok() || !frame->control.isUp() || frame->control.isFromStarter() || frame->afn != gdw376::Afn::Forward)
        return std::nullopt;
    const auto body = gdw376::splitBody(*frame);
    if (!body.ok())
        return std::nullopt;
    const auto reply = gdw376::readForwardReply(body->data);
    if (!reply.ok())
        return std::nullopt;
    return Bytes(reply->payload.begin(), reply->payload.end());
}

void translate(gdw376::LinkEvent&& event, std::vector<TerminalEvent>& events) {
    using From = gdw376::LinkEvent::Kind;
    switch (event.kind) {
    case From::Send:
        events.push_back({Kind::Send, std::move(event.bytes), {}});
        return;
    case From::LoggedIn:
        events.push_back({Kind::LoggedIn, {}, terminalId(event.address)});
        return;
    case From::Heartbeat:
        events.push_back({Kind::Heartbeat, {}, terminalId(event.address)});
        return;
    case From::Forwarded:
        events.push_back({Kind::MeterBytes, std::move(event.bytes), {}});
        return;
    case From::Denied:
        events.push_back({Kind::Denied, std::move(event.bytes), {}});
        return;
    case From::LoggedOut:
    case From::Silent:
        events.push_back({Kind::Ended, {}, {}});
        return;
    case From::Fault:
        // Empty late answers ("the meter kept silent") say nothing about the request of now.
        if (auto late = lateAnswer(event.bytes); late && !late->empty())
            events.push_back({Kind::MeterBytes, *std::move(late), {}});
        return;
    case From::TimedOut: // the meter's session has its own, shorter patience
    case From::Reported:
        return;
    }
}

std::vector<TerminalEvent> translated(std::vector<gdw376::LinkEvent> from) {
    std::vector<TerminalEvent> events;
    for (gdw376::LinkEvent& event : from)
        translate(std::move(event), events);
    return events;
}

/// D7 set counts seconds, otherwise units of 10 ms.
std::uint8_t messageTimeout(Duration answerWithin) {
    constexpr std::int64_t most = 127;
    const std::int64_t milliseconds = answerWithin.inMilliseconds() * 3 / 4;
    if (milliseconds <= most * 10)
        return static_cast<std::uint8_t>(std::max<std::int64_t>(1, milliseconds / 10));
    return static_cast<std::uint8_t>(0x80 | std::min(most, std::max<std::int64_t>(1, milliseconds / 1000)));
}

/// D7..D5 baud code, D4 one stop bit, D3 parity on, D2 even, D1 D0 eight bits: 6B is 2400 8E1, the usual one.
std::uint8_t portControl(int baud) {
    constexpr std::array bauds{300, 600, 1200, 2400, 4800, 7200, 9600, 19200};
    const auto found = std::find(bauds.begin(), bauds.end(), baud);
    const auto code = found == bauds.end() ? 3U : static_cast<unsigned>(found - bauds.begin());
    return static_cast<std::uint8_t>(code << 5 | 0x0B);
}
} // namespace

QString terminalId(const gdw376::TerminalAddress& address) {
    return QStringLiteral("%1-%2").arg(address.area, 4, 16, QChar(u'0')).arg(address.terminal, 5, 10, QChar(u'0'));
}

Gdw376Terminal::Gdw376Terminal(const gdw376::LinkSettings& settings, Instant connectedAt)
    : m_link(settings, connectedAt) {}

std::vector<TerminalEvent> Gdw376Terminal::receive(ByteView bytes, Instant now) {
    return translated(m_link.receive(bytes, now));
}

std::vector<TerminalEvent> Gdw376Terminal::tick(Instant now) {
    return translated(m_link.tick(now));
}

Instant Gdw376Terminal::deadline() const {
    return m_link.deadline();
}

Result<Bytes> Gdw376Terminal::ask(const MeterRequest& request, Instant now) {
    m_link.abandon();
    return m_link.forward({.port = request.port,
                           .portControl = portControl(request.baud),
                           .messageTimeout = messageTimeout(request.answerWithin),
                           .payload = request.frame},
                          now);
}

} // namespace meterhall::devices
