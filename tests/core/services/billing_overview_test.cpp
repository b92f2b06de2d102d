#include "core/services/billing_overview.h"
#include "core/services/ingest.h"
#include "core/services/reading_work.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <set>

using namespace meterhall;
using services::RunRowFilter;
using services::RunStage;

/// What the page of billing runs shows, on both engines. Ten homes hang in book 01, five of them with water.
class BillingOverviewTest : public tests::SmallTownTest {
    Q_OBJECT

    /// Gas of the ten homes, home 3 with a dial that went back: nine bills of 10 x 2.70.
    std::int64_t draftTheFirstBook() {
        std::vector<MeterReport> reports;
        for (int home = 1; home <= 10; ++home)
            reports.push_back(town().report(home, Commodity::Gas, home == 3 ? "99.00" : "110.00"));
        const auto stored = services::ingest(as(Person::Reader), reports);
        if (!stored.ok() || stored->doubtful != 1)
            qFatal("readings of the first book");
        return town().draft(town().book("01")).run;
    }
    void read(int home, Commodity commodity, const char* dial) {
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(home, commodity, dial)}));
    }
    services::BookRun firstBook(Person person = Person::Finance) {
        const auto runs = services::bookRuns(as(person), AccountingMonth::containing(town().today()));
        if (!runs.ok() || runs->size() != 2)
            qFatal("book runs");
        return runs->front();
    }
    std::vector<services::RunRow> rows(const services::RunRowsWanted& wanted) {
        auto found = services::runRows(as(Person::Drafter), wanted);
        if (!found.ok())
            qFatal("rows: %s", qPrintable(found.error().toString()));
        return std::move(*found);
    }
    std::vector<services::ChangedAccount> changed(std::int64_t run) {
        auto found = services::changedSinceDraft(as(Person::Finance), run);
        if (!found.ok())
            qFatal("changed: %s", qPrintable(found.error().toString()));
        return std::move(*found);
    }
    void checkAndIssue(std::int64_t run) {
        VERIFY_OK(services::checkBills(as(Person::Checker), run));
        VERIFY_OK(services::issueBills(as(Person::Drafter), run));
    }

private Q_SLOTS:
    void whoHasABillOfTheMonthIsHeldInItsNextRun() {
        checkAndIssue(draftTheFirstBook());
        town().moveTo(town().today().addDays(1));
        for (const int home : {1, 3})
            read(home, Commodity::Gas, "125.00");
        const auto second =
            services::draftBills(as(Person::Drafter), town().book("01"), AccountingMonth::containing(town().today()));
        VERIFY_OK(second);
        QCOMPARE(second->billable, 1); // home 3 was held in the first run
        QCOMPARE(second->held.at(QStringLiteral("already-billed")), 9);
        VERIFY_OK(services::checkBills(as(Person::Checker), second->run));
        const auto issued = services::issueBills(as(Person::Drafter), second->run);
        VERIFY_OK(issued);
        QCOMPARE(issued->issued, 1);
        QCOMPARE(violations(), 0);
    }

    void aBookGoesFromNothingToIssued() {
        QVERIFY(firstBook().stage() == RunStage::None && !firstBook().newest);
        const std::int64_t run = draftTheFirstBook();
        const auto drafted = firstBook();
        QVERIFY(drafted.stage() == RunStage::Drafted && drafted.newest->run == run);
        QCOMPARE(drafted.newest->ready, 9);
        QCOMPARE(drafted.newest->readyTotal.toString(), QStringLiteral("243.00"));
        QCOMPARE(drafted.newest->held, 6);
        QCOMPARE(drafted.newest->issued, 0);
        QCOMPARE(drafted.newest->draftedBy.number, town().numberOf(Person::Drafter));
        QVERIFY(!drafted.newest->checkedBy && !drafted.newest->issuedBy);
        VERIFY_OK(services::checkBills(as(Person::Checker), run));
        QVERIFY(firstBook().stage() == RunStage::Checked);
        QCOMPARE(firstBook().newest->checkedBy->number, town().numberOf(Person::Checker));
        VERIFY_OK(services::issueBills(as(Person::Drafter), run, 1));
        // The first chunk is five accounts.
        QVERIFY(firstBook().stage() == RunStage::Issuing);
        QCOMPARE(firstBook().newest->issuedTotal.toString(), QStringLiteral("135.00"));
        VERIFY_OK(services::issueBills(as(Person::Drafter), run));
        const auto issued = firstBook();
        QVERIFY(issued.stage() == RunStage::Issued);
        QCOMPARE(issued.newest->issued, 9);
        QCOMPARE(issued.issuedInMonth, 9);
        QCOMPARE(issued.issuedTotalInMonth.toString(), QStringLiteral("243.00"));
    }

    void whatWasHeldIsDraftedLaterInTheSameMonth() {
        checkAndIssue(draftTheFirstBook());
        town().moveTo(town().today().addDays(1));
        read(3, Commodity::Gas, "110.00");
        const auto second = town().draft(town().book("01"));
        const auto book = firstBook();
        QVERIFY(book.newest->run == second.run && book.stage() == RunStage::Drafted);
        QCOMPARE(book.newest->issued, 0);
        QCOMPARE(book.issuedInMonth, 9);
        QCOMPARE(book.issuedTotalInMonth.toString(), QStringLiteral("243.00"));
    }

    void aRunTellsItsReasons() {
        const std::int64_t run = draftTheFirstBook();
        const auto overview = services::runOverview(as(Person::Finance), run);
        VERIFY_OK(overview);
        QCOMPARE(overview->held,
                 (std::map<QString, int>{{QStringLiteral("doubtful-reading"), 1}, {QStringLiteral("not-read"), 5}}));
        QCOMPARE(overview->head.held, 6);
        QVERIFY(services::runOverview(as(Person::Finance), 77).failedWith(services::BillingRunError::UnknownRun));
    }

    void rowsComePageByPageInWalkingOrder() {
        const std::int64_t run = draftTheFirstBook();
        std::set<QString> accounts;
        std::uint32_t after = 0;
        int pages = 0;
        for (auto page = rows({.run = run, .limit = 4}); !page.empty();
             page = rows({.run = run, .after = after, .limit = 4})) {
            ++pages;
            for (const services::RunRow& row : page) {
                QVERIFY(row.ordinal > after);
                after = row.ordinal;
                accounts.insert(row.accountNumber);
            }
        }
        QCOMPARE(pages, 4);
        QCOMPARE(int(accounts.size()), 15);
        const auto first = rows({.run = run, .limit = 1}).front();
        QCOMPARE(first.accountNumber, town().accountNumber(1, Commodity::Gas));
        QCOMPARE(first.holder, QStringLiteral("王秀英"));
        QCOMPARE(first.use->toString() + u' ' + first.total->toString(), QStringLiteral("10 27.00"));
        QVERIFY(first.state == services::RunRowState::Ready && !first.previousTotal && !first.bill);
    }

    void aHeldAccountTellsWhatItWaitsFor() {
        const std::int64_t run = draftTheFirstBook();
        QCOMPARE(rows({.run = run, .filter = RunRowFilter::Held}).size(), std::size_t(6));
        const auto doubtful =
            rows({.run = run, .filter = RunRowFilter::Held, .heldBecause = QStringLiteral("doubtful-reading")});
        QCOMPARE(doubtful.size(), std::size_t(1));
        const auto& about = *doubtful.front().about;
        QCOMPARE(doubtful.front().accountNumber, town().accountNumber(3, Commodity::Gas));
        QCOMPARE(about.meterNumber + u' ' + about.dial->toString() + u' ' + about.doubts.names().join(u','),
                 QStringLiteral("GAS0003 99.00 lower-than-previous"));
        QVERIFY(about.reading && about.receivedOn == town().today());
        QCOMPARE(about.billedTo->toString(), QStringLiteral("2026-10-20"));
        const auto unread = rows({.run = run, .filter = RunRowFilter::Held, .heldBecause = QStringLiteral("not-read")});
        QCOMPARE(unread.size(), std::size_t(5));
        QCOMPARE(unread.front().about->meterNumber, QStringLiteral("WATER0002"));
        QVERIFY(!unread.front().about->reading && !unread.front().use && !unread.front().total);
    }

    void theNextRunShowsTheBillBefore() {
        checkAndIssue(draftTheFirstBook());
        QCOMPARE(rows({.run = 1, .filter = RunRowFilter::Issued}).size(), std::size_t(9));
        QVERIFY(rows({.run = 1, .filter = RunRowFilter::Ready}).empty());
        town().moveTo(*Date::of(2026, 12, 20));
        for (const int home : {1, 3})
            read(home, Commodity::Gas, "121.90");
        const auto run = town().draft(town().book("01")).run;
        const auto ready = rows({.run = run, .filter = RunRowFilter::Ready});
        QCOMPARE(ready.size(), std::size_t(2));
        // 11 m3 above 300 at 2.942 = 32.362; home 3 was not billed before: 10 x 2.70 + 11 x 2.942 = 59.362.
        QCOMPARE(ready[0].total->toString() + u' ' + ready[0].previousTotal->toString(), QStringLiteral("32.36 27.00"));
        QCOMPARE(ready[0].previousMonth->number(), 202611);
        QCOMPARE(ready[1].total->toString() + u' ' + ready[1].use->toString(), QStringLiteral("59.36 21"));
        QVERIFY(!ready[1].previousTotal);
    }

    void whatChangedSinceTheDraftIsNamedAndDraftedAgain() {
        const std::int64_t run = draftTheFirstBook();
        QVERIFY(changed(run).empty());
        read(1, Commodity::Gas, "111.00");
        read(2, Commodity::Water, "110.00");
        const auto found = changed(run);
        QCOMPARE(found.size(), std::size_t(2));
        // 10 x 2.70 + 1 x 2.942; water 10 x 5.00.
        QCOMPARE(found[0].accountNumber, town().accountNumber(1, Commodity::Gas));
        QCOMPARE(found[0].drafted->toString() + u' ' + found[0].now->toString(), QStringLiteral("27.00 29.94"));
        QVERIFY(!found[1].drafted);
        QCOMPARE(found[1].now->toString(), QStringLiteral("50.00"));

        VERIFY_OK(services::checkBills(as(Person::Checker), run));
        const auto again = services::draftAgain(as(Person::Checker), run, std::vector{found[0].account});
        VERIFY_OK(again);
        QCOMPARE(again->total.toString(), QStringLiteral("245.94"));
        QCOMPARE(changed(run).size(), std::size_t(1));
        // It was drafted by the one who checked before, and waits for another check.
        const auto book = firstBook();
        QVERIFY(book.stage() == RunStage::Drafted && !book.newest->checkedBy);
        QCOMPARE(book.newest->readyTotal.toString(), QStringLiteral("245.94"));
        QVERIFY(services::checkBills(as(Person::Checker), run).failedWith(services::BillingRunError::SamePerson));
        VERIFY_OK(services::checkBills(as(Person::Drafter), run));
        const auto issued = services::issueBills(as(Person::Drafter), run);
        VERIFY_OK(issued);
        QVERIFY(issued->issued == 9 && issued->refused.empty());
        QVERIFY(changed(run).empty());
        QVERIFY(services::draftAgain(as(Person::Drafter), run, std::vector{found[0].account})
                    .failedWith(services::BillingRunError::RunIsIssued));
        QCOMPARE(violations(), 0);
    }

    void nothingIsDraftedAgainThatIsNotInTheRun() {
        const std::int64_t run = draftTheFirstBook();
        QVERIFY(services::draftAgain(as(Person::Drafter), run, std::vector{town().account(12, Commodity::Gas)})
                    .failedWith(services::BillingRunError::NothingToDraft));
        QVERIFY(services::draftAgain(as(Person::Drafter), 77, {}).failedWith(services::BillingRunError::UnknownRun));
        QVERIFY(services::draftAgain(as(Person::Finance), run, {}).failedWith(SecurityError::NotAllowed));
    }

    void aRunThatIsDraftedOnALaterDayIsIssuedWithThatDaysReadings() {
        draftTheFirstBook();
        town().moveTo(town().today().addDays(1));
        read(1, Commodity::Gas, "112.00");
        const auto again = town().draft(town().book("01"));
        QCOMPARE(firstBook().newest->readTo, town().today());
        QVERIFY(changed(again.run).empty());
        VERIFY_OK(services::checkBills(as(Person::Checker), again.run));
        const auto issued = services::issueBills(as(Person::Drafter), again.run);
        VERIFY_OK(issued);
        QCOMPARE(issued->issued, 9);
        QVERIFY(issued->refused.empty());
    }

    void runsAreNoBusinessOfTheCounter() {
        const std::int64_t run = draftTheFirstBook();
        const AccountingMonth month = AccountingMonth::containing(town().today());
        QVERIFY(services::bookRuns(as(Person::Cashier), month).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::runRows(as(Person::Lead), {.run = run}).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::runOverview(as(Person::Supervisor), run).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::changedSinceDraft(as(Person::Cashier), run).failedWith(SecurityError::NotAllowed));
    }
};
METERHALL_TEST_CASE(BillingOverviewTest)

#include "billing_overview_test.moc"
