#include "devices/transports/station_transport.h"
#include "tests/devices/transports/manual_clock.h"
#include "tests/peers/raw_peer.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <fstream>
#include <map>

using namespace meterhall;
using namespace meterhall::devices;
using tests::ManualClock;
using tests::RawPeer;

namespace {

/// Remembers everything, and echoes when asked to.
class Recorder final : public StationListener {
public:
    StationTransport* station = nullptr;
    bool echoes = false;
    std::vector<ConnectionId> connections;
    std::map<ConnectionId, Bytes> bytes;
    std::map<ConnectionId, CloseReason> ends;
    std::map<ConnectionId, DoorId> doors;
    std::map<ConnectionId, QString> peers;
    std::size_t largestPiece = 0;

    void opened(ConnectionId connection, DoorId door, const QString& peer, const Now&) override {
        connections.push_back(connection);
        doors[connection] = door;
        peers[connection] = peer;
    }
    void received(ConnectionId connection, ByteView piece, const Now&) override {
        largestPiece = std::max(largestPiece, piece.size());
        Bytes& all = bytes[connection];
        all.insert(all.end(), piece.begin(), piece.end());
        if (echoes)
            QVERIFY(station->send(connection, piece).ok());
    }
    void closed(ConnectionId connection, CloseReason reason, const Now&) override {
        QVERIFY2(!ends.contains(connection), "told twice");
        ends[connection] = reason;
    }
};

struct Stand {
    ManualClock clock;
    Recorder recorder;
    std::unique_ptr<StationTransport> station;
    std::uint16_t port = 0;

    explicit Stand(const StationLimits& limits = {}) {
        station = makeStation(limits, clock, recorder);
        recorder.station = station.get();
        port = station->listen({DoorId(3), QStringLiteral("127.0.0.1"), 0}).value();
    }
};

const Bytes hello = {'h', 'e', 'l', 'l', 'o'};

long residentKiB() {
    std::ifstream statm("/proc/self/statm");
    long pages = 0;
    statm >> pages >> pages;
    return pages * 4;
}

} // namespace

class StationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bytesComeFromTheDoorThePeerCameThrough() {
        Stand stand;
        RawPeer peer(stand.port);
        QVERIFY(peer.isConnected());
        peer.send(hello);
        QTRY_COMPARE(stand.recorder.bytes.size(), std::size_t(1));
        const ConnectionId id = stand.recorder.connections.at(0);
        QCOMPARE(stand.recorder.bytes[id], hello);
        QVERIFY(stand.recorder.doors[id] == DoorId(3));
        QVERIFY(stand.recorder.peers[id].startsWith(QStringLiteral("127.0.0.1:")));
        QVERIFY(stand.station->send(id, hello).ok());
        QTRY_COMPARE(peer.receive(), hello);
    }

    void portsOfOutgoingConnectionsAreRefused() {
        Stand stand;
        for (const int port : {32768, 40000, 60999})
            QVERIFY(stand.station->listen({DoorId(1), QStringLiteral("127.0.0.1"), std::uint16_t(port)})
                        .failedWith(StationError::PortRefused));
    }

    void aPortInUseIsAnError() {
        Stand first;
        Stand second;
        // `first.port` is an ephemeral one; take a fixed port twice instead.
        for (std::uint16_t port = 20100; port < 20200; ++port) {
            const StationDoor door{DoorId(1), QStringLiteral("127.0.0.1"), port};
            if (!first.station->listen(door).ok())
                continue;
            QVERIFY(second.station->listen(door).failedWith(StationError::CannotListen));
            return;
        }
        QFAIL("no free port from 20100 to 20199");
    }

    void anAddressThatIsNotOneIsAnError() {
        Stand stand;
        QVERIFY(
            stand.station->listen({DoorId(1), QStringLiteral("localhost"), 0}).failedWith(StationError::BadAddress));
    }

    void aPeerThatLeavesIsToldOnce() {
        Stand stand;
        RawPeer orderly(stand.port);
        RawPeer rude(stand.port);
        RawPeer halfClosed(stand.port);
        QTRY_COMPARE(stand.recorder.connections.size(), std::size_t(3));
        orderly.close();
        rude.abort();
        halfClosed.send(hello);
        halfClosed.finish();
        QTRY_COMPARE(stand.recorder.ends.size(), std::size_t(3));
        for (const auto& [id, reason] : stand.recorder.ends)
            QVERIFY(reason == CloseReason::PeerClosed);
        QCOMPARE(stand.recorder.bytes.begin()->second, hello); // the last words were heard
        QCOMPARE(stand.station->counters().open, std::size_t(0));
    }

    void whatTheOwnerClosesIsNotTold() {
        Stand stand;
        RawPeer peer(stand.port);
        QTRY_COMPARE(stand.recorder.connections.size(), std::size_t(1));
        const ConnectionId id = stand.recorder.connections[0];
        stand.station->close(id);
        QTRY_VERIFY(peer.isClosed());
        QVERIFY(stand.recorder.ends.empty());
        QVERIFY(stand.station->send(id, hello).failedWith(StationError::NoSuchConnection));
        stand.station->close(id); // again: nothing
    }

    void aSlotUsedAgainIsAnotherConnection() {
        Stand stand;
        RawPeer first(stand.port);
        QTRY_COMPARE(stand.recorder.connections.size(), std::size_t(1));
        stand.station->close(stand.recorder.connections[0]);
        RawPeer second(stand.port);
        QTRY_COMPARE(stand.recorder.connections.size(), std::size_t(2));
        QVERIFY(stand.recorder.connections[0] != stand.recorder.connections[1]);
        QVERIFY(stand.station->send(stand.recorder.connections[0], hello).failedWith(StationError::NoSuchConnection));
        QVERIFY(stand.station->send(stand.recorder.connections[1], hello).ok());
        QTRY_COMPARE(second.receive(), hello);
    }

    void silentPeersAreClosedAndBusyOnesAreNot() {
        StationLimits limits;
        limits.idleAfter = Duration::minutes(10);
        Stand stand(limits);
        RawPeer silent(stand.port);
        QTRY_COMPARE(stand.recorder.connections.size(), std::size_t(1));
        RawPeer busy(stand.port);
        QTRY_COMPARE(stand.recorder.connections.size(), std::size_t(2));
        stand.clock.advance(Duration::minutes(9));
        busy.send(hello);
        QTRY_COMPARE(stand.recorder.bytes.size(), std::size_t(1));
        stand.clock.advance(Duration::minutes(2));
        QTRY_COMPARE_WITH_TIMEOUT(stand.recorder.ends.size(), std::size_t(1), 3000);
        QVERIFY(stand.recorder.ends.at(stand.recorder.connections[0]) == CloseReason::Silent);
        QTRY_VERIFY(silent.isClosed());
        QVERIFY(!busy.isClosed());
    }

    void aFloodingPeerIsClosedAndTheOthersAreServed() {
        StationLimits limits;
        limits.burstBytes = 100'000;
        limits.bytesPerSecond = 1'000;
        Stand stand(limits);
        stand.recorder.echoes = false;
        RawPeer flood(stand.port);
        RawPeer quiet(stand.port);
        QTRY_COMPARE(stand.recorder.connections.size(), std::size_t(2));
        const Bytes much(65'536, 0x68);
        for (int i = 0; i < 200 && stand.recorder.ends.empty(); ++i) {
            flood.send(much);
            if (i == 1)
                quiet.send(hello);
            QTest::qWait(1);
        }
        QTRY_VERIFY(stand.recorder.ends.contains(stand.recorder.connections[0]));
        QVERIFY(stand.recorder.ends.at(stand.recorder.connections[0]) == CloseReason::Flooding);
        QTRY_COMPARE(stand.recorder.bytes[stand.recorder.connections[1]], hello);
        QVERIFY(stand.recorder.bytes[stand.recorder.connections[0]].size() <= 100'000);
        QVERIFY(stand.recorder.largestPiece <= limits.readAtOnce);
    }

    void theAllowanceComesBackWithTime() {
        StationLimits limits;
        limits.burstBytes = 1'000;
        limits.bytesPerSecond = 100;
        Stand stand(limits);
        RawPeer peer(stand.port);
        const Bytes some(900, 1);
        for (int i = 1; i <= 4; ++i) {
            peer.send(some);
            QTRY_VERIFY(!stand.recorder.bytes.empty() &&
                        stand.recorder.bytes.begin()->second.size() == std::size_t(900 * i));
            stand.clock.advance(Duration::seconds(9));
        }
        QVERIFY(stand.recorder.ends.empty());
    }

    void aPeerThatDoesNotReadCostsOneBoundedBufferAndThenItsConnection() {
        StationLimits limits;
        limits.outgoingBytes = 32 * 1024;
        Stand stand(limits);
        RawPeer slow(stand.port, 2048);
        RawPeer other(stand.port);
        QTRY_COMPARE(stand.recorder.connections.size(), std::size_t(2));
        const ConnectionId id = stand.recorder.connections[0];
        const Bytes piece(8 * 1024, 7);
        Result<void> sent;
        int pieces = 0;
        while ((sent = stand.station->send(id, piece)).ok() && pieces < 10'000)
            ++pieces;
        QVERIFY(sent.failedWith(StationError::PeerTooSlow));
        QVERIFY(stand.recorder.ends.empty()); // never from inside send
        QTRY_COMPARE(stand.recorder.ends.size(), std::size_t(1));
        QVERIFY(stand.recorder.ends.at(id) == CloseReason::PeerTooSlow);
        QVERIFY(stand.station->send(stand.recorder.connections[1], hello).ok());
        QTRY_COMPARE(other.receive(), hello);
    }

    void aPeerThatStopsReadingIsClosedAfterAWhile() {
        StationLimits limits;
        limits.outgoingBytes = 16 * 1024 * 1024;
        limits.writeWithin = Duration::seconds(20);
        Stand stand(limits);
        RawPeer slow(stand.port, 2048);
        QTRY_COMPARE(stand.recorder.connections.size(), std::size_t(1));
        QVERIFY(stand.station->send(stand.recorder.connections[0], Bytes(12 * 1024 * 1024, 7)).ok());
        QTest::qWait(50);
        QVERIFY(stand.recorder.ends.empty());
        stand.clock.advance(Duration::seconds(25));
        QTRY_COMPARE_WITH_TIMEOUT(stand.recorder.ends.size(), std::size_t(1), 3000);
        QVERIFY(stand.recorder.ends.begin()->second == CloseReason::PeerTooSlow);
    }

    void aSlowReaderGetsEverythingInOrder() {
        StationLimits limits;
        limits.outgoingBytes = 8 * 1024 * 1024;
        Stand stand(limits);
        RawPeer slow(stand.port, 4096);
        QTRY_COMPARE(stand.recorder.connections.size(), std::size_t(1));
        Bytes all(6 * 1024 * 1024);
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = static_cast<std::uint8_t>(i * 2654435761U >> 24);
        QVERIFY(stand.station->send(stand.recorder.connections[0], all).ok());
        QTRY_VERIFY_WITH_TIMEOUT(slow.receive().size() >= all.size(), 20'000);
        QVERIFY(slow.receive() == all);
    }

    void tooManyConnectionsAreTurnedAway() {
        StationLimits limits;
        limits.connections = 3;
        Stand stand(limits);
        std::vector<RawPeer> peers;
        for (int i = 0; i < 5; ++i)
            peers.emplace_back(stand.port);
        QTRY_COMPARE(stand.station->counters().refused, std::uint64_t(2));
        QCOMPARE(stand.recorder.connections.size(), std::size_t(3));
        QTRY_VERIFY(peers[4].isClosed());
        peers[0].close();
        QTRY_COMPARE(stand.recorder.ends.size(), std::size_t(1));
        RawPeer late(stand.port);
        QTRY_COMPARE(stand.recorder.connections.size(), std::size_t(4));
    }

    void threeThousandPeersAreServedWithLittleMemory() {
        constexpr int count = 3'000;
        Stand stand;
        stand.recorder.echoes = true;
        const long before = residentKiB();
        std::vector<RawPeer> peers;
        peers.reserve(count);
        for (int i = 0; i < count; ++i) {
            peers.emplace_back(stand.port);
            if (!peers.back().isConnected())
                QSKIP("no descriptors for 3,000 connections here");
            if (i % 200 == 0)
                QTest::qWait(1);
        }
        QTRY_COMPARE_WITH_TIMEOUT(stand.recorder.connections.size(), std::size_t(count), 20'000);
        for (RawPeer& peer : peers)
            QCOMPARE(peer.send(hello), ssize_t(5));
        QTRY_COMPARE_WITH_TIMEOUT(stand.station->counters().bytesOut, std::uint64_t(count * 5), 20'000);
        for (RawPeer& peer : peers)
            QTRY_COMPARE(peer.receive(), hello);
        // The recorder's maps are in the figure too.
        QVERIFY2(residentKiB() - before < 24 * 1024, qPrintable(QString::number(residentKiB() - before)));
    }
};

METERHALL_TEST_CASE(StationTest)
#include "station_test.moc"
