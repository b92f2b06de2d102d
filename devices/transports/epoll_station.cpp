#include "devices/transports/epoll_station.h"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>

namespace meterhall::devices {

namespace {
constexpr std::uint16_t firstEphemeral = 32768;
constexpr std::uint16_t lastEphemeral = 60999;
constexpr int waitingToBeAccepted = 1024;
constexpr int acceptedAtOnce = 256;
constexpr int eventsAtOnce = 256;
constexpr auto sweepEvery = Duration::seconds(1);
constexpr auto acceptPause = Duration::seconds(1);

// An epoll event carries either a door's index, marked, or a connection: generation above slot. Generations stay
// below the mark.
constexpr std::uint64_t doorMark = std::uint64_t(1) << 63;
constexpr std::uint32_t lastGeneration = 0x7FFFFFFF;

ConnectionId makeId(std::uint32_t slot, std::uint32_t generation) {
    return ConnectionId(std::uint64_t(generation) << 32 | slot);
}
std::uint32_t slotOf(ConnectionId id) {
    return static_cast<std::uint32_t>(static_cast<std::uint64_t>(id) & 0xFFFFFFFF);
}
std::uint32_t generationOf(ConnectionId id) {
    return static_cast<std::uint32_t>(static_cast<std::uint64_t>(id) >> 32);
}

struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t size = 0;

    sockaddr* raw() { return reinterpret_cast<sockaddr*>(&storage); }
};

Result<SocketAddress> addressOf(const StationDoor& door) {
    const QByteArray text = door.address.toLatin1();
    SocketAddress address;
    sockaddr_in in{};
    if (::inet_pton(AF_INET, text.constData(), &in.sin_addr) == 1) {
        in.sin_family = AF_INET;
        in.sin_port = htons(door.port);
        std::memcpy(&address.storage, &in, sizeof in);
        address.size = sizeof in;
        return address;
    }
    sockaddr_in6 in6{};
    if (::inet_pton(AF_INET6, text.constData(), &in6.sin6_addr) == 1) {
        in6.sin6_family = AF_INET6;
        in6.sin6_port = htons(door.port);
        std::memcpy(&address.storage, &in6, sizeof in6);
        address.size = sizeof in6;
        return address;
    }
    return Error(StationError::BadAddress, {door.address});
}

std::uint16_t portOf(const SocketAddress& address) {
    if (address.storage.ss_family == AF_INET6)
        return ntohs(reinterpret_cast<const sockaddr_in6*>(&address.storage)->sin6_port);
    return ntohs(reinterpret_cast<const sockaddr_in*>(&address.storage)->sin_port);
}

QString peerText(const SocketAddress& address) {
    const bool is6 = address.storage.ss_family == AF_INET6;
    const void* host =
        is6 ? static_cast<const void*>(&reinterpret_cast<const sockaddr_in6*>(&address.storage)->sin6_addr)
            : &reinterpret_cast<const sockaddr_in*>(&address.storage)->sin_addr;
    std::array<char, INET6_ADDRSTRLEN> text{};
    ::inet_ntop(address.storage.ss_family, host, text.data(), text.size());
    const QString shown = QString::fromLatin1(text.data());
    return (is6 ? u'[' + shown + u']' : shown) + u':' + QString::number(portOf(address));
}

void setOption(int socket, int level, int option, int value) {
    // Advice to the kernel: without it the peer is noticed later, by our own timeouts.
    static_cast<void>(::setsockopt(socket, level, option, &value, sizeof value));
}

void tuneAccepted(int socket, const StationLimits& limits) {
    setOption(socket, IPPROTO_TCP, TCP_NODELAY, 1);
    setOption(socket, SOL_SOCKET, SO_KEEPALIVE, 1);
    setOption(socket, IPPROTO_TCP, TCP_KEEPIDLE, 120);
    setOption(socket, IPPROTO_TCP, TCP_KEEPINTVL, 30);
    setOption(socket, IPPROTO_TCP, TCP_KEEPCNT, 4);
    setOption(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, static_cast<int>(limits.writeWithin.inMilliseconds()));
}

Error cannotListen(const StationDoor& door) {
    const QString where = door.address + u':' + QString::number(door.port);
    return {StationError::CannotListen, {where, QString::fromLocal8Bit(std::strerror(errno))}};
}
} // namespace

EpollStation::EpollStation(const StationLimits& limits, const Clock& clock, StationListener& listener)
    : m_limits(limits)
    , m_clock(clock)
    , m_listener(listener)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_scratch(limits.readAtOnce) {
    if (!m_epoll.isValid())
        return; // listen() says so
    m_notifier = std::make_unique<QSocketNotifier>(m_epoll.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] { onReady(); });
    connect(&m_sweeper, &QTimer::timeout, this, [this] { sweep(); });
    m_sweeper.start(static_cast<int>(sweepEvery.inMilliseconds()));
    m_resume.setSingleShot(true);
    connect(&m_resume, &QTimer::timeout, this, [this] { resumeAccepting(); });
}

EpollStation::~EpollStation() = default;

Result<std::uint16_t> EpollStation::listen(const StationDoor& door) {
    if (door.port >= firstEphemeral && door.port <= lastEphemeral)
        return Error(StationError::PortRefused, {QString::number(door.port)});
    MH_TRY(SocketAddress address, addressOf(door));
    UniqueDescriptor socket(::socket(address.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!m_epoll.isValid() || !socket.isValid())
        return cannotListen(door);
    setOption(socket.get(), SOL_SOCKET, SO_REUSEADDR, 1);
    if (::bind(socket.get(), address.raw(), address.size) != 0 || ::listen(socket.get(), waitingToBeAccepted) != 0 ||
        ::getsockname(socket.get(), address.raw(), &address.size) != 0)
        return cannotListen(door);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = doorMark | m_doors.size();
    if (::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, socket.get(), &event) != 0)
        return cannotListen(door);
    m_doors.push_back({std::move(socket), door.id});
    return portOf(address);
}

void EpollStation::onReady() {
    std::array<epoll_event, eventsAtOnce> events{};
    const int count = ::epoll_wait(m_epoll.get(), events.data(), eventsAtOnce, 0);
    for (int i = 0; i < count; ++i) {
        const epoll_event& event = events[std::size_t(i)];
        if ((event.data.u64 & doorMark) != 0) {
            acceptFrom(m_doors[std::size_t(event.data.u64 & ~doorMark)]);
            continue;
        }
        const auto id = ConnectionId(event.data.u64);
        if ((event.events & EPOLLOUT) != 0)
            onWritable(id);
        if ((event.events & (EPOLLIN | EPOLLHUP | EPOLLERR | EPOLLRDHUP)) != 0)
            onReadable(id);
    }
    for (const ConnectionId id : std::exchange(m_overflowed, {}))
        drop(id, CloseReason::PeerTooSlow);
}

void EpollStation::acceptFrom(const Door& door) {
    for (int i = 0; i < acceptedAtOnce; ++i) {
        SocketAddress peer;
        peer.size = sizeof peer.storage;
        UniqueDescriptor socket(::accept4(door.socket.get(), peer.raw(), &peer.size, SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (socket.isValid()) {
            take(std::move(socket), door, peerText(peer));
            continue;
        }
        if (errno == ECONNABORTED || errno == EINTR)
            continue;
        if (errno != EAGAIN && errno != EWOULDBLOCK)
            pauseAccepting(); // no descriptors or memory: a level-triggered door would spin
        return;
    }
}

void EpollStation::pauseAccepting() {
    ++m_counters.refused;
    for (const Door& door : m_doors)
        ::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, door.socket.get(), nullptr);
    m_resume.start(static_cast<int>(acceptPause.inMilliseconds()));
}

void EpollStation::resumeAccepting() {
    for (std::size_t i = 0; i < m_doors.size(); ++i) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = doorMark | i;
        ::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, m_doors[i].socket.get(), &event);
    }
}

void EpollStation::take(UniqueDescriptor socket, const Door& door, const QString& peer) {
    if (m_counters.open >= std::size_t(m_limits.connections)) {
        ++m_counters.refused;
        return;
    }
    tuneAccepted(socket.get(), m_limits);
    if (m_free.empty()) {
        m_free.push_back(static_cast<std::uint32_t>(m_connections.size()));
        m_connections.emplace_back();
    }
    const std::uint32_t slot = m_free.back();
    Connection& connection = m_connections[slot];
    const ConnectionId id = makeId(slot, connection.generation);
    epoll_event event{};
    event.events = EPOLLIN | EPOLLRDHUP;
    event.data.u64 = static_cast<std::uint64_t>(id);
    if (::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, socket.get(), &event) != 0) {
        ++m_counters.refused;
        return;
    }
    m_free.pop_back();
    const Now now = m_clock.now();
    connection.socket = std::move(socket);
    connection.heard = now.steady;
    connection.refilled = now.steady;
    connection.allowance = m_limits.burstBytes;
    connection.place = m_idle.insert(m_idle.end(), slot);
    ++m_counters.accepted;
    ++m_counters.open;
    m_listener.opened(id, door.id, peer, now);
}

void EpollStation::onReadable(ConnectionId id) {
    Connection* connection = find(id);
    if (connection == nullptr)
        return; // closed earlier in this batch of events
    const ssize_t count = ::recv(connection->socket.get(), m_scratch.data(), m_scratch.size(), 0);
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR))
        return;
    if (count < 0)
        return drop(id, errno == ECONNRESET ? CloseReason::PeerClosed : CloseReason::BrokenSocket);
    if (count == 0)
        return drop(id, CloseReason::PeerClosed);
    const Now now = m_clock.now();
    const auto size = std::size_t(count);
    m_counters.bytesIn += size;
    connection->heard = now.steady;
    m_idle.splice(m_idle.end(), m_idle, connection->place);
    if (!withinRate(*connection, size, now.steady))
        return drop(id, CloseReason::Flooding);
    m_listener.received(id, ByteView(m_scratch).first(size), now);
}

bool EpollStation::withinRate(Connection& connection, std::size_t count, Instant now) const {
    const std::int64_t elapsed = std::max<std::int64_t>(0, (now - connection.refilled).inMicroseconds());
    // An hour of silence fills any bucket; the cut keeps the product small.
    const std::int64_t counted = std::min(elapsed, Duration::hours(1).inMicroseconds());
    const std::int64_t refill = counted * m_limits.bytesPerSecond / 1'000'000;
    if (refill > 0) {
        connection.allowance = std::min(m_limits.burstBytes, connection.allowance + refill);
        connection.refilled = now;
    }
    connection.allowance -= static_cast<std::int64_t>(count);
    return connection.allowance >= 0;
}

Result<void> EpollStation::send(ConnectionId id, ByteView bytes) {
    Connection* connection = find(id);
    if (connection == nullptr)
        return StationError::NoSuchConnection;
    const std::size_t waiting = connection->outgoing.size() - connection->outgoingSent;
    if (waiting + bytes.size() > m_limits.outgoingBytes) {
        m_overflowed.push_back(id);
        QMetaObject::invokeMethod(
            this, [this] { onReady(); }, Qt::QueuedConnection);
        return StationError::PeerTooSlow;
    }
    if (waiting == 0)
        connection->writeStalled = m_clock.now().steady;
    connection->outgoing.insert(connection->outgoing.end(), bytes.begin(), bytes.end());
    if (!connection->wantsToWrite && flush(*connection) && !connection->outgoing.empty())
        watchWrites(id, *connection, true);
    return {};
}

/// False when the socket is broken; epoll reports that to onReadable by itself.
bool EpollStation::flush(Connection& connection) {
    while (connection.outgoingSent < connection.outgoing.size()) {
        const ByteView rest = ByteView(connection.outgoing).subspan(connection.outgoingSent);
        const ssize_t count = ::send(connection.socket.get(), rest.data(), rest.size(), MSG_NOSIGNAL);
        if (count < 0)
            return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
        connection.outgoingSent += std::size_t(count);
        m_counters.bytesOut += std::size_t(count);
        connection.writeStalled = m_clock.now().steady;
    }
    connection.outgoing = Bytes(); // gives the memory back: thousands of connections are mostly idle
    connection.outgoingSent = 0;
    return true;
}

void EpollStation::onWritable(ConnectionId id) {
    Connection* connection = find(id);
    if (connection == nullptr)
        return;
    if (flush(*connection) && connection->outgoing.empty())
        watchWrites(id, *connection, false);
}

void EpollStation::watchWrites(ConnectionId id, Connection& connection, bool wanted) {
    if (connection.wantsToWrite == wanted)
        return;
    epoll_event event{};
    event.events = EPOLLIN | EPOLLRDHUP;
    if (wanted)
        event.events |= EPOLLOUT;
    event.data.u64 = static_cast<std::uint64_t>(id);
    connection.wantsToWrite = ::epoll_ctl(m_epoll.get(), EPOLL_CTL_MOD, connection.socket.get(), &event) == 0 && wanted;
}

void EpollStation::sweep() {
    const Instant now = m_clock.now().steady;
    while (!m_idle.empty()) {
        const std::uint32_t slot = m_idle.front();
        const Connection& oldest = m_connections[slot];
        if (now - oldest.heard < m_limits.idleAfter)
            break;
        drop(makeId(slot, oldest.generation), CloseReason::Silent);
    }
    for (std::uint32_t slot = 0; slot < m_connections.size(); ++slot) {
        const Connection& connection = m_connections[slot];
        if (connection.wantsToWrite && now - connection.writeStalled >= m_limits.writeWithin)
            drop(makeId(slot, connection.generation), CloseReason::PeerTooSlow);
    }
}

void EpollStation::drop(ConnectionId id, CloseReason reason) {
    Connection* connection = find(id);
    if (connection == nullptr)
        return;
    release(*connection);
    m_listener.closed(id, reason, m_clock.now());
}

void EpollStation::close(ConnectionId id) {
    if (Connection* connection = find(id))
        release(*connection);
}

void EpollStation::release(Connection& connection) {
    const auto slot = static_cast<std::uint32_t>(&connection - m_connections.data());
    connection.socket.reset(); // also leaves the epoll set
    connection.generation = connection.generation == lastGeneration ? 0 : connection.generation + 1;
    connection.outgoing = Bytes();
    connection.outgoingSent = 0;
    connection.wantsToWrite = false;
    m_idle.erase(connection.place);
    m_free.push_back(slot);
    ++m_counters.closed;
    --m_counters.open;
}

EpollStation::Connection* EpollStation::find(ConnectionId id) {
    const std::uint32_t slot = slotOf(id);
    if (slot >= m_connections.size())
        return nullptr;
    Connection& connection = m_connections[slot];
    return connection.socket.isValid() && connection.generation == generationOf(id) ? &connection : nullptr;
}

StationCounters EpollStation::counters() const {
    return m_counters;
}

} // namespace meterhall::devices
