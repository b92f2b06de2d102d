#pragma once

#include "tests/peers/raw_peer.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <random>

namespace meterhall::tests {

/// What a fake meter does with one request.
enum class Mishap {
    None,
    Lost,
    Corrupt,        ///< one byte changed
    SumKept,        ///< two digits of the value changed so that the sum still holds
    Torn,           ///< in two pieces with a pause
    Cut,            ///< the end never comes
    Twice,          ///< the same answer again at once
    LateTwice,      ///< the same answer again while the next meter is being asked
    Late,           ///< after the asker's patience
    Stranger,       ///< another meter's answer in front of it
    Error,          ///< an error reply
    Echo,           ///< the request comes back first
    TerminalDenies, ///< AFN 00 F2 instead (376.1 only)
};

struct FakeMeter {
    QByteArray address; ///< 14 digits as shown
    std::uint8_t type = 0x30;
    std::int64_t hundredths = 0;
    std::int64_t settledHundredths = 0;
    std::deque<Mishap> mishaps; ///< for the requests to come; then `always`
    Mishap always = Mishap::None;
    int requests = 0;
    bool valveClosed = false;
    bool lies = false;              ///< says that it moves the valve, and does not
    bool reluctant = false;         ///< moves it, and answers with an error
    int valveOrders = 0;            ///< orders to the valve that were heard
    std::vector<std::int64_t> said; ///< hundredths of every undamaged answer that was sent
};

/// A concentrator or modem with meters, played in the test's event loop. Its encoders are its own, written from the
/// tables of the standards and not from our codecs, and it believes nothing about the time it is given but its own.
class FakeTerminal : public QObject {
public:
    enum class Kind { Gdw376, Dtu };

    /// `name` is "0571-00001" or the modem's id.
    FakeTerminal(Kind kind, QByteArray name);

    FakeMeter& addMeter(const QByteArray& address, std::int64_t hundredths, std::uint8_t type = 0x30);
    FakeMeter& meter(const QByteArray& address) { return m_meters.at(address); }
    std::map<QByteArray, FakeMeter>& meters() { return m_meters; }

    void dial(std::uint16_t port);
    void hangUp() { m_peer.reset(); }
    bool isConnected() const { return m_peer != nullptr; }
    void logIn();
    void beat();
    void send(const Bytes& bytes) { m_outgoing.push_back({0, bytes}); }

    int lateMs = 120;
    int pauseMs = 8;
    bool confirmed = false; ///< a login or heartbeat was confirmed
    int forwarded = 0;      ///< requests for meters heard, known or not
    std::mt19937 dice{1};

private:
    struct Outgoing {
        qint64 at = 0;
        Bytes bytes;
    };

    void turn();
    void hear();
    bool takeGdw();
    bool takeCjt();
    void obeyGdw(ByteView user);
    void askMeter(ByteView frame, std::uint8_t sequence, std::uint8_t port);
    void answer(FakeMeter& meter, ByteView request, std::uint8_t sequence, std::uint8_t port);
    Bytes valveAnswer(FakeMeter& meter, ByteView request) const;
    Bytes meterAnswer(const FakeMeter& meter, ByteView request, std::int64_t hundredths) const;
    Bytes wrapped(const Bytes& meterBytes, std::uint8_t sequence, std::uint8_t port) const;
    Bytes denial(std::uint8_t sequence) const;
    Bytes gdw(std::uint8_t control, std::uint8_t afn, std::uint8_t sequence, const Bytes& body) const;
    void later(int ms, Bytes bytes);

    Kind m_kind;
    QByteArray m_name;
    std::map<QByteArray, FakeMeter> m_meters;
    std::unique_ptr<RawPeer> m_peer;
    Bytes m_in;
    std::vector<Outgoing> m_outgoing;
    std::vector<Bytes> m_withNext; ///< late duplicates, sent in front of the next answer
    std::uint8_t m_sequence = 0;
    QTimer m_timer;
};

} // namespace meterhall::tests
