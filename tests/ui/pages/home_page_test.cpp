#include "core/services/counter.h"
#include "core/services/day_close.h"
#include "core/services/ingest.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"
#include "tests/ui/pages/page_test.h"
#include "ui/pages/home/home_page.h"
#include "ui/shell/rail.h"
#include "ui/widgets/ledger_table.h"

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
