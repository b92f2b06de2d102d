#include "devices/codecs/gdw376/link.h"

namespace meterhall::gdw376 {

using devices::AtEnd;
using devices::Found;
using devices::ScanStatus;

namespace {
constexpr std::uint16_t fnLogin = 1;
constexpr std::uint16_t fnLogout = 2;
constexpr std::uint16_t fnHeartbeat = 3;
constexpr std::uint16_t fnDenied = 2;

constexpr Control requestControl{0x4B}; // down, PRM, class 2 data
constexpr Control linkAnswerControl{0x0B};
constexpr Control confirmControl{0x00};

std::uint8_t toPacked(std::int64_t number) {
    return static_cast<std::uint8_t>((number / 10 % 10) << 4 | number % 10);
}

std::uint16_t firstFunction(ByteView body) {
    const auto id = UnitId::read(body);
    if (!id.ok() || id->functions().count == 0)
        return 0;
    return id->functions().values[0];
}
} // namespace

TerminalLink::TerminalLink(LinkSettings settings, Instant connectedAt)
    : m_settings(settings)
    , m_lastByte(connectedAt)
    , m_lastSign(connectedAt)
    , m_replyBy(connectedAt) {}

std::vector<LinkEvent> TerminalLink::receive(ByteView bytes, Instant now) {
    Events events;
    m_in.insert(m_in.end(), bytes.begin(), bytes.end());
    if (!bytes.empty())
        m_lastByte = now;
    scan(AtEnd::MoreMayCome, now, events);
    while (m_in.size() > m_settings.maxBuffer) {
        // A false start claims more than may be kept: give up its first byte and look again.
        m_in.erase(m_in.begin());
        ++m_garbage;
        scan(AtEnd::MoreMayCome, now, events);
    }
    return events;
}

void TerminalLink::scan(AtEnd atEnd, Instant now, Events& events) {
    std::size_t at = 0;
    while (at < m_in.size()) {
        const ByteView rest = ByteView(m_in).subspan(at);
        const Found found = findFrame(rest, atEnd, Tolerance::ShortLengthHeartbeat);
        m_garbage += found.offset;
        at += found.offset;
        if (!found.isFrame())
            break;
        // The events copy what they keep: `m_in` is not touched before the loop ends.
        handle(viewFrame(ByteView(m_in).subspan(at, found.size)), now, events);
        at += found.size;
    }
    m_in.erase(m_in.begin(), m_in.begin() + std::ptrdiff_t(at));
}

void TerminalLink::handle(const Frame& frame, Instant now, Events& events) {
    if (!frame.control.isUp())
        return; // our own words come back on some radio paths
    const bool isStranger = m_address && frame.address != *m_address;
    if (isStranger && frame.afn != Afn::LinkTest) {
        fault(frame, events);
        return;
    }
    if (!isStranger) {
        m_lastSign = now;
        m_saidSilent = false;
    }
    if (frame.afn == Afn::LinkTest && frame.control.isFromStarter())
        handleLinkTest(frame, events);
    else if (m_settings.requiresLogin && !m_address)
        fault(frame, events);
    else if (const auto body = splitBody(frame); !body.ok())
        fault(frame, events);
    else if (isAnswer(frame))
        handleAnswer(frame, *body, events);
    else
        handleUnsolicited(frame, events);
}

void TerminalLink::handleLinkTest(const Frame& frame, Events& events) {
    const std::uint16_t fn = firstFunction(frame.body);
    const bool isStranger = m_address && frame.address != *m_address;
    LinkEvent event{.kind = LinkEvent::Kind::Fault, .address = frame.address};
    if (fn == fnLogin) {
        // A second terminal behind the same connection is not served: who speaks must stay one.
        if (isStranger) {
            fault(frame, events);
            return;
        }
        m_address = frame.address;
        event.kind = LinkEvent::Kind::LoggedIn;
    } else if (fn == fnHeartbeat && !isStranger && (m_address || !m_settings.requiresLogin)) {
        event.kind = LinkEvent::Kind::Heartbeat;
        m_address = frame.address;
        event.clock = readClock(frame.body.subspan(UnitId::size));
    } else if (fn == fnLogout && !isStranger && m_address) {
        event.kind = LinkEvent::Kind::LoggedOut;
    } else {
        fault(frame, events);
        return;
    }
    confirm(frame, events);
    events.push_back(event);
    if (event.kind == LinkEvent::Kind::LoggedOut) {
        m_address.reset();
        m_waiting = false;
    }
}

bool TerminalLink::isAnswer(const Frame& frame) const {
    const bool fitsAfn = frame.afn == m_afn || frame.afn == Afn::Confirm;
    return m_waiting && !frame.control.isFromStarter() && fitsAfn && frame.sequence.number() == (m_pfc & 0x0F);
}

void TerminalLink::handleAnswer(const Frame& frame, const Body& body, Events& events) {
    LinkEvent event{.kind = LinkEvent::Kind::Reported, .address = frame.address};
    event.isFinal = frame.sequence.isFinal();
    if (frame.afn == Afn::Confirm) {
        const bool isDenied = firstFunction(body.data) == fnDenied;
        // "Confirmed" to a request for data is not its answer: that is still to come.
        if (!isDenied && (m_afn == Afn::Forward || m_afn == Afn::CurrentData || m_afn == Afn::HistoryData))
            return;
        event.kind = isDenied ? LinkEvent::Kind::Denied : LinkEvent::Kind::Reported;
        event.bytes.assign(frame.bytes.begin(), frame.bytes.end());
    } else if (m_afn == Afn::Forward) {
        const auto reply = readForwardReply(body.data);
        if (!reply.ok() || reply->port != m_port) {
            fault(frame, events);
            return;
        }
        event.kind = LinkEvent::Kind::Forwarded;
        event.port = reply->port;
        event.bytes.assign(reply->payload.begin(), reply->payload.end());
    } else {
        event.bytes.assign(frame.bytes.begin(), frame.bytes.end());
    }
    if (frame.sequence.wantsConfirm())
        confirm(frame, events);
    m_waiting = m_waiting && !event.isFinal;
    events.push_back(std::move(event));
}

void TerminalLink::handleUnsolicited(const Frame& frame, Events& events) {
    // An answer that nobody waits for is a late or doubled one; it must not be taken for news.
    const bool isLateAnswer = !frame.control.isFromStarter();
    if (frame.sequence.wantsConfirm())
        confirm(frame, events);
    if (isLateAnswer) {
        fault(frame, events);
        return;
    }
    LinkEvent event{.kind = LinkEvent::Kind::Reported, .address = frame.address};
    event.bytes.assign(frame.bytes.begin(), frame.bytes.end());
    events.push_back(std::move(event));
}

void TerminalLink::confirm(const Frame& frame, Events& events) const {
    const bool byUnit = m_settings.confirmForm == ConfirmForm::ByUnit && frame.body.size() >= UnitId::size;
    const UnitId id = UnitId::of(0, byUnit ? 3 : 1);
    Bytes units(id.raw.begin(), id.raw.end());
    if (byUnit) {
        units.push_back(static_cast<std::uint8_t>(frame.afn));
        units.insert(units.end(), frame.body.begin(), frame.body.begin() + UnitId::size);
        units.push_back(0x00); // ERR: done
    }
    const FrameHead head{.protocol = frame.protocol == 1 ? ProtocolId::Gdw130 : ProtocolId::Gdw3761,
                         .control = frame.afn == Afn::LinkTest ? linkAnswerControl : confirmControl,
                         .address = frame.address,
                         .msa = frame.msa,
                         .afn = Afn::Confirm,
                         .sequence = Sequence::single(frame.sequence.number())};
    auto bytes = encodeFrame(head, units);
    Q_ASSERT(bytes.ok());
    events.push_back({.kind = LinkEvent::Kind::Send, .bytes = *std::move(bytes), .address = frame.address});
}

void TerminalLink::fault(const Frame& frame, Events& events) const {
    LinkEvent event{.kind = LinkEvent::Kind::Fault, .address = frame.address};
    event.bytes.assign(frame.bytes.begin(), frame.bytes.end());
    events.push_back(std::move(event));
}

Result<Bytes> TerminalLink::forward(const ForwardRequest& request, Instant now) {
    constexpr std::size_t maxPayload = maxUserBytes - minUserBytes - UnitId::size - 6 - passwordSize - TimeLabel::size;
    if (request.payload.size() > maxPayload)
        return GdwError::TooLong;
    const Bytes data = encodeForwardData(request);
    MH_TRY(Bytes bytes, this->request(Afn::Forward, data, now));
    m_port = request.port;
    return bytes;
}

Result<Bytes> TerminalLink::request(Afn afn, ByteView units, Instant now) {
    if (m_waiting)
        return GdwError::Busy;
    if (!m_address)
        return GdwError::NotLoggedIn;
    if (units.size() > maxUserBytes - minUserBytes - passwordSize - TimeLabel::size)
        return GdwError::TooLong;
    ++m_pfc;
    m_afn = afn;
    m_units.assign(units.begin(), units.end());
    m_waiting = true;
    m_replyBy = now + m_settings.replyTimeout;
    return encodeRequest(now);
}

Result<Bytes> TerminalLink::repeat(Instant now) {
    if (!m_waiting || !m_address)
        return GdwError::NotLoggedIn;
    m_replyBy = now + m_settings.replyTimeout;
    return encodeRequest(now);
}

void TerminalLink::abandon() {
    m_waiting = false;
}

TimeLabel TerminalLink::timeLabel(Instant now) const {
    constexpr std::int64_t microsecondsPerSecond = 1'000'000;
    constexpr std::int64_t secondsPerDay = 86'400;
    const std::int64_t civil = (now + m_settings.utcOffset).microseconds() / microsecondsPerSecond;
    const std::int64_t ofDay = civil % secondsPerDay;
    const auto epoch = Date::of(1970, 1, 1);
    Q_ASSERT(epoch.ok());
    const Date date = epoch->addDays(static_cast<int>(civil / secondsPerDay));
    return {.pfc = m_pfc,
            .second = toPacked(ofDay % 60),
            .minute = toPacked(ofDay / 60 % 60),
            .hour = toPacked(ofDay / 3600),
            .day = toPacked(date.day()),
            .delayMinutes = 0};
}

Bytes TerminalLink::encodeRequest(Instant now) const {
    Bytes body = m_units;
    const FrameHead head{.protocol = m_settings.protocol,
                         .control = requestControl,
                         .address = *m_address,
                         .msa = m_settings.msa,
                         .afn = m_afn,
                         .sequence = {static_cast<std::uint8_t>(Sequence::single(m_pfc).raw |
                                                                (m_settings.sendsTimeLabel ? 0x80 : 0x00))}};
    if (carriesPassword(m_afn))
        body.insert(body.end(), m_settings.password.begin(), m_settings.password.end());
    if (m_settings.sendsTimeLabel) {
        const TimeLabel label = timeLabel(now);
        body.insert(body.end(), {label.pfc, label.second, label.minute, label.hour, label.day, label.delayMinutes});
    }
    auto bytes = encodeFrame(head, body);
    Q_ASSERT(bytes.ok()); // sizes were checked when the request was made
    return *std::move(bytes);
}

std::vector<LinkEvent> TerminalLink::tick(Instant now) {
    Events events;
    // Whoever claimed a long frame and fell silent does not hold up what came behind.
    if (!m_in.empty() && now - m_lastByte >= m_settings.byteGap)
        scan(AtEnd::NothingFollows, now, events);
    const TerminalAddress address = m_address.value_or(TerminalAddress{});
    if (m_waiting && now >= m_replyBy) {
        m_waiting = false;
        events.push_back({.kind = LinkEvent::Kind::TimedOut, .address = address});
    }
    const Instant silentAt = m_lastSign + m_settings.heartbeatEvery * m_settings.missedHeartbeats;
    if (!m_saidSilent && now >= silentAt) {
        m_saidSilent = true;
        events.push_back({.kind = LinkEvent::Kind::Silent, .address = address});
    }
    return events;
}

Instant TerminalLink::deadline() const {
    Instant earliest = m_lastSign + m_settings.heartbeatEvery * m_settings.missedHeartbeats;
    if (m_waiting)
        earliest = std::min(earliest, m_replyBy);
    if (!m_in.empty())
        earliest = std::min(earliest, m_lastByte + m_settings.byteGap);
    return earliest;
}

} // namespace meterhall::gdw376
