#include "devices/codecs/dtu/link.h"

#include "devices/codecs/cjt188/frame.h"

namespace meterhall::dtu {

Link::Link(Profile profile, Instant connectedAt)
    : m_profile(std::move(profile))
    , m_lastByte(connectedAt) {}

std::vector<LinkEvent> Link::receive(ByteView bytes, Instant now) {
    Events events;
    if (bytes.empty())
        return events;
    m_lastByte = now;
    m_saidSilent = false;
    m_in.insert(m_in.end(), bytes.begin(), bytes.end());
    scan(Rest::MayGrow, events);
    return events;
}

void Link::scan(Rest rest, Events& events) {
    Bytes payload;
    std::size_t at = 0;
    while (at < m_in.size()) {
        const std::size_t taken = takeWords(ByteView(m_in).subspan(at), rest, events, payload);
        if (taken == 0)
            break;
        at += taken;
    }
    m_in.erase(m_in.begin(), m_in.begin() + std::ptrdiff_t(at));
    if (!payload.empty())
        events.push_back({LinkEvent::Kind::Payload, std::move(payload), m_terminal});
}

std::size_t Link::takeWords(ByteView bytes, Rest rest, Events& events, Bytes& payload) {
    const auto flush = [&] {
        if (!payload.empty())
            events.push_back({LinkEvent::Kind::Payload, std::exchange(payload, {}), m_terminal});
    };
    bool mayBecomeWords = false;
    const Match registration = m_profile.registration.match(bytes);
    if (registration.result == MatchResult::Yes && !registration.id.isEmpty()) {
        flush();
        registered(registration, bytes, events);
        return registration.size;
    }
    mayBecomeWords = registration.result == MatchResult::Partly;
    if (isRegistered() && m_profile.heartbeat) {
        const Match beat = m_profile.heartbeat->match(bytes);
        if (beat.result == MatchResult::Yes) {
            flush();
            say(m_profile.heartbeatReply, events);
            events.push_back({LinkEvent::Kind::Heartbeat, {}, m_terminal});
            return beat.size;
        }
        mayBecomeWords = mayBecomeWords || beat.result == MatchResult::Partly;
    }
    if (mayBecomeWords && rest == Rest::MayGrow)
        return 0;
    if (isRegistered())
        return takePayload(bytes, rest, payload);
    unknownByte(bytes[0], events);
    return 1;
}

std::size_t Link::takePayload(ByteView bytes, Rest rest, Bytes& payload) const {
    std::size_t count = 1;
    if (m_profile.frames == Frames::Cjt188 && bytes[0] == cjt188::startMark) {
        const bool mayGrow = rest == Rest::MayGrow;
        const auto found =
            cjt188::findFrame(bytes, mayGrow ? devices::AtEnd::MoreMayCome : devices::AtEnd::NothingFollows);
        if (found.status == devices::ScanStatus::NeedMore && found.offset == 0)
            return 0;
        if (found.isFrame() && found.offset == 0)
            count = found.size;
    }
    payload.insert(payload.end(), bytes.begin(), bytes.begin() + std::ptrdiff_t(count));
    return count;
}

void Link::registered(const Match& match, ByteView bytes, Events& events) {
    // One connection is one modem: a second name on it is somebody else's word.
    if (isRegistered() && match.id != m_terminal) {
        events.push_back(
            {LinkEvent::Kind::Fault, Bytes(bytes.begin(), bytes.begin() + std::ptrdiff_t(match.size)), match.id});
        return;
    }
    m_terminal = match.id;
    m_unknown = 0;
    say(m_profile.registrationReply, events);
    events.push_back({LinkEvent::Kind::Registered, {}, m_terminal});
}

void Link::say(const std::optional<Reply>& reply, Events& events) const {
    if (reply)
        events.push_back({LinkEvent::Kind::Send, reply->bytes(m_terminal), m_terminal});
}

void Link::unknownByte(std::uint8_t byte, Events& events) {
    if (++m_unknown % maxUnknown == 0)
        events.push_back({LinkEvent::Kind::Fault, {byte}, {}});
}

std::vector<LinkEvent> Link::tick(Instant now) {
    Events events;
    if (!m_in.empty() && now - m_lastByte >= byteGap)
        scan(Rest::IsAll, events);
    if (!m_saidSilent && now - m_lastByte >= m_profile.heartbeatEvery * m_profile.missedHeartbeats) {
        m_saidSilent = true;
        events.push_back({LinkEvent::Kind::Silent, {}, m_terminal});
    }
    return events;
}

Instant Link::deadline() const {
    const Instant silentAt = m_lastByte + m_profile.heartbeatEvery * m_profile.missedHeartbeats;
    return m_in.empty() ? silentAt : std::min(silentAt, m_lastByte + byteGap);
}

} // namespace meterhall::dtu
