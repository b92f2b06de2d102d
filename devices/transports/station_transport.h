#pragma once

#include "core/base/bytes.h"
#include "devices/transports/clock.h"

#include <memory>

namespace meterhall::devices {

METERHALL_ERRORS(StationError, "station", BadAddress, PortRefused, CannotListen, NoSuchConnection, PeerTooSlow)

/// One accepted connection for as long as it lives; never reused for another.
enum class ConnectionId : std::uint64_t {};

/// Which of the station's doors a connection came through; the caller's own numbering.
enum class DoorId : std::uint16_t {};

enum class CloseReason : std::uint8_t {
    PeerClosed,   ///< orderly end or reset from the other side
    Silent,       ///< nothing came for `idleAfter`
    Flooding,     ///< sent more than `bytesPerSecond` for longer than the burst allows
    PeerTooSlow,  ///< did not take what was sent to it in time, or too much of it piled up
    BrokenSocket, ///< the system reported an error
};
QString toString(CloseReason reason);

struct StationDoor {
    DoorId id{};
    /// Numeric, IPv4 or IPv6. Loopback unless somebody decides otherwise: these protocols know no password.
    QString address = QStringLiteral("127.0.0.1");
    /// 0 takes any free port (tests). 32768 to 60999 is refused: outgoing connections of this machine live there,
    /// and a listener in that range fails at the next start whenever one of them happens to hold its port.
    std::uint16_t port = 0;
};

/// Nothing a peer does costs more memory or time than these allow.
struct StationLimits {
    int connections = 12'000;
    std::size_t outgoingBytes = 64 * 1024; ///< per connection, waiting for the peer to take them
    std::size_t readAtOnce = 16 * 1024;    ///< per connection and turn, then the others have theirs
    std::int64_t bytesPerSecond = 64 * 1024;
    std::int64_t burstBytes = 256 * 1024;
    Duration idleAfter = Duration::minutes(35); ///< two heartbeats of the slowest terminals, and some
    Duration writeWithin = Duration::seconds(30);
};

struct StationCounters {
    std::uint64_t accepted = 0;
    std::uint64_t refused = 0; ///< over the limit of connections, or no descriptors left
    std::uint64_t closed = 0;
    std::uint64_t bytesIn = 0;
    std::uint64_t bytesOut = 0;
    std::size_t open = 0;
};

/// What a station tells its owner, always in the station's thread. Inside each call the owner may send to and
/// close any connection, the one it is told about included.
class StationListener {
public:
    StationListener() = default;
    StationListener(const StationListener&) = delete;
    StationListener& operator=(const StationListener&) = delete;
    virtual ~StationListener() = default;

    virtual void opened(ConnectionId connection, DoorId door, const QString& peer, const Now& now) = 0;
    /// The bytes are valid during the call only.
    virtual void received(ConnectionId connection, ByteView bytes, const Now& now) = 0;
    /// Told once for every connection that the owner did not close itself.
    virtual void closed(ConnectionId connection, CloseReason reason, const Now& now) = 0;
};

/// A TCP master station: terminals dial in, many thousands of them. Lives in one thread with a Qt event loop and
/// is touched from there only.
class StationTransport {
public:
    StationTransport() = default;
    StationTransport(const StationTransport&) = delete;
    StationTransport& operator=(const StationTransport&) = delete;
    virtual ~StationTransport() = default;

    /// Returns the port that was bound.
    virtual Result<std::uint16_t> listen(const StationDoor& door) = 0;
    /// All of it, or an error: what the peer does not take at once waits in its bounded buffer; when that would
    /// overflow, the connection is closed and `closed` is told after this call has returned.
    virtual Result<void> send(ConnectionId connection, ByteView bytes) = 0;
    virtual void close(ConnectionId connection) = 0;
    virtual StationCounters counters() const = 0;
};

/// The best station of this system; epoll on Linux is the only one so far. Clock and listener outlive it, and are
/// not told of the connections that its destruction closes.
std::unique_ptr<StationTransport> makeStation(const StationLimits& limits, const Clock& clock,
                                              StationListener& listener);

} // namespace meterhall::devices
