#pragma once

#include "core/base/bytes.h"

#include <arpa/inet.h>
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace meterhall::tests {

/// A bare TCP client on loopback, as rude as a test needs it. Non-blocking once connected; the kernel answers for
/// the listener, so one thread can play both sides.
class RawPeer {
public:
    explicit RawPeer(std::uint16_t port, int receiveBuffer = 0) {
        m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (receiveBuffer > 0)
            ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_connected = ::connect(m_socket, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0;
        ::fcntl(m_socket, F_SETFL, O_NONBLOCK);
        const int noDelay = 1;
        ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &noDelay, sizeof noDelay);
    }
    RawPeer(RawPeer&& other) noexcept
        : m_socket(std::exchange(other.m_socket, -1))
        , m_connected(other.m_connected)
        , m_ended(other.m_ended)
        , m_received(std::move(other.m_received)) {}
    RawPeer& operator=(RawPeer&&) = delete;
    RawPeer(const RawPeer&) = delete;
    RawPeer& operator=(const RawPeer&) = delete;
    ~RawPeer() { close(); }

    bool isConnected() const { return m_connected; }

    /// Bytes the kernel took; -1 when the connection is gone.
    ssize_t send(ByteView bytes) {
        const ssize_t sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        return sent < 0 && errno == EAGAIN ? 0 : sent;
    }

    /// Everything that has arrived since the connection was made (or since `forget`).
    const Bytes& receive() {
        std::uint8_t piece[65'536];
        for (;;) {
            const ssize_t count = ::recv(m_socket, piece, sizeof piece, 0);
            if (count <= 0) {
                m_ended = count == 0 || (errno != EAGAIN && errno != EINTR);
                return m_received;
            }
            m_received.insert(m_received.end(), piece, piece + count);
        }
    }
    void forget() { m_received.clear(); }

    /// The other side has closed (seen by the last receive).
    bool isClosed() {
        receive();
        return m_ended;
    }

    /// No more will be sent, but it still listens: a half-closed connection.
    void finish() { ::shutdown(m_socket, SHUT_WR); }
    /// Ends with a reset.
    void abort() {
        const linger hard{1, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        close();
    }
    void close() {
        if (m_socket >= 0)
            ::close(std::exchange(m_socket, -1));
    }

private:
    int m_socket = -1;
    bool m_connected = false;
    bool m_ended = false;
    Bytes m_received;
};

} // namespace meterhall::tests
