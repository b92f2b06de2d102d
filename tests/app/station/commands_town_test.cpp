#include "app/station/command_courier.h"
#include "core/services/supply.h"
#include "core/services/verify.h"
#include "core/storage/registry_store.h"
#include "tests/app/town/program/town_process.h"
#include "tests/small_town/small_town.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QDateTime>
#include <QTest>

using namespace meterhall;
using meterhall::tests::SmallTown;
using meterhall::tests::TownProcess;
using Person = SmallTown::Person;

namespace {

class NoSink final : public ReportSink {
public:
    Result<void> accept(std::span<const MeterReport>) override { return {}; }
};

/// The day and time of the machine: clearances end by the hub's clock.
void followTheMachine(SmallTown& town) {
    const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(8 * 3600);
    town.moveTo(*Date::of(now.date().year(), now.date().month(), now.date().day()),
                Duration::milliseconds(now.time().msecsSinceStartOfDay()));
}

} // namespace

/// A valve order all the way: wish, approval, crew, hub, concentrator, meter, and back, on both engines; the town is
/// the judge of what its valves did.
class CommandsTownTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TownProcess> m_process;
    std::unique_ptr<SmallTown> m_town;
    devices::SystemClock m_clock;
    NoSink m_sink;
    Result<devices::ProfileCatalog> m_profiles = devices::ProfileCatalog::builtIn();
    std::unique_ptr<devices::Hub> m_hub;
    std::unique_ptr<app::CommandCourier> m_courier;
    QJsonObject m_account; ///< of a gas meter behind the concentrator

    services::Session& as(Person person) { return m_town->session(person); }
    QString address() const {
        return m_account[QStringLiteral("meter")].toObject()[QStringLiteral("device_address")].toString();
    }
    QString terminal() const {
        return m_account[QStringLiteral("carrier")].toObject()[QStringLiteral("terminal")].toString();
    }
    MeterId meter() {
        const auto database = m_town->openDirectly();
        const auto found =
            storage::RegistryStore(*database).meterBehind(QStringLiteral("cjt188"), terminal(), address());
        if (!found.ok() || !*found)
            qFatal("no meter %s", qPrintable(address()));
        return (*found)->meter.id;
    }
    bool valveIsClosed() const {
        const QJsonObject truth = m_process->control({{"do", "truth"}, {"meter", address()}});
        return truth[QStringLiteral("valve")].toString() == QStringLiteral("closed");
    }
    void setLost(double rate) {
        const QJsonObject done = m_process->control({{"do", "faults"}, {"set", QJsonObject{{"lost", rate}}}});
        QVERIFY(done[QStringLiteral("ok")].toBool());
    }
    CommandId ordered(ValveAction action, ValveReason reason) {
        const auto taken = services::requestValve(as(Person::Engineer), {.key = as(Person::Engineer).newKey(),
                                                                         .meter = meter(),
                                                                         .action = action,
                                                                         .reason = reason,
                                                                         .document = QStringLiteral("order 5")});
        if (!taken.ok())
            qFatal("request: %s", qPrintable(taken.error().toString()));
        const auto approved = services::approveCommand(as(Person::Lead), taken->command);
        if (!approved.ok())
            qFatal("approve: %s", qPrintable(approved.error().toString()));
        return taken->command;
    }
    QString stateOf(CommandId id) {
        const auto history = services::commandHistory(as(Person::Lead), id);
        return history.ok() ? codeOf(history->back().state) : history.error().toString();
    }
    /// Orders to the valve that reached its line.
    int valveOrders() {
        m_process->control({{"do", "flush"}});
        int orders = 0;
        for (const QJsonObject& line : m_process->truthOf("command"))
            if (line[QStringLiteral("meter")].toString() == address() &&
                line[QStringLiteral("request")].toString().contains(QStringLiteral("A017")))
                ++orders;
        return orders;
    }

private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("sqlite");
        QTest::newRow("sqlite") << true;
        QTest::newRow("postgresql") << false;
    }
    void init() {
        QFETCH_GLOBAL(bool, sqlite);
        VERIFY_OK(m_profiles);
        m_hub = std::make_unique<devices::Hub>(*m_profiles, m_sink, m_clock);
        devices::HubSettings settings;
        settings.doors = {{QStringLiteral("127.0.0.1"), 0, devices::Uplink::Gdw376, {}}};
        settings.terminals = {{QStringLiteral("0571-00001"), devices::Uplink::Gdw376},
                              {QStringLiteral("0571-00002"), devices::Uplink::Gdw376}};
        settings.commands = {.answerWithin = Duration::milliseconds(300),
                             .settleFor = Duration::milliseconds(50),
                             .betweenLooks = Duration::milliseconds(50)};
        const auto ports = m_hub->start(settings);
        VERIFY_OK(ports);
        m_process = std::make_unique<TownProcess>();
        QVERIFY(m_process->start(
            {"--homes", "20", "--seed", "3", "--connect-gdw", QStringLiteral("127.0.0.1:%1").arg(ports->front())}));
        m_town = std::make_unique<SmallTown>(sqlite, m_process->path("roster.jsonl"));
        // The machine's clock says when this test runs; valves of this town may move at night.
        m_town->valves.openFromMinute = 0;
        m_town->valves.openToMinute = 24 * 60;
        followTheMachine(*m_town);
        for (const QJsonObject& account : m_process->accounts()) {
            const bool hasValve = account[QStringLiteral("meter")].toObject()[QStringLiteral("has_valve")].toBool();
            const bool isGas = account[QStringLiteral("commodity")].toString() == QStringLiteral("gas");
            if (isGas && hasValve)
                m_account = account;
        }
        m_courier = std::make_unique<app::CommandCourier>(*m_hub, as(Person::Engineer));
    }
    void cleanup() {
        m_courier.reset();
        m_hub.reset();
        m_town.reset();
        m_process.reset();
    }

    void aValveIsClosedAndOpenedAgain() {
        const CommandId closing = ordered(ValveAction::Close, ValveReason::MeterWork);
        QCOMPARE(*m_courier->carry(terminal()), 1);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(closing), QStringLiteral("succeeded"), 20'000);
        QVERIFY(valveIsClosed());

        const CommandId opening = ordered(ValveAction::Open, ValveReason::MeterWork);
        QCOMPARE(*m_courier->carry(terminal()), 0); // nobody is there
        VERIFY_OK(services::checkSite(as(Person::MeterKeeper), {.meter = meter(),
                                                                .someonePresent = true,
                                                                .appliancesOff = true,
                                                                .leakFree = true,
                                                                .evidence = QStringLiteral("photo 9")}));
        QCOMPARE(*m_courier->carry(terminal()), 1);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(opening), QStringLiteral("succeeded"), 20'000);
        QVERIFY(!valveIsClosed());
        QCOMPARE(valveOrders(), 2);
        const auto books = services::verifyBooks(as(Person::Administrator));
        VERIFY_OK(books);
        QVERIFY(books->violations.empty());
    }

    void anAnswerThatIsLostIsLookedForAndTheValveIsToldOnce() {
        setLost(1.0);
        const CommandId closing = ordered(ValveAction::Close, ValveReason::MeterWork);
        QCOMPARE(*m_courier->carry(terminal()), 1);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(closing), QStringLiteral("unknown"), 30'000);
        QVERIFY(valveIsClosed()); // it obeyed, and nobody heard it
        // Nothing that happens here sends it again.
        QCOMPARE(*m_courier->carry(terminal()), 0);
        QCOMPARE(*m_courier->recover(terminal()), 0);
        setLost(0.0);
        QCOMPARE(*m_courier->lookAgain(terminal()), 1);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(closing), QStringLiteral("succeeded"), 20'000);
        QCOMPARE(valveOrders(), 1);
        QCOMPARE(m_courier->unwritten(), std::size_t(0));
    }

    void aClockIsSetAndReadBack() {
        const auto taken = services::requestSetting(
            as(Person::Engineer),
            {.key = as(Person::Engineer).newKey(), .meter = meter(), .kind = CommandKind::SetClock});
        VERIFY_OK(taken);
        QCOMPARE(*m_courier->carry({}), 1);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(taken->command), QStringLiteral("succeeded"), 20'000);
        const auto day = services::requestSetting(as(Person::Engineer), {.key = as(Person::Engineer).newKey(),
                                                                         .meter = meter(),
                                                                         .kind = CommandKind::SetSettlementDay,
                                                                         .parameter = 17});
        VERIFY_OK(day);
        QCOMPARE(*m_courier->carry({}), 1);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(day->command), QStringLiteral("succeeded"), 20'000);
    }
};
METERHALL_TEST_CASE(CommandsTownTest)

#include "commands_town_test.moc"
