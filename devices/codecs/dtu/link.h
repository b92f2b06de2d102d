#pragma once

#include "devices/codecs/dtu/profile.h"

namespace meterhall::dtu {

struct LinkEvent {
    enum class Kind : std::uint8_t {
        Send,       ///< put `bytes` on the connection
        Registered, ///< `terminal` is known now. A repeated registration of the same terminal says so again
        Heartbeat,
        Payload, ///< `bytes` of the meters behind the modem
        Fault,   ///< words of somebody else on this connection, or `maxUnknown` bytes without a registration
        Silent,  ///< no sign of life for `missedHeartbeats` periods: close the connection
    };
    Kind kind = Kind::Payload;
    Bytes bytes;
    QString terminal;
};

/// One connection of one modem. Sans-I/O. Before the registration nothing passes; after it, the modem's own words
/// are taken out between meter frames and everything else is payload. Sending to a meter needs no wrapping: the
/// caller writes its frame to the connection.
class Link {
public:
    Link(Profile profile, Instant connectedAt);

    std::vector<LinkEvent> receive(ByteView bytes, Instant now);
    std::vector<LinkEvent> tick(Instant now);
    /// When `tick` wants to be called.
    Instant deadline() const;

    bool isRegistered() const { return !m_terminal.isEmpty(); }
    const QString& terminal() const { return m_terminal; }

    static constexpr std::size_t maxUnknown = 1024; ///< bytes tolerated before the registration
    static constexpr Duration byteGap = Duration::milliseconds(1000);

private:
    using Events = std::vector<LinkEvent>;
    enum class Rest : std::uint8_t { MayGrow, IsAll };

    void scan(Rest rest, Events& events);
    /// Bytes taken from the front; 0 is "wait for more".
    std::size_t takeWords(ByteView bytes, Rest rest, Events& events, Bytes& payload);
    std::size_t takePayload(ByteView bytes, Rest rest, Bytes& payload) const;
    void registered(const Match& match, ByteView bytes, Events& events);
    void say(const std::optional<Reply>& reply, Events& events) const;
    void unknownByte(std::uint8_t byte, Events& events);

    Profile m_profile;
    QString m_terminal;
    Bytes m_in;
    std::size_t m_unknown = 0;
    bool m_saidSilent = false;
    Instant m_lastByte;
};

} // namespace meterhall::dtu
