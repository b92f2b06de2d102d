#include "core/services/reading_work.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"
#include "tests/ui/pages/page_test.h"
#include "ui/pages/concentrators/concentrators_page.h"
#include "ui/pages/concentrators/terminal_words.h"
#include "ui/widgets/ledger_table.h"

#include <QTest>

using namespace meterhall;
using ui::ConcentratorsPage;

/// Thirty meters hang behind one terminal; the first ones of a run do not answer.
class ConcentratorsPageTest : public tests::PageTest {
    Q_OBJECT

    void run(std::size_t silent) {
        services::Session& supervisor = town().session(Person::Supervisor);
        const auto begun = services::startReadingRun(supervisor, {});
        VERIFY_OK(begun);
        std::vector<services::MeterOutcome> outcomes;
        for (const services::MeterToRead& meter : begun->meters) {
            const bool read = outcomes.size() >= silent;
            outcomes.push_back({meter.meter, read, read ? QString() : QStringLiteral("no answer"),
                                read ? QString() : QStringLiteral("silent for 3 s"), read ? 1 : 3});
        }
        VERIFY_OK(services::finishReadingRun(supervisor, begun->run, outcomes));
    }
    void sitDown(Person person) {
        at().sitDown(person);
        at().window().go({.page = QStringLiteral("concentrators")});
        at().settle();
    }
    /// The table that has a row with this text in its first column or below it.
    ui::LedgerTable* tableWith(int column, const QString& text) {
        for (ui::LedgerTable* table : at().window().page()->findChildren<ui::LedgerTable*>()) {
            const ui::LedgerRow* row = table->model().row(0);
            if (row && row->cells.size() > std::size_t(column) && row->cells[std::size_t(column)].text == text)
                return table;
        }
        return nullptr;
    }

private Q_SLOTS:
    void theUnreadMetersStandWithTheirCause() {
        run(2);
        sitDown(Person::Supervisor);
        QVERIFY(at().page<ConcentratorsPage>().context().contains(u'2'));
        const ui::LedgerTable* unread = tableWith(1, ui::causeText(QStringLiteral("no answer")));
        QVERIFY(unread);
        QCOMPARE(unread->model().rowCount(), 2);
        QCOMPARE(unread->model().row(0)->cells[1].second, QStringLiteral("silent for 3 s"));
        QVERIFY(tableWith(0, QStringLiteral("0571-00001")));
    }

    void aRunThatReadAllSaysSoAndF5LooksAgain() {
        sitDown(Person::Engineer);
        QVERIFY(at().page<ConcentratorsPage>().context().isEmpty());
        QCOMPARE(tableWith(0, QStringLiteral("0571-00001"))->model().row(0)->cells[2].text, QStringLiteral("—"));
        run(0);
        at().press(Qt::Key_F5);
        at().settle();
        QCOMPARE(tableWith(0, QStringLiteral("0571-00001"))->model().row(0)->cells[2].text, QStringLiteral("30"));
        QVERIFY(!tableWith(1, ui::causeText(QStringLiteral("no answer"))));
    }

    void aCashierHasNoSuchPage() {
        at().sitDown(Person::Cashier);
        at().window().go({.page = QStringLiteral("concentrators")});
        at().settle();
        QVERIFY(!qobject_cast<ConcentratorsPage*>(at().window().page()));
    }
};

METERHALL_TEST_CASE(ConcentratorsPageTest)

#include "concentrators_page_test.moc"
