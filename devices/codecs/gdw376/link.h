#pragma once

#include "core/base/time.h"
#include "devices/codecs/gdw376/units.h"

#include <vector>

namespace meterhall::gdw376 {

/// How the master station confirms a login or heartbeat; makers differ in what they accept.
enum class ConfirmForm : std::uint8_t {
    All,    ///< AFN 00 F1
    ByUnit, ///< AFN 00 F3: AFN, DA, DT, ERR 00
};

struct LinkSettings {
    ConfirmForm confirmForm = ConfirmForm::All;
    ProtocolId protocol = ProtocolId::Gdw3761;
    std::uint8_t msa = 1; ///< 1..127; the terminal copies it into its answers
    Password password{};
    bool sendsTimeLabel = false;
    Duration utcOffset = Duration::hours(8); ///< of the civil time in time labels
    Duration replyTimeout = Duration::seconds(10);
    Duration byteGap = Duration::seconds(3); ///< silence after which an unfinished frame is given up
    Duration heartbeatEvery = Duration::minutes(5);
    int missedHeartbeats = 3; ///< after so many the link is Silent
    bool requiresLogin = true;
    std::size_t maxBuffer = maxUserBytes + envelopeSize; ///< of unfinished bytes per connection
};

struct LinkEvent {
    enum class Kind : std::uint8_t {
        Send,      ///< put `bytes` on the connection
        LoggedIn,  ///< `address` is known now. A repeated login of the same terminal says so again
        Heartbeat, ///< `clock` when the terminal sent one that is a date
        LoggedOut,
        Forwarded, ///< answer to `forward`: `port`, `bytes`; `isFinal` false when more frames of it follow
        Denied,    ///< the terminal refused the outstanding request
        TimedOut,  ///< the outstanding request had no answer; whether it was carried out is unknown
        Reported,  ///< any other frame of the terminal, whole in `bytes`; confirmed already if it asked for that
        Fault,     ///< `bytes` are what was wrong: another terminal's address, an answer nobody waits for …
        Silent,    ///< no sign of life for `missedHeartbeats` periods: close the connection
    };
    Kind kind = Kind::Send;
    Bytes bytes{};
    TerminalAddress address{};
    std::uint8_t port = 0;
    bool isFinal = true;
    std::optional<TerminalClock> clock{};
};

/// Master side of one connection of one terminal. Sans-I/O: bytes and the time in, events out. One request is in
/// flight at a time. The link itself never repeats a request unless told: behind a forwarded frame may be a valve.
class TerminalLink {
public:
    TerminalLink(LinkSettings settings, Instant connectedAt);

    std::vector<LinkEvent> receive(ByteView bytes, Instant now);
    std::vector<LinkEvent> tick(Instant now);
    /// When `tick` wants to be called.
    Instant deadline() const;

    /// AFN 10 F1. The bytes to send. Busy while a request is in flight, NotLoggedIn before the login.
    Result<Bytes> forward(const ForwardRequest& request, Instant now);
    /// The outstanding request again, with the same PFC and PSEQ: the terminal knows it for a repetition.
    Result<Bytes> repeat(Instant now);
    /// Any other request by AFN and data units (AFN 0A, 0C …); its answer arrives as Reported.
    Result<Bytes> request(Afn afn, ByteView units, Instant now);
    /// Gives up the outstanding request: an answer that still comes is a Fault.
    void abandon();

    bool isLoggedIn() const { return m_address.has_value(); }
    bool isBusy() const { return m_waiting; }
    const std::optional<TerminalAddress>& address() const { return m_address; }
    /// Bytes that belonged to no frame since the connection stands.
    std::uint64_t garbage() const { return m_garbage; }

private:
    using Events = std::vector<LinkEvent>;

    void scan(devices::AtEnd atEnd, Instant now, Events& events);
    void handle(const Frame& frame, Instant now, Events& events);
    void handleLinkTest(const Frame& frame, Events& events);
    void handleAnswer(const Frame& frame, const Body& body, Events& events);
    void handleUnsolicited(const Frame& frame, Events& events);
    bool isAnswer(const Frame& frame) const;
    void confirm(const Frame& frame, Events& events) const;
    void fault(const Frame& frame, Events& events) const;
    TimeLabel timeLabel(Instant now) const;
    Bytes encodeRequest(Instant now) const;

    LinkSettings m_settings;
    Bytes m_in;
    std::uint64_t m_garbage = 0;
    std::optional<TerminalAddress> m_address;
    Instant m_lastByte;
    Instant m_lastSign;
    bool m_saidSilent = false;

    bool m_waiting = false;
    std::uint8_t m_pfc = 0; ///< of the outstanding or last request; its low four bits are PSEQ
    Afn m_afn = Afn::Forward;
    Bytes m_units;
    std::uint8_t m_port = 0;
    Instant m_replyBy;
};

} // namespace meterhall::gdw376
