#include "devices/hub/hub.h"
#include "tests/core/commands/clean_facts.h"
#include "tests/peers/fake_terminal.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;
using namespace meterhall::devices;
using tests::FakeMeter;
using tests::FakeTerminal;
using tests::Mishap;

namespace {

const QString concentrator = QStringLiteral("0571-00001");
const QByteArray address = "78110000000001";
using Kind = CommandDialog::Step::Kind;

class NoSink final : public ReportSink {
public:
    Result<void> accept(std::span<const MeterReport>) override { return {}; }
};

const ProfileCatalog& catalog() {
    static const ProfileCatalog profiles = ProfileCatalog::builtIn().value();
    return profiles;
}

Instant wallNow() {
    return SystemClock().now().wall;
}

/// Released as the services do it, but at the moment of the test.
ReleasedCommand released(CommandKind kind, std::int64_t id = 7, Duration valid = Duration::minutes(5)) {
    DeviceCommand command = tests::valveCommand(ValveAction::Close, id);
    command.kind = kind;
    command.notAfter = wallNow() + valid;
    ReleasedCommand out{command, {QString::fromLatin1(address), QStringLiteral("rongtai_g25"), concentrator, 3}, {}};
    if (!movesValve(kind))
        return out;
    ValveFacts facts = tests::cleanFacts();
    facts.moment.now = wallNow();
    facts.siteCheck->at = facts.moment.now;
    const ValveAction action = kind == CommandKind::OpenValve ? ValveAction::Open : ValveAction::Close;
    auto clearance =
        ValveInterlock(ValvePolicy())
            .clear(command, tests::approvedWish(action, ValveReason::MeterWork), facts, QString::fromLatin1(address));
    out.clearance.emplace(std::move(*clearance));
    return out;
}

ReleasedCommand look(CommandKind kind) {
    ReleasedCommand out = released(kind);
    out.clearance.reset();
    out.onlyLook = true;
    return out;
}

struct Stand {
    SystemClock clock;
    NoSink sink;
    Hub hub{catalog(), sink, clock};
    FakeTerminal terminal{FakeTerminal::Kind::Gdw376, concentrator.toLatin1()};
    HubSettings settings;
    std::vector<CommandId> sent;
    std::vector<CommandOutcome> outcomes;
    std::uint16_t port = 0;

    Stand() {
        settings.doors = {{QStringLiteral("127.0.0.1"), 0, Uplink::Gdw376, {}}};
        settings.terminals = {{concentrator, Uplink::Gdw376}};
        settings.commands = {.answerWithin = Duration::milliseconds(80),
                             .settleFor = Duration::milliseconds(30),
                             .betweenLooks = Duration::milliseconds(30)};
        QObject::connect(&hub, &Hub::commandSent, &hub, [this](CommandId id) { sent.push_back(id); });
        QObject::connect(&hub, &Hub::commandDone, &hub, [this](const CommandOutcome& o) { outcomes.push_back(o); });
        port = hub.start(settings).value().front();
        terminal.addMeter(address, 100'000);
    }
    FakeMeter& meter() { return terminal.meter(address); }
    void online() {
        terminal.dial(port);
        QTRY_VERIFY(terminal.isConnected());
    }
    bool over(std::size_t count = 1) const { return outcomes.size() >= count; }
    QString end() const {
        const auto state = stateSaidBy(outcomes.back());
        return state ? codeOf(*state) : QStringLiteral("nothing new");
    }
};

} // namespace

class CommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aValveIsToldOnceAndLookedAt() {
        Stand stand;
        stand.online();
        QVERIFY(stand.hub.sendCommand(released(CommandKind::CloseValve)).ok());
        QTRY_VERIFY(stand.over());
        QCOMPARE(stand.end(), QStringLiteral("succeeded"));
        QVERIFY(stand.outcomes.front().answer == DeviceAnswer::Obeyed);
        QCOMPARE(stand.sent.size(), std::size_t(1));
        QVERIFY(stand.meter().valveClosed);
        QCOMPARE(stand.meter().valveOrders, 1);

        QVERIFY(stand.hub.sendCommand(released(CommandKind::OpenValve, 8)).ok());
        QTRY_VERIFY(stand.over(2));
        QCOMPARE(stand.end(), QStringLiteral("succeeded"));
        QVERIFY(!stand.meter().valveClosed);
    }

    void whateverHappensToTheAnswerTheValveIsToldOnce_data() {
        QTest::addColumn<int>("mishap");
        QTest::addColumn<QString>("end");
        for (const Mishap mishap :
             {Mishap::Lost, Mishap::Corrupt, Mishap::Torn, Mishap::Cut, Mishap::Twice, Mishap::LateTwice, Mishap::Late,
              Mishap::Stranger, Mishap::Echo, Mishap::TerminalDenies})
            QTest::addRow("%d", int(mishap)) << int(mishap) << QStringLiteral("succeeded");
    }
    void whateverHappensToTheAnswerTheValveIsToldOnce() {
        QFETCH(int, mishap);
        QFETCH(QString, end);
        Stand stand;
        stand.online();
        stand.meter().mishaps = {Mishap(mishap)};
        QVERIFY(stand.hub.sendCommand(released(CommandKind::CloseValve)).ok());
        QTRY_VERIFY(stand.over());
        QCOMPARE(stand.end(), end);
        QCOMPARE(stand.meter().valveOrders, 1);
    }

    void aMeterThatStaysSilentLeavesItUnknown() {
        Stand stand;
        stand.online();
        stand.meter().always = Mishap::Lost;
        QVERIFY(stand.hub.sendCommand(released(CommandKind::CloseValve)).ok());
        QTRY_VERIFY(stand.over());
        QCOMPARE(stand.end(), QStringLiteral("unknown"));
        QCOMPARE(stand.meter().valveOrders, 1);
        // Later it is looked at, and that decides.
        stand.meter().always = Mishap::None;
        QVERIFY(stand.hub.sendCommand(look(CommandKind::CloseValve)).ok());
        QTRY_VERIFY(stand.over(2));
        QVERIFY(stand.outcomes.back().answer == DeviceAnswer::NotTold);
        QCOMPARE(stand.end(), QStringLiteral("succeeded"));
        QCOMPARE(stand.meter().valveOrders, 1);
        QVERIFY(stand.hub.sendCommand(look(CommandKind::OpenValve)).ok());
        QTRY_VERIFY(stand.over(3));
        QCOMPARE(stand.end(), QStringLiteral("failed"));
    }

    void whatTheMeterSaysIsNotBelievedUntilItIsSeen() {
        Stand stand;
        stand.online();
        stand.meter().lies = true;
        QVERIFY(stand.hub.sendCommand(released(CommandKind::CloseValve)).ok());
        QTRY_VERIFY(stand.over());
        QVERIFY(stand.outcomes.back().answer == DeviceAnswer::Obeyed);
        QCOMPARE(stand.end(), QStringLiteral("failed"));
        stand.meter().lies = false;
        stand.meter().reluctant = true;
        QVERIFY(stand.hub.sendCommand(released(CommandKind::CloseValve, 9)).ok());
        QTRY_VERIFY(stand.over(2));
        QVERIFY(stand.outcomes.back().answer == DeviceAnswer::Refused);
        QCOMPARE(stand.end(), QStringLiteral("succeeded"));
    }

    void withoutAClearanceNothingLeaves() {
        Stand stand;
        stand.online();
        ReleasedCommand bare = released(CommandKind::OpenValve);
        bare.clearance.reset();
        QVERIFY(stand.hub.sendCommand(std::move(bare)).ok());
        ReleasedCommand other = released(CommandKind::OpenValve, 9);
        other.command.id = CommandId::fromRaw(10);
        QVERIFY(stand.hub.sendCommand(std::move(other)).ok());
        ReleasedCommand turned = released(CommandKind::CloseValve, 11);
        turned.command.kind = CommandKind::OpenValve;
        QVERIFY(stand.hub.sendCommand(std::move(turned)).ok());
        ReleasedCommand elsewhere = released(CommandKind::CloseValve, 12);
        elsewhere.route.deviceAddress = QStringLiteral("78110000000002");
        QVERIFY(stand.hub.sendCommand(std::move(elsewhere)).ok());
        ReleasedCommand unknown = released(CommandKind::CloseValve, 13);
        unknown.route.profile = QStringLiteral("nobody");
        QVERIFY(stand.hub.sendCommand(std::move(unknown)).ok());
        ReleasedCommand water = released(CommandKind::CloseValve, 14);
        water.route.profile = QStringLiteral("sanhe_lxs15");
        QVERIFY(stand.hub.sendCommand(std::move(water)).ok());
        QTRY_VERIFY(stand.over(6));
        for (const CommandOutcome& outcome : stand.outcomes)
            QVERIFY2(outcome.answer == DeviceAnswer::Impossible, qPrintable(outcome.evidence));
        QCOMPARE(stand.meter().valveOrders, 0);
        QCOMPARE(stand.terminal.forwarded, 0);
        QVERIFY(stand.sent.empty());
    }

    void whatWaitsForItsTerminalTooLongNeverLeaves() {
        Stand stand;
        QVERIFY(stand.hub.sendCommand(released(CommandKind::CloseValve, 7, Duration::milliseconds(100))).ok());
        QTRY_VERIFY(stand.over());
        QCOMPARE(stand.end(), QStringLiteral("expired"));
        stand.online();
        QTest::qWait(100);
        QCOMPARE(stand.meter().valveOrders, 0);
    }

    void aLineThatBreaksLeavesItUnknown() {
        Stand stand;
        stand.online();
        stand.meter().always = Mishap::Lost;
        QVERIFY(stand.hub.sendCommand(released(CommandKind::CloseValve)).ok());
        QTRY_VERIFY(!stand.sent.empty());
        QTRY_COMPARE(stand.meter().valveOrders, 1);
        stand.terminal.hangUp();
        QTRY_VERIFY(stand.over());
        QCOMPARE(stand.end(), QStringLiteral("unknown"));
        stand.terminal.dial(stand.port);
        QTest::qWait(200);
        QCOMPARE(stand.meter().valveOrders, 1);
    }

    void aStationThatStopsSaysWhatItKnows() {
        Stand stand;
        QVERIFY(stand.hub.sendCommand(released(CommandKind::CloseValve)).ok());
        stand.hub.stop();
        QTRY_VERIFY(stand.over());
        QCOMPARE(stand.end(), QStringLiteral("expired"));
        QVERIFY(stand.hub.sendCommand(released(CommandKind::CloseValve)).failedWith(HubError::NotStarted));
    }

    void aCommandGoesBeforeReading() {
        Stand stand;
        ReadingPlan plan;
        plan.run = 1;
        plan.policy.answerWithin = Duration::milliseconds(80);
        for (int i = 1; i <= 30; ++i) {
            const QByteArray other = "7811" + QByteArray::number(i).rightJustified(10, '0');
            stand.terminal.addMeter(other, 100);
            plan.targets.push_back({i, QString::fromLatin1(other), QStringLiteral("rongtai_g25"), concentrator, 3});
        }
        std::size_t read = 0;
        std::size_t readBefore = 99;
        QObject::connect(&stand.hub, &Hub::targetsDone, &stand.hub,
                         [&](qint64, const std::vector<TargetResult>& results) { read += results.size(); });
        QObject::connect(&stand.hub, &Hub::commandSent, &stand.hub, [&](CommandId) { readBefore = read; });
        QVERIFY(stand.hub.startRun(plan).ok());
        QVERIFY(stand.hub.sendCommand(released(CommandKind::CloseValve)).ok());
        stand.online();
        QTRY_VERIFY(stand.over());
        QVERIFY(readBefore < 5);
        QTRY_COMPARE(read, std::size_t(30));
    }
};
METERHALL_TEST_CASE(CommandTest)

#include "command_test.moc"
