#include "core/services/customer_file.h"
#include "core/services/late_charges.h"
#include "core/services/open_bills.h"
#include "core/services/seat_desk.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"
#include "tests/ui/pages/page_test.h"
#include "ui/pages/counter/cash_helper.h"
#include "ui/pages/counter/counter_page.h"
#include "ui/pages/counter/doubt_bar.h"
#include "ui/pages/parts/why_card.h"
#include "ui/shell/error_bar.h"
#include "ui/shell/search_palette.h"
#include "ui/theme/theme.h"
#include "ui/widgets/ledger_table.h"
#include "ui/widgets/number_edit.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
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
    QLineEdit& field(const char* name) {
        for (QLineEdit* edit : at().window().page()->findChildren<QLineEdit*>()) {
            if (edit->accessibleName() == QLatin1String(name))
                return *edit;
        }
        qFatal("no field %s", name);
    }
    QLineEdit& slip() { return field("Number of the slip"); }
    void speakAnotherLanguageAndBack() {
        for (const char* language : {"en", "zh_CN", "en"}) { // the other tests are in English
            ui::Preferences wanted = at().window().preferences();
            wanted.language = QString::fromLatin1(language);
            at().window().use(wanted);
            at().settle();
        }
    }
    /// What the Counter says of the payment that was on its way when the program ended.
    QString doubt() {
        const auto* bar = at().window().page()->findChild<ui::DoubtBar*>();
        return bar->isShown() ? bar->findChildren<QLabel*>().last()->text() : QString();
    }
    ui::PaymentNote note() { return ui::PaymentNote(town().workplaceFor(Person::Cashier)); }

    /// One per mille a day for gas, in force.
    void chargeForBeingLate() {
        LateChargeRule rule;
        rule.sameYear = rule.laterYear = Rate::ofMicro(1'000);
        const auto entered =
            services::enterLateRule(town().session(Person::Drafter),
                                    {{Commodity::Gas, {}, {}}, *Date::of(2026, 1, 1), QStringLiteral("order 7"), rule});
        VERIFY_OK(entered);
        VERIFY_OK(services::activateLateRule(town().session(Person::Finance), *entered));
    }
    bool says(const QString& words) {
        const auto labels = at().window().page()->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->isVisible() && label->text() == words; });
    }

private Q_SLOTS:
    // 59.36 x 10 days x 0.001 = 0.59 of the gas bill; none of the water bill of 105.00.
    void whatIsLateIsAskedForWithTheBills() {
        town().readAndIssueAll("121.90");
        chargeForBeingLate();
        town().moveTo(*Date::of(2026, 12, 17));
        VERIFY_OK(services::openShift(town().session(Person::Cashier), {fen(50'000), 1001, 1010}));
        at().sitDown(Person::Cashier);
        call(2);
        QVERIFY(says(QStringLiteral("164.95")));
        QVERIFY(says(QStringLiteral("2 bills, with late charge 0.59")));
        at().press(Qt::Key_F4);
        at().press(Qt::Key_Down);
        at().press(Qt::Key_Space); // the water bill stays open
        at().settle();
        QVERIFY(says(QStringLiteral("59.95")));
        QVERIFY(says(QStringLiteral("1 bill, with late charge 0.59")));
        at().press(Qt::Key_F5);
        at().press(Qt::Key_Return);
        at().press(Qt::Key_Return);
        at().settle();
        QVERIFY(!errorShown());
        QCOMPARE(owed(2), fen(0)); // of the gas account
        QCOMPARE(violations(), 0);
    }

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

    void theNumberOfAReceiptFindsWhoPaid() {
        openForBusiness();
        call(1);
        at().press(Qt::Key_Return);
        at().press(Qt::Key_Return);
        at().settle();
        at().press(Qt::Key_F12);
        at().type(QStringLiteral("1001")); // the first paper of the shift
        at().settle();
        at().press(Qt::Key_Return);
        at().settle();
        const auto labels = at().window().page()->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(gasOf(1));
        }));
    }

    void anotherThemeColoursTheArithmeticAnew() {
        openForBusiness();
        call(1);
        const auto lines = at().page<CounterPage>().findChild<ui::WhyCard*>()->findChildren<QLabel*>();
        const auto coloured = [&] {
            return std::any_of(lines.begin(), lines.end(), [](const QLabel* line) {
                return line->text().contains(ui::tone(ui::Token::Text).name());
            });
        };
        QVERIFY(coloured());
        at().press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(coloured());
        at().press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
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

    void weChatTakesTwoKeysAfterTheNameAndTheScan() {
        openForBusiness();
        at().type(gasOf(1));
        at().forgetPresses();
        at().press(Qt::Key_Return); // open
        at().settle();
        at().press(Qt::Key_F6);
        QVERIFY(slip().hasFocus());
        QCOMPARE(amount().value().value(), fen(59'36));
        QCOMPARE(at().presses(), 2); // three letters of the name before, F12 after: six
        at().scan(QStringLiteral("4200001822202411213456789012"));
        QVERIFY(!errorShown());
        QCOMPARE(at().printed().size(), 1);
        QVERIFY(!slip().isVisible()); // the next customer begins with cash
        QCOMPARE(owed(1), fen(0));
        QCOMPARE(violations(), 0);
    }

    void whatATerminalTookIsNotTakenTwice() {
        openForBusiness();
        for (const int home : {1, 3}) {
            at().press(Qt::Key_F12);
            call(home);
            at().press(Qt::Key_F8);
            at().type(QStringLiteral("0012 3456 7890"));
            at().press(Qt::Key_Return);
            at().settle();
        }
        QVERIFY(errorShown());
        QVERIFY(slip().hasFocus());
        QCOMPARE(at().printed().size(), 1);
        QCOMPARE(owed(3), fen(59'36));
    }

    void withoutASlipNothingIsTaken() {
        openForBusiness();
        call(1);
        at().press(Qt::Key_F7);
        at().press(Qt::Key_Return);
        at().press(Qt::Key_Return);
        at().settle();
        QVERIFY(slip().hasFocus());
        QCOMPARE(at().printed().size(), 0);
        at().press(Qt::Key_F5); // he pays in cash after all
        QVERIFY(amount().hasFocus());
        at().press(Qt::Key_Return);
        at().settle();
        QCOMPARE(owed(1), fen(0));
    }

    void theCustomersPaymentCodeIsNotTakenForASlip() {
        openForBusiness();
        call(1);
        at().press(Qt::Key_F6);
        at().type(QStringLiteral("134567890123456789"));
        at().press(Qt::Key_Return);
        at().press(Qt::Key_Return);
        at().settle();
        QCOMPARE(at().printed().size(), 0);
        at().press(Qt::Key_Return, Qt::ControlModifier);
        at().settle();
        QCOMPARE(at().printed().size(), 1);
    }

    void aBillThatIsScannedAtTheWrongMomentIsASearch() {
        openForBusiness();
        call(1);
        at().press(Qt::Key_F6);
        at().scan(gasOf(3));
        QCOMPARE(at().printed().size(), 0);
        QVERIFY(amount().isEmpty());
        at().press(Qt::Key_Return);
        at().press(Qt::Key_Return);
        at().settle();
        QCOMPARE(owed(1), fen(59'36));
        QCOMPARE(owed(3), fen(0));
    }

    void anAccountNumberThatIsTypedIsNotTakenForASlip() {
        openForBusiness();
        call(1);
        at().press(Qt::Key_F6);
        at().type(gasOf(3));
        at().press(Qt::Key_Return);
        at().settle();
        QVERIFY(errorShown());
        QCOMPARE(owed(1), fen(59'36));
    }

    void aScannedBillOpensItsAccount() {
        openForBusiness();
        at().scan(gasOf(1));
        at().press(Qt::Key_Return);
        at().settle();
        QVERIFY(amount().hasFocus());
    }

    void aPaymentThatWasTakenBeforeThePowerWentIsToldAndPrinted() {
        town().readAndIssueAll("121.90");
        services::Session& session = town().session(Person::Cashier);
        VERIFY_OK(services::openShift(session, {fen(50'000), 1001, 1010}));
        const std::int64_t key = session.newKey();
        VERIFY_OK(services::takePayment(session, {key, {town().account(1, Commodity::Gas)}, fen(59'36), fen(59'36)}));
        note().write({key, town().account(1, Commodity::Gas), fen(59'36)});
        at().sitDown(Person::Cashier);
        QVERIFY2(doubt().contains(QStringLiteral("receipt 1001. Its receipt was not printed")), qPrintable(doubt()));
        at().window().page()->findChild<ui::DoubtBar*>()->findChild<QPushButton*>()->click();
        at().settle();
        QCOMPARE(at().printed().size(), 1);
        QVERIFY(doubt().isEmpty());
        QVERIFY(!note().read());
    }

    void aPaymentThatWasNotTakenIsTold() {
        town().readAndIssueAll("121.90");
        services::Session& session = town().session(Person::Cashier);
        VERIFY_OK(services::openShift(session, {fen(50'000), 1001, 1010}));
        note().write({session.newKey(), town().account(1, Commodity::Gas), fen(59'36)});
        at().sitDown(Person::Cashier);
        QVERIFY2(doubt().contains(QStringLiteral("nothing is booked")), qPrintable(doubt()));
        at().window().page()->findChild<ui::DoubtBar*>()->findChild<QPushButton*>()->click();
        at().settle();
        at().press(Qt::Key_Return);
        at().press(Qt::Key_Return);
        at().settle();
        QVERIFY(!note().read());
        QCOMPARE(owed(1), fen(0));
    }

    void aTornNoteIsNone() {
        QFile file(town().workplaceFor(Person::Cashier).witnessFolder +
                   QStringLiteral("/seat-%1.payment").arg(town().workplaceFor(Person::Cashier).seat));
        for (const char* content : {"", "12 ", "x y z w", "1 2 3 XXXX", "0 1 5936 CNY"}) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
            file.close();
            QVERIFY(!note().read());
        }
        note().write({5, AccountId::fromRaw(7), fen(59'36)});
        QCOMPARE(note().read()->amount, fen(59'36));
    }

    void onlyTheTickedBillIsPaid() {
        openForBusiness();
        call(2);
        at().press(Qt::Key_F4);
        at().press(Qt::Key_Space); // not the gas, the first line
        at().press(Qt::Key_F5);
        at().press(Qt::Key_Return);
        QCOMPARE(amount().value().value(), fen(105'00));
        at().press(Qt::Key_Return);
        at().settle();
        at().standUp();
        const auto open =
            services::openBills(town().session(Person::Cashier),
                                std::vector{town().account(2, Commodity::Gas), town().account(2, Commodity::Water)});
        QCOMPARE(open->bills.size(), std::size_t(1));
        QVERIFY(open->bills.front().bill.commodity == Commodity::Gas);
    }

    void whoIsSetAsideComesBackWithWhatWasTyped() {
        openForBusiness();
        call(2);
        at().press(Qt::Key_F4);
        at().press(Qt::Key_Space);
        at().press(Qt::Key_F5);
        at().type(QStringLiteral("200"));
        at().press(Qt::Key_F9); // he looks for his purse
        QVERIFY(at().window().search().hasFocus());
        call(1);
        at().press(Qt::Key_Return);
        at().press(Qt::Key_Return);
        at().settle();
        at().press(Qt::Key_F12);
        at().press(Qt::Key_F9);
        at().settle();
        QCOMPARE(amount().value().value(), fen(200'00));
        at().press(Qt::Key_Return);
        at().settle();
        QVERIFY(!errorShown());
        QCOMPARE(owed(1), fen(0));
        at().standUp();
        const auto open =
            services::openBills(town().session(Person::Cashier),
                                std::vector{town().account(2, Commodity::Gas), town().account(2, Commodity::Water)});
        QCOMPARE(open->open.toString(), QStringLiteral("59.36")); // the water was paid, and the rest given back
        QCOMPARE(open->prepayment.toString(), QStringLiteral("0.00"));
    }

    void anotherLanguageAndTheLockLeaveTheCustomersAsTheyAre() {
        openForBusiness();
        call(1);
        at().type(QStringLiteral("100"));
        at().press(Qt::Key_F9); // set aside with a hundred
        call(2);
        at().press(Qt::Key_F4);
        at().press(Qt::Key_Space);
        at().press(Qt::Key_F5);
        at().type(QStringLiteral("200"));
        speakAnotherLanguageAndBack();
        QCOMPARE(amount().value().value(), fen(200'00));
        QVERIFY(amount().hasFocus());
        at().window().lock();
        at().type(QString::fromUtf8(tests::SmallTown::password()));
        at().press(Qt::Key_Return);
        at().settle();
        QVERIFY(!at().window().isLocked() && amount().hasFocus());
        at().press(Qt::Key_Return);
        at().settle();
        QVERIFY(!errorShown());
        at().press(Qt::Key_F12);
        at().press(Qt::Key_F9);
        at().settle();
        QCOMPARE(amount().value().value(), fen(100'00));
        at().press(Qt::Key_Return);
        at().settle();
        QCOMPARE(owed(1), fen(0));
        QCOMPARE(owed(2), fen(59'36)); // only the water was ticked
        QCOMPARE(violations(), 0);
    }

    void whoLeavesTheSeatLeavesNobodyBehind() {
        openForBusiness();
        call(1);
        at().press(Qt::Key_F9);
        QCOMPARE(at().desk().workAtHand().setAside().size(), std::size_t(1));
        at().desk().signOut();
        at().settle();
        QVERIFY(at().desk().workAtHand().setAside().empty() && at().desk().workAtHand().recent().empty());
    }

    void aTransferAndAChequeWantNumberBankAndDay() {
        openForBusiness();
        call(1);
        at().press(Qt::Key_F10);
        QVERIFY(field("Number of the bank's advice").hasFocus());
        QCOMPARE(amount().value().value(), fen(59'36));
        at().type(QStringLiteral("2026112100017"));
        at().press(Qt::Key_Return);
        QVERIFY(field("Bank").hasFocus());
        at().type(QStringLiteral("ICBC"));
        at().press(Qt::Key_Return);
        at().settle();
        QCOMPARE(at().printed().size(), 1);
        at().press(Qt::Key_F12);
        call(3);
        at().press(Qt::Key_F10);
        at().press(Qt::Key_F10); // once more: a cheque
        at().type(QStringLiteral("1040 0000 1234 5678"));
        at().press(Qt::Key_Return);
        at().type(QStringLiteral("ICBC"));
        field("Date on it").setText(QStringLiteral("no day"));
        at().press(Qt::Key_Return);
        QVERIFY(field("Date on it").hasFocus());
        at().settle(); // all of it is selected
        at().type(town().today().toString());
        at().press(Qt::Key_Return);
        at().settle();
        QVERIFY(!errorShown());
        QCOMPARE(at().printed().size(), 2);
        at().standUp();
        const auto tender = services::seatDesk(town().session(Person::Cashier))->last->receipt.tender;
        QVERIFY(tender.method == PaymentMethod::Cheque && tender.valueDate == town().today());
        QCOMPARE(tender.bank, QStringLiteral("ICBC"));
        QCOMPARE(owed(3), fen(0));
        QCOMPARE(violations(), 0);
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
