#include "core/services/billing_overview.h"
#include "core/services/ingest.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"
#include "tests/ui/pages/page_test.h"
#include "ui/pages/billing/billing_page.h"
#include "ui/pages/billing/row_card.h"
#include "ui/pages/billing/run_card.h"
#include "ui/shell/error_bar.h"
#include "ui/shell/long_run.h"
#include "ui/widgets/ledger_table.h"

#include <QTest>
#include <QTranslator>

using namespace meterhall;
using services::RunStage;
using ui::BillingPage;

/// Ten homes hang in book 01; their gas stands at 110.00, and that of home 3 went back to 99.00: nine bills of
/// 10 x 2.70, 243.00 together, are computed. The water of five homes is not read (tests/core/services).
class BillingPageTest : public tests::PageTest {
    Q_OBJECT

    void read(int home, const char* dial) {
        at().standUp();
        VERIFY_OK(
            services::ingest(town().session(Person::Reader), std::vector{town().report(home, Commodity::Gas, dial)}));
    }
    void readTheFirstBook() {
        std::vector<MeterReport> reports;
        for (int home = 1; home <= 10; ++home)
            reports.push_back(town().report(home, Commodity::Gas, home == 3 ? "99.00" : "110.00"));
        VERIFY_OK(services::ingest(town().session(Person::Reader), reports));
    }
    AccountingMonth month() const { return AccountingMonth::containing(town().today()); }
    /// Sits down with the page before him.
    void open(Person person) {
        at().sitDown(person);
        at().window().go({.page = QStringLiteral("billing")});
        settle();
    }
    void settle() {
        at().settle();
        QTRY_VERIFY_WITH_TIMEOUT(!page().posting(), 30000);
        at().settle();
    }
    BillingPage& page() { return at().page<BillingPage>(); }
    QString sentence() { return page().findChild<ui::RunCard*>()->sentence(); }
    ui::LedgerTable& accounts() { return *page().findChild<ui::LedgerTable*>(QStringLiteral("accounts")); }
    QString cell(int row, int column) {
        const ui::LedgerRow* found = accounts().model().row(row);
        return found ? found->cells[std::size_t(column)].text : QString();
    }
    QString errorText() {
        auto* bar = page().findChild<ui::ErrorBar*>();
        return bar->isShown() ? bar->accessibleName() : QString();
    }
    void key(Qt::Key pressed, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        at().press(pressed, modifiers);
        settle();
    }
    /// The first book as it is kept; ends the session at the window.
    services::BookRun firstBook() {
        at().standUp();
        const auto runs = services::bookRuns(town().session(Person::Finance), month());
        if (!runs.ok())
            qFatal("book runs: %s", qPrintable(runs.error().toString()));
        return runs->front();
    }
    void computeAndCheck() {
        open(Person::Drafter);
        key(Qt::Key_F7);
        open(Person::Checker);
        key(Qt::Key_F8);
        QCOMPARE(errorText(), QString());
    }

private Q_SLOTS:
    void oneComputesAnotherChecksAndTheBillsArePosted() {
        readTheFirstBook();
        open(Person::Drafter);
        QVERIFY(sentence().contains(QStringLiteral("F7")));
        key(Qt::Key_F7);
        QVERIFY(sentence().contains(QStringLiteral("second person")));
        open(Person::Checker);
        QVERIFY(sentence().contains(QStringLiteral("F8")));
        key(Qt::Key_F8);
        QVERIFY2(sentence().contains(QStringLiteral("total 243.00")), qPrintable(sentence()));
        open(Person::Drafter);
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(errorText(), QString());
        QVERIFY(sentence().contains(QStringLiteral("record")));
        const auto book = firstBook();
        QVERIFY(book.stage() == RunStage::Issued);
        QCOMPARE(book.newest->issued, 9);
        QCOMPARE(book.newest->issuedTotal.toString(), QStringLiteral("243.00"));
        QCOMPARE(violations(), 0);
    }

    void whoComputedIsRefusedInWordsWhenHeChecks() {
        readTheFirstBook();
        open(Person::Drafter);
        key(Qt::Key_F7);
        key(Qt::Key_F8);
        QCOMPARE(errorText(), QStringLiteral("Who computed a run may not check it."));
        key(Qt::Key_Return, Qt::ControlModifier); // nothing was checked, so nothing is posted
        QVERIFY(firstBook().stage() == RunStage::Drafted);
        QCOMPARE(violations(), 0);
    }

    void aDoubtfulReadingIsHeldOnTopWithItsReasonAndBlocksNobody() {
        readTheFirstBook();
        computeAndCheck();
        QCOMPARE(accounts().model().rowCount(), 15);
        QCOMPARE(cell(0, 0), town().accountNumber(3, Commodity::Gas));
        QCOMPARE(cell(0, 6), QStringLiteral("Doubtful reading"));
        QCOMPARE(cell(1, 6), QStringLiteral("Not read"));
        QCOMPARE(cell(6, 3), QStringLiteral("27.00"));
        const QString said = page().findChild<ui::RowCard*>()->text();
        QVERIFY2(said.contains(QStringLiteral("99")) && said.contains(QStringLiteral("lower than before")),
                 qPrintable(said));
        key(Qt::Key_Return, Qt::ControlModifier);
        const auto book = firstBook();
        QCOMPARE(book.newest->issued, 9);
        QCOMPARE(book.newest->held, 6);
        QCOMPARE(violations(), 0);
    }

    void whatChangedBeforePostingIsComputedAgainAndWantsAnotherCheck() {
        readTheFirstBook();
        computeAndCheck();
        read(1, "111.00"); // 10 x 2.70 + 1 x 2.942
        open(Person::Checker);
        QVERIFY2(sentence().startsWith(QStringLiteral("1 ")), qPrintable(sentence()));
        key(Qt::Key_F7);
        key(Qt::Key_F8);
        QCOMPARE(errorText(), QStringLiteral("Who computed a run may not check it."));
        open(Person::Drafter);
        key(Qt::Key_F8);
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(firstBook().newest->issuedTotal.toString(), QStringLiteral("245.94"));
        QCOMPARE(violations(), 0);
    }

    void whatChangedUnderPostingIsRefusedNamedAndComputedAgain() {
        readTheFirstBook();
        computeAndCheck();
        read(1, "111.00");
        open(Person::Drafter);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(sentence().contains(town().accountNumber(1, Commodity::Gas)), qPrintable(sentence()));
        QCOMPARE(cell(0, 6), QStringLiteral("Input changed"));
        key(Qt::Key_F7);
        open(Person::Checker);
        QCOMPARE(cell(6, 3), QStringLiteral("29.94")); // behind the six that are held
        QCOMPARE(cell(7, 6), QStringLiteral("Billed already"));
        key(Qt::Key_F8);
        key(Qt::Key_Return, Qt::ControlModifier);
        const auto book = firstBook();
        QCOMPARE(book.issuedInMonth, 9);
        QCOMPARE(book.issuedTotalInMonth.toString(), QStringLiteral("245.94"));
        QCOMPARE(violations(), 0);
    }

    void aWindowThatIsClosedBetweenTwoChunksGoesOnLaterAndDoublesNothing() {
        readTheFirstBook();
        computeAndCheck();
        at().press(Qt::Key_Return, Qt::ControlModifier);
        ui::LongRun* run = page().posting();
        QVERIFY(run);
        connect(run, &ui::LongRun::changed, this, [this, run] {
            if (run->phase() == ui::LongRun::Phase::Running && run->progress().done > 0)
                at().press(Qt::Key_Escape);
        });
        QTRY_VERIFY_WITH_TIMEOUT(run->phase() == ui::LongRun::Phase::Paused, 30000);
        const auto stopped = firstBook(); // the window is closed
        QVERIFY(stopped.stage() == RunStage::Issuing);
        QCOMPARE(stopped.newest->issued, 5);
        open(Person::Drafter);
        QVERIFY2(sentence().startsWith(QStringLiteral("Interrupted at 5 of 9")), qPrintable(sentence()));
        key(Qt::Key_Return, Qt::ControlModifier);
        const auto finished = firstBook();
        QVERIFY(finished.stage() == RunStage::Issued);
        QCOMPARE(finished.newest->issued, 9);
        QCOMPARE(finished.newest->issuedTotal.toString(), QStringLiteral("243.00"));
        QCOMPARE(violations(), 0);
    }

    void postingOutlivesThePageAndIsPausedAndTakenUpAgain() {
        readTheFirstBook();
        computeAndCheck();
        at().press(Qt::Key_Return, Qt::ControlModifier);
        ui::LongRun* run = page().posting();
        QVERIFY(run);
        at().press(Qt::Key_Escape);
        QVERIFY(run->phase() == ui::LongRun::Phase::Paused);
        at().settle();
        QVERIFY2(sentence().startsWith(QStringLiteral("Paused")), qPrintable(sentence()));
        ui::Preferences other = at().window().preferences();
        other.language = QStringLiteral("zh_CN"); // every page is made anew
        at().window().use(other);
        at().settle();
        QVERIFY(page().posting() == run);
        at().press(Qt::Key_Return, Qt::ControlModifier);
        settle();
        for (QTranslator* words : qApp->findChildren<QTranslator*>()) // the other tests read the source texts
            QCoreApplication::removeTranslator(words);
        QCOMPARE(firstBook().newest->issued, 9);
    }

    void anotherMonthHasRunsOfItsOwn() {
        readTheFirstBook();
        open(Person::Drafter);
        key(Qt::Key_F7);
        key(Qt::Key_1, Qt::ControlModifier);
        key(Qt::Key_Down);
        QVERIFY(page().context().startsWith(QStringLiteral("2026-10")) ||
                page().context().startsWith(QStringLiteral("2026-12")));
        QCOMPARE(accounts().model().rowCount(), 0);
        QVERIFY(sentence().contains(QStringLiteral("F7")));
    }

    void theCounterHasNoBillingPage() {
        at().sitDown(Person::Cashier);
        at().window().go({.page = QStringLiteral("billing")});
        QVERIFY(!qobject_cast<BillingPage*>(at().window().page()));
    }
};

METERHALL_TEST_CASE(BillingPageTest)

#include "billing_page_test.moc"
