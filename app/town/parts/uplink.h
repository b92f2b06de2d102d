#pragma once

#include "core/base/bytes.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <deque>
#include <functional>

namespace meterhall::town {

/// Where a terminal dials to; no port means nowhere.
struct DialTarget {
    QString host;
    quint16 port = 0;
    /// "127.0.0.1:9001", empty without a port.
    QString toString() const;
};
Result<DialTarget> dialTargetFrom(const QString& text);

/// Bytes that leave in one piece, or in two with a pause between them.
struct Parcel {
    Bytes bytes;
    std::size_t firstPiece = 0; ///< 0: all at once
    int pauseMs = 0;
    std::function<void(bool left)> written; ///< false: the line was gone
};

/// A TCP line that a terminal keeps open: dials, dials again with growing pauses, sends parcels in order.
class Uplink : public QObject {
    Q_OBJECT

public:
    explicit Uplink(QObject* parent = nullptr);
    /// Says nothing any more: whoever listens may be half gone. Call close() first to have every parcel accounted for.
    ~Uplink() override;

    void dial(const DialTarget& target);
    /// Closes and dials again after `pauseMs`.
    void hangUp(int pauseMs);
    /// Closes for good; what was still waiting to leave is reported as not written.
    void close();
    /// Closes because the other side does not behave; the pause before redialling grows.
    void giveUp();
    /// The other side has accepted us: the next pause is a short one again.
    void settled() { m_pauseMs = shortestPauseMs; }
    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    void send(Parcel parcel);

Q_SIGNALS:
    void opened();
    void closed();
    void received(const QByteArray& bytes);

private:
    static constexpr int shortestPauseMs = 100;
    static constexpr int longestPauseMs = 5000;
    void dialNow();
    void afterClosing();
    void sendNext();
    void finish(bool left);

    QTcpSocket m_socket;
    QTimer m_redial;
    QTimer m_between;
    DialTarget m_target;
    int m_pauseMs = shortestPauseMs;
    bool m_wasOpen = false;
    std::deque<Parcel> m_parcels;
};

} // namespace meterhall::town
