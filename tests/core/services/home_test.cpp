#include "core/services/commands.h"
#include "core/services/day_close.h"
#include "core/services/day_overview.h"
#include "core/services/home.h"
#include "core/services/ingest.h"
#include "core/services/reading_work.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

/// What the first page tells each person, and the page of a business day, on both engines.
class HomeTest : public tests::SmallTownTest {
    Q_OBJECT

    services::MyWork of(Person person) {
        const auto work = services::myWork(as(person));
        if (!work.ok())
            qFatal("my work: %s", qPrintable(work.error().toString()));
        return *work;
    }
    services::MyToday todayOf(Person person) {
        const auto today = services::myToday(as(person));
        if (!today.ok())
            qFatal("my today: %s", qPrintable(today.error().toString()));
        return *today;
    }
    services::DayOverview dayOf(Person person) {
        const auto day = services::dayOverview(as(person), town().today());
        if (!day.ok())
            qFatal("day: %s", qPrintable(day.error().toString()));
        return *day;
    }
    ShiftId openShift() {
        const auto shift = services::openShift(as(Person::Cashier), {yuan(50'000), 1001, 1010});
        if (!shift.ok())
            qFatal("shift: %s", qPrintable(shift.error().toString()));
        return *shift;
    }
    static Money yuan(std::int64_t fen) { return Money::ofMinor(fen, Currency::cny()); }
    /// Home 2 pays 59.36 for gas and 105.00 for water.
    void payHomeTwo() {
        VERIFY_OK(services::takePayment(as(Person::Cashier),
                                        {as(Person::Cashier).newKey(),
                                         {town().account(2, Commodity::Gas), town().account(2, Commodity::Water)},
                                         yuan(16'436),
                                         yuan(16'436)}));
    }
    std::vector<services::MeterOutcome> outcomes(const services::ReadingRunStart& start, std::size_t unread) {
        std::vector<services::MeterOutcome> all;
        for (const services::MeterToRead& meter : start.meters) {
            const bool read = all.size() >= unread;
            all.push_back({meter.meter, read, read ? QString() : QStringLiteral("no-answer"), {}, 1});
        }
        return all;
    }
    void run(const services::ReadingScope& scope, std::size_t asked, std::size_t unread) {
        const auto start = services::startReadingRun(as(Person::Supervisor), scope);
        VERIFY_OK(start);
        QCOMPARE(start->meters.size(), asked);
        VERIFY_OK(services::finishReadingRun(as(Person::Supervisor), start->run, outcomes(*start, unread)));
    }

private Q_SLOTS:
    void nobodySeesWorkThatIsNotHis() {
        const services::MyWork cashier = of(Person::Cashier);
        QVERIFY(!cashier.commandsToApprove && !cashier.runsToCheck && !cashier.runsToIssue);
        QVERIFY(!cashier.readingsToReview && !cashier.shiftsToClose && !cashier.dayToClose && !cashier.unreadMeters);
        const services::MyWork lead = of(Person::Lead);
        QVERIFY(lead.commandsToApprove == 0 && lead.shiftsToClose == 0 && !lead.dayToClose);
        QVERIFY(!lead.readingsToReview && !lead.runsToCheck && !lead.unreadMeters);
        const services::MyWork supervisor = of(Person::Supervisor);
        QVERIFY(supervisor.readingsToReview && supervisor.readingsToReview->empty() && supervisor.unreadMeters == 0);
        QVERIFY(!supervisor.commandsToApprove && !supervisor.shiftsToClose);
    }

    void doubtfulReadingsAreCountedByBook() {
        std::vector<MeterReport> reports;
        for (const int home : {1, 3, 12})
            reports.push_back(town().report(home, Commodity::Gas, "99.00"));
        VERIFY_OK(services::ingest(as(Person::Reader), reports));
        const auto waiting = *of(Person::Supervisor).readingsToReview;
        QCOMPARE(waiting.size(), std::size_t(2));
        QCOMPARE(waiting[0].bookNumber + QString::number(waiting[0].readings), QStringLiteral("012"));
        QCOMPARE(waiting[1].bookNumber + QString::number(waiting[1].readings), QStringLiteral("021"));
        const auto open = services::readingExceptions(as(Person::Supervisor), town().book("02"));
        VERIFY_OK(services::decideReading(as(Person::Supervisor), open->front().reading, Decision::Accepted, {}));
        QCOMPARE(of(Person::Supervisor).readingsToReview->size(), std::size_t(1));
    }

    void aRunWaitsForAnotherPersonAndThenForWhoeverIssuesIt() {
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, "110.00")}));
        const auto drafted = town().draft(town().book("01"));
        QVERIFY(of(Person::Drafter).runsToCheck == 0 && of(Person::Checker).runsToCheck == 1);
        QVERIFY(of(Person::Checker).runsToIssue == 0);
        VERIFY_OK(services::checkBills(as(Person::Checker), drafted.run));
        QVERIFY(of(Person::Checker).runsToCheck == 0 && of(Person::Drafter).runsToIssue == 1);
        VERIFY_OK(services::issueBills(as(Person::Drafter), drafted.run));
        QVERIFY(of(Person::Drafter).runsToIssue == 0);
    }

    void aValveWaitsForASecondPersonUntilItIsTooLate() {
        town().moveTo(*Date::of(2026, 11, 24));
        const auto ask = [this](Person person, int home) {
            return services::requestValve(as(person), {.key = as(person).newKey(),
                                                       .meter = town().meter(home, Commodity::Gas),
                                                       .action = ValveAction::Close,
                                                       .reason = ValveReason::MeterWork,
                                                       .document = QStringLiteral("order 17")});
        };
        const auto first = ask(Person::Engineer, 1);
        VERIFY_OK(first);
        VERIFY_OK(ask(Person::Lead, 3));
        QVERIFY(of(Person::Lead).commandsToApprove == 1 && of(Person::Inspector).commandsToApprove == 2);
        VERIFY_OK(services::approveCommand(as(Person::Lead), first->command));
        QVERIFY(of(Person::Lead).commandsToApprove == 0 && of(Person::Inspector).commandsToApprove == 1);
        // It was asked for within 24 hours.
        town().moveTo(*Date::of(2026, 11, 25), Duration::hours(10));
        QVERIFY(of(Person::Inspector).commandsToApprove == 0);
    }

    void metersUnreadInTheLastWholeRunAreCounted() {
        run({}, 30, 2);
        QVERIFY(of(Person::Supervisor).unreadMeters == 2 && of(Person::Engineer).unreadMeters == 2);
        // One book of a terminal says nothing of the others behind it.
        town().moveTo(town().today(), Duration::hours(10));
        run({.book = town().book("01")}, 15, 9);
        QVERIFY(of(Person::Supervisor).unreadMeters == 2);
        town().moveTo(town().today(), Duration::hours(11));
        run({.terminal = QStringLiteral("0571-00001")}, 30, 1);
        QVERIFY(of(Person::Supervisor).unreadMeters == 1);
        // While the next one is under way the last one stands.
        town().moveTo(town().today(), Duration::hours(12));
        VERIFY_OK(services::startReadingRun(as(Person::Supervisor), {}));
        QVERIFY(of(Person::Supervisor).unreadMeters == 1);
    }

    void aShiftWaitsFromItsCountOnAndADayUntilItIsClosed() {
        town().readAndIssueAll("121.90");
        QVERIFY(of(Person::Lead).dayToClose == town().today());
        const ShiftId shift = openShift();
        payHomeTwo();
        QVERIFY(of(Person::Lead).shiftsToClose == 0);
        VERIFY_OK(services::countDrawer(as(Person::Cashier), {{10'000, 6}, {1, 6'436}}));
        QVERIFY(of(Person::Lead).shiftsToClose == 1);
        VERIFY_OK(services::closeShift(as(Person::Lead), shift, {}));
        QVERIFY(of(Person::Lead).shiftsToClose == 0);
        VERIFY_OK(services::closeDay(as(Person::Lead), town().today()));
        QVERIFY(!of(Person::Lead).dayToClose);
    }

    void theDayShowsEachShiftAndNothingExpectedBeforeTheCount() {
        town().readAndIssueAll("121.90");
        const ShiftId shift = openShift();
        payHomeTwo();
        for (const Person person : {Person::Cashier, Person::Lead, Person::Finance}) {
            const auto day = dayOf(person);
            QCOMPARE(day.shifts.size(), std::size_t(1));
            QVERIFY(day.shifts[0].stage == services::ShiftStage::Open);
            QVERIFY(!day.shifts[0].count && !day.shifts[0].expected);
            QCOMPARE(day.shifts[0].cashier.number, town().numberOf(Person::Cashier));
            QCOMPARE(day.shifts[0].seatName, QStringLiteral("seat"));
            QVERIFY(!day.closedBy && !day.canBeClosed());
        }
        const auto day = dayOf(Person::Lead);
        QCOMPARE(day.checks.size(), std::size_t(3));
        QCOMPARE(day.checks[0].subjects, QStringList{shift.toString()});
        QVERIFY(day.checks[1].holds() && day.checks[2].holds());
        QCOMPARE(day.takings->size(), std::size_t(2));
        QCOMPARE(day.takings->at(0).entityCode + u' ' + codeOf(day.takings->at(0).method) + u' ' +
                     day.takings->at(0).amount.toString(),
                 QStringLiteral("gas-co cash 59.36"));
        QCOMPARE(day.takings->at(1).amount.toString(), QStringLiteral("105.00"));
        QVERIFY(!dayOf(Person::Cashier).takings && dayOf(Person::Cashier).checks.empty());
    }

    void aCountedDrawerTellsTheDifferenceAndAClosedOneItsReason() {
        town().readAndIssueAll("121.90");
        const ShiftId shift = openShift();
        payHomeTwo();
        // 500.00 and 164.36 should be there; 18.00 are missing.
        VERIFY_OK(services::countDrawer(as(Person::Cashier), {{10'000, 6}, {1, 4'636}}));
        const auto counted = dayOf(Person::Cashier).shifts.at(0);
        QVERIFY(counted.stage == services::ShiftStage::Counted);
        QCOMPARE(counted.count->counted.toString() + u' ' + counted.expected->toString() + u' ' +
                     counted.over->toString() + u' ' + counted.shortage->toString(),
                 QStringLiteral("646.36 664.36 0.00 18.00"));
        QVERIFY(!dayOf(Person::Lead).canBeClosed());
        VERIFY_OK(services::closeShift(as(Person::Lead), shift, QStringLiteral("wrong change")));
        const auto closed = dayOf(Person::Finance).shifts.at(0);
        QVERIFY(closed.stage == services::ShiftStage::Closed && closed.closedAt);
        QCOMPARE(closed.reason + u' ' + closed.shortage->toString(), QStringLiteral("wrong change 18.00"));
        QCOMPARE(closed.lead->number, town().numberOf(Person::Lead));
        QVERIFY(dayOf(Person::Lead).canBeClosed());
        VERIFY_OK(services::closeDay(as(Person::Lead), town().today()));
        const auto day = dayOf(Person::Cashier);
        QCOMPARE(day.closedBy->number, town().numberOf(Person::Lead));
        QVERIFY(!day.canBeClosed() && dayOf(Person::Lead).checks.empty());
    }

    void whoeverCountsADrawerHimselfSeesNoTakingsBefore() {
        town().readAndIssueAll("121.90");
        VERIFY_OK(services::addSeat(as(Person::Administrator), 9, QStringLiteral("two hats")));
        const QString number = town().numberOf(Person::Cashier) + u'b';
        VERIFY_OK(services::addOperator(
            as(Person::Administrator),
            {number, QStringLiteral("Both"), {Duty::Cashier, Duty::ShiftLead}, tests::SmallTown::password()}));
        auto place = town().workplaceFor(Person::Cashier);
        place.seat = 9;
        auto both = services::signIn(place, number, tests::SmallTown::password());
        VERIFY_OK(both);
        QVERIFY(services::dayOverview(*both, town().today())->takings.has_value());
        VERIFY_OK(services::openShift(*both, {yuan(50'000), 2001, 2010}));
        QVERIFY(!services::dayOverview(*both, town().today())->takings.has_value());
        VERIFY_OK(services::countDrawer(*both, {{10'000, 5}}));
        QVERIFY(services::dayOverview(*both, town().today())->takings.has_value());
        // One's own shift is closed by somebody else.
        QVERIFY(services::myWork(*both)->shiftsToClose == 0 && of(Person::Lead).shiftsToClose == 1);
    }

    void theDayOfACashierIsHisShiftAndThatOfALeadAllSeats() {
        town().readAndIssueAll("121.90");
        QVERIFY(todayOf(Person::Cashier).takesMoney && !todayOf(Person::Cashier).shift);
        openShift();
        payHomeTwo();
        const services::MyToday cashier = todayOf(Person::Cashier);
        QCOMPARE(cashier.shift->received, yuan(16'436));
        QCOMPARE(cashier.shift->payments, 2);
        QVERIFY(cashier.shift->isMine && !cashier.wholeDay && !cashier.readings);
        const services::MyToday lead = todayOf(Person::Lead);
        QVERIFY(!lead.takesMoney && lead.wholeDay);
        QCOMPARE(lead.wholeDay->received, yuan(16'436));
        QCOMPARE(lead.wholeDay->receipts, 2);
        QVERIFY(lead.wholeDay->shiftsOpen == 1 && lead.wholeDay->shiftsCounted == 0);
        VERIFY_OK(services::countDrawer(as(Person::Cashier), {{10'000, 5}}));
        QVERIFY(todayOf(Person::Lead).wholeDay->shiftsCounted == 1 && todayOf(Person::Cashier).shift->countedAt);
    }

    void whatIsReadAndDraftedAndPlannedIsTold() {
        QVERIFY(!todayOf(Person::Supervisor).readings);
        run({}, 30, 4);
        const services::MyToday supervisor = todayOf(Person::Supervisor);
        QVERIFY(supervisor.readings->asked == 30 && supervisor.readings->read == 26);
        QVERIFY(supervisor.nextWorkingDay > supervisor.day && supervisor.nextWorkingDay.dayOfWeek() <= 5);
        QVERIFY(todayOf(Person::Drafter).runsToBeChecked == 0);
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, "110.00")}));
        town().draft(town().book("01"));
        QVERIFY(todayOf(Person::Drafter).runsToBeChecked == 1 &&
                todayOf(Person::Checker).runsToBeChecked.value_or(0) == 0);
        QVERIFY(supervisor.prices.empty());
    }

    void aDayIsNoBusinessOfWhoeverReadsMeters() {
        QVERIFY(services::dayOverview(as(Person::Engineer), town().today()).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::dayOverview(as(Person::Drafter), town().today()).failedWith(SecurityError::NotAllowed));
    }
};
METERHALL_TEST_CASE(HomeTest)

#include "home_test.moc"
