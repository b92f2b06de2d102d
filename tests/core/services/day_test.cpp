#include "core/services/customers.h"
#include "core/services/day_close.h"
#include "core/services/ingest.h"
#include "core/services/papers.h"
#include "core/services/reading_work.h"
#include "core/storage/database.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;

class DayTest : public tests::SmallTownTest {
    Q_OBJECT

    ShiftId openShift() {
        const auto shift =
            services::openShift(as(Person::Cashier), {Money::ofMinor(50'000, Currency::cny()), 1001, 1010});
        Q_ASSERT(shift.ok());
        return *shift;
    }

    services::PaymentRequest payment(int home, std::int64_t toPay, std::int64_t received) {
        return {as(Person::Cashier).newKey(),
                {town().account(home, Commodity::Gas), town().account(home, Commodity::Water)},
                Money::ofMinor(toPay, Currency::cny()),
                Money::ofMinor(received, Currency::cny())};
    }

private Q_SLOTS:
    void twentyHomesAreReadRatedIssuedPaidAndPrinted() {
        town().readAndIssueAll("121.90");
        openShift();
        const std::vector<AccountId> accounts{town().account(2, Commodity::Gas), town().account(2, Commodity::Water)};
        const auto dues = services::duesOf(as(Person::Cashier), accounts);
        VERIFY_OK(dues);
        // 21 m3 each: gas 10 x 2.70 + 11 x 2.942 = 59.36; water 21 x (2.07 + 1.57 + 1.36) = 105.00.
        QCOMPARE(dues->open.toString(), QStringLiteral("164.36"));
        const auto paid = services::takePayment(as(Person::Cashier), payment(2, 16'436, 20'000));
        VERIFY_OK(paid);
        QCOMPARE(paid->receipts.size(), std::size_t(2));
        QCOMPARE(paid->change.toString(), QStringLiteral("35.64"));
        for (const Receipt& receipt : paid->receipts)
            VERIFY_OK(services::printReceipt(as(Person::Cashier), receipt.id));
        for (const OpenBill& bill : dues->bills)
            VERIFY_OK(services::printBill(as(Person::Cashier), bill.bill));
        QCOMPARE(services::duesOf(as(Person::Cashier), accounts)->open.toString(), QStringLiteral("0.00"));
        QCOMPARE(violations(), 0);
    }

    void theSameReportTwiceIsOneReading() {
        const std::vector<MeterReport> reports{town().report(1, Commodity::Gas, "110.00")};
        QCOMPARE(services::ingest(as(Person::Reader), reports)->stored, 1);
        const auto again = services::ingest(as(Person::Reader), reports);
        VERIFY_OK(again);
        QCOMPARE(again->stored, 0);
        QCOMPARE(again->known, 1);
    }

    void aDoubtfulReadingHoldsOnlyItsOwnAccount() {
        std::vector<MeterReport> reports;
        for (int home = 1; home <= 10; ++home)
            reports.push_back(town().report(home, Commodity::Gas, home == 3 ? "99.00" : "110.00"));
        VERIFY_OK(services::ingest(as(Person::Reader), reports));
        const auto run = town().draft(town().book("01"));
        QCOMPARE(run.billable, 9);
        QCOMPARE(run.held.at(QStringLiteral("doubtful-reading")), 1);
        QCOMPARE(run.held.at(QStringLiteral("not-read")), 5);

        const auto items = services::readingExceptions(as(Person::Supervisor), {});
        QCOMPARE(items->size(), std::size_t(1));
        QCOMPARE(items->front().accountNumber, town().accountNumber(3, Commodity::Gas));
        QVERIFY(services::decideReading(as(Person::Supervisor), items->front().reading, Decision::Rejected, {})
                    .failedWith(ReadingError::NoteMissing));
        VERIFY_OK(services::decideReading(as(Person::Supervisor), items->front().reading, Decision::Rejected,
                                          QStringLiteral("look again")));
        QVERIFY(services::decideReading(as(Person::Supervisor), items->front().reading, Decision::Accepted, {})
                    .failedWith(ReadingError::AlreadyReviewed));
        QCOMPARE(town().draft(town().book("01")).held.at(QStringLiteral("rejected-reading")), 1);
    }

    void whatChangedSinceThePreviewIsNotIssued() {
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, "110.00")}));
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(2, Commodity::Gas, "110.00")}));
        const auto run = town().draft(town().book("01"));
        VERIFY_OK(services::checkBills(as(Person::Checker), run.run));
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, "111.00")}));
        const auto issued = services::issueBills(as(Person::Drafter), run.run);
        VERIFY_OK(issued);
        QCOMPARE(issued->issued, 1);
        QCOMPARE(issued->refused, std::vector<QString>{town().accountNumber(1, Commodity::Gas)});
    }

    void nobodyDoesTwoStepsOfOneBook() {
        VERIFY_OK(services::ingest(as(Person::Reader), std::vector{town().report(1, Commodity::Gas, "110.00")}));
        const auto run = town().draft(town().book("01"));
        QVERIFY(services::issueBills(as(Person::Drafter), run.run).failedWith(services::BillingRunError::NotChecked));
        QVERIFY(services::checkBills(as(Person::Drafter), run.run).failedWith(services::BillingRunError::SamePerson));
        QVERIFY(services::draftBills(as(Person::Cashier), town().book("01"), run.month)
                    .failedWith(SecurityError::NotAllowed));
        QVERIFY(services::issueBills(as(Person::Supervisor), run.run).failedWith(SecurityError::NotAllowed));
    }

    void aPaymentIsTakenOnceWhateverTheNetworkDid() {
        town().readAndIssueAll("121.90");
        openShift();
        const auto request = payment(2, 16'436, 20'000);
        VERIFY_OK(services::takePayment(as(Person::Cashier), request));
        const auto again = services::takePayment(as(Person::Cashier), request);
        VERIFY_OK(again);
        QVERIFY(again->alreadyDone);
        QCOMPARE(again->change.toString(), QStringLiteral("35.64"));
        auto other = request;
        other.toPay = Money::ofMinor(100, Currency::cny());
        QVERIFY(services::takePayment(as(Person::Cashier), other).failedWith(LedgerError::KeyUsedForSomethingElse));
        auto somebodyElse = request;
        somebodyElse.accounts = {town().account(4, Commodity::Gas)};
        QVERIFY(
            services::takePayment(as(Person::Cashier), somebodyElse).failedWith(LedgerError::KeyUsedForSomethingElse));
        QCOMPARE(violations(), 0);
    }

    void whatIsPaidTooMuchPaysTheNextBill() {
        town().readAndIssueAll("121.90");
        openShift();
        VERIFY_OK(services::takePayment(as(Person::Cashier), payment(2, 17'436, 17'436)));
        const std::vector<AccountId> accounts{town().account(2, Commodity::Gas)};
        QCOMPARE(services::duesOf(as(Person::Cashier), accounts)->prepayment.toString(), QStringLiteral("10.00"));
        town().moveTo(*Date::of(2026, 12, 20));
        town().readAndIssueAll("131.90");
        // 10 m3 at 2.942 = 29.42, of which 10.00 was there.
        QCOMPARE(services::duesOf(as(Person::Cashier), accounts)->open.toString(), QStringLiteral("19.42"));
        QCOMPARE(services::duesOf(as(Person::Cashier), accounts)->prepayment.toString(), QStringLiteral("0.00"));
        QCOMPARE(violations(), 0);
    }

    void aReversalOpensTheBillAgainAndIsPossibleOnce() {
        town().readAndIssueAll("121.90");
        openShift();
        const auto request = payment(2, 16'436, 16'436);
        VERIFY_OK(services::takePayment(as(Person::Cashier), request));
        QVERIFY(services::reversePayment(as(Person::Cashier), {as(Person::Cashier).newKey(), request.key, {}})
                    .failedWith(LedgerError::ReasonMissing));
        const services::ReversalRequest reversal{as(Person::Cashier).newKey(), request.key,
                                                 QStringLiteral("wrong home")};
        VERIFY_OK(services::reversePayment(as(Person::Cashier), reversal));
        QVERIFY(services::reversePayment(as(Person::Cashier), reversal)->alreadyDone);
        QVERIFY(services::reversePayment(as(Person::Cashier),
                                         {as(Person::Cashier).newKey(), request.key, QStringLiteral("again")})
                    .failedWith(LedgerError::AlreadyReversed));
        const std::vector<AccountId> accounts = request.accounts;
        QCOMPARE(services::duesOf(as(Person::Cashier), accounts)->open.toString(), QStringLiteral("164.36"));
        QCOMPARE(violations(), 0);
    }

    void theDrawerIsCountedBlindAndClosedByTwo() {
        town().readAndIssueAll("121.90");
        const ShiftId shift = openShift();
        VERIFY_OK(services::takePayment(as(Person::Cashier), payment(2, 16'436, 16'436)));
        QVERIFY(services::closeShift(as(Person::Lead), shift, {}).failedWith(LedgerError::ShiftNotCounted));
        QVERIFY(services::closeDay(as(Person::Lead), town().today()).failedWith(LedgerError::OpenShifts));
        // 500.00 float and 164.36; five fen too much lie in it.
        VERIFY_OK(services::countDrawer(as(Person::Cashier), {{10'000, 6}, {5'000, 1}, {1, 1'441}}));
        QVERIFY(services::countDrawer(as(Person::Cashier), {{10'000, 6}}).failedWith(LedgerError::AlreadyCounted));
        QVERIFY(
            services::takePayment(as(Person::Cashier), payment(4, 100, 100)).failedWith(LedgerError::AlreadyCounted));
        QVERIFY(services::closeShift(as(Person::Lead), shift, {}).failedWith(LedgerError::ReasonMissing));
        const auto closing = services::closeShift(as(Person::Lead), shift, QStringLiteral("unknown"));
        VERIFY_OK(closing);
        QCOMPARE(closing->over.toString(), QStringLiteral("0.05"));
        QCOMPARE(closing->shortage.toString(), QStringLiteral("0.00"));
        VERIFY_OK(services::printShiftSheet(as(Person::Lead), shift));
        VERIFY_OK(services::closeDay(as(Person::Lead), town().today()));
        VERIFY_OK(services::printDayReport(as(Person::Lead), town().today()));
        QVERIFY(services::closeDay(as(Person::Lead), town().today()).failedWith(LedgerError::DayClosed));
        QVERIFY(!services::openShift(as(Person::Cashier), {Money::ofMinor(1, Currency::cny()), 2001, 2002}).ok());
        QCOMPARE(violations(), 0);
    }

    void paperNumbersEndWithThePapersReceived() {
        town().readAndIssueAll("121.90");
        openShift();
        for (int home = 2; home <= 10; home += 2)
            VERIFY_OK(services::takePayment(as(Person::Cashier), payment(home, 16'436, 16'436)));
        QVERIFY(services::takePayment(as(Person::Cashier), payment(12, 16'436, 16'436))
                    .failedWith(LedgerError::PaperNumbersUsedUp));
    }

    void aReprintHasTheSameContentAndIsCounted() {
        town().readAndIssueAll("121.90");
        const auto bills = services::billsOfAccount(as(Person::Cashier), town().account(1, Commodity::Gas));
        const auto first = services::printBill(as(Person::Cashier), bills->front());
        town().moveTo(*Date::of(2026, 11, 25));
        const auto second = services::printBill(as(Person::Cashier), bills->front());
        VERIFY_OK(second);
        QCOMPARE(first->copy, 1);
        QCOMPARE(second->copy, 2);
        QCOMPARE(papers::contentHash(first->paper), papers::contentHash(second->paper));
    }

    void customersAreFoundByWhatTheySay_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("found");
        QTest::newRow("name") << QStringLiteral("张伟") << 2;
        QTest::newRow("initials") << QStringLiteral("zw") << 2;
        QTest::newRow("account") << QStringLiteral("1010000007") << 1;
        QTest::newRow("phone") << QStringLiteral("13800000007") << 1;
        QTest::newRow("last digits of the phone") << QStringLiteral("0007") << 1;
        QTest::newRow("address and name") << QStringLiteral("和平路 张伟") << 2;
        QTest::newRow("meter") << QStringLiteral("GAS0007") << 1;
        QTest::newRow("nobody") << QStringLiteral("李四") << 0;
    }
    void customersAreFoundByWhatTheySay() {
        QFETCH(QString, typed);
        QFETCH(int, found);
        const auto accounts = services::findAccounts(as(Person::Cashier), typed, 50);
        VERIFY_OK(accounts);
        QCOMPARE(int(accounts->size()), found);
    }

    void verifyFindsAnAlteredBill() {
        town().readAndIssueAll("121.90");
        QCOMPARE(violations(), 0);
        const auto database = town().openDirectly();
        if (town().onSqlite()) {
            QVERIFY(!database->executeUnaudited("UPDATE bill SET total_minor = total_minor + 1").ok());
            VERIFY_OK(database->driver().script("DROP TRIGGER bill_no_update"));
            VERIFY_OK(database->executeUnaudited("UPDATE bill SET total_minor = total_minor + 1"));
        } else {
            VERIFY_OK(database->driver().script(
                "SET session_replication_role = replica; ALTER TABLE meterhall.bill DISABLE TRIGGER ALL; "
                "UPDATE meterhall.bill SET total_minor = total_minor + 1; "
                "ALTER TABLE meterhall.bill ENABLE TRIGGER ALL"));
        }
        QVERIFY(violations() > 0);
    }

    void aWrongPasswordIsRefusedAndLocksForAWhile() {
        if (!town().onSqlite())
            QSKIP("on PostgreSQL the server checks the password");
        const auto workplace = town().workplaceFor(Person::Checker);
        for (int i = 0; i < 5; ++i)
            QVERIFY(services::signIn(workplace, town().numberOf(Person::Checker), "wrong")
                        .failedWith(SecurityError::WrongPassword));
        const auto locked = services::signIn(workplace, town().numberOf(Person::Checker), tests::SmallTown::password());
        QVERIFY(locked.failedWith(SecurityError::LockedOut));
        QCOMPARE(locked.error().arguments(), QStringList{QStringLiteral("09:00:30")});
        town().moveTo(town().today().addDays(-1)); // a clock that was set back: the day is said too
        const auto before = services::signIn(workplace, town().numberOf(Person::Checker), tests::SmallTown::password());
        QCOMPARE(before.error().arguments(), QStringList{QStringLiteral("2026-11-20 09:00:30")});
    }
};
METERHALL_TEST_CASE(DayTest)

#include "day_test.moc"
