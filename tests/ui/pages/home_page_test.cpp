#include "core/services/counter.h"
#include "core/services/day_close.h"
#include "core/services/ingest.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"
#include "tests/ui/pages/page_test.h"
#include "ui/pages/home/home_page.h"
#include "ui/pages/home/today_card.h"
#include "ui/shell/pending_panel.h"
#include "ui/shell/rail.h"
#include "ui/shell/search_palette.h"
#include "ui/shell/status_strip.h"
#include "ui/widgets/ledger_table.h"
#include "ui/widgets/number_edit.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace meterhall;
using ui::HomePage;

/// What waits for each person, and the page on which it is done.
class HomePageTest : public tests::PageTest {
    Q_OBJECT

    void readTheFirstBook() {
        std::vector<MeterReport> reports;
        for (int home = 1; home <= 10; ++home)
            reports.push_back(town().report(home, Commodity::Gas, home == 3 ? "99.00" : "110.00"));
        VERIFY_OK(services::ingest(town().session(Person::Reader), reports));
    }
    /// What the page says, line by line.
    QStringList lines() {
        QStringList said;
        const ui::LedgerModel& model = at().window().page()->findChild<ui::LedgerTable*>()->model();
        for (int row = 0; row < model.rowCount(); ++row)
            said << model.row(row)->cells[1].text;
        return said;
    }
    /// What there is to go on with, line by line.
    QStringList toContinue() {
        QStringList said;
        const ui::LedgerModel& model = at().window().page()->findChildren<ui::LedgerTable*>().last()->model();
        for (int row = 0; row < model.rowCount(); ++row)
            said << model.row(row)->cells[0].text + u':' + model.row(row)->cells[1].text;
        return said;
    }
    QString today() {
        QStringList said;
        for (const QLabel* label : at().window().page()->findChild<ui::TodayCard*>()->findChildren<QLabel*>())
            said << label->text();
        return said.join(u'|');
    }
    void call(int home) {
        at().type(town().accountNumber(home, Commodity::Gas));
        at().press(Qt::Key_Return);
        at().settle();
    }
    void goHome() {
        at().window().go({.page = QStringLiteral("home")});
        at().settle();
    }
    QString badgeOf(const QString& title) {
        for (const auto* button : at().window().rail().findChildren<QToolButton*>()) {
            if (button->accessibleName() == title)
                return button->accessibleDescription();
        }
        return QStringLiteral("no such page");
    }
    QString pageTitle() { return at().window().page()->accessibleName(); }

private Q_SLOTS:
    void aRunOfSomebodyElseWaitsAndEnterOpensIt() {
        readTheFirstBook();
        town().draft(town().book("01"));
        at().sitDown(Person::Checker);
        QVERIFY(qobject_cast<HomePage*>(at().window().page()));
        QCOMPARE(lines(), QStringList{QStringLiteral("1 billing run to check")});
        QCOMPARE(badgeOf(QStringLiteral("Billing")), QStringLiteral("1 waiting"));
        QCOMPARE(badgeOf(QStringLiteral("Home")), QString());
        at().press(Qt::Key_Return);
        at().settle();
        QCOMPARE(pageTitle(), QStringLiteral("Billing"));
        at().press(Qt::Key_Left, Qt::AltModifier);
        at().settle();
        QVERIFY(qobject_cast<HomePage*>(at().window().page()));
    }

    void whoComputedHasNothingToCheckAndPostsOnceItIsChecked() {
        readTheFirstBook();
        const auto run = town().draft(town().book("01"));
        at().sitDown(Person::Drafter);
        QCOMPARE(lines(), QStringList());
        QCOMPARE(badgeOf(QStringLiteral("Billing")), QString());
        at().standUp();
        VERIFY_OK(services::checkBills(town().session(Person::Checker), run.run));
        at().sitDown(Person::Drafter);
        QCOMPARE(lines(), QStringList{QStringLiteral("1 billing run to post")});
    }

    void theSupervisorSeesDoubtfulReadingsByBook() {
        readTheFirstBook();
        at().sitDown(Person::Supervisor);
        QCOMPARE(lines(), QStringList{QStringLiteral("1 reading to decide on")});
        const auto* row = at().window().page()->findChild<ui::LedgerTable*>()->model().row(0);
        QCOMPARE(row->cells[1].second, QStringLiteral("book 01: 1"));
    }

    void whatWasLeftOpenYesterdayComesFirst() {
        town().readAndIssueAll("110.00");
        VERIFY_OK(services::openShift(town().session(Person::Cashier),
                                      {Money::ofMinor(50'000, Currency::cny()), 1001, 1010}));
        town().moveTo(town().today().addDays(1));
        at().sitDown(Person::Lead);
        QVERIFY(!lines().isEmpty());
        QVERIFY2(lines().front().contains(QStringLiteral("2026-11-20")), qPrintable(lines().join(u'|')));
    }

    void theCashierBeginsAtTheCounterAndHasAHomeToo() {
        at().sitDown(Person::Cashier);
        QCOMPARE(pageTitle(), QStringLiteral("Counter"));
        at().press(Qt::Key_1, Qt::AltModifier);
        QTRY_VERIFY(qobject_cast<HomePage*>(at().window().page())); // a button of the rail goes down and up first
        at().settle();
        QCOMPARE(lines(), QStringList());
    }

    void whatWasLeftHalfWayComesFirstAndOneKeyOpensIt() {
        town().readAndIssueAll("121.90");
        at().sitDown(Person::Cashier);
        call(1);
        at().press(Qt::Key_F12);
        call(2);
        at().type(QStringLiteral("200"));
        at().press(Qt::Key_F9);
        goHome();
        QCOMPARE(toContinue().size(), 2);
        QVERIFY(toContinue().front().startsWith(QStringLiteral("Set aside:")));
        QVERIFY(toContinue().back().contains(town().accountNumber(1, Commodity::Gas)));
        at().press(Qt::Key_F5);
        at().settle();
        QCOMPARE(pageTitle(), QStringLiteral("Counter"));
        QCOMPARE(at().window().page()->findChild<ui::MoneyEdit*>()->text(), QStringLiteral("200"));
        at().press(Qt::Key_K, Qt::ControlModifier);
        at().type(QStringLiteral("x"));
        at().press(Qt::Key_Backspace); // the search knows the same customers
        QVERIFY(at().window().search().isOpen());
    }

    void aReviewThatWasBegunIsGoneOnWith() {
        std::vector<MeterReport> reports;
        for (const int home : {1, 3})
            reports.push_back(town().report(home, Commodity::Gas, "99.00"));
        VERIFY_OK(services::ingest(town().session(Person::Reader), reports));
        at().sitDown(Person::Supervisor);
        at().press(Qt::Key_Return);
        at().settle();
        goHome();
        QVERIFY(toContinue().empty()); // looking is not work
        at().press(Qt::Key_Left, Qt::AltModifier);
        at().settle();
        at().press(Qt::Key_Return);
        at().settle();
        goHome();
        QCOMPARE(toContinue(), QStringList{QStringLiteral("Review:1 reading still to decide on")});
        at().press(Qt::Key_F5);
        at().settle();
        at().press(Qt::Key_Return);
        at().settle();
        goHome();
        QVERIFY(toContinue().empty());
    }

    void todayTellsTheShiftTheDayAndWhatIsPlanned() {
        town().readAndIssueAll("121.90");
        at().sitDown(Person::Cashier);
        goHome();
        QVERIFY2(today().contains(QStringLiteral("not open")), qPrintable(today()));
        at().standUp();
        VERIFY_OK(services::openShift(town().session(Person::Cashier),
                                      {Money::ofMinor(50'000, Currency::cny()), 1001, 1010}));
        at().sitDown(Person::Cashier);
        call(1);
        at().press(Qt::Key_Return);
        at().press(Qt::Key_Return);
        at().settle();
        goHome();
        QVERIFY2(today().contains(QStringLiteral("59.36|1 receipt, 9 receipt papers left")), qPrintable(today()));
        QVERIFY2(today().contains(QStringLiteral("Next working day")), qPrintable(today()));
        at().standUp();
        at().sitDown(Person::Lead);
        QVERIFY2(today().contains(QStringLiteral("shifts: 1 open, 0 counted, 0 closed")), qPrintable(today()));
    }

    void thePageThatIsOpenIsNoPlaceToComeBackTo() {
        at().sitDown(Person::Supervisor);
        goHome();
        goHome();
        at().window().go({.page = QStringLiteral("readings")});
        at().settle();
        at().press(Qt::Key_Left, Qt::AltModifier);
        at().settle();
        QVERIFY(qobject_cast<HomePage*>(at().window().page()));
        at().press(Qt::Key_Left, Qt::AltModifier);
        at().settle();
        QVERIFY(qobject_cast<HomePage*>(at().window().page()));
    }

    void anAlarmStandsInTheStripAndLeadsToItsPage() {
        VERIFY_OK(
            services::ingest(town().session(Person::Reader), std::vector{town().report(1, Commodity::Gas, "110.00")}));
        town().moveTo(town().today().addDays(2));
        at().sitDown(Person::Supervisor);
        const auto* strip = at().window().findChild<ui::StatusStrip*>();
        const auto said = [strip] {
            QStringList texts;
            for (const auto* item : strip->findChildren<QPushButton*>())
                texts << (item->isHidden() ? QString() : item->text());
            return texts;
        };
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(QStringLiteral("1 alarm")), qPrintable(said().join(u'|')), 10000);
        for (auto* item : strip->findChildren<QPushButton*>())
            if (item->text() == QStringLiteral("1 alarm"))
                item->click();
        const auto* panel = at().window().findChild<ui::PendingPanel*>();
        QVERIFY(panel->isVisible());
        const auto ways = panel->findChildren<QPushButton*>();
        QCOMPARE(ways.size(), 1);
        ways.front()->click();
        at().settle();
        QCOMPARE(pageTitle(), QStringLiteral("Terminals"));
        QVERIFY(!panel->isVisible());
    }

    void aCommandGivesTheFocusBackToThePage() {
        readTheFirstBook();
        at().sitDown(Person::Supervisor);
        at().press(Qt::Key_K, Qt::ControlModifier);
        at().type(QStringLiteral(">look"));
        at().press(Qt::Key_Return);
        at().settle();
        QVERIFY(!at().window().search().hasFocus());
        QVERIFY(at().window().page()->isAncestorOf(at().window().focusWidget()));
    }

    void pressingF6LooksAgainAndKeepsTheSelectedLine() {
        readTheFirstBook();
        at().sitDown(Person::Supervisor);
        at().press(Qt::Key_F6);
        at().settle();
        QCOMPARE(lines().size(), 1);
        QVERIFY(at().window().page()->findChild<ui::LedgerTable*>()->currentId() != 0);
    }
};

METERHALL_TEST_CASE(HomePageTest)

#include "home_page_test.moc"
