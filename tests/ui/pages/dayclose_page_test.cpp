#include "core/services/administration.h"
#include "core/services/day_overview.h"
#include "core/services/seat_desk.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"
#include "tests/ui/pages/page_test.h"
#include "ui/pages/dayclose/dayclose_page.h"
#include "ui/shell/approval.h"
#include "ui/shell/error_bar.h"
#include "ui/shell/key_strip.h"
#include "ui/widgets/ledger_table.h"
#include "ui/widgets/number_edit.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTest>

using namespace meterhall;
using services::ShiftStage;

/// A float of 500.00 and a payment of 164.40: 664.40 should lie in the drawer.
class DayclosePageTest : public tests::PageTest {
    Q_OBJECT

    static Money fen(std::int64_t minor) { return Money::ofMinor(minor, Currency::cny()); }
    void openShiftAndTakeMoney() {
        town().readAndIssueAll("121.90");
        auto& cashier = town().session(Person::Cashier);
        VERIFY_OK(services::openShift(cashier, {fen(50'000), 1001, 1010}));
        const std::vector<AccountId> accounts{town().account(2, Commodity::Gas), town().account(2, Commodity::Water)};
        VERIFY_OK(services::takePayment(cashier, {cashier.newKey(), accounts, fen(16'440), fen(20'000)}));
    }
    void countDrawer(std::map<std::int64_t, int> pieces) {
        VERIFY_OK(services::countDrawer(town().session(Person::Cashier), pieces));
    }
    static std::map<std::int64_t, int> exactly() { return {{10'000, 6}, {5'000, 1}, {1'000, 1}, {100, 4}, {10, 4}}; }
    void sitDownAs(Person person) {
        at().sitDown(person);
        at().window().go({.page = QStringLiteral("day-close")});
        at().settle();
        at().forgetPresses();
    }
    QWidget& page() { return *at().window().page(); }
    template <class Widget>
    QList<Widget*> shown() {
        QList<Widget*> widgets = page().findChildren<Widget*>();
        widgets.removeIf([](const Widget* widget) { return !widget->isVisible(); });
        return widgets;
    }
    /// Every word on the page: labels, buttons, tables, and the keys at its foot.
    QString allWords() {
        QStringList words = at().window().keys().words();
        for (const auto* label : page().findChildren<QLabel*>())
            words << label->text() << label->toolTip() << label->accessibleName();
        for (const auto* button : page().findChildren<QAbstractButton*>())
            words << button->text() << button->toolTip();
        for (const auto* widget : page().findChildren<QWidget*>())
            words << widget->accessibleName() << widget->accessibleDescription();
        for (const auto* table : page().findChildren<ui::LedgerTable*>()) {
            for (int row = 0; row < table->model().rowCount(); ++row)
                for (int column = 0; column < table->model().columnCount(); ++column)
                    words << table->model().index(row, column).data().toString();
        }
        return words.join(u'\n') + at().page<ui::DayclosePage>().context();
    }
    bool isSaid(const QString& text) {
        for (const auto* label : shown<QLabel>()) {
            if (label->text().contains(text))
                return true;
        }
        return false;
    }
    bool errorShown() { return page().findChild<ui::ErrorBar*>()->isShown(); }
    bool offers(const char* words) { return at().window().keys().words().join(u'\n').contains(QLatin1String(words)); }
    void count(const char* pieces) {
        for (const char* typed = pieces; *typed; ++typed) {
            at().type(QString(QLatin1Char(*typed)));
            at().press(Qt::Key_Return);
        }
    }
    void doIt() {
        at().press(Qt::Key_Return, Qt::ControlModifier);
        at().settle();
    }
    services::DayOverview overview() {
        at().standUp();
        return *services::dayOverview(town().session(Person::Lead), town().today());
    }

private Q_SLOTS:
    void aCashierOpensAShiftWithFloatAndPapers() {
        sitDownAs(Person::Cashier);
        QVERIFY(offers("Ctrl Enter Open the shift"));
        at().type(QStringLiteral("500"));
        at().press(Qt::Key_Return);
        at().type(QStringLiteral("1010"));
        at().press(Qt::Key_Return);
        at().type(QStringLiteral("1001"));
        doIt();
        QVERIFY(isSaid(QStringLiteral("1001")) && isSaid(QStringLiteral("1010"))); // the last comes before the first
        QVERIFY(qobject_cast<ui::DigitsEdit*>(QApplication::focusWidget()));
        at().type(QStringLiteral("1019"));
        doIt();
        QVERIFY(!errorShown());
        QVERIFY(offers("Ctrl Enter Enter the count"));
        QVERIFY(isSaid(QStringLiteral("1010 to 1019 (10)")));
        const auto shifts = overview().shifts;
        QCOMPARE(shifts.size(), std::size_t(1));
        QCOMPARE(shifts.front().floatGiven, fen(50'000));
        QCOMPARE(violations(), 0);
    }

    void aBalancedDrawerTakesEightEnterAndCtrlEnter() {
        openShiftAndTakeMoney();
        sitDownAs(Person::Cashier);
        count("61010404"); // 600 + 50 + 10 + 4 + 0.40
        QVERIFY(isSaid(QStringLiteral("664.40")));
        doIt();
        QCOMPARE(at().presses(), 8 + 8 + 1);
        QVERIFY(!errorShown());
        QVERIFY(isSaid(QStringLiteral("Waiting for the shift lead")));
        QVERIFY(isSaid(QStringLiteral("664.40")));
        doIt(); // it is entered once
        QCOMPARE(overview().shifts.front().count->counted, fen(66'440));
        sitDownAs(Person::Lead);
        QVERIFY(offers("Ctrl Enter Close the shift of seat"));
        doIt();
        QCOMPARE(at().presses(), 1);
        QVERIFY(!errorShown());
        QCOMPARE(at().printed().size(), 1);
        QVERIFY(isSaid(QStringLiteral("Balanced")));
        QCOMPARE(overview().shifts.front().stage, ShiftStage::Closed);
        QCOMPARE(violations(), 0);
    }

    void fullWidthDigitsAndEmptyLinesAreTaken() {
        openShiftAndTakeMoney();
        sitDownAs(Person::Cashier);
        QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_6, QStringLiteral("６"), Qt::NoModifier);
        at().press(Qt::Key_Return);
        at().press(Qt::Key_Return);
        at().press(Qt::Key_Up);
        at().press(Qt::Key_Down);
        QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_3, QStringLiteral("３"), Qt::NoModifier);
        QVERIFY(isSaid(QStringLiteral("660.00")));
        doIt();
        QCOMPARE(overview().shifts.front().count->counted, fen(66'000));
        QCOMPARE(violations(), 0);
    }

    void nothingTypedIsNotACount() {
        openShiftAndTakeMoney();
        sitDownAs(Person::Cashier);
        doIt();
        QVERIFY(isSaid(QStringLiteral("Nothing is counted yet")));
        QCOMPARE(overview().shifts.front().stage, ShiftStage::Open);
    }

    void theCashierSeesNothingOfWhatShouldBeThereBeforeTheCount() {
        openShiftAndTakeMoney();
        sitDownAs(Person::Cashier);
        const auto tells = [this] {
            const QString words = allWords();
            for (const char* sum : {"664.4", "66440", "164.4", "16440", "500.00", "164.36"}) {
                if (words.contains(QLatin1String(sum)))
                    return true;
            }
            return false;
        };
        QVERIFY(!tells());
        count("5"); // whatever is typed
        at().press(Qt::Key_F5);
        at().settle();
        QVERIFY(isSaid(QStringLiteral("500.00"))); // what was typed stays
        at().press(Qt::Key_Up);
        at().type(QStringLiteral("1"));
        QVERIFY(!tells());
        QVERIFY(!isSaid(QStringLiteral("Expected")));
    }

    void tenYuanShortNeedAReasonAndStayVisible() {
        openShiftAndTakeMoney();
        countDrawer({{10'000, 6}, {5'000, 1}, {100, 4}, {10, 4}});
        sitDownAs(Person::Lead);
        QVERIFY(isSaid(QStringLiteral("−10.00")));
        doIt();
        QVERIFY(isSaid(QStringLiteral("A difference needs a reason")));
        QCOMPARE(at().printed().size(), 0);
        at().type(QStringLiteral("wrong change given"));
        doIt();
        QVERIFY(!errorShown());
        QCOMPARE(at().printed().size(), 1);
        QVERIFY(isSaid(QStringLiteral("−10.00")));
        QVERIFY(isSaid(QStringLiteral("wrong change given")));
        const auto shifts = overview().shifts;
        QCOMPARE(*shifts.front().shortage, fen(1'000));
        QCOMPARE(shifts.front().reason, QStringLiteral("wrong change given"));
        QCOMPARE(violations(), 0);
    }

    void aCashierIsNotOfferedToCloseHisOwnShift() {
        openShiftAndTakeMoney();
        countDrawer(exactly());
        sitDownAs(Person::Cashier);
        QVERIFY(!offers("Ctrl Enter"));
        doIt();
        QCOMPARE(overview().shifts.front().stage, ShiftStage::Counted);
    }

    void aLeadWithADrawerDoesNotCloseHisOwnShiftEither() {
        openShiftAndTakeMoney();
        const OperatorId cashier = town().session(Person::Cashier).who().id;
        VERIFY_OK(
            services::changeDuties(town().session(Person::Administrator), cashier, {Duty::Cashier, Duty::ShiftLead}));
        sitDownAs(Person::Cashier);
        const QString before = allWords();
        QVERIFY(!before.contains(QStringLiteral("664.4")) && !before.contains(QStringLiteral("164.36")));
        count("61010404");
        doIt();
        QVERIFY(isSaid(QStringLiteral("Nobody closes a shift of their own")));
        at().press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(isSaid(QStringLiteral("Waiting for the shift lead")));
        at().press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(isSaid(QStringLiteral("Not closed: seat")));
        QVERIFY(!offers("Ctrl Enter"));
        doIt();
        QCOMPARE(overview().shifts.front().stage, ShiftStage::Counted);
        QCOMPARE(violations(), 0);
    }

    void theLeadClosesTheShiftAtTheSeatOfTheCashier() {
        openShiftAndTakeMoney();
        sitDownAs(Person::Cashier);
        QVERIFY(!offers("F8"));
        count("61010404");
        doIt();
        QVERIFY(offers("F8 The lead closes it here"));
        at().press(Qt::Key_F8);
        const auto words = [this] {
            QString all;
            for (const auto* label : at().window().approval()->findChildren<QLabel*>())
                all += label->text() + u'\n';
            return all;
        };
        QVERIFY(at().window().approval());
        QVERIFY(words().contains(QStringLiteral("664.40")) && words().contains(QStringLiteral("Nobody closes")));

        // Nobody confirms for himself, and a stranger's duty is not enough.
        at().type(town().numberOf(Person::Cashier));
        at().press(Qt::Key_Return);
        at().type(QString::fromUtf8(town().password()));
        at().press(Qt::Key_Return);
        at().settle();
        QVERIFY(words().contains(QStringLiteral("another person")));
        at().type(town().numberOf(Person::Reader));
        at().press(Qt::Key_Return);
        at().type(QString::fromUtf8(town().password()));
        at().press(Qt::Key_Return);
        at().settle();
        QVERIFY(words().contains(QStringLiteral("close shifts")));

        at().type(town().numberOf(Person::Lead));
        at().press(Qt::Key_Return);
        at().type(QString::fromUtf8(town().password()));
        at().press(Qt::Key_Return);
        at().settle();
        QVERIFY(!at().window().approval());
        QVERIFY(!errorShown());
        QCOMPARE(at().desk().who().number, town().numberOf(Person::Cashier));
        QCOMPARE(at().printed().size(), 1);
        QVERIFY(isSaid(QStringLiteral("No shift is open")) || offers("Ctrl Enter Open the shift"));
        at().type(QStringLiteral("500")); // the cashier goes on in his own session
        at().press(Qt::Key_Return);
        at().type(QStringLiteral("1011"));
        at().press(Qt::Key_Return);
        at().type(QStringLiteral("1020"));
        doIt();
        QVERIFY(!errorShown());
        const auto shifts = overview().shifts;
        QCOMPARE(shifts.size(), std::size_t(2));
        const auto closed = std::ranges::find(shifts, ShiftStage::Closed, &services::ShiftOfDay::stage);
        QVERIFY(closed != shifts.end());
        QCOMPARE(closed->lead->number, town().numberOf(Person::Lead));
        QCOMPARE(violations(), 0);
    }

    void aDifferenceNeedsTheReasonOfTheSecondPersonToo() {
        openShiftAndTakeMoney();
        countDrawer({{10'000, 6}, {5'000, 1}, {100, 4}, {10, 4}});
        sitDownAs(Person::Cashier);
        at().press(Qt::Key_F8);
        QVERIFY(at().window().approval());
        at().press(Qt::Key_Return); // not without a reason
        at().type(QStringLiteral("wrong change given"));
        at().press(Qt::Key_Return);
        at().type(town().numberOf(Person::Lead));
        at().press(Qt::Key_Return);
        at().type(QString::fromUtf8(town().password()));
        at().press(Qt::Key_Return);
        at().settle();
        QVERIFY(!at().window().approval());
        QCOMPARE(overview().shifts.front().reason, QStringLiteral("wrong change given"));
        QCOMPARE(violations(), 0);
    }

    void escapeLeavesTheShiftAsItIs() {
        openShiftAndTakeMoney();
        countDrawer(exactly());
        sitDownAs(Person::Cashier);
        at().press(Qt::Key_F8);
        at().type(town().numberOf(Person::Lead));
        at().press(Qt::Key_Escape);
        QVERIFY(!at().window().approval());
        QVERIFY(offers("F8 The lead closes it here"));
        QCOMPARE(overview().shifts.front().stage, ShiftStage::Counted);
    }

    void aWrongPasswordOfTheLeadChangesNothing() {
        if (!town().onSqlite())
            QSKIP("the throw-away server of the tests believes everybody");
        openShiftAndTakeMoney();
        countDrawer(exactly());
        sitDownAs(Person::Cashier);
        at().press(Qt::Key_F8);
        at().type(town().numberOf(Person::Lead));
        at().press(Qt::Key_Return);
        at().type(QStringLiteral("wrong"));
        at().press(Qt::Key_Return);
        at().settle();
        QVERIFY(at().window().approval());
        at().press(Qt::Key_Escape);
        QCOMPARE(overview().shifts.front().stage, ShiftStage::Counted);
        QCOMPARE(violations(), 0);
    }

    void theDayClosesWhenItsShiftsAreClosedAndNotBefore() {
        openShiftAndTakeMoney();
        sitDownAs(Person::Lead);
        QVERIFY(isSaid(QStringLiteral("Not closed: seat")));
        QVERIFY(!offers("Ctrl Enter"));
        doIt();
        QVERIFY(!overview().closedBy);
        countDrawer(exactly());
        sitDownAs(Person::Lead);
        doIt();
        QVERIFY(offers("Ctrl Enter Close the day 2026-11-20"));
        QVERIFY(isSaid(QStringLiteral("nothing can be posted to 2026-11-20 afterwards")));
        doIt();
        QVERIFY(!errorShown());
        QCOMPARE(at().printed().size(), 2); // one shift sheet, one day report
        QVERIFY(!offers("Ctrl Enter"));
        doIt();
        QCOMPARE(at().printed().size(), 2);
        at().press(Qt::Key_F11);
        at().settle();
        QCOMPARE(at().printed().size(), 3); // marked as a copy, so under a name of its own
        QCOMPARE(at().printer().failed(), 0);
        QVERIFY(overview().closedBy);
        QCOMPARE(violations(), 0);
    }

    void incomeIsNamedAsInTheTariffAndChequesAreListed() {
        openShiftAndTakeMoney();
        services::Session& cashier = town().session(Person::Cashier);
        const Tender cheque{PaymentMethod::Cheque, QStringLiteral("1040000012345678"), QStringLiteral("ICBC"),
                            town().today()};
        VERIFY_OK(services::takePayment(
            cashier, {cashier.newKey(), {town().account(1, Commodity::Gas)}, fen(5'936), fen(5'936), cheque}));
        sitDownAs(Person::Lead);
        QVERIFY2(allWords().contains(QStringLiteral("Income: 燃气费")), qPrintable(allWords()));
        QVERIFY(allWords().contains(QStringLiteral("污水处理费")) && !allWords().contains(QStringLiteral("sewage")));
        QVERIFY(isSaid(QStringLiteral("Cheque 1040000012345678, ICBC")));
    }

    void somebodyElsesShiftIsSaid() {
        const QString number = QStringLiteral("z") + town().numberOf(Person::Cashier);
        VERIFY_OK(services::addOperator(town().session(Person::Administrator),
                                        {number, QStringLiteral("Other"), {Duty::Cashier}, town().password()}));
        town().signOut();
        {
            auto other = services::signIn(town().workplaceFor(Person::Cashier), number, town().password());
            VERIFY_OK(other);
            VERIFY_OK(services::openShift(*other, {fen(50'000), 1001, 1010}));
        }
        sitDownAs(Person::Cashier);
        QVERIFY(isSaid(QStringLiteral("that of Other")));
        QVERIFY(!offers("Ctrl Enter"));
        QCOMPARE(violations(), 0);
    }

    void aClosedDayOpensNoShift() {
        openShiftAndTakeMoney();
        countDrawer(exactly());
        sitDownAs(Person::Lead);
        doIt();
        doIt();
        sitDownAs(Person::Cashier);
        QVERIFY(isSaid(QStringLiteral("next business day")));
        QVERIFY(!offers("Ctrl Enter"));
    }

    void anotherLanguageMakesThePageAnew() {
        openShiftAndTakeMoney();
        sitDownAs(Person::Cashier);
        count("6"); // the focus stands in the drawer
        ui::Preferences wanted = at().window().preferences();
        for (const char* language : {"en", "zh_CN", "en"}) { // the other tests are in English
            wanted.language = QString::fromLatin1(language);
            at().window().use(wanted);
            at().settle();
            QVERIFY(isSaid(wanted.language == QLatin1String("en") ? QStringLiteral("Sum counted")
                                                                  : QStringLiteral("点数合计")));
            count("6");
        }
    }

    void noTwoActionsShareAKey() {
        sitDownAs(Person::Lead);
        std::set<QString> keys;
        for (const QAction* action : page().actions()) {
            for (const QKeySequence& key : action->shortcuts())
                QVERIFY2(keys.insert(key.toString()).second, qPrintable(action->text()));
        }
    }
};

METERHALL_TEST_CASE(DayclosePageTest)

#include "dayclose_page_test.moc"
