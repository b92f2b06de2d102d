#include "core/services/customer_file.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"
#include "tests/ui/pages/page_test.h"
#include "ui/pages/counter/cash_helper.h"
#include "ui/pages/counter/counter_page.h"
#include "ui/shell/error_bar.h"
#include "ui/shell/search_palette.h"
#include "ui/widgets/ledger_table.h"
#include "ui/widgets/number_edit.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace meterhall;
using ui::CounterPage;

/// Home 2 has gas 59.36 and water 105.00 open: 164.36 when both dials stand at 121.90 (tests/core/services).
class CounterPageTest : public tests::PageTest {
    Q_OBJECT

    static Money fen(std::int64_t minor) { return Money::ofMinor(minor, Currency::cny()); }
    void openForBusiness(std::function<void()> beforeWork = {}) {
        town().readAndIssueAll("121.90");
        VERIFY_OK(services::openShift(town().session(Person::Cashier), {fen(50'000), 1001, 1010}));
        at().sitDown(Person::Cashier, std::move(beforeWork));
    }
    QString gasOf(int home) const { return town().accountNumber(home, Commodity::Gas); }
    /// Types the number into the search and opens it.
    void call(int home) {
        at().type(gasOf(home));
        at().press(Qt::Key_Return);
        at().settle();
    }
    ui::MoneyEdit& amount() { return *at().window().page()->findChild<ui::MoneyEdit*>(); }
    Money owed(int home) {
        at().standUp();
        const auto head = services::customerHead(town().session(Person::Cashier), town().account(home, Commodity::Gas));
        return head->money.owed;
    }
    bool errorShown() { return at().window().page()->findChild<ui::ErrorBar*>()->isShown(); }

private Q_SLOTS:
    void exactCashTakesThreeEnterAfterTheName() {
        openForBusiness();
        at().type(gasOf(1));
        at().forgetPresses();
        at().press(Qt::Key_Return); // open
        at().settle();
        QVERIFY(amount().hasFocus());
        at().press(Qt::Key_Return); // the exact amount
        QCOMPARE(amount().value().value(), fen(59'36));
        at().press(Qt::Key_Return); // post
        at().settle();
        at().press(Qt::Key_F12);
        QCOMPARE(at().presses(), 4); // and three letters of the name: seven
        QVERIFY(at().window().search().hasFocus());
        QCOMPARE(at().printed().size(), 1);
        QCOMPARE(owed(1), fen(0));
        QCOMPARE(violations(), 0);
    }

    void bothAccountsOfACustomerArePaidAtOnceAndChangeIsGiven() {
        openForBusiness();
        call(2);
        at().type(QStringLiteral("200"));
        at().press(Qt::Key_Return);
        at().settle();
        QVERIFY(!errorShown());
        QVERIFY(at().page<CounterPage>().context().contains(QStringLiteral("164.4")));
        at().standUp();
        const auto head = services::customerHead(town().session(Person::Cashier), town().account(2, Commodity::Gas));
        QCOMPARE(head->money.owed, fen(0));
        QCOMPARE(head->money.prepayment, fen(4)); // 200.00 - 164.36 = 35.64; no coin gives back four fen
        QCOMPARE(violations(), 0);
    }

    void tabOnTheAmountTakesAnotherMixOnlyWhileThereIsChange() {
        openForBusiness();
        call(1);
        at().type(QStringLiteral("100"));
        const auto* helper = at().window().page()->findChild<ui::CashHelper*>();
        const QString first = helper->accessibleName();
        at().press(Qt::Key_Tab);
        QVERIFY(amount().hasFocus());
        QVERIFY(helper->accessibleName() != first);
        at().press(Qt::Key_Return);
        at().settle();
        QCOMPARE(owed(1), fen(0));
        at().sitDown(Person::Cashier);
        call(3);
        at().press(Qt::Key_Tab);
        QVERIFY(!amount().hasFocus());
    }

    void enterIsDeadAfterAPaymentUntilAnotherKey() {
        openForBusiness();
        call(1);
        at().press(Qt::Key_Return);
        at().press(Qt::Key_Return);
        at().settle();
        for (int impatient = 0; impatient < 5; ++impatient)
            at().press(Qt::Key_Return);
        at().settle();
        QCOMPARE(at().printed().size(), 1);
        QVERIFY(amount().isEmpty());
        QCOMPARE(violations(), 0);
    }

    void twoEntersWhileThePaymentIsOnItsWayPostOnce() {
        openForBusiness([] { QThread::msleep(60); });
        call(1);
        at().press(Qt::Key_Return);
        at().press(Qt::Key_Return);
        QVERIFY(at().page<CounterPage>().isPosting());
        at().press(Qt::Key_Return);
        at().press(Qt::Key_F12); // does not clear a desk with a payment on its way
        at().press(Qt::Key_Return);
        at().settle();
        QCOMPARE(at().printed().size(), 1);
        QCOMPARE(violations(), 0);
    }

    void lessThanDueIsAskedOnceMore() {
        openForBusiness();
        call(1);
        at().type(QStringLiteral("20"));
        at().press(Qt::Key_Return);
        at().settle();
        QCOMPARE(at().printed().size(), 0);
        at().press(Qt::Key_Return);
        at().settle();
        QCOMPARE(at().printed().size(), 1);
        QCOMPARE(owed(1), fen(39'36));
    }

    void tenTimesTheDueNeedsCtrlEnter() {
        openForBusiness();
        call(1);
        at().type(QStringLiteral("6000"));
        at().press(Qt::Key_Return);
        at().press(Qt::Key_Return);
        at().settle();
        QCOMPARE(at().printed().size(), 0);
        at().press(Qt::Key_Return, Qt::ControlModifier);
        at().settle();
        QCOMPARE(at().printed().size(), 1);
        QCOMPARE(owed(1), fen(0));
    }

    void theLastReceiptIsUndoneWithTwoKeys() {
        openForBusiness();
        call(1);
        at().press(Qt::Key_Return);
        at().press(Qt::Key_Return);
        at().settle();
        at().forgetPresses();
        at().press(Qt::Key_Z, Qt::ControlModifier);
        at().press(Qt::Key_Return);
        at().settle();
        QCOMPARE(at().presses(), 2);
        QVERIFY(!errorShown());
        QCOMPARE(at().printed().size(), 2); // the reversal has a paper of its own
        QCOMPARE(owed(1), fen(59'36));
        QCOMPARE(violations(), 0);
    }

    void escapeLeavesTheReceiptAsItIs() {
        openForBusiness();
        call(1);
        at().press(Qt::Key_Return);
        at().press(Qt::Key_Return);
        at().settle();
        at().press(Qt::Key_Z, Qt::ControlModifier);
        at().press(Qt::Key_Escape);
        at().press(Qt::Key_Return);
        at().settle();
        QCOMPARE(owed(1), fen(0));
    }

    // The order of keys never depends on timing.
    void whatIsTypedBeforeTheBillsAreThereCounts() {
        openForBusiness([] { QThread::msleep(80); });
        at().type(gasOf(1));
        at().press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(amount().hasFocus(), 5000);
        at().type(QStringLiteral("100"));
        at().settle();
        QCOMPARE(amount().value().value(), fen(100'00));
        at().press(Qt::Key_Return);
        at().settle();
        QCOMPARE(owed(1), fen(0));
    }

    void anEnterBeforeTheBillsAreThereFillsTheExactAmountAndPostsNothing() {
        openForBusiness([] { QThread::msleep(80); });
        at().type(gasOf(1));
        at().press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(amount().hasFocus(), 5000);
        at().press(Qt::Key_Return);
        at().press(Qt::Key_Return);
        at().settle();
        QCOMPARE(amount().value().value(), fen(59'36));
        QCOMPARE(at().printed().size(), 0);
    }

    void keysForTheNextCustomerPayNothingOfTheOneBefore() {
        openForBusiness();
        call(1);
        at().press(Qt::Key_Return); // 59.36 stands in the field
        at().press(Qt::Key_F2);
        at().type(gasOf(3));
        at().press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(amount().hasFocus(), 5000);
        QVERIFY(amount().isEmpty());
        at().settle();
        QCOMPARE(at().printed().size(), 0);
        at().press(Qt::Key_Return);
        at().press(Qt::Key_Return);
        at().settle();
        QCOMPARE(owed(1), fen(59'36));
        QCOMPARE(owed(3), fen(0));
    }

    void withoutAShiftNothingIsTaken() {
        town().readAndIssueAll("121.90");
        at().sitDown(Person::Cashier);
        call(1);
        at().press(Qt::Key_Return);
        at().press(Qt::Key_Return);
        at().settle();
        QCOMPARE(at().printed().size(), 0);
        QCOMPARE(owed(1), fen(59'36));
    }

    void aDatabaseTwoSecondsLateLeavesTheWindowAlive() {
        town().readAndIssueAll("121.90");
        VERIFY_OK(services::openShift(town().session(Person::Cashier), {fen(50'000), 1001, 1010}));
        auto slow = std::make_shared<std::atomic_int>(0);
        at().sitDown(Person::Cashier, [slow] { QThread::msleep(unsigned(slow->load())); });
        slow->store(2000);
        at().type(gasOf(1));
        at().press(Qt::Key_Return); // before there is an answer
        QElapsedTimer typing;
        typing.start();
        at().press(Qt::Key_K, Qt::ControlModifier);
        QCoreApplication::processEvents();
        QVERIFY2(typing.elapsed() < 1000, "a key had to wait for the database");
        slow->store(0);
        at().settle();
    }
};

METERHALL_TEST_CASE(CounterPageTest)

#include "counter_page_test.moc"
