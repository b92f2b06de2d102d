#include "core/registry/registry.h"
#include "core/services/counter.h"
#include "core/services/open_bills.h"
#include "core/services/seat_desk.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QTest>

using namespace meterhall;
using meterhall::tests::SmallTown;
using services::CountBlock;
using services::UndoBlock;

/// What a Counter shows of its bills and of itself.
class SeatDeskTest : public tests::SmallTownTest {
    Q_OBJECT

    static Money fen(std::int64_t minor) { return Money::ofMinor(minor, Currency::cny()); }
    std::vector<AccountId> home(int number) {
        return {town().account(number, Commodity::Gas), town().account(number, Commodity::Water)};
    }
    void openShift() { VERIFY_OK(services::openShift(as(Person::Cashier), {fen(50'000), 1001, 1010})); }
    /// 164.36 for gas and water of a home with 121.90 on both dials.
    std::int64_t payHome(int number) {
        const std::int64_t key = as(Person::Cashier).newKey();
        const auto paid = services::takePayment(as(Person::Cashier), {key, home(number), fen(16'436), fen(20'000)});
        return paid.ok() ? key : 0;
    }
    services::LastPayment last() { return *services::seatDesk(as(Person::Cashier))->last; }

private Q_SLOTS:
    void openBillsOfSeveralAccountsStandInTheOrderTheyArePaid() {
        town().readAndIssueAll("121.90");
        town().moveTo(*Date::of(2026, 12, 20));
        town().readAndIssueAll("131.90");
        const auto open = services::openBills(as(Person::Cashier), home(2));
        VERIFY_OK(open);
        QStringList rows;
        for (const services::OpenBillItem& item : open->bills)
            rows += QStringLiteral("%1 %2 %3-%4 %5 %6 %7")
                        .arg(item.bill.month.toString(), commodityCode(item.bill.commodity),
                             item.bill.dials.front().previous.toString(), item.bill.dials.front().current.toString(),
                             item.bill.use.toString(), item.bill.open.toString())
                        .arg(item.bill.daysOverdue);
        // Water: 10 x 5.00. November was due on the seventh of December.
        QCOMPARE(rows, (QStringList{"2026-11 gas 100-121 21 59.36 13", "2026-11 water 100-121 21 105.00 13",
                                    "2026-12 gas 121-131 10 29.42 0", "2026-12 water 121-131 10 50.00 0"}));
        QCOMPARE(open->bills.front().accountNumber, town().accountNumber(2, Commodity::Gas));
        QCOMPARE(open->open, fen(24'378));
        QCOMPARE(open->overdue, fen(16'436));
        QCOMPARE(open->prepayment, fen(0));
        openShift();
        QVERIFY(services::takePayment(as(Person::Cashier),
                                      {as(Person::Cashier).newKey(), home(2), fen(25'000), fen(25'000)})
                    .ok());
        const auto after = services::openBills(as(Person::Cashier), home(2));
        QVERIFY(after->bills.empty());
        QCOMPARE(after->prepayment, fen(622));
    }

    void aBillIsExplainedInOneLine() {
        town().readAndIssueAll("121.90");
        town().moveTo(*Date::of(2026, 12, 20));
        town().readAndIssueAll("131.90");
        const auto open = services::openBills(as(Person::Cashier), home(2));
        QStringList terms;
        const auto lineOf = [&](int row) {
            const auto told = services::billArithmetic(as(Person::Cashier), open->bills[std::size_t(row)].bill.bill);
            terms.clear();
            for (const services::ChargeTerm& term : told->terms)
                terms += QStringLiteral("%1 %2: %3 x %4 = %5")
                             .arg(term.code)
                             .arg(term.tier)
                             .arg(term.quantity.toString(), term.price.toString(), term.amount.toString());
            return *told;
        };
        const auto gas = lineOf(0);
        QCOMPARE(terms, (QStringList{"gas 1: 10 x 2.7 = 27.00", "gas 2: 11 x 2.942 = 32.36"}));
        QCOMPARE(gas.bill.total, fen(5'936));
        QCOMPARE(gas.terms.front().label, QStringLiteral("燃气费"));
        QCOMPARE(gas.priceOrder, QStringLiteral("2026-1"));
        QVERIFY(!gas.before);
        const auto water = lineOf(1);
        QCOMPARE(terms, (QStringList{"water 1: 21 x 2.07 = 43.47", "resource 1: 21 x 1.57 = 32.97",
                                     "sewage 1: 21 x 1.36 = 28.56"}));
        QCOMPARE(water.terms.back().payee, Payee::FeeOnBehalf);
        const auto december = lineOf(2);
        QCOMPARE(december.before->bill, gas.bill.bill);
        QCOMPARE(december.before->use.toString(), QStringLiteral("21"));
        QCOMPARE(december.before->total, fen(5'936));
        QVERIFY(services::billArithmetic(as(Person::Cashier), BillId::fromRaw(5)).failedWith(LedgerError::UnknownBill));
    }

    void theDeskKnowsItsShiftItsTakingsAndItsPapers() {
        QVERIFY(!services::seatDesk(as(Person::Cashier))->shift);
        town().readAndIssueAll("121.90");
        openShift();
        const Instant opened = as(Person::Cashier).now();
        auto shift = *services::seatDesk(as(Person::Cashier))->shift;
        QVERIFY(shift.isMine);
        QVERIFY(!shift.countedAt);
        QCOMPARE(shift.since, opened);
        QCOMPARE(shift.received, fen(0));
        QCOMPARE(*shift.nextPaper, std::int64_t(1001));
        QCOMPARE(shift.papersLeft, std::int64_t(10));
        QVERIFY(!services::seatDesk(as(Person::Cashier))->last);
        QVERIFY(payHome(2) != 0);
        const std::int64_t second = payHome(4);
        VERIFY_OK(services::reversePayment(as(Person::Cashier),
                                           {as(Person::Cashier).newKey(), second, QStringLiteral("wrong home")}));
        shift = *services::seatDesk(as(Person::Cashier))->shift;
        QCOMPARE(shift.payments, 4);
        QCOMPARE(shift.reversals, 2);
        QCOMPARE(shift.received, fen(16'436));
        QCOMPARE(*shift.nextPaper, std::int64_t(1007));
        QCOMPARE(shift.papersLeft, std::int64_t(4));
        QVERIFY(payHome(4) != 0);
        QVERIFY(payHome(6) != 0);
        shift = *services::seatDesk(as(Person::Cashier))->shift;
        QVERIFY(!shift.nextPaper);
        QCOMPARE(shift.papersLeft, std::int64_t(0));
    }

    void theLastPaymentCanBeUndoneForFiveMinutesByWhoeverTookIt() {
        town().readAndIssueAll("121.90");
        openShift();
        const std::int64_t visit = payHome(2);
        auto payment = last();
        QVERIFY(payment.canUndo());
        QCOMPARE(payment.receipt.receipt.payment, visit);
        QCOMPARE(payment.receipt.holder, QStringLiteral("张伟"));
        QCOMPARE(payment.receipt.visitAmount, fen(16'436));
        QCOMPARE(payment.receipt.visit.size(), std::size_t(2));
        QCOMPARE(payment.receipt.receipt.paperNumber, std::int64_t(1001));
        QCOMPARE(payment.receipt.receipt.change, fen(3'564));
        town().moveTo(town().today(), Duration::hours(9) + Duration::minutes(5));
        QVERIFY(last().canUndo());
        town().moveTo(town().today(), Duration::hours(9) + Duration::minutes(5) + Duration::seconds(1));
        QCOMPARE(*last().undoBlock, UndoBlock::TooLate);
        QVERIFY(services::seatDesk(as(Person::Cashier), Duration::minutes(10))->last->canUndo());
        VERIFY_OK(services::reversePayment(as(Person::Cashier),
                                           {as(Person::Cashier).newKey(), visit, QStringLiteral("wrong home")}));
        QCOMPARE(*last().undoBlock, UndoBlock::IsReversal);
    }

    void somebodyElseAtTheSeatUndoesNothing() {
        town().readAndIssueAll("121.90");
        openShift();
        QVERIFY(payHome(2) != 0);
        auto lead = services::signInToRead(town().workplaceFor(Person::Cashier), town().numberOf(Person::Lead),
                                           SmallTown::password());
        VERIFY_OK(lead);
        const auto desk = services::seatDesk(*lead);
        VERIFY_OK(desk);
        QVERIFY(!desk->shift->isMine);
        QCOMPARE(*desk->last->undoBlock, UndoBlock::SomebodyElses);
    }

    void afterTheCountThereIsNothingToUndo() {
        town().readAndIssueAll("121.90");
        openShift();
        QVERIFY(payHome(2) != 0);
        VERIFY_OK(services::countDrawer(as(Person::Cashier), {{10'000, 6}, {5'000, 1}, {1, 1'436}}));
        const auto desk = services::seatDesk(as(Person::Cashier));
        QVERIFY(desk->shift->countedAt);
        QCOMPARE(*desk->last->undoBlock, UndoBlock::ShiftOver);
        VERIFY_OK(services::closeShift(as(Person::Lead), desk->shift->shift, {}));
        const auto closed = services::seatDesk(as(Person::Cashier));
        QVERIFY(!closed->shift);
        QCOMPARE(*closed->last->undoBlock, UndoBlock::ShiftOver);
    }

    void aReceiptIsFoundByTheNumberOnItsPaper() {
        town().readAndIssueAll("121.90");
        openShift();
        const std::int64_t visit = payHome(2);
        const auto found = services::receiptNumbered(as(Person::Cashier), 1002);
        VERIFY_OK(found);
        QCOMPARE((*found)->receipt.payment, visit);
        QCOMPARE((*found)->holder, QStringLiteral("张伟"));
        QCOMPARE((*found)->cashierNumber, town().numberOf(Person::Cashier));
        QCOMPARE((*found)->visit.front().paperNumber, std::int64_t(1001));
        QVERIFY(!(*found)->reversed);
        VERIFY_OK(services::reversePayment(as(Person::Cashier),
                                           {as(Person::Cashier).newKey(), visit, QStringLiteral("wrong home")}));
        QVERIFY((*services::receiptNumbered(as(Person::Lead), 1002))->reversed);
        QVERIFY((*services::receiptNumbered(as(Person::Lead), 1003))->reversal);
        QVERIFY(!services::receiptNumbered(as(Person::Cashier), 1005)->has_value());
    }

    void aBlindCountIsToldWhatToCountAndNoSum() {
        auto count = services::blindCount(as(Person::Cashier));
        VERIFY_OK(count);
        QCOMPARE(*count->block, CountBlock::NoShift);
        openShift();
        count = services::blindCount(as(Person::Cashier));
        QVERIFY(!count->block);
        QVERIFY(count->shift);
        const std::vector<std::int64_t> pieces{10'000, 5'000, 2'000, 1'000, 500, 100, 50, 10};
        QCOMPARE(count->pieces, pieces);
        QCOMPARE(*count->papersFrom, std::int64_t(1001));
        QCOMPARE(count->papersTo, std::int64_t(1010));
        VERIFY_OK(services::countDrawer(as(Person::Cashier), {{10'000, 5}}));
        QCOMPARE(*services::blindCount(as(Person::Cashier))->block, CountBlock::AlreadyCounted);
    }

    void otherDutiesAreRefused() {
        const std::vector<AccountId> accounts = home(2);
        auto& engineer = as(Person::Engineer);
        QVERIFY(services::openBills(engineer, accounts).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::billArithmetic(engineer, BillId::fromRaw(5)).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::seatDesk(engineer).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::receiptNumbered(engineer, 1001).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::blindCount(as(Person::Lead)).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::openBills(as(Person::Cashier), std::vector{AccountId::fromRaw(7)})
                    .failedWith(RegistryError::UnknownAccount));
    }
};
METERHALL_TEST_CASE(SeatDeskTest)

#include "seat_desk_test.moc"
