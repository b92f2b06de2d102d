#pragma once

#include "app/town/wire/cjt188_wire.h"
#include "app/town/wire/gdw376_wire.h"
#include "tests/app/town/program/town_process.h"

#include <QElapsedTimer>
#include <QTcpServer>

#include <memory>

namespace meterhall::tests {

/// One TCP line as a master station sees it, read by waiting.
class MasterLine {
public:
    explicit MasterLine(QTcpSocket* socket)
        : m_socket(socket) {}

    /// The next frame; none within `ms`.
    std::optional<town::Gdw376Frame> nextGdw(int ms) {
        return next(ms, [this]() -> std::optional<town::Gdw376Frame> {
            const town::Gdw376Scan scan = town::scanGdw376(m_buffer);
            forget(scan.consumed);
            return scan.frame;
        });
    }
    std::optional<town::Cjt188Frame> nextCjt(int ms) {
        return next(ms, [this]() -> std::optional<town::Cjt188Frame> {
            const town::Cjt188Scan scan = town::scanCjt188(m_buffer);
            forget(scan.consumed);
            return scan.frame;
        });
    }
    std::optional<QByteArray> nextText(int ms) {
        return next(ms, [this]() -> std::optional<QByteArray> {
            const auto end = std::find(m_buffer.begin(), m_buffer.end(), std::uint8_t('\n'));
            if (end == m_buffer.end())
                return std::nullopt;
            const QByteArray text(reinterpret_cast<const char*>(m_buffer.data()), end - m_buffer.begin() + 1);
            forget(std::size_t(text.size()));
            return text;
        });
    }

    void send(const Bytes& bytes) {
        m_socket->write(reinterpret_cast<const char*>(bytes.data()), qint64(bytes.size()));
        m_socket->flush();
    }
    bool isClosedWithin(int ms) {
        return m_socket->state() == QAbstractSocket::UnconnectedState || m_socket->waitForDisconnected(ms);
    }

    /// Confirms a login or heartbeat with AFN 00 F1.
    void confirm(const town::Gdw376Frame& asked) {
        town::Gdw376Frame answer{0x0B, asked.terminal, 0, town::gdw::confirm, 0, {0, 0, 1, 0}};
        answer.seq = std::uint8_t(0x60 | asked.sequence());
        send(town::encoded(answer));
    }

    /// AFN 10 F1 to one port; the password field is zeros.
    void forward(const town::TerminalAddress& terminal, int port, unsigned sequence, const Bytes& meterFrame) {
        town::Gdw376Frame request{0x4B, terminal, 0x04, town::gdw::forward, 0, {0, 0, 1, 0}};
        request.seq = std::uint8_t(0x60 | (sequence & 0x0F));
        request.body.insert(request.body.end(), {std::uint8_t(port), 0x6B, 0x64, 0x0A});
        request.body.push_back(std::uint8_t(meterFrame.size()));
        request.body.push_back(0);
        request.body.insert(request.body.end(), meterFrame.begin(), meterFrame.end());
        request.body.resize(request.body.size() + 16);
        send(town::encoded(request));
    }

private:
    template <class Take>
    auto next(int ms, Take take) -> decltype(take()) {
        QElapsedTimer waited;
        waited.start();
        for (;;) {
            if (auto found = take())
                return found;
            const int left = ms - int(waited.elapsed());
            if (left <= 0 || !m_socket->waitForReadyRead(left))
                return std::nullopt;
            const QByteArray bytes = m_socket->readAll();
            m_buffer.insert(m_buffer.end(), bytes.begin(), bytes.end());
        }
    }
    void forget(std::size_t count) { m_buffer.erase(m_buffer.begin(), m_buffer.begin() + std::ptrdiff_t(count)); }

    QTcpSocket* m_socket;
    Bytes m_buffer;
};

/// A listening port that hands out lines.
class MasterPort {
public:
    MasterPort() { m_server.listen(QHostAddress::LocalHost); }
    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(m_server.serverPort()); }
    std::unique_ptr<MasterLine> accept(int ms = 10'000) {
        if (!m_server.hasPendingConnections() && !m_server.waitForNewConnection(ms))
            return nullptr;
        return std::make_unique<MasterLine>(m_server.nextPendingConnection());
    }

private:
    QTcpServer m_server;
};

inline QStringList optionsOf(const char* text) {
    return QString::fromLatin1(text).split(u' ');
}

/// The bytes a meter said, out of a forwarded answer taken apart by hand.
inline Bytes forwardedBytes(const town::Gdw376Frame& answer) {
    return {answer.body.begin() + 7, answer.body.begin() + 7 + answer.body[5]};
}

inline QString meterOf(const QJsonObject& account) {
    return account[QStringLiteral("meter")][QStringLiteral("device_address")].toString();
}

inline int portOf(const QJsonObject& account) {
    return account[QStringLiteral("carrier")][QStringLiteral("port")].toInt();
}

/// A reading request as the account's model wants it.
inline Bytes readingRequestOf(const QJsonObject& account, unsigned ser) {
    const bool water = account[QStringLiteral("commodity")].toString() == QStringLiteral("water");
    town::Cjt188Frame request;
    request.type = water ? 0x10 : 0x30;
    request.address = *town::addressFromShown(meterOf(account));
    request.control = town::cjt::read;
    request.data = water ? Bytes{0x1F, 0x90, std::uint8_t(ser)} : Bytes{0x90, 0x1F, std::uint8_t(ser)};
    return town::encoded(request, 2);
}

/// The current value of a 901F answer in hundredths; nothing when the bytes are no such answer.
inline std::optional<std::int64_t> hundredthsIn(const town::Gdw376Frame& answer) {
    const auto frame = town::scanCjt188(forwardedBytes(answer)).frame;
    if (!frame || frame->control != 0x81 || frame->data.size() != 22)
        return std::nullopt;
    return town::bcdValue(ByteView(frame->data).subspan(3, 4));
}

/// A town with one concentrator that has logged in.
struct LoggedInTown {
    MasterPort port;
    TownProcess town;
    std::unique_ptr<MasterLine> line;
    town::TerminalAddress terminal;
    std::vector<QJsonObject> accounts;

    bool start(const QByteArray& faults = QByteArrayLiteral("{}"), const char* homes = "12") {
        QStringList arguments = optionsOf("--seed 5 --concentrators 1 --dtus 0 --today 2026-11-20 --connect-gdw");
        arguments << port.address() << QStringLiteral("--homes") << QString::fromLatin1(homes);
        if (!town.start(arguments, faults))
            return false;
        line = port.accept();
        const auto login = line ? line->nextGdw(5'000) : std::nullopt;
        if (!login)
            return false;
        terminal = login->terminal;
        line->confirm(*login);
        accounts = town.accounts();
        return !accounts.empty();
    }
    /// Asks one account's meter; nothing when the terminal stays silent for `ms`.
    std::optional<town::Gdw376Frame> ask(const QJsonObject& account, unsigned ser, int ms = 5'000) {
        line->forward(terminal, portOf(account), ser, readingRequestOf(account, ser));
        return line->nextGdw(ms);
    }
};

} // namespace meterhall::tests
