#include "devices/concentrators/dtu_terminal.h"
#include "devices/concentrators/gdw376_terminal.h"
#include "devices/concentrators/terminal_registry.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;
using namespace meterhall::devices;

namespace {
const QString known = QStringLiteral("0571-00001");
const QString stranger = QStringLiteral("0571-00099");

Now at(int seconds) {
    return {Instant::fromMicroseconds(1'763'600'000'000'000) + Duration::seconds(seconds),
            Instant::fromMicroseconds(0) + Duration::seconds(seconds)};
}

TerminalRegistry registry() {
    TerminalRegistry made;
    (void)made.admit({{known, Uplink::Gdw376}, {QStringLiteral("DTU7"), Uplink::Dtu}}, at(0).wall);
    return made;
}

TerminalRegistry::Outcome login(TerminalRegistry& to, int connection, const QString& id, int seconds,
                                Uplink uplink = Uplink::Gdw376) {
    return to.login(ConnectionId(connection), uplink, id, QStringLiteral("10.0.0.%1:4000").arg(connection),
                    at(seconds));
}
} // namespace

class RegistryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAdmittedTerminalIsOnlineUntilItsConnectionCloses() {
        auto terminals = registry();
        QVERIFY(terminals.state(known) == TerminalState::Offline);
        const auto in = login(terminals, 1, known, 10);
        QVERIFY(in.alarms.empty() && in.close.empty());
        QCOMPARE(in.changes.size(), std::size_t(1));
        QVERIFY(terminals.online(known) == ConnectionId(1));
        QCOMPARE(in.changes[0].peer, QStringLiteral("10.0.0.1:4000"));
        const auto out = terminals.closed(ConnectionId(1), at(20));
        QVERIFY(out.changes.at(0).state == TerminalState::Offline);
        QVERIFY(!terminals.online(known));
        QVERIFY(terminals.closed(ConnectionId(1), at(21)).changes.empty());
    }

    void aStrangerIsQuarantinedWithAnAlarmAndForgottenWhenItLeaves() {
        auto terminals = registry();
        const auto in = login(terminals, 5, stranger, 1);
        QVERIFY(in.alarms.at(0).kind == TerminalAlarmKind::Unknown);
        QVERIFY(in.close.empty());
        QVERIFY(terminals.state(stranger) == TerminalState::Quarantined);
        QVERIFY(!terminals.online(stranger));
        QCOMPARE(terminals.list().size(), std::size_t(3));
        (void)terminals.closed(ConnectionId(5), at(2));
        QCOMPARE(terminals.list().size(), std::size_t(2));
    }

    void admittingAStrangerPutsItOnlineAndDroppingItQuarantinesIt() {
        auto terminals = registry();
        (void)login(terminals, 5, stranger, 1);
        const auto in = terminals.admit({{stranger, Uplink::Gdw376}}, at(2).wall);
        QVERIFY(terminals.online(stranger) == ConnectionId(5));
        QCOMPARE(in.changes.size(), std::size_t(3)); // the two others are gone from the list
        (void)terminals.admit({}, at(3).wall);
        QVERIFY(terminals.state(stranger) == TerminalState::Quarantined);
        QVERIFY(!terminals.online(stranger));
    }

    void theNewestLoginWinsWithAnAlarmThatSaysHowLongTheOldOneWasSilent() {
        auto terminals = registry();
        (void)login(terminals, 1, known, 0);
        terminals.heard(ConnectionId(1), at(40));
        const auto second = login(terminals, 2, known, 100);
        QVERIFY(second.alarms.at(0).kind == TerminalAlarmKind::SecondLogin);
        QVERIFY(second.alarms[0].otherSilentFor == Duration::seconds(60));
        QCOMPARE(second.alarms[0].other, QStringLiteral("10.0.0.1:4000"));
        QVERIFY(second.close == std::vector<ConnectionId>{ConnectionId(1)});
        QVERIFY(terminals.online(known) == ConnectionId(2));
        QVERIFY(terminals.closed(ConnectionId(1), at(101)).changes.empty()); // the old one's end is no news
        QVERIFY(terminals.online(known) == ConnectionId(2));
    }

    void aNewLoginOfTheSameConnectionIsNothingNew() {
        auto terminals = registry();
        (void)login(terminals, 1, known, 0);
        const auto again = login(terminals, 1, known, 30);
        QVERIFY(again.alarms.empty() && again.close.empty() && again.changes.empty());
    }

    void aConnectionThatChangesItsNameIsClosed() {
        auto terminals = registry();
        (void)login(terminals, 1, known, 0);
        const auto changed = login(terminals, 1, stranger, 1);
        QVERIFY(changed.alarms.at(0).kind == TerminalAlarmKind::IdentityChanged);
        QCOMPARE(changed.alarms[0].other, known);
        QVERIFY(changed.close == std::vector<ConnectionId>{ConnectionId(1)});
        QVERIFY(!terminals.online(known));
        QVERIFY(terminals.state(stranger) == TerminalState::Offline);
    }

    void aTerminalThroughTheWrongDoorIsClosed() {
        auto terminals = registry();
        const auto in = login(terminals, 1, known, 0, Uplink::Dtu);
        QVERIFY(in.alarms.at(0).kind == TerminalAlarmKind::IdentityChanged);
        QCOMPARE(in.close.size(), std::size_t(1));
        QVERIFY(!terminals.online(known));
    }

    void quarantineHasAnEnd() {
        auto terminals = registry();
        for (int i = 0; i < int(TerminalRegistry::maxQuarantined); ++i)
            QVERIFY(login(terminals, 10 + i, QStringLiteral("9999-%1").arg(i), 1).close.empty());
        QCOMPARE(login(terminals, 5, stranger, 2).close.size(), std::size_t(1));
        QVERIFY(login(terminals, 6, known, 2).close.empty()); // admitted ones are not concerned
    }

    void theIdOfATerminalIsAreaAndDecimalNumber() {
        QCOMPARE(terminalId({.area = 0x0571, .terminal = 1}), QStringLiteral("0571-00001"));
        QCOMPARE(terminalId({.area = 0x3702, .terminal = 0xFFFF}), QStringLiteral("3702-65535"));
    }

    void everyModemOfTheProgramIsRead() {
        const auto modems = ModemCatalog::builtIn();
        QVERIFY(modems.ok());
        QVERIFY(modems->find(QStringLiteral("ctrl_text")) != nullptr);
        QVERIFY(modems->find(QStringLiteral("none")) == nullptr);
    }

    void aModemsWordsAndFramesAreToldApart() {
        const auto modems = ModemCatalog::builtIn().value();
        DtuTerminal terminal(*modems.find(QStringLiteral("ctrl_text")), at(0).steady);
        const QByteArray words = "CTRL:&DTU00000001\r\n";
        auto events = terminal.receive(Bytes(words.begin(), words.end()), at(1).steady);
        QCOMPARE(events.size(), std::size_t(1));
        QVERIFY(events[0].kind == TerminalEvent::Kind::LoggedIn);
        QCOMPARE(events[0].terminal, QStringLiteral("DTU00000001"));
        const Bytes frame = fromHex(u"6830120200001178781004810A0117AA16").value();
        events = terminal.receive(frame, at(2).steady);
        events.push_back({});
        const auto late = terminal.tick(at(10).steady);
        events.insert(events.end(), late.begin(), late.end());
        Bytes passed;
        for (const TerminalEvent& event : events) {
            if (event.kind == TerminalEvent::Kind::MeterBytes)
                passed.insert(passed.end(), event.bytes.begin(), event.bytes.end());
        }
        QVERIFY(passed == frame);
        const auto asked = terminal.ask({0, 2400, frame, Duration::seconds(1)}, at(11).steady);
        QVERIFY(*asked == frame);
    }

    void aConcentratorThatHasNotLoggedInIsNotAsked() {
        Gdw376Terminal terminal({}, at(0).steady);
        const Bytes frame(16, 0);
        QVERIFY(terminal.ask({1, 2400, frame, Duration::seconds(1)}, at(1).steady)
                    .failedWith(gdw376::GdwError::NotLoggedIn));
    }
};

METERHALL_TEST_CASE(RegistryTest)
#include "registry_test.moc"
