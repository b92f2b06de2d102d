#include "app/town/parts/uplink.h"

#include "app/town/parts/town_error.h"

namespace meterhall::town {

namespace {
void writeTo(QTcpSocket& socket, ByteView bytes) {
    socket.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
    socket.flush();
}
} // namespace

QString DialTarget::toString() const {
    return port == 0 ? QString() : QStringLiteral("%1:%2").arg(host).arg(port);
}

Result<DialTarget> dialTargetFrom(const QString& text) {
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const uint port = text.mid(colon + 1).toUInt(&isNumber);
    if (colon <= 0 || !isNumber || port > 65535)
        return complaint(TownError::BadOption, QStringLiteral("\"%1\" is not HOST:PORT").arg(text.left(80)));
    return DialTarget{text.left(colon), static_cast<quint16>(port)};
}

Uplink::Uplink(QObject* parent)
    : QObject(parent) {
    m_redial.setSingleShot(true);
    m_between.setSingleShot(true);
    connect(&m_redial, &QTimer::timeout, this, &Uplink::dialNow);
    connect(&m_between, &QTimer::timeout, this, [this] {
        const Parcel& parcel = m_parcels.front();
        writeTo(m_socket, ByteView(parcel.bytes).subspan(parcel.firstPiece));
        finish(true);
        sendNext();
    });
    connect(&m_socket, &QTcpSocket::connected, this, [this] {
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_wasOpen = true;
        Q_EMIT opened();
    });
    connect(&m_socket, &QTcpSocket::readyRead, this, [this] { Q_EMIT received(m_socket.readAll()); });
    connect(&m_socket, &QTcpSocket::disconnected, this, &Uplink::afterClosing);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] {
        if (m_socket.state() == QAbstractSocket::UnconnectedState && !m_wasOpen)
            afterClosing();
    });
}

Uplink::~Uplink() {
    m_socket.disconnect(this);
}

void Uplink::dial(const DialTarget& target) {
    m_target = target;
    m_pauseMs = shortestPauseMs;
    m_socket.abort();
    dialNow();
}

void Uplink::dialNow() {
    m_redial.stop();
    if (m_target.port == 0 || m_socket.state() != QAbstractSocket::UnconnectedState)
        return;
    m_socket.connectToHost(m_target.host, m_target.port);
}

void Uplink::hangUp(int pauseMs) {
    m_pauseMs = pauseMs;
    m_socket.disconnectFromHost();
}

void Uplink::close() {
    m_target = {};
    m_redial.stop();
    m_socket.abort();
}

void Uplink::giveUp() {
    m_socket.abort();
}

void Uplink::afterClosing() {
    m_between.stop();
    while (!m_parcels.empty())
        finish(false);
    if (std::exchange(m_wasOpen, false))
        Q_EMIT closed();
    if (m_target.port == 0)
        return;
    m_redial.start(m_pauseMs);
    m_pauseMs = std::min(longestPauseMs, m_pauseMs * 2);
}

void Uplink::send(Parcel parcel) {
    if (!isOpen()) {
        if (parcel.written)
            parcel.written(false);
        return;
    }
    m_parcels.push_back(std::move(parcel));
    if (m_parcels.size() == 1)
        sendNext();
}

void Uplink::sendNext() {
    while (!m_parcels.empty()) {
        const Parcel& parcel = m_parcels.front();
        if (parcel.firstPiece > 0 && parcel.firstPiece < parcel.bytes.size()) {
            writeTo(m_socket, ByteView(parcel.bytes).first(parcel.firstPiece));
            m_between.start(parcel.pauseMs);
            return;
        }
        writeTo(m_socket, parcel.bytes);
        finish(true);
    }
}

void Uplink::finish(bool left) {
    const Parcel parcel = std::move(m_parcels.front());
    m_parcels.pop_front();
    if (parcel.written)
        parcel.written(left);
}

} // namespace meterhall::town
