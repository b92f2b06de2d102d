#include "core/services/alarms.h"
#include "core/services/ingest.h"
#include "core/services/station_overview.h"
#include "core/services/stations.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

/// What the page of the concentrators shows, on both engines: thirty meters behind one terminal.
class StationOverviewTest : public tests::SmallTownTest {
    Q_OBJECT

    const QString m_terminal = QStringLiteral("0571-00001");

    services::TerminalOverview terminal() {
        const auto all = services::terminalOverviews(as(Person::Engineer));
        if (!all.ok() || all->size() != 1)
            qFatal("terminals");
        return all->front();
    }
    std::int64_t start(const services::ReadingScope& scope) {
        const auto begun = services::startReadingRun(as(Person::Supervisor), scope);
        if (!begun.ok())
            qFatal("start: %s", qPrintable(begun.error().toString()));
        m_asked = begun->meters;
        return begun->run;
    }
    /// The first `silent` meters did not answer, and the one after them was out of reach.
    void finish(std::int64_t run, std::size_t silent, bool unreached) {
        std::vector<services::MeterOutcome> outcomes;
        for (const services::MeterToRead& meter : m_asked) {
            const std::size_t place = outcomes.size();
            if (place < silent)
                outcomes.push_back({meter.meter, false, QStringLiteral("no-answer"), QStringLiteral("3 s"), 3});
            else if (unreached && place == silent)
                outcomes.push_back({meter.meter, false, QStringLiteral("no-relay"), QStringLiteral("0418"), 1});
            else
                outcomes.push_back({meter.meter, true, {}, {}, 1});
        }
        VERIFY_OK(services::finishReadingRun(as(Person::Supervisor), run, outcomes));
    }
    void later() { town().moveTo(town().today(), Duration::hours(9 + ++m_hours)); }

    std::vector<services::MeterToRead> m_asked;
    int m_hours = 0;

private Q_SLOTS:
    void aTerminalNobodyHasReadTellsHowManyHangBehindIt() {
        m_hours = 0;
        const auto before = terminal();
        QCOMPARE(before.name, m_terminal);
        QCOMPARE(before.meters, 30);
        QVERIFY(!before.lastRun && !before.underWay && !before.heardAt && !before.heldBy);
        QVERIFY(services::terminalOverviews(as(Person::Cashier)).failedWith(SecurityError::NotAllowed));
    }

    void aTerminalThatFellSilentIsAnAlarmForWhoeverReads() {
        const auto of = [this](Person person) {
            const auto alarms = services::alarms(as(person));
            if (!alarms.ok())
                qFatal("alarms: %s", qPrintable(alarms.error().toString()));
            return *alarms;
        };
        QVERIFY(of(Person::Supervisor).empty()); // never heard: it may not be built yet
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, "102.00")}));
        const Instant heard = *terminal().heardAt;
        town().moveTo(town().today().addDays(1), Duration::hours(11));
        QVERIFY(of(Person::Supervisor).empty());
        town().moveTo(town().today(), Duration::hours(12));
        const std::vector<services::Alarm> expected{{services::AlarmKind::SilentTerminals, 1, heard, m_terminal}};
        QVERIFY(of(Person::Supervisor) == expected);
        QVERIFY(of(Person::Cashier).empty());
    }

    void theLastWholeRunTellsWhatWasNotReadAndWhy() {
        m_hours = 0;
        const std::int64_t run = start({});
        QVERIFY(terminal().underWay && terminal().underWay->asked == 30 && !terminal().lastRun);
        finish(run, 2, true);
        const auto read = terminal();
        QVERIFY(!read.underWay);
        QCOMPARE(read.lastRun->run, run);
        QCOMPARE(read.lastRun->asked * 10'000 + read.lastRun->read * 100 + read.lastRun->unread, 302'703);
        QCOMPARE(read.lastRun->causes,
                 (std::map<QString, int>{{QStringLiteral("no-answer"), 2}, {QStringLiteral("no-relay"), 1}}));
        // A book or a meter alone does not take its place.
        later();
        finish(start({.book = town().book("01")}), 5, false);
        QCOMPARE(terminal().lastRun->run, run);
        later();
        const std::int64_t next = start({.terminal = m_terminal});
        QVERIFY(terminal().underWay->run == next && terminal().lastRun->run == run);
        finish(next, 0, false);
        QCOMPARE(terminal().lastRun->unread, 0);
        QVERIFY(terminal().lastRun->causes.empty());
    }

    void whoeverHoldsItIsNamedUntilTheLeaseIsOver() {
        QVERIFY(*services::holdTerminal(as(Person::Engineer), m_terminal, QStringLiteral("station 1"),
                                        Duration::minutes(1)));
        QCOMPARE(terminal().heldBy, QStringLiteral("station 1"));
        VERIFY_OK(services::letTerminalGo(as(Person::Engineer), m_terminal, QStringLiteral("station 1")));
        QVERIFY(!terminal().heldBy);
    }

    void aReportIsHeardAndATypedReadingIsNot() {
        MeterReport typed = town().report(1, Commodity::Gas, "101.00");
        typed.source = ReportSource::Manual;
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{typed}));
        QVERIFY(!terminal().heardAt);
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, "102.00")}));
        const Instant first = *terminal().heardAt;
        QCOMPARE(first, as(Person::Reader).now());
        // Not more often than once a minute.
        town().moveTo(town().today(), Duration::hours(9) + Duration::seconds(30));
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, "103.00")}));
        QCOMPARE(*terminal().heardAt, first);
        town().moveTo(town().today(), Duration::hours(9) + Duration::seconds(61));
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, "104.00")}));
        QCOMPARE(*terminal().heardAt, as(Person::Reader).now());
    }

    void eachMeterTellsItsReadingAndWhatTheLastRunHeard() {
        m_hours = 0;
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, "110.50"),
                                                                   town().report(3, Commodity::Gas, "99.00")}));
        finish(start({}), 1, false);
        const auto meters = services::metersOfTerminal(as(Person::Engineer), m_terminal);
        VERIFY_OK(meters);
        QCOMPARE(meters->size(), std::size_t(30));
        const auto& first = meters->front();
        QCOMPARE(first.number + u' ' + first.accountNumber + u' ' + first.holder,
                 QStringLiteral("GAS0001 ") + town().accountNumber(1, Commodity::Gas) + QStringLiteral(" 王秀英"));
        QCOMPARE(first.dial->toString(), QStringLiteral("110.50"));
        QVERIFY(first.billable && first.receivedOn == town().today());
        QVERIFY(!first.outcome->read && first.outcome->cause == QStringLiteral("no-answer"));
        QCOMPARE(first.outcome->evidence + QString::number(first.outcome->tries), QStringLiteral("3 s3"));
        QVERIFY(!meters->at(1).dial && meters->at(1).outcome->read);
        QVERIFY(!meters->at(2).billable && meters->at(2).dial->toString() == QStringLiteral("99.00"));
        // Read once more by itself.
        later();
        finish(start({.meter = QStringLiteral("GAS0001")}), 0, false);
        const auto again = services::metersOfTerminal(as(Person::Engineer), m_terminal);
        QVERIFY(again->front().outcome->read && again->at(1).outcome->read);
        QVERIFY(services::metersOfTerminal(as(Person::Engineer), QStringLiteral("nowhere"))
                    .failedWith(RegistryError::UnknownTerminal));
    }

    void runsComeNewestFirst() {
        m_hours = 0;
        finish(start({}), 3, false);
        later();
        finish(start({.book = town().book("02")}), 0, false);
        later();
        const std::int64_t last = start({.meter = QStringLiteral("GAS0001")});
        const auto page = services::readingRuns(as(Person::Reader), {}, 2);
        VERIFY_OK(page);
        QCOMPARE(page->size(), std::size_t(2));
        QVERIFY(page->at(0).run == last && !page->at(0).finishedAt && page->at(0).asked == 1);
        QVERIFY(page->at(0).scope == services::RunScopeKind::Meter && page->at(0).subject == QStringLiteral("GAS0001"));
        QVERIFY(page->at(1).scope == services::RunScopeKind::Book && page->at(1).subject == QStringLiteral("02"));
        QVERIFY(page->at(1).finishedAt && page->at(1).read == 15);
        QCOMPARE(page->at(1).startedBy.number, town().numberOf(Person::Supervisor));
        const auto rest = services::readingRuns(as(Person::Reader), page->back().mark(), 2);
        QCOMPARE(rest->size(), std::size_t(1));
        QVERIFY(rest->at(0).scope == services::RunScopeKind::All);
        QCOMPARE(rest->at(0).asked * 10'000 + rest->at(0).read * 100 + rest->at(0).unread, 302'703);
        const auto unread = services::unreadInRun(as(Person::Engineer), rest->at(0).run);
        QCOMPARE(unread->size(), std::size_t(3));
        QCOMPARE(unread->front().meterNumber + u' ' + unread->front().cause, QStringLiteral("GAS0001 no-answer"));
        QVERIFY(services::readingRuns(as(Person::Lead)).failedWith(SecurityError::NotAllowed));
    }
};
METERHALL_TEST_CASE(StationOverviewTest)

#include "station_overview_test.moc"
