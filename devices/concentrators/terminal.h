#pragma once

#include "core/base/bytes.h"
#include "core/base/time.h"

#include <memory>
#include <vector>

namespace meterhall::devices {

/// The frame of a meter, and what the terminal must know to hand it on.
struct MeterRequest {
    std::uint8_t port = 0;
    int baud = 2400;
    ByteView frame;
    /// How long the asker waits in all; the terminal is told to give up on the meter earlier.
    Duration answerWithin = Duration::seconds(5);
};

struct TerminalEvent {
    enum class Kind : std::uint8_t {
        Send,     ///< put `bytes` on the connection
        LoggedIn, ///< `terminal` has said who it is; said again on a repeated login
        Heartbeat,
        MeterBytes, ///< `bytes` from a meter; empty when the terminal says that the meter kept silent
        Denied,     ///< the terminal refused the last request
        Ended,      ///< it logged out or fell silent: close the connection
    };
    Kind kind = Kind::Send;
    Bytes bytes;
    QString terminal;
};

/// One connection of one terminal, whatever shell it speaks: session and shell, without a socket. Sans-I/O; `now` is
/// the steady time. At most one request at a time.
class Terminal {
public:
    Terminal() = default;
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    virtual ~Terminal() = default;

    virtual std::vector<TerminalEvent> receive(ByteView bytes, Instant now) = 0;
    virtual std::vector<TerminalEvent> tick(Instant now) = 0;
    /// When `tick` wants to be called.
    virtual Instant deadline() const = 0;
    /// The bytes to send for a meter's frame. A request that is still open is given up: its answer may still come
    /// and is passed on as MeterBytes, because only the meter's session can tell whether it is welcome.
    virtual Result<Bytes> ask(const MeterRequest& request, Instant now) = 0;
};

} // namespace meterhall::devices
