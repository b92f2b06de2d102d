#include "devices/hub/hub.h"
#include "tests/peers/fake_terminal.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <atomic>
#include <mutex>
#include <set>

using namespace meterhall;
using namespace meterhall::devices;
using tests::FakeTerminal;
using tests::Mishap;

namespace {

/// A sink that remembers, and refuses or dawdles when told to. Called from the hub's sink thread.
class FakeSink final : public ReportSink {
public:
    std::atomic<int> refuseNext{0};
    std::atomic<bool> refuseAll{false};
    std::atomic<int> dawdleMs{0};
    std::atomic<int> batches{0};
    std::string poison; ///< address whose report is never taken; set before the run

    Result<void> accept(std::span<const MeterReport> reports) override {
        ++batches;
        if (dawdleMs > 0)
            QThread::msleep(static_cast<unsigned long>(dawdleMs.load()));
        if (refuseAll || (refuseNext > 0 && refuseNext-- > 0))
            return Error(BaseError::TooLong, {QStringLiteral("busy")});
        for (const MeterReport& report : reports) {
            if (!poison.empty() && report.deviceAddress.toStdString() == poison)
                return Error(BaseError::BadId, {QStringLiteral("poison")});
        }
        const std::lock_guard lock(m_mutex);
        m_stored.insert(m_stored.end(), reports.begin(), reports.end());
        return {};
    }

    std::vector<MeterReport> stored() const {
        const std::lock_guard lock(m_mutex);
        return m_stored;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<MeterReport> m_stored;
};

const ProfileCatalog& catalog() {
    static const ProfileCatalog profiles = ProfileCatalog::builtIn().value();
    return profiles;
}

/// A hub with a door for each kind of terminal, and everything it says.
struct Stand {
    SystemClock clock;
    FakeSink sink;
    Hub hub{catalog(), sink, clock};
    HubSettings settings;
    std::uint16_t gdwPort = 0;
    std::uint16_t dtuPort = 0;
    std::vector<TargetResult> results;
    std::vector<RunSummary> summaries;
    std::vector<RunProgress> progress;
    std::vector<TerminalInfo> changes;
    std::vector<TerminalAlarm> alarms;
    ReadingPlan plan;

    Stand() {
        settings.doors = {{QStringLiteral("127.0.0.1"), 0, Uplink::Gdw376, {}},
                          {QStringLiteral("127.0.0.1"), 0, Uplink::Dtu, QStringLiteral("ctrl_text")}};
        plan.run = 1;
        plan.policy.answerWithin = Duration::milliseconds(80);
        plan.policy.betweenRounds = Duration::milliseconds(20);
        plan.policy.terminalWithin = Duration::milliseconds(400);
        QObject::connect(&hub, &Hub::targetsDone, &hub, [this](qint64, const std::vector<TargetResult>& some) {
            results.insert(results.end(), some.begin(), some.end());
        });
        QObject::connect(&hub, &Hub::finished, &hub, [this](const RunSummary& s) { summaries.push_back(s); });
        QObject::connect(&hub, &Hub::progressed, &hub, [this](const RunProgress& p) { progress.push_back(p); });
        QObject::connect(&hub, &Hub::terminalChanged, &hub, [this](const TerminalInfo& t) { changes.push_back(t); });
        QObject::connect(&hub, &Hub::alarmRaised, &hub, [this](const TerminalAlarm& a) { alarms.push_back(a); });
    }

    void know(const QString& id, Uplink uplink) { settings.terminals.push_back({id, uplink}); }

    void open() {
        const auto ports = hub.start(settings);
        QVERIFY(ports.ok());
        gdwPort = ports->at(0);
        dtuPort = ports->at(1);
    }

    void target(std::int64_t meter, const QByteArray& address, const QString& terminal,
                const QString& profile = QStringLiteral("rongtai_g25")) {
        plan.targets.push_back({meter, QString::fromLatin1(address), profile, terminal, 3});
    }
    void run() { QVERIFY(hub.startRun(plan).ok()); }
    bool finished() const { return !summaries.empty(); }

    const TargetResult* resultOf(std::int64_t meter) const {
        for (const TargetResult& result : results) {
            if (result.meter == meter)
                return &result;
        }
        return nullptr;
    }
    const NotRead* whyNot(std::int64_t meter) const {
        const TargetResult* result = resultOf(meter);
        return result == nullptr ? nullptr : std::get_if<NotRead>(&result->outcome);
    }
};

QByteArray gasAddress(int number) {
    return "7811" + QByteArray::number(number).rightJustified(10, '0');
}

const QString concentrator = QStringLiteral("0571-00001");
const QString modem = QStringLiteral("DTU00000001");

/// Meters 1..count behind one concentrator, all in the plan.
std::unique_ptr<FakeTerminal> makeConcentrator(Stand& stand, int count) {
    auto terminal = std::make_unique<FakeTerminal>(FakeTerminal::Kind::Gdw376, concentrator.toLatin1());
    stand.know(concentrator, Uplink::Gdw376);
    for (int i = 1; i <= count; ++i) {
        terminal->addMeter(gasAddress(i), 100'000 + 7'919 * i);
        stand.target(i, gasAddress(i), concentrator);
    }
    return terminal;
}

QString volumeOf(const MeterReport& report) {
    for (const ReportedValue& value : report.values) {
        if (value.registerCode == QStringLiteral("volume"))
            return value.value.toString();
    }
    return {};
}

/// Every result once, every read value what the meter shows, and the sink holds exactly what was called read.
void compareWithMeters(const Stand& stand, FakeTerminal& terminal) {
    std::set<std::int64_t> told;
    std::set<QString> read;
    for (const TargetResult& result : stand.results) {
        QVERIFY2(told.insert(result.meter).second, "told twice");
        if (const auto* report = std::get_if<MeterReport>(&result.outcome)) {
            const auto& meter = terminal.meter(report->deviceAddress.toLatin1());
            QCOMPARE(volumeOf(*report), formatScaled(meter.hundredths, 2, 2));
            read.insert(report->deviceAddress);
        }
    }
    QCOMPARE(told.size(), stand.plan.targets.size());
    std::set<QString> stored;
    for (const MeterReport& report : stand.sink.stored())
        QVERIFY2(stored.insert(report.deviceAddress).second, "stored twice");
    QVERIFY(stored == read);
}

} // namespace

class HubTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void metersAreReadThroughAConcentrator() {
        Stand stand;
        const auto terminal = makeConcentrator(stand, 30);
        stand.open();
        terminal->dial(stand.gdwPort);
        stand.run();
        QTRY_VERIFY_WITH_TIMEOUT(stand.finished(), 10'000);
        const RunSummary& summary = stand.summaries[0];
        QCOMPARE(summary.read, 30);
        QCOMPARE(summary.failed, 0);
        QCOMPARE(summary.requests, 60); // every reading is confirmed
        compareWithMeters(stand, *terminal);
        QVERIFY(terminal->confirmed);
        const MeterReport report = stand.sink.stored()[0];
        QCOMPARE(report.terminal, concentrator);
        QVERIFY(report.source == ReportSource::Concentrator);
        QVERIFY(report.clockTrust == ClockTrust::Plausible);
        QVERIFY(report.valve == ValveState::Open);
        QVERIFY(report.doubts.isEmpty());
        QCOMPARE(stand.progress.back().read, 30);
        QCOMPARE(stand.progress.back().pending, 0);
    }

    void metersAreReadThroughAModem() {
        Stand stand;
        FakeTerminal terminal(FakeTerminal::Kind::Dtu, modem.toLatin1());
        stand.know(modem, Uplink::Dtu);
        for (int i = 1; i <= 20; ++i) {
            terminal.addMeter("7846" + QByteArray::number(i).rightJustified(10, '0'), 500 + i, 0x10);
            stand.target(i, "7846" + QByteArray::number(i).rightJustified(10, '0'), modem,
                         QStringLiteral("sanhe_lxs15"));
        }
        stand.open();
        terminal.dial(stand.dtuPort);
        stand.run();
        terminal.beat();
        QTRY_VERIFY_WITH_TIMEOUT(stand.finished(), 10'000);
        QCOMPARE(stand.summaries[0].read, 20);
        compareWithMeters(stand, terminal);
        QVERIFY(stand.sink.stored()[0].source == ReportSource::Dtu);
        QVERIFY(stand.sink.stored()[0].valve == ValveState::Unknown);
    }

    void whateverHappensToAnswersEveryLivingMeterIsReadOnce_data() {
        QTest::addColumn<bool>("isModem");
        QTest::addColumn<uint>("seed");
        for (uint seed = 1; seed <= 3; ++seed) {
            QTest::addRow("concentrator %u", seed) << false << seed;
            QTest::addRow("modem %u", seed) << true << seed;
        }
    }
    void whateverHappensToAnswersEveryLivingMeterIsReadOnce() {
        QFETCH(bool, isModem);
        QFETCH(uint, seed);
        Stand stand;
        const QString name = isModem ? modem : concentrator;
        FakeTerminal terminal(isModem ? FakeTerminal::Kind::Dtu : FakeTerminal::Kind::Gdw376, name.toLatin1());
        terminal.dice.seed(seed);
        stand.know(name, isModem ? Uplink::Dtu : Uplink::Gdw376);
        static constexpr std::array mishaps{Mishap::Lost,     Mishap::Corrupt,   Mishap::Torn, Mishap::Cut,
                                            Mishap::Twice,    Mishap::LateTwice, Mishap::Late, Mishap::Echo,
                                            Mishap::Stranger, Mishap::SumKept};
        for (int i = 1; i <= 60; ++i) {
            auto& meter = terminal.addMeter(gasAddress(i), 100'111 + 10'101 * i % 500'000);
            for (int request = 0; request < 12; ++request)
                meter.mishaps.push_back(terminal.dice() % 5 == 0 ? mishaps[terminal.dice() % mishaps.size()]
                                                                 : Mishap::None);
            stand.target(i, gasAddress(i), name);
        }
        stand.open();
        terminal.dial(isModem ? stand.dtuPort : stand.gdwPort);
        stand.run();
        QTRY_VERIFY_WITH_TIMEOUT(stand.finished(), 60'000);
        QCOMPARE(stand.summaries[0].read, 60);
        compareWithMeters(stand, terminal);
    }

    void damageThatKeepsTheSumIsOutvoted() {
        Stand stand;
        const auto terminal = makeConcentrator(stand, 1);
        terminal->meter(gasAddress(1)).hundredths = 345'678;
        terminal->meter(gasAddress(1)).mishaps = {Mishap::SumKept};
        stand.open();
        terminal->dial(stand.gdwPort);
        stand.run();
        QTRY_VERIFY_WITH_TIMEOUT(stand.finished(), 10'000);
        QCOMPARE(volumeOf(stand.sink.stored().at(0)), QStringLiteral("3456.78"));
        QVERIFY(stand.sink.stored()[0].doubts.isEmpty());
        QCOMPARE(terminal->meter(gasAddress(1)).requests, 3);
    }

    void aSingleAnswerIsReportedWithItsDoubt() {
        Stand stand;
        const auto terminal = makeConcentrator(stand, 1);
        stand.plan.policy.confirmation = Confirmation::Never;
        stand.open();
        terminal->dial(stand.gdwPort);
        stand.run();
        QTRY_VERIFY_WITH_TIMEOUT(stand.finished(), 10'000);
        QCOMPARE(stand.sink.stored().at(0).doubts, QStringList{QStringLiteral("unconfirmed")});
        QCOMPARE(stand.summaries[0].doubtfulReports, 1);
    }

    void deadMetersAreNotReadAndTheOthersAre() {
        Stand stand;
        const auto terminal = makeConcentrator(stand, 4);
        terminal->meter(gasAddress(2)).always = Mishap::Lost;
        terminal->meter(gasAddress(3)).always = Mishap::Corrupt;
        terminal->meter(gasAddress(4)).always = Mishap::Error;
        stand.plan.policy.answerWithin = Duration::milliseconds(30);
        stand.open();
        terminal->dial(stand.gdwPort);
        stand.run();
        QTRY_VERIFY_WITH_TIMEOUT(stand.finished(), 20'000);
        QCOMPARE(stand.summaries[0].read, 1);
        QVERIFY(stand.whyNot(2)->cause == NotReadCause::NoAnswer);
        QVERIFY(stand.whyNot(3)->cause == NotReadCause::Damaged);
        QVERIFY(!stand.whyNot(3)->evidence.isEmpty());
        QVERIFY(stand.whyNot(4)->cause == NotReadCause::Refused);
        QCOMPARE(stand.resultOf(2)->tries, 9);
        QCOMPARE(stand.resultOf(2)->round, 3);
        QCOMPARE(terminal->meter(gasAddress(2)).requests, 9);
        compareWithMeters(stand, *terminal);
    }

    void aTerminalThatDeniesIsBelievedAtOnce() {
        Stand stand;
        const auto terminal = makeConcentrator(stand, 3);
        terminal->meter(gasAddress(1)).always = Mishap::TerminalDenies;
        terminal->meter(gasAddress(2)).mishaps = {Mishap::TerminalDenies, Mishap::TerminalDenies};
        stand.plan.policy.answerWithin = Duration::seconds(30);
        stand.open();
        terminal->dial(stand.gdwPort);
        stand.run();
        QTRY_VERIFY_WITH_TIMEOUT(stand.finished(), 10'000); // far less than one time-out
        QVERIFY(stand.whyNot(1)->cause == NotReadCause::Refused);
        QVERIFY(stand.resultOf(2)->isRead());
        QVERIFY(stand.resultOf(3)->isRead());
    }

    void aLateAnswerOfAnEarlierTryCounts() {
        Stand stand;
        const auto terminal = makeConcentrator(stand, 1);
        terminal->lateMs = 150;
        terminal->meter(gasAddress(1)).always = Mishap::Late;
        stand.plan.policy.answerWithin = Duration::milliseconds(100);
        stand.plan.policy.rounds = 1;
        stand.open();
        terminal->dial(stand.gdwPort);
        stand.run();
        QTRY_VERIFY_WITH_TIMEOUT(stand.finished(), 10'000);
        QVERIFY(stand.resultOf(1)->isRead());
        compareWithMeters(stand, *terminal);
    }

    void anUnknownTerminalIsKeptListedAndNeverPolled() {
        Stand stand;
        const auto terminal = makeConcentrator(stand, 3);
        stand.settings.terminals.clear();
        stand.plan.policy.terminalWithin = Duration::seconds(30);
        stand.open();
        terminal->dial(stand.gdwPort);
        QTRY_COMPARE(stand.alarms.size(), std::size_t(1));
        QVERIFY(stand.alarms[0].kind == TerminalAlarmKind::Unknown);
        QCOMPARE(stand.alarms[0].terminal, concentrator);
        QTRY_VERIFY(terminal->confirmed);
        stand.run();
        QTest::qWait(300);
        QVERIFY(terminal->isConnected());
        QCOMPARE(terminal->forwarded, 0);
        QVERIFY(!stand.finished());
        std::vector<TerminalInfo> listed;
        stand.hub.terminals(this, [&](std::vector<TerminalInfo> all) { listed = std::move(all); });
        QTRY_COMPARE(listed.size(), std::size_t(1));
        QVERIFY(listed[0].state == TerminalState::Quarantined);
        // Admitted: it is asked on the connection it has.
        stand.hub.setTerminals({{concentrator, Uplink::Gdw376}});
        QTRY_VERIFY_WITH_TIMEOUT(stand.finished(), 10'000);
        QCOMPARE(stand.summaries[0].read, 3);
    }

    void aQuarantinedTerminalsMetersAreNotRead() {
        Stand stand;
        const auto terminal = makeConcentrator(stand, 2);
        stand.settings.terminals.clear();
        stand.open();
        terminal->dial(stand.gdwPort);
        stand.run();
        QTRY_VERIFY_WITH_TIMEOUT(stand.finished(), 10'000);
        QVERIFY(stand.whyNot(1)->cause == NotReadCause::Quarantined);
        QCOMPARE(terminal->forwarded, 0);
    }

    void aSecondLoginIsAnAlarmAndTheNewestWins() {
        Stand stand;
        const auto first = makeConcentrator(stand, 2);
        FakeTerminal second(FakeTerminal::Kind::Gdw376, concentrator.toLatin1());
        second.meters() = first->meters();
        stand.open();
        first->dial(stand.gdwPort);
        QTRY_VERIFY(first->confirmed);
        second.dial(stand.gdwPort);
        QTRY_COMPARE(stand.alarms.size(), std::size_t(1));
        QVERIFY(stand.alarms[0].kind == TerminalAlarmKind::SecondLogin);
        QVERIFY(stand.alarms[0].peer != stand.alarms[0].other);
        QVERIFY(!stand.alarms[0].other.isEmpty());
        QTRY_VERIFY(!first->isConnected());
        stand.run();
        QTRY_VERIFY_WITH_TIMEOUT(stand.finished(), 10'000);
        QCOMPARE(stand.summaries[0].read, 2);
        QCOMPARE(first->forwarded, 0);
        QVERIFY(second.forwarded > 0);
    }

    void aRepeatedLoginOnOneConnectionIsNoAlarm() {
        Stand stand;
        const auto terminal = makeConcentrator(stand, 1);
        stand.open();
        terminal->dial(stand.gdwPort);
        QTRY_VERIFY(terminal->confirmed);
        terminal->logIn();
        terminal->beat();
        stand.run();
        QTRY_VERIFY_WITH_TIMEOUT(stand.finished(), 10'000);
        QVERIFY(stand.alarms.empty());
    }

    void aTerminalThroughTheWrongDoorIsTurnedAway() {
        Stand stand;
        FakeTerminal terminal(FakeTerminal::Kind::Dtu, concentrator.toLatin1().replace("-", ""));
        stand.know(QStringLiteral("057100001"), Uplink::Gdw376);
        stand.open();
        terminal.dial(stand.dtuPort);
        QTRY_COMPARE(stand.alarms.size(), std::size_t(1));
        QVERIFY(stand.alarms[0].kind == TerminalAlarmKind::IdentityChanged);
        QTRY_VERIFY(!terminal.isConnected());
    }

    void whoDoesNotSayWhoItIsIsClosed() {
        Stand stand;
        stand.settings.loginWithin = Duration::milliseconds(100);
        stand.open();
        tests::RawPeer mute(stand.gdwPort);
        tests::RawPeer babbler(stand.dtuPort);
        babbler.send(Bytes(200, 'x'));
        QTRY_VERIFY(mute.isClosed());
        QTRY_VERIFY(babbler.isClosed());
    }

    void aTerminalThatNeverComesIsGivenUp() {
        Stand stand;
        const auto terminal = makeConcentrator(stand, 5);
        stand.open();
        stand.run();
        QTRY_VERIFY_WITH_TIMEOUT(stand.finished(), 10'000);
        QCOMPARE(stand.summaries[0].failed, 5);
        QVERIFY(stand.whyNot(1)->cause == NotReadCause::TerminalOffline);
        QCOMPARE(stand.resultOf(1)->tries, 0);
        QCOMPARE(stand.resultOf(1)->round, 0);
    }

    void aTerminalThatReturnsGoesOn() {
        Stand stand;
        const auto terminal = makeConcentrator(stand, 40);
        stand.plan.policy.terminalWithin = Duration::seconds(20);
        stand.open();
        terminal->dial(stand.gdwPort);
        stand.run();
        for (int i = 0; i < 3; ++i) {
            const int before = terminal->forwarded;
            QTRY_VERIFY(terminal->forwarded > before + 5 || stand.finished());
            terminal->hangUp();
            QTest::qWait(30);
            terminal->dial(stand.gdwPort);
        }
        QTRY_VERIFY_WITH_TIMEOUT(stand.finished(), 20'000);
        QCOMPARE(stand.summaries[0].read, 40);
        compareWithMeters(stand, *terminal);
    }

    void aCancelledRunKeepsWhatItHas() {
        Stand stand;
        const auto terminal = makeConcentrator(stand, 500);
        stand.open();
        terminal->dial(stand.gdwPort);
        stand.run();
        QTRY_VERIFY(terminal->forwarded > 20);
        stand.hub.cancelRun(1);
        QTRY_VERIFY_WITH_TIMEOUT(stand.finished(), 5'000);
        const RunSummary& summary = stand.summaries[0];
        QVERIFY(summary.cancelled);
        QVERIFY(summary.read > 0);
        QVERIFY(summary.failed > 0);
        QCOMPARE(summary.read + summary.failed, 500);
        QCOMPARE(std::size_t(summary.read), stand.sink.stored().size());
        compareWithMeters(stand, *terminal);
        const int asked = terminal->forwarded;
        QTest::qWait(150);
        QCOMPARE(terminal->forwarded, asked);
        QVERIFY(stand.whyNot(500)->cause == NotReadCause::Cancelled);
    }

    void aSinkThatRefusesGetsEverythingAgain() {
        Stand stand;
        const auto terminal = makeConcentrator(stand, 60);
        stand.settings.batchReports = 10;
        stand.sink.refuseNext = 4;
        stand.open();
        terminal->dial(stand.gdwPort);
        stand.run();
        QTRY_VERIFY_WITH_TIMEOUT(stand.finished(), 20'000);
        QCOMPARE(stand.summaries[0].read, 60);
        compareWithMeters(stand, *terminal);
    }

    void pollingPausesWhileTheSinkIsStuck() {
        Stand stand;
        const auto terminal = makeConcentrator(stand, 60);
        stand.settings.batchReports = 5;
        stand.settings.unstoredReports = 12;
        stand.sink.refuseAll = true;
        stand.open();
        terminal->dial(stand.gdwPort);
        stand.run();
        QTRY_COMPARE(terminal->forwarded, 24); // 12 readings, each confirmed
        QTest::qWait(300);
        QCOMPARE(terminal->forwarded, 24);
        QVERIFY(stand.results.empty()); // nothing is called read before it is stored
        stand.sink.refuseAll = false;
        QTRY_VERIFY_WITH_TIMEOUT(stand.finished(), 20'000);
        QCOMPARE(stand.summaries[0].read, 60);
        compareWithMeters(stand, *terminal);
    }

    void aReportTheSinkCannotSwallowHoldsUpNobody() {
        Stand stand;
        const auto terminal = makeConcentrator(stand, 20);
        stand.sink.poison = gasAddress(3).toStdString();
        stand.plan.policy.storeWithin = Duration::seconds(9);
        stand.open();
        terminal->dial(stand.gdwPort);
        stand.run();
        QTRY_VERIFY_WITH_TIMEOUT(stand.finished(), 30'000);
        QCOMPARE(stand.summaries[0].read, 19);
        QVERIFY(stand.whyNot(3)->cause == NotReadCause::NotStored);
        QVERIFY(stand.whyNot(3)->evidence.contains(QStringLiteral("poison")));
        compareWithMeters(stand, *terminal);
    }

    void aSlowSinkDoesNotStopTheStation() {
        Stand stand;
        const auto terminal = makeConcentrator(stand, 30);
        stand.settings.batchReports = 5;
        stand.sink.dawdleMs = 100;
        stand.open();
        terminal->dial(stand.gdwPort);
        stand.run();
        QTRY_VERIFY_WITH_TIMEOUT(terminal->forwarded >= 60, 5'000);
        QTRY_VERIFY_WITH_TIMEOUT(stand.finished(), 20'000);
        compareWithMeters(stand, *terminal);
    }

    void whatCannotBeAskedIsSaidAtOnce() {
        Stand stand;
        const auto terminal = makeConcentrator(stand, 1);
        stand.target(10, gasAddress(1), concentrator, QStringLiteral("no_such_profile"));
        stand.target(11, "12345", concentrator);
        stand.target(12, "AAAAAAAAAAAAAA", concentrator);
        stand.target(13, gasAddress(1), QString());
        stand.open();
        terminal->dial(stand.gdwPort);
        stand.run();
        QTRY_VERIFY_WITH_TIMEOUT(stand.finished(), 10'000);
        for (const std::int64_t meter : {10, 11, 12, 13})
            QVERIFY(stand.whyNot(meter)->cause == NotReadCause::Unsupported);
        QVERIFY(stand.resultOf(1)->isRead());
    }

    void aPlanThatMakesNoSenseIsRefused() {
        Stand stand;
        ReadingPlan plan;
        plan.run = 7;
        QVERIFY(stand.hub.startRun(plan).failedWith(HubError::EmptyPlan));
        plan.targets = {{1, {}, {}, {}, 1}, {1, {}, {}, {}, 1}};
        QVERIFY(stand.hub.startRun(plan).failedWith(HubError::DoubleTarget));
        plan.targets.pop_back();
        plan.policy.perTerminalInFlight = 2;
        QVERIFY(stand.hub.startRun(plan).failedWith(HubError::BadPolicy));
        plan.policy.perTerminalInFlight = 1;
        plan.policy.rounds = 0;
        QVERIFY(stand.hub.startRun(plan).failedWith(HubError::BadPolicy));
        plan.policy.rounds = 1;
        QVERIFY(stand.hub.startRun(plan).failedWith(HubError::NotStarted));
        stand.open();
        plan.policy.terminalWithin = Duration::seconds(60);
        plan.targets = {{1, QStringLiteral("78110000000001"), QStringLiteral("rongtai_g25"), concentrator, 1}};
        QVERIFY(stand.hub.startRun(plan).ok());
        QVERIFY(stand.hub.startRun(plan).failedWith(HubError::RunExists));
        QVERIFY(stand.hub.start(stand.settings).failedWith(HubError::AlreadyStarted));
    }

    void aDoorThatCannotOpenIsAnErrorOfStarting() {
        Stand stand;
        stand.settings.doors[0].port = 40'000;
        QVERIFY(stand.hub.start(stand.settings).failedWith(StationError::PortRefused));
        stand.settings.doors[0].port = 0;
        stand.settings.doors[1].dtuProfile = QStringLiteral("none");
        QVERIFY(stand.hub.start(stand.settings).failedWith(HubError::NoSuchModem));
        stand.settings.doors.pop_back();
        QVERIFY(stand.hub.start(stand.settings).ok());
    }

    void stoppingEndsRunsAndOffersWhatIsLeft() {
        Stand stand;
        const auto terminal = makeConcentrator(stand, 300);
        stand.settings.batchReports = 1'000;
        stand.settings.batchWithin = Duration::seconds(60);
        stand.open();
        terminal->dial(stand.gdwPort);
        stand.run();
        QTRY_VERIFY(terminal->forwarded > 30);
        QVERIFY(stand.sink.stored().empty());
        stand.hub.stop();
        QTRY_VERIFY(stand.finished());
        QVERIFY(stand.summaries[0].cancelled);
        QVERIFY(stand.summaries[0].read >= 10);
        QCOMPARE(stand.summaries[0].read + stand.summaries[0].failed, 300);
        compareWithMeters(stand, *terminal);
        QTRY_VERIFY(!terminal->isConnected());
        QVERIFY(stand.hub.startRun(stand.plan).failedWith(HubError::NotStarted));
        stand.open(); // and it can be started again
    }

    void aHubMayGoAwayInTheMiddle() {
        FakeTerminal terminal(FakeTerminal::Kind::Gdw376, concentrator.toLatin1());
        {
            Stand stand;
            stand.know(concentrator, Uplink::Gdw376);
            for (int i = 1; i <= 100; ++i) {
                terminal.addMeter(gasAddress(i), i);
                stand.target(i, gasAddress(i), concentrator);
            }
            stand.open();
            terminal.dial(stand.gdwPort);
            stand.run();
            QTRY_VERIFY(terminal.forwarded > 10);
        }
        QTRY_VERIFY(!terminal.isConnected());
    }

    void whatIsInFlightIsToldToThoseWhoAreStillThere() {
        Stand stand;
        const auto terminal = makeConcentrator(stand, 1);
        terminal->meter(gasAddress(1)).always = Mishap::Lost;
        stand.plan.policy.answerWithin = Duration::seconds(2);
        stand.open();
        terminal->dial(stand.gdwPort);
        stand.run();
        QTRY_COMPARE(terminal->forwarded, 1);
        std::vector<InFlight> flying;
        auto gone = std::make_unique<QObject>();
        bool goneWasTold = false;
        stand.hub.inFlight(gone.get(), [&](std::vector<InFlight>) { goneWasTold = true; });
        gone.reset();
        stand.hub.inFlight(this, [&](std::vector<InFlight> all) { flying = std::move(all); });
        QTRY_COMPARE(flying.size(), std::size_t(1));
        QCOMPARE(flying[0].meter, std::int64_t(1));
        QCOMPARE(flying[0].attempt, 1);
        QCOMPARE(flying[0].round, 1);
        QCOMPARE(flying[0].terminal, concentrator);
        QVERIFY(!goneWasTold);
    }

    void twoRunsShareATerminal() {
        Stand stand;
        const auto terminal = makeConcentrator(stand, 10);
        ReadingPlan second = stand.plan;
        second.run = 2;
        stand.open();
        terminal->dial(stand.gdwPort);
        stand.run();
        QVERIFY(stand.hub.startRun(second).ok());
        QTRY_COMPARE_WITH_TIMEOUT(stand.summaries.size(), std::size_t(2), 10'000);
        QCOMPARE(stand.summaries[0].read, 10);
        QCOMPARE(stand.summaries[1].read, 10);
    }
};

METERHALL_TEST_CASE(HubTest)
#include "hub_test.moc"
