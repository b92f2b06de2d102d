#include "app/station_host/station_host.h"
#include "core/services/reading_work.h"
#include "core/services/station_overview.h"
#include "devices/transports/station_transport.h"
#include "tests/app/town/program/town_process.h"
#include "tests/small_town/small_town.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"
#include "ui/shell/desk.h"

#include <QDateTime>
#include <QTcpServer>
#include <QTest>

#include <algorithm>

using namespace meterhall;
using app::StationHost;
using app::StationPlace;
using meterhall::tests::SmallTown;
using meterhall::tests::TownProcess;
using Person = SmallTown::Person;
using Phase = ui::ReadingStation::Phase;

/// The station beside a window with the real town dialled in, on both engines: what it reads is stored, what it does
/// not read has its cause, and however a run ends it is over in the database too.
class StationHostTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TownProcess> m_archive; ///< the same town, for its roster
    std::unique_ptr<TownProcess> m_process;
    std::unique_ptr<SmallTown> m_town;
    std::unique_ptr<ui::Desk> m_desk;
    std::unique_ptr<StationHost> m_host;
    std::vector<ui::ReadingStation::Run> m_ended;
    std::vector<Error> m_errors;

    static QStringList townWords(const QStringList& more) {
        return QStringList{QStringLiteral("--homes"), QStringLiteral("20"),      QStringLiteral("--seed"),
                           QStringLiteral("3"),       QStringLiteral("--books"), QStringLiteral("3")} +
               more;
    }
    StationPlace place() const {
        return {.seat = m_town->workplaceFor(Person::Reader).seat,
                .gdwPort = 0,
                .dtuPort = 0,
                .answerMilliseconds = 300,
                .terminalSeconds = 10};
    }
    void sitDown(Person person, const StationPlace& place) {
        m_town->signOut();
        m_desk = std::make_unique<ui::Desk>(m_town->workplaceFor(person));
        m_host = std::make_unique<StationHost>(*m_desk, place);
        m_desk->setStation(m_host.get());
        m_ended.clear();
        m_errors.clear();
        connect(m_host.get(), &StationHost::finished, this,
                [this](const ui::ReadingStation::Run& run) { m_ended.push_back(run); });
        connect(m_host.get(), &StationHost::failed, this, [this](const Error& error) { m_errors.push_back(error); });
        bool done = false;
        m_desk->signIn(m_town->numberOf(person), SmallTown::password(),
                       [&](const Result<services::SignedIn>& who) { done = who.ok(); });
        QTRY_VERIFY_WITH_TIMEOUT(done, 20'000);
    }
    /// Waits for the ports, and for the town's three terminals.
    void open(Person person, const StationPlace& place, const QStringList& more = {},
              const QByteArray& faults = QByteArrayLiteral("{}")) {
        sitDown(person, place);
        QTRY_COMPARE_WITH_TIMEOUT(m_host->phase(), Phase::Open, 20'000);
        const auto loopback = [](std::uint16_t port) { return QStringLiteral("127.0.0.1:%1").arg(port); };
        m_process = std::make_unique<TownProcess>();
        QVERIFY(m_process->start(townWords({QStringLiteral("--connect-gdw"), loopback(m_host->place().gdwPort),
                                            QStringLiteral("--connect-dtu"), loopback(m_host->place().dtuPort)}) +
                                     more,
                                 faults));
        QTRY_COMPARE_WITH_TIMEOUT(m_host->online().size(), std::size_t(3), 20'000);
    }
    std::vector<services::ReadingRunRow> runs() {
        const auto rows = services::readingRuns(m_town->session(Person::Engineer));
        return rows.ok() ? *rows : std::vector<services::ReadingRunRow>();
    }
    int storedReadings() {
        int stored = 0;
        const auto visited = services::eachReading(
            m_town->session(Person::Administrator), [&](const Reading& reading, const QString&) -> Result<void> {
                stored += reading.registerCode == QLatin1String("volume") ? 1 : 0;
                return {};
            });
        return visited.ok() ? stored : -1;
    }
    bool heard(ui::HeardFrame::Kind kind) const {
        return std::any_of(m_host->frames().begin(), m_host->frames().end(),
                           [&](const ui::HeardFrame& frame) { return frame.kind == kind; });
    }

private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<bool>("sqlite");
        QTest::newRow("sqlite") << true;
        QTest::newRow("postgresql") << false;
    }
    void initTestCase() {
        m_archive = std::make_unique<TownProcess>();
        QVERIFY(m_archive->start(townWords({})));
        QCOMPARE(m_archive->terminate(), 0);
    }
    void init() {
        QFETCH_GLOBAL(bool, sqlite);
        m_town = std::make_unique<SmallTown>(sqlite, m_archive->path("roster.jsonl"));
        const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(8 * 3600);
        m_town->moveTo(*Date::of(now.date().year(), now.date().month(), now.date().day()),
                       Duration::milliseconds(now.time().msecsSinceStartOfDay()));
    }
    void cleanup() {
        m_host.reset();
        m_desk.reset();
        m_process.reset();
        m_town.reset();
    }

    void aRunStoresWhatItReadAndNamesWhyTheRestIsMissing() {
        open(Person::Supervisor, place(), {}, QByteArrayLiteral(R"({"dead_meters":2})"));
        m_host->start({});
        QVERIFY(m_host->run());
        QTRY_COMPARE_WITH_TIMEOUT(m_ended.size(), std::size_t(1), 120'000);
        QVERIFY(!m_host->run());
        const auto run = m_ended.front();
        QVERIFY(run.read > 15 && run.failed >= 2);
        QCOMPARE(run.read + run.failed, run.total);
        const auto rows = runs();
        QCOMPARE(rows.size(), std::size_t(1));
        QVERIFY(rows.front().finishedAt);
        QCOMPARE(rows.front().read, run.read);
        QCOMPARE(rows.front().unread, run.failed);
        QCOMPARE(storedReadings(), run.read);
        const auto unread = services::unreadInRun(m_town->session(Person::Engineer), rows.front().run);
        VERIFY_OK(unread);
        QCOMPARE(int(unread->size()), run.failed);
        for (const services::UnreadMeter& meter : *unread)
            QVERIFY(!meter.cause.isEmpty());
        using Kind = ui::HeardFrame::Kind;
        QTRY_VERIFY(heard(Kind::Question) && heard(Kind::Answer));
        const auto answer = std::find_if(m_host->frames().begin(), m_host->frames().end(),
                                         [](const auto& frame) { return frame.kind == Kind::Answer; });
        QVERIFY(answer->fromTerminal && answer->meter.size() == 14 && !answer->values.empty());
    }

    void oneMeterIsReadAgain() {
        open(Person::Engineer, place());
        QTRY_VERIFY(heard(ui::HeardFrame::Kind::LogIn));
        const QJsonObject account = m_archive->accounts().front();
        m_host->start({.meter = account[QStringLiteral("meter")].toObject()[QStringLiteral("number")].toString()});
        QTRY_COMPARE_WITH_TIMEOUT(m_ended.size(), std::size_t(1), 60'000);
        QCOMPARE(m_ended.front().total, 1);
    }

    void aCancelledRunIsOverWithWhatIsKnown() {
        StationPlace slow = place();
        slow.answerMilliseconds = 3'000;
        open(Person::Supervisor, slow, {QStringLiteral("--latency-ms"), QStringLiteral("700")});
        m_host->start({});
        QTRY_VERIFY_WITH_TIMEOUT(m_host->run()->read > 0, 60'000);
        m_host->cancel();
        QTRY_COMPARE_WITH_TIMEOUT(m_ended.size(), std::size_t(1), 60'000);
        const auto run = m_ended.front();
        QVERIFY(run.cancelled && run.read > 0 && run.failed > 0);
        const auto rows = runs();
        QVERIFY(rows.front().finishedAt);
        QCOMPARE(rows.front().read, run.read);
        QCOMPARE(storedReadings(), run.read);
        const auto unread = services::unreadInRun(m_town->session(Person::Engineer), rows.front().run);
        VERIFY_OK(unread);
        QVERIFY(std::any_of(unread->begin(), unread->end(),
                            [](const auto& meter) { return meter.cause == QLatin1String("cancelled"); }));
        // The station goes on.
        QCOMPARE(m_host->phase(), Phase::Open);
    }

    void whoeverLeavesEndsTheRunAndTheStation() {
        StationPlace slow = place();
        slow.answerMilliseconds = 3'000;
        open(Person::Supervisor, slow, {QStringLiteral("--latency-ms"), QStringLiteral("700")});
        m_host->start({});
        QTRY_VERIFY_WITH_TIMEOUT(m_host->run()->read > 0, 60'000);
        m_desk->signOut();
        QTRY_COMPARE_WITH_TIMEOUT(m_host->phase(), Phase::Closed, 60'000);
        QVERIFY(!m_host->run());
        const auto rows = runs();
        QVERIFY(rows.front().finishedAt);
        QVERIFY(rows.front().read > 0 && rows.front().unread > 0);
        QCOMPARE(storedReadings(), rows.front().read);
    }

    void aTakenPortIsSaidAndTheNextRunTriesAgain() {
        QTcpServer other;
        std::uint16_t port = 21'000;
        while (!other.listen(QHostAddress::LocalHost, port) && port < 22'000)
            ++port;
        QVERIFY(other.isListening());
        StationPlace taken = place();
        taken.gdwPort = port;
        taken.terminalSeconds = 1;
        sitDown(Person::Supervisor, taken);
        QTRY_VERIFY_WITH_TIMEOUT(m_host->trouble(), 20'000);
        QCOMPARE(m_host->phase(), Phase::Closed);
        QVERIFY(m_host->trouble()->is(devices::StationError::CannotListen));
        m_host->start({});
        QTRY_COMPARE_WITH_TIMEOUT(m_errors.size(), std::size_t(1), 20'000);
        QVERIFY(m_errors.front().is(devices::StationError::CannotListen));

        other.close();
        m_host->start({});
        QTRY_COMPARE_WITH_TIMEOUT(m_ended.size(), std::size_t(1), 60'000);
        QCOMPARE(m_host->phase(), Phase::Open);
        QCOMPARE(m_ended.front().read, 0); // nobody has dialled in
    }

    void itStaysClosedForWhoeverMayNotRead() {
        sitDown(Person::Cashier, place());
        QTest::qWait(300);
        QCOMPARE(m_host->phase(), Phase::Closed);
        QVERIFY(!m_host->trouble());
    }
};
METERHALL_TEST_CASE(StationHostTest)

#include "station_host_test.moc"
