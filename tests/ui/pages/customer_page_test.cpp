#include "core/services/billing_run.h"
#include "core/services/ingest.h"
#include "core/services/late_charges.h"
#include "core/services/papers.h"
#include "core/storage/database.h"
#include "core/storage/registry_store.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"
#include "tests/ui/pages/page_test.h"
#include "ui/pages/customer/customer_page.h"
#include "ui/pages/customer/figures_row.h"
#include "ui/pages/customer/identity_card.h"
#include "ui/pages/customer/use_card.h"
#include "ui/shell/error_bar.h"
#include "ui/shell/key_strip.h"
#include "ui/shell/paper_preview.h"
#include "ui/shell/search_palette.h"
#include "ui/widgets/ledger_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>
#include <QThread>
#include <QTimer>

using namespace meterhall;
using ui::CustomerPage;

/// One account's screen, driven with keys. The figures are those of tests/core/services/customer_file_test.cpp, worked
/// out by hand: 21 m3 to 20 November (59.36), 10 m3 to 20 December (29.42).
class CustomerPageTest : public tests::PageTest {
    Q_OBJECT

    static Money fen(std::int64_t minor) { return Money::ofMinor(minor, Currency::cny()); }
    void twoMonths() {
        town().readAndIssueAll("121.90");
        town().moveTo(*Date::of(2026, 12, 20));
        town().readAndIssueAll("131.90");
    }
    /// Goes to the page and opens the gas account of a home there.
    void openFile(int home) {
        at().press(Qt::Key_K, Qt::ControlModifier);
        at().type(QStringLiteral(">cust"));
        at().press(Qt::Key_Return);
        call(town().accountNumber(home, Commodity::Gas));
    }
    void call(const QString& number) {
        at().press(Qt::Key_K, Qt::ControlModifier);
        at().type(number);
        at().settle();
        at().press(Qt::Key_Return);
        at().settle();
    }
    AccountId idOf(int home, Commodity commodity) {
        const auto database = town().openDirectly();
        return AccountId::fromRaw(
            *database->number("SELECT id FROM account WHERE number = ?", {town().accountNumber(home, commodity)}));
    }
    CustomerPage& page() { return at().page<CustomerPage>(); }
    QString label(const char* name) { return page().findChild<QLabel*>(QString::fromLatin1(name))->text(); }
    ui::LedgerTable* focusedTable() {
        QWidget* focused = QApplication::focusWidget();
        return focused ? qobject_cast<ui::LedgerTable*>(focused->parentWidget()) : nullptr;
    }
    QString cell(int row, int column) { return focusedTable()->model().index(row, column).data().toString(); }
    QString shownWords() {
        QStringList words;
        for (const QLabel* one : page().findChildren<QLabel*>()) {
            if (one->isVisible())
                words << one->text();
        }
        return words.join(u'\n');
    }
    bool isOffered(const char* words) {
        for (const QCheckBox* box : page().findChildren<QCheckBox*>()) {
            if (box->text() == QLatin1String(words))
                return box->isVisible();
        }
        return false;
    }
    QString meterNumber(int home) {
        const auto database = town().openDirectly();
        return (*storage::RegistryStore(*database).meter(town().meter(home, Commodity::Gas)))->number;
    }
    void choose(const char* words) {
        for (QCheckBox* box : page().findChildren<QCheckBox*>())
            if (box->text() == QLatin1String(words))
                box->setChecked(true);
    }
    /// Home 2 was to pay 59.36 by 7 December; waivers above 0.20 wait for a second person.
    void tenDaysLate() {
        town().readAndIssueAll("121.90");
        LateChargeRule rule; // 1 per mille a day
        rule.secondPersonAbove = fen(20);
        const auto entered =
            services::enterLateRule(town().session(Person::Drafter),
                                    {{Commodity::Gas, {}, {}}, *Date::of(2026, 1, 1), QStringLiteral("order 7"), rule});
        VERIFY_OK(entered);
        VERIFY_OK(services::activateLateRule(town().session(Person::Finance), *entered));
        town().moveTo(*Date::of(2026, 12, 17));
    }
    void openLatePanel() {
        at().press(Qt::Key_F4);
        at().settle();
    }
    void post() {
        at().press(Qt::Key_Return, Qt::ControlModifier);
        at().settle();
    }
    void put(const char* name, const char* words) {
        for (QLineEdit* field : page().findChildren<QLineEdit*>())
            if (field->isVisible() && field->accessibleName() == QLatin1String(name)) {
                field->setFocus();
                field->selectAll();
                at().type(QString::fromLatin1(words));
            }
    }
    void chooseIn(const char* words) {
        for (QComboBox* combo : page().findChildren<QComboBox*>())
            if (const int found = combo->findText(QLatin1String(words)); combo->isVisible() && found >= 0)
                combo->setCurrentIndex(found);
    }
    std::int64_t count(const char* query) { return *town().openDirectly()->number(query, {}); }
    std::int64_t looks() { return count("SELECT count(*) FROM audit_entry WHERE action = 'show-personal-data'"); }

private Q_SLOTS:
    void theAccountPassesToAnotherCustomerAndIsFoundByTheFormerOne() {
        town().readAndIssueAll("121.90");
        at().sitDown(Person::MeterKeeper);
        openFile(1);
        at().press(Qt::Key_F9);
        QVERIFY(shownWords().contains(QStringLiteral("Transfer to another customer")));
        at().press(Qt::Key_Return, Qt::ControlModifier); // to whom?
        QVERIFY(shownWords().contains(QStringLiteral("Give the new holder's name or customer number.")));
        at().type(QStringLiteral("Li Lei"));
        at().press(Qt::Key_Return, Qt::ControlModifier); // by which document?
        QVERIFY(shownWords().contains(QStringLiteral("Name the document")));
        at().type(QStringLiteral("application 17"));
        at().press(Qt::Key_Return, Qt::ControlModifier);
        at().settle();
        QVERIFY(shownWords().contains(QStringLiteral("The holder still owes 59.36.")));
        choose("What is open goes along");
        at().press(Qt::Key_Return, Qt::ControlModifier);
        at().settle();
        QCOMPARE(label("former"), QStringLiteral("王秀英 until 2026-11-20"));
        QVERIFY(shownWords().contains(QStringLiteral("Li Lei")));
        at().press(Qt::Key_6, Qt::ControlModifier);
        QStringList lines;
        for (int row = 0; row < focusedTable()->model().rowCount(); ++row)
            lines << cell(row, 1);
        QVERIFY2(!lines.filter(QStringLiteral("Transferred: Li Lei, before 王秀英")).isEmpty(),
                 qPrintable(lines.join(u'|')));
        at().press(Qt::Key_K, Qt::ControlModifier);
        at().type(QStringLiteral("13800000001"));
        at().settle();
        at().press(Qt::Key_Return);
        at().settle();
        QCOMPARE(page().account(), std::optional(idOf(1, Commodity::Gas)));
        at().standUp();
        QCOMPARE(count("SELECT count(*) FROM account_transfer"), std::int64_t(1));
        QCOMPARE(violations(), 0);
    }

    void aShopSharesTheMeter() {
        town().readAndIssueAll("121.90");
        at().sitDown(Person::MeterKeeper);
        openFile(1);
        QCOMPARE(label("shares"), QString());
        at().press(Qt::Key_F11);
        at().press(Qt::Key_Return, Qt::ControlModifier); // who?
        at().type(QStringLiteral("1010009901"));
        at().press(Qt::Key_Return, Qt::ControlModifier); // how much?
        at().type(QStringLiteral("60"));
        at().press(Qt::Key_Return, Qt::ControlModifier); // by which tariff?
        at().type(QStringLiteral("gas"));
        at().press(Qt::Key_Return, Qt::ControlModifier); // why?
        QVERIFY(shownWords().contains(QStringLiteral("Write on what it rests")));
        at().type(QStringLiteral("agreement 12"));
        at().press(Qt::Key_Return, Qt::ControlModifier);
        at().settle();
        QCOMPARE(label("shares"),
                 QStringLiteral("1010009901 60 %, %1 the rest").arg(town().accountNumber(1, Commodity::Gas)));
        at().press(Qt::Key_F11); // another share, and not on the same day
        at().type(QStringLiteral("1010009901"));
        at().press(Qt::Key_Return, Qt::ControlModifier);
        at().type(QStringLiteral("50"));
        at().press(Qt::Key_Return, Qt::ControlModifier);
        at().type(QStringLiteral("agreement 13"));
        at().press(Qt::Key_Return, Qt::ControlModifier);
        at().settle();
        QVERIFY(shownWords().contains(QStringLiteral("2026-11-20")));
        at().standUp();
        QCOMPARE(count("SELECT count(*) FROM use_share"), std::int64_t(2));
        QCOMPARE(violations(), 0);
    }

    void theLossOfAMasterIsShared() {
        at().sitDown(Person::MeterKeeper);
        openFile(2);
        at().press(Qt::Key_F11, Qt::ShiftModifier);
        at().settle();
        QVERIFY(!isOffered("It is shared no more"));
        at().press(Qt::Key_Return, Qt::ControlModifier); // of which meter?
        at().type(meterNumber(1));
        at().press(Qt::Key_Return, Qt::ControlModifier); // with whom?
        QVERIFY(shownWords().contains(QStringLiteral("at least two accounts")));
        auto* accounts = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget());
        QVERIFY(accounts != nullptr);
        QCOMPARE(accounts->toPlainText(), town().accountNumber(2, Commodity::Gas));
        accounts->moveCursor(QTextCursor::End);
        QTest::keyClick(accounts, Qt::Key_Return);
        at().type(town().accountNumber(3, Commodity::Gas));
        at().press(Qt::Key_Return, Qt::ControlModifier); // why?
        at().type(QStringLiteral("agreement 12"));
        at().press(Qt::Key_Return, Qt::ControlModifier);
        at().settle();
        QVERIFY2(label("losses").contains(meterNumber(1)), qPrintable(label("losses") + shownWords()));
        at().press(Qt::Key_F11, Qt::ShiftModifier); // again: what holds stands there, and it may end
        at().settle();
        QVERIFY(isOffered("It is shared no more"));
        at().type(QStringLiteral("agreement 13"));
        at().press(Qt::Key_Return, Qt::ControlModifier);
        at().settle();
        QVERIFY(shownWords().contains(QStringLiteral("2026-11-20"))); // not twice on one day
        at().standUp();
        QCOMPARE(count("SELECT count(*) FROM loss_share"), std::int64_t(2));
        QCOMPARE(violations(), 0);
    }

    void theAccountIsClosedWithItsLastDial() {
        at().sitDown(Person::MeterKeeper);
        openFile(1);
        at().press(Qt::Key_F10);
        at().type(QStringLiteral("121.90"));
        at().press(Qt::Key_Return, Qt::ControlModifier); // why?
        at().type(QStringLiteral("pulled down"));
        at().press(Qt::Key_Return, Qt::ControlModifier);
        at().settle();
        QVERIFY(!shownWords().contains(QStringLiteral("Close the account")));
        at().press(Qt::Key_6, Qt::ControlModifier);
        QVERIFY(cell(0, 1).contains(QStringLiteral("Account closed")));
        at().press(Qt::Key_F10); // once
        QVERIFY(!shownWords().contains(QStringLiteral("cannot be opened again")));
        at().standUp();
        QCOMPARE(count("SELECT count(*) FROM account_closing"), std::int64_t(1));
        QCOMPARE(violations(), 0);
    }

    void theSupplyIsSuspendedAndResumed() {
        VERIFY_OK(
            services::ingest(town().session(Person::Reader), std::vector{town().report(1, Commodity::Gas, "121.90")}));
        at().sitDown(Person::MeterKeeper);
        openFile(1);
        at().press(Qt::Key_F12);
        at().press(Qt::Key_Return, Qt::ControlModifier); // by which document?
        QVERIFY(shownWords().contains(QStringLiteral("Name the document")));
        at().type(QStringLiteral("application 3"));
        at().press(Qt::Key_Return, Qt::ControlModifier);
        at().settle();
        at().press(Qt::Key_6, Qt::ControlModifier);
        QVERIFY(cell(0, 1).contains(QStringLiteral("Supply suspended")));
        at().press(Qt::Key_F12);
        QVERIFY(shownWords().contains(QStringLiteral("Suspended on 2026-11-20. Bills begin again on that day")));
        at().type(QStringLiteral("application 4"));
        at().press(Qt::Key_Return, Qt::ControlModifier); // not on the same day
        at().settle();
        QVERIFY(shownWords().contains(QStringLiteral("That day cannot be: 2026-11-20.")));
        at().press(Qt::Key_Escape);
        QVERIFY(!shownWords().contains(QStringLiteral("Bills begin again on that day")));
        at().standUp();
        QCOMPARE(count("SELECT count(*) FROM account_suspension"), std::int64_t(1));
        QCOMPARE(count("SELECT count(*) FROM account_resumption"), std::int64_t(0));
        QCOMPARE(violations(), 0);
    }

    void theLateChargeIsShownAndWaived() {
        tenDaysLate();
        at().sitDown(Person::Lead);
        openFile(2);
        openLatePanel();
        QVERIFY(shownWords().contains(QStringLiteral("charged 0.59 for being late. It stands in: order 7.")));
        const auto* charges = page().findChild<ui::LedgerTable*>(QStringLiteral("lateCharges"));
        QStringList first;
        for (int column = 0; column < 4; ++column)
            first << charges->model().index(0, column).data().toString();
        QCOMPARE(first.join(u'|'), QStringLiteral("2026-11|10|1 ‰|0.59"));
        post(); // why?
        QVERIFY(shownWords().contains(QStringLiteral("Write why it is not asked for.")));
        put("Amount; empty: all that is charged today", "0.10");
        put("Reason", "our bill came late");
        post();
        openLatePanel();
        QVERIFY(shownWords().contains(QStringLiteral("Waived 0.10 of bill 2026-11: our bill came late")));
        QVERIFY(shownWords().contains(QStringLiteral("charged 0.49 for being late")));
        put("Reason", "our fault");
        post(); // all of it, above the limit
        openLatePanel();
        QVERIFY(shownWords().contains(QStringLiteral("our fault (waits for a second person)")));
        at().standUp();
        QCOMPARE(count("SELECT count(*) FROM late_waiver"), std::int64_t(2));
        QCOMPARE(violations(), 0);
    }

    void theLateChargeStopsAndAServedReminderIsNoted() {
        tenDaysLate();
        at().sitDown(Person::Lead);
        openFile(2);
        openLatePanel();
        chooseIn("Stop the charge");
        put("First day", "2026-12-08");
        put("Reason", "the meter is tested");
        post();
        openLatePanel();
        QVERIFY(shownWords().contains(QStringLiteral("nothing is charged for being late")));
        QVERIFY(shownWords().contains(
            QStringLiteral("Stopped for this account, from 2026-12-08 on. Dispute: the meter is tested")));
        chooseIn("End a stop");
        post();
        openLatePanel();
        QVERIFY(shownWords().contains(QStringLiteral("2026-12-08 to 2026-12-17. Dispute")));
        chooseIn("Note a served reminder");
        post(); // how is that known?
        QVERIFY(shownWords().contains(QStringLiteral("Write how it can be proved")));
        put("How that can be proved", "signed");
        post();
        at().standUp();
        QCOMPARE(count("SELECT count(*) FROM late_reminder"), std::int64_t(1));
        QCOMPARE(count("SELECT count(*) FROM late_stop_end"), std::int64_t(1));
        QCOMPARE(violations(), 0);
    }

    void aCashierOnlyLooksAtTheLateCharge() {
        tenDaysLate();
        at().sitDown(Person::Cashier);
        openFile(2);
        openLatePanel();
        QVERIFY(shownWords().contains(QStringLiteral("charged 0.59 for being late")));
        QVERIFY(!shownWords().contains(QStringLiteral("What to do")));
        post();
        QVERIFY(!page().findChild<ui::ErrorBar*>()->isShown());
        at().press(Qt::Key_Escape);
        QVERIFY(!shownWords().contains(QStringLiteral("charged 0.59 for being late")));
    }

    void aChequeThatBouncedIsTakenBackWithTheReason() {
        town().readAndIssueAll("121.90");
        services::Session& session = town().session(Person::Cashier);
        VERIFY_OK(services::openShift(session, {fen(50'000), 1001, 1010}));
        const Tender cheque{PaymentMethod::Cheque, QStringLiteral("1040000012345678"), QStringLiteral("ICBC"),
                            town().today()};
        VERIFY_OK(services::takePayment(
            session, {session.newKey(), {town().account(1, Commodity::Gas)}, fen(59'36), fen(59'36), cheque}));
        at().sitDown(Person::Cashier);
        openFile(1);
        at().press(Qt::Key_7, Qt::ControlModifier);
        at().press(Qt::Key_F8);
        QVERIFY(shownWords().contains(QStringLiteral("Cheque 1040000012345678")));
        at().press(Qt::Key_Return, Qt::ControlModifier); // why?
        at().settle();
        QCOMPARE(at().printed().size(), 0);
        at().type(QStringLiteral("bounced: no funds"));
        at().press(Qt::Key_Return, Qt::ControlModifier);
        at().settle();
        QCOMPARE(at().printed().size(), 1);
        QVERIFY(shownWords().contains(QStringLiteral("59.36")));
        at().press(Qt::Key_F8); // the newest is the reversal: nothing to take back
        QVERIFY(!shownWords().contains(QStringLiteral("Take a payment back")));
        at().standUp();
        QCOMPARE(count("SELECT count(*) FROM receipt"), std::int64_t(2));
        QCOMPARE(violations(), 0);
    }

    void thePaletteOpensItAndItAsksForAName() {
        at().sitDown(Person::Cashier);
        at().press(Qt::Key_K, Qt::ControlModifier);
        at().type(QStringLiteral(">cust"));
        at().press(Qt::Key_Return);
        QVERIFY(qobject_cast<CustomerPage*>(at().window().page()));
        QVERIFY(at().window().search().hasFocus());
        QVERIFY(shownWords().contains(QStringLiteral("Whose file?")));
        call(town().accountNumber(1, Commodity::Gas));
        QCOMPARE(page().account(), std::optional(idOf(1, Commodity::Gas)));
        QCOMPARE(label("customer-number"), QStringLiteral("C0001"));
        QVERIFY(!at().window().search().hasFocus());
    }

    void theFiguresAreThoseOfTheBooks() {
        twoMonths();
        at().sitDown(Person::Cashier);
        openFile(1);
        QCOMPARE(label("owed"), QStringLiteral("88.78"));
        QCOMPARE(label("owed-hint"), QStringLiteral("2 bills, oldest 13 days overdue"));
        QCOMPARE(label("prepayment"), QStringLiteral("0.00"));
        QCOMPARE(label("window"), QStringLiteral("321 m³"));
        QCOMPARE(label("window-hint"), QStringLiteral("tier 2, 279 m³ until tier 3"));
        QCOMPARE(label("year"), QStringLiteral("31 m³"));
        QCOMPARE(label("read"), QStringLiteral("Remote"));
        QCOMPARE(label("read-hint"), QStringLiteral("last on 12-20"));
        at().press(Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(cell(0, 0), QStringLiteral("2026-12"));
        QCOMPARE(cell(0, 1), QStringLiteral("10"));
        QCOMPARE(cell(0, 2), QStringLiteral("29.42"));
        QCOMPARE(cell(1, 2), QStringLiteral("59.36"));
        QCOMPARE(cell(1, 3), QStringLiteral("13 d overdue"));
        at().press(Qt::Key_5, Qt::ControlModifier);
        QCOMPARE(cell(0, 1), QStringLiteral("131.9"));
        QCOMPARE(cell(1, 2), QStringLiteral("21.5"));
        at().press(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(cell(0, 1), QStringLiteral("131.9 m³"));
        at().press(Qt::Key_6, Qt::ControlModifier);
        QCOMPARE(cell(0, 1), QStringLiteral("Bill 2026-12: 29.42"));
        QVERIFY(!page().findChild<ui::ErrorBar*>()->isShown());
        QCOMPARE(violations(), 0);
    }

    void theChartIsReadWithTheArrowsAndAsATable() {
        twoMonths();
        at().sitDown(Person::Cashier);
        openFile(1);
        at().press(Qt::Key_2, Qt::ControlModifier);
        auto* chart = page().findChild<ui::UseChart*>();
        QCOMPARE(chart->reading(), QStringLiteral("2026-12: 10 m³"));
        at().press(Qt::Key_Left);
        QCOMPARE(chart->reading(), QStringLiteral("2026-11: 21 m³ (tier 1: 10, tier 2: 11)"));
        at().press(Qt::Key_Left);
        QCOMPARE(chart->reading(), QStringLiteral("2026-10: no bill"));
        at().press(Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(cell(1, 2), QStringLiteral("tier 1: 10, tier 2: 11"));
        at().press(Qt::Key_Escape);
        QVERIFY(chart->isVisible());
    }

    void personalDataIsShownByTheEyeAloneAndLeavesAnEntry() {
        at().sitDown(Person::Lead);
        call(town().accountNumber(2, Commodity::Gas));
        QCOMPARE(label("phone"), QStringLiteral("138****0002"));
        QCOMPARE(label("identity-number"), QStringLiteral("330*************02"));
        QCOMPARE(looks(), std::int64_t(0));
        at().press(Qt::Key_F7);
        at().settle();
        QCOMPARE(label("phone"), QStringLiteral("13800000002"));
        QCOMPARE(label("identity-number"), QStringLiteral("330102196001010002"));
        QCOMPARE(looks(), std::int64_t(1));
        auto* again = page().findChild<QTimer*>(QStringLiteral("mask-again"));
        QCOMPARE(again->interval(), 30'000);
        again->start(1);
        QTRY_COMPARE(label("phone"), QStringLiteral("138****0002"));
        at().press(Qt::Key_F7);
        at().settle();
        QCOMPARE(looks(), std::int64_t(2));
        call(town().accountNumber(3, Commodity::Gas)); // somebody else's file shows nothing of the one before
        QCOMPARE(label("phone"), QStringLiteral("138****0003"));
        QCOMPARE(violations(), 0);
    }

    void aCashierDoesNotSeeThem() {
        at().sitDown(Person::Cashier);
        openFile(2);
        for (const QString& key : at().window().keys().words())
            QVERIFY2(!key.startsWith(QStringLiteral("F7")), qPrintable(key));
        at().press(Qt::Key_F7);
        at().settle();
        QCOMPARE(label("phone"), QStringLiteral("138****0002"));
        QCOMPARE(looks(), std::int64_t(0));
    }

    void whyWasTheMonthBeforeDearerTakesEightKeys() {
        twoMonths();
        at().sitDown(Person::Cashier);
        openFile(1);
        at().forgetPresses();
        at().press(Qt::Key_K, Qt::ControlModifier);
        at().type(QStringLiteral("zw")); // and one letter more: names have two or three
        at().settle();
        at().press(Qt::Key_Return);
        at().settle();
        at().press(Qt::Key_4, Qt::ControlModifier);
        at().press(Qt::Key_Down);
        at().press(Qt::Key_I, Qt::ControlModifier);
        at().settle();
        QCOMPARE(at().presses(), 7);
        QVERIFY(page().isExplaining());
        QVERIFY2(shownWords().contains(QStringLiteral("How 2026-11")), qPrintable(shownWords()));
        at().press(Qt::Key_Up); // the explanation follows the row
        at().settle();
        QVERIFY(shownWords().contains(QStringLiteral("How 2026-12")));
        at().press(Qt::Key_Escape);
        QVERIFY(!page().isExplaining());
        at().press(Qt::Key_Return); // and Enter does the same
        at().settle();
        QVERIFY(page().isExplaining());
    }

    void printingAgainIsACopyOfTheSamePaper() {
        twoMonths();
        const auto bills = services::billsOfAccount(town().session(Person::Cashier), town().account(1, Commodity::Gas));
        VERIFY_OK(services::printBill(town().session(Person::Cashier), bills->back()));
        VERIFY_OK(services::printBill(town().session(Person::Cashier), bills->front()));
        at().sitDown(Person::Cashier);
        openFile(1);
        at().press(Qt::Key_4, Qt::ControlModifier);
        at().press(Qt::Key_P, Qt::ControlModifier);
        at().settle();
        QCOMPARE(at().printed().size(), 1);
        QVERIFY2(at().printed().front().endsWith(QStringLiteral("-1.pdf")), qPrintable(at().printed().front()));
        at().press(Qt::Key_P, Qt::ControlModifier);
        at().settle();
        QVERIFY(at().printed().back().endsWith(QStringLiteral("-2.pdf")));
        QCOMPARE(count("SELECT count(*) FROM paper WHERE kind = 'bill'"), std::int64_t(2));
        QCOMPARE(violations(), 0);
    }

    void aPaperIsLookedAtBeforeItIsPrinted() {
        town().readAndIssueAll("121.90");
        at().sitDown(Person::Cashier);
        openFile(1);
        at().press(Qt::Key_4, Qt::ControlModifier);
        at().press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        at().settle();
        auto* preview = page().findChild<ui::PaperPreview*>();
        QVERIFY(preview && preview->isVisible());
        QVERIFY(!preview->findChild<ui::ErrorBar*>());
        QCOMPARE(count("SELECT count(*) FROM paper"), std::int64_t(0)); // nothing is stored by looking
        QTest::keyClick(preview, Qt::Key_Return);
        at().settle();
        QCOMPARE(at().printed().size(), 1);
        QCOMPARE(count("SELECT count(*) FROM paper_print"), std::int64_t(1));
    }

    void billsGoToTheSheetThisSeatHas() {
        town().readAndIssueAll("121.90");
        at().sitDown(Person::Cashier);
        openFile(1);
        const auto print = [&] {
            at().press(Qt::Key_4, Qt::ControlModifier);
            at().press(Qt::Key_P, Qt::ControlModifier);
            at().settle();
        };
        const auto turnSheet = [&] {
            at().press(Qt::Key_K, Qt::ControlModifier);
            at().type(QStringLiteral(">bills on"));
            at().press(Qt::Key_Return);
            page().setFocus();
        };
        print();
        turnSheet();
        print();
        QCOMPARE(at().printer().jobs().size(), std::size_t(2));
        QVERIFY(ui::Preferences::load(town().folder() + QStringLiteral("/preferences.ini")).sheets.bill ==
                ui::SheetSize::Roll80);
        const auto width = [&](const QString& name) {
            QFile file(town().folder() + QStringLiteral("/papers/") + name);
            const auto box =
                QRegularExpression(QStringLiteral("MediaBox \\[0 0 ([0-9.]+)"))
                    .match(file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()) : QString());
            return int(box.captured(1).toDouble() / 72 * 25.4 + 0.5);
        };
        QCOMPARE(width(at().printed().front()), 80); // the copy, "-1", sorts before the original
        QCOMPARE(width(at().printed().back()), 148);
    }

    void paymentsGoOnPastTheFirstPage() {
        town().readAndIssueAll("121.90");
        auto& cashier = town().session(Person::Cashier);
        VERIFY_OK(services::openShift(cashier, {fen(50'000), 1001, 1050}));
        for (int visit = 0; visit < 23; ++visit)
            VERIFY_OK(services::takePayment(
                cashier, {cashier.newKey(), {town().account(1, Commodity::Gas)}, fen(100), fen(100)}));
        at().sitDown(Person::Cashier);
        openFile(1);
        at().press(Qt::Key_7, Qt::ControlModifier);
        QCOMPARE(focusedTable()->model().rowCount(), 20);
        QCOMPARE(cell(0, 1), QStringLiteral("1023"));
        at().press(Qt::Key_End, Qt::ControlModifier);
        const std::int64_t chosen = focusedTable()->currentId();
        at().settle();
        QCOMPARE(focusedTable()->model().rowCount(), 23);
        QCOMPARE(focusedTable()->currentId(), chosen);
        QCOMPARE(cell(22, 1), QStringLiteral("1001"));
        at().press(Qt::Key_6, Qt::ControlModifier);
        at().press(Qt::Key_End, Qt::ControlModifier);
        at().settle();
        QCOMPARE(focusedTable()->model().rowCount(), 25); // 23 payments, a bill, and the meter's first day
    }

    void theOtherAccountAndTheCounterAreOneKeyAway() {
        at().sitDown(Person::Cashier);
        openFile(2);
        at().press(Qt::Key_F6);
        at().settle();
        QCOMPARE(page().account(), std::optional(idOf(2, Commodity::Water)));
        at().press(Qt::Key_F6);
        at().settle();
        QCOMPARE(page().account(), std::optional(idOf(2, Commodity::Gas)));
        at().press(Qt::Key_F5);
        at().settle();
        QVERIFY(!qobject_cast<CustomerPage*>(at().window().page()));
        at().press(Qt::Key_Left, Qt::AltModifier);
        at().settle();
        QVERIFY(qobject_cast<CustomerPage*>(at().window().page()));
    }

    void theAnswerToAnOlderQuestionIsDropped() {
        at().sitDown(Person::Cashier, [] { QThread::msleep(20); });
        openFile(1);
        const AccountId third = idOf(3, Commodity::Gas);
        page().enter({.page = QStringLiteral("customer"), .account = idOf(5, Commodity::Gas)});
        page().enter({.page = QStringLiteral("customer"), .account = third});
        at().settle();
        at().settle();
        QCOMPARE(label("customer-number"), QStringLiteral("C0003"));
        QCOMPARE(label("phone"), QStringLiteral("138****0003"));
        at().press(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(cell(0, 0), QStringLiteral("GAS0003"));
        QCOMPARE(focusedTable()->model().rowCount(), 1);
    }

    void whereNothingHappenedWordsSaySo() {
        at().sitDown(Person::Cashier);
        openFile(1);
        QCOMPARE(label("owed-hint"), QStringLiteral("nothing is open"));
        const QString words = shownWords();
        QVERIFY(words.contains(QStringLiteral("No bill yet.")));
        QVERIFY(words.contains(QStringLiteral("No payment yet.")));
        QVERIFY(words.contains(QStringLiteral("No reading yet.")));
        at().press(Qt::Key_Return); // nothing to explain
        QVERIFY(!page().isExplaining());
    }

    void aYearIsComparedOnlyWithAsManyBills() {
        const AccountingMonth last = *AccountingMonth::of(2026, 11);
        std::vector<services::MonthUse> months;
        const auto add = [&](int ago, std::int64_t use) {
            months.push_back({.month = *last.plusMonths(-ago),
                              .use = BilledQuantity::ofMicro(use * 1'000'000),
                              .tiers = {},
                              .windowStart = {},
                              .meterExchanged = false});
        };
        add(23, 40);
        add(12, 60);
        add(0, 50);
        QCOMPARE(ui::yearUse(months, last).change(), QString());
        add(11, 60);
        QCOMPARE(ui::yearUse(months, last).change(), QStringLiteral("+10 %"));
        QCOMPARE(ui::UseChart::topOf(88'000'000), std::int64_t(100'000'000));
    }
};

METERHALL_TEST_CASE(CustomerPageTest)

#include "customer_page_test.moc"
