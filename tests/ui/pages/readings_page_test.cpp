#include "core/services/billing_run.h"
#include "core/services/ingest.h"
#include "core/services/reading_review.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"
#include "tests/ui/pages/page_test.h"
#include "ui/pages/readings/readings_page.h"
#include "ui/shell/error_bar.h"
#include "ui/widgets/ledger_table.h"

#include <QLabel>
#include <QTest>

using namespace meterhall;
using ui::ReadingsPage;

/// Homes stand at 100.40 and used about a cubic metre a day: 99.00 is a dial that went back, 900.40 far too much, and
/// 110.00 is believed at once.
class ReadingsPageTest : public tests::PageTest {
    Q_OBJECT

    void report(int home, const char* dial) {
        VERIFY_OK(
            services::ingest(town().session(Person::Reader), std::vector{town().report(home, Commodity::Gas, dial)}));
    }
    void sitDown() {
        at().sitDown(Person::Supervisor);
        at().window().go({.page = QStringLiteral("readings")});
        at().settle();
    }
    ReadingsPage& page() { return at().page<ReadingsPage>(); }
    /// The queue: the table whose rows have ticks.
    ui::LedgerTable& queue() {
        for (ui::LedgerTable* table : page().findChildren<ui::LedgerTable*>()) {
            if (table->model().isTickable())
                return *table;
        }
        qFatal("no queue");
    }
    int waiting() { return queue().model().rowCount(); }
    bool errorShown() { return page().findChild<ui::ErrorBar*>()->isShown(); }
    bool says(const QString& words) {
        for (const QLabel* label : page().findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        return false;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        at().press(key, modifiers);
        at().settle();
    }
    services::RunSummary drafted() {
        at().standUp();
        return town().draft(town().book("01"));
    }

private Q_SLOTS:
    void enterAcceptsAndGoesOn() {
        report(1, "900.40");
        report(3, "99.00");
        sitDown();
        QCOMPARE(waiting(), 2);
        QVERIFY(says(QStringLiteral("900.4")));
        at().forgetPresses();
        press(Qt::Key_Return);
        QCOMPARE(at().presses(), 1);
        QVERIFY(!errorShown());
        QCOMPARE(waiting(), 1);
        QVERIFY(says(QStringLiteral("99")));
        // 900 whole cubic metres against 100: 800, of which 10 at 2.70 and 790 at the next tiers' prices.
        const auto run = drafted();
        QCOMPARE(run.billable, 1);
        QVERIFY(run.total.isPositive());
        QCOMPARE(violations(), 0);
    }

    void aRejectionNeedsItsNoteAndTheAccountWaits() {
        report(1, "900.40");
        sitDown();
        press(Qt::Key_F6);
        press(Qt::Key_Return); // no note yet
        QCOMPARE(waiting(), 1);
        QVERIFY(page().card().form() == ui::ExceptionCard::Form::Reject);
        at().type(QStringLiteral("window was dirty"));
        press(Qt::Key_Return);
        QVERIFY(!errorShown());
        QCOMPARE(waiting(), 0);
        QVERIFY(says(QStringLiteral("1")));
        QCOMPARE(drafted().billable, 0);
        QCOMPARE(violations(), 0);
    }

    void escapeLeavesTheNoteAndTheReadingWaits() {
        report(1, "900.40");
        sitDown();
        press(Qt::Key_F6);
        at().type(QStringLiteral("no"));
        press(Qt::Key_Escape);
        QVERIFY(page().card().form() == ui::ExceptionCard::Form::None);
        QCOMPARE(waiting(), 1);
        press(Qt::Key_Return);
        QCOMPARE(waiting(), 0);
        QCOMPARE(drafted().billable, 1);
    }

    void aTypedDialIsWhatTheBillIsMadeOf() {
        report(1, "99.00");
        sitDown();
        press(Qt::Key_F8);
        at().type(QStringLiteral("109"));
        press(Qt::Key_Return); // on to the note
        QCOMPARE(waiting(), 1);
        at().type(QStringLiteral("photo of the dial"));
        press(Qt::Key_Return);
        QVERIFY(!errorShown());
        QCOMPARE(waiting(), 0);
        QCOMPARE(drafted().total.toString(), QStringLiteral("24.30")); // 9 x 2.70
        QCOMPARE(violations(), 0);
    }

    void aTypedDialThatIsDoubtedTooWaitsInstead() {
        report(1, "99.00");
        sitDown();
        press(Qt::Key_F8);
        at().type(QStringLiteral("98"));
        press(Qt::Key_Return);
        at().type(QStringLiteral("seen"));
        press(Qt::Key_Return);
        QCOMPARE(waiting(), 1);
        QVERIFY(says(QStringLiteral("98")));
    }

    void theTickedAreAcceptedAtOnceButNotThoseThatAreLikelierWrong() {
        report(1, "900.40");
        report(3, "901.40");
        report(5, "99.00");
        sitDown();
        press(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(queue().model().ticked().size(), std::size_t(2));
        QVERIFY(says(QStringLiteral("1,601 m³"))); // 800 and 801, before anything is said
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!errorShown());
        QCOMPARE(waiting(), 1);
        QCOMPARE(drafted().billable, 2);
        QCOMPARE(violations(), 0);
    }

    void spaceTicksOneRow() {
        report(1, "900.40");
        report(5, "99.00");
        sitDown();
        press(Qt::Key_Down);
        press(Qt::Key_Space);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(waiting(), 1);
        QVERIFY(says(QStringLiteral("900.4")));
    }

    void theLastWordIsTakenBackUntilItIsBilled() {
        report(1, "900.40");
        report(3, "901.40");
        sitDown();
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        QCOMPARE(waiting(), 0);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(waiting(), 1);
        QVERIFY(says(QStringLiteral("901.4")));
        QVERIFY(!errorShown());
        // Home 1 is billed meanwhile, at another seat.
        const auto run = services::draftBills(town().session(Person::Drafter), town().book("01"),
                                              AccountingMonth::containing(town().today()));
        VERIFY_OK(run);
        VERIFY_OK(services::checkBills(town().session(Person::Checker), run->run));
        VERIFY_OK(services::issueBills(town().session(Person::Drafter), run->run));
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(errorShown());
        QCOMPARE(waiting(), 1);
        QCOMPARE(violations(), 0);
    }

    void aReasonShowsOnlyItsReadings() {
        report(1, "900.40");
        report(3, "99.00");
        sitDown();
        press(Qt::Key_1, Qt::ControlModifier);
        press(Qt::Key_Down);
        QCOMPARE(waiting(), 1);
        press(Qt::Key_Return); // back to the queue, nothing is decided
        QCOMPARE(waiting(), 1);
        QVERIFY(queue().view().hasFocus());
    }

    void whatSomebodyElseDecidedIsSaidAndGoes() {
        report(1, "900.40");
        sitDown();
        const ReadingId reading = page().queue().items().front().reading;
        VERIFY_OK(services::addSeat(town().session(Person::Administrator), 9, QStringLiteral("another")));
        services::Workplace another = town().workplaceFor(Person::Supervisor);
        another.seat = 9;
        another.witnessFolder.clear();
        auto there = services::signIn(another, town().numberOf(Person::Supervisor), tests::SmallTown::password());
        VERIFY_OK(there);
        VERIFY_OK(services::decideReading(*there, reading, Decision::Accepted, {}));
        press(Qt::Key_Return);
        QVERIFY(errorShown());
        QCOMPARE(waiting(), 0);
    }

    void aCashierHasNoSuchPage() {
        at().sitDown(Person::Cashier);
        at().window().go({.page = QStringLiteral("readings")});
        at().settle();
        QVERIFY(!qobject_cast<ReadingsPage*>(at().window().page()));
    }
};

METERHALL_TEST_CASE(ReadingsPageTest)

#include "readings_page_test.moc"
