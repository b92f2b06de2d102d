#include "core/services/customer_file.h"
#include "core/services/day_overview.h"
#include "core/services/ingest.h"
#include "core/services/reports.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"
#include "tests/ui/pages/page_test.h"
#include "ui/pages/billing/billing_page.h"
#include "ui/shell/error_bar.h"
#include "ui/widgets/ledger_table.h"

#include <QTest>

using namespace meterhall;

/// One true day with keys alone, from the readings to the closed books: every page in its turn, each person at his own
/// work. Gas of the ten homes of book 01 goes from 100 to 110 (27.00 each); the dial of home 1 runs away and is
/// rejected, that of home 3 is corrected by hand to 120 (10 at 2.70 and 10 at 2.942: 56.42).
class WholeDayTest : public tests::PageTest {
    Q_OBJECT

    static Money fen(std::int64_t minor) { return Money::ofMinor(minor, Currency::cny()); }
    void sitDown(Person person, const char* page) {
        at().sitDown(person);
        at().window().go({.page = QString::fromLatin1(page)});
        at().settle();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        at().press(key, modifiers);
        at().settle();
        const auto* billing = qobject_cast<ui::BillingPage*>(at().window().page());
        QTRY_VERIFY_WITH_TIMEOUT(!billing || !billing->posting(), 30000);
        at().settle();
        const auto* error = at().window().page()->findChild<ui::ErrorBar*>();
        QVERIFY2(!error->isShown(), qPrintable(error->accessibleName()));
    }
    void doIt() { press(Qt::Key_Return, Qt::ControlModifier); }
    void type(const char* text) { at().type(QString::fromLatin1(text)); }
    int waiting() {
        for (const ui::LedgerTable* table : at().window().page()->findChildren<ui::LedgerTable*>()) {
            if (table->model().isTickable())
                return table->model().rowCount();
        }
        return -1;
    }
    void call(int home) {
        press(Qt::Key_F2);
        at().type(town().accountNumber(home, Commodity::Gas));
        press(Qt::Key_Return);
    }

    void theMetersAreRead() {
        std::vector<MeterReport> reports;
        for (int home = 1; home <= 10; ++home)
            reports.push_back(town().report(home, Commodity::Gas,
                                            home == 1   ? "900.40"
                                            : home == 3 ? "99.00"
                                                        : "110.00"));
        VERIFY_OK(services::ingest(town().session(Person::Reader), reports));
    }
    void theSupervisorDecides() {
        sitDown(Person::Supervisor, "readings");
        QCOMPARE(waiting(), 2);
        for (int left = 2; left > 0; --left) {
            const bool ranAway = at().window().page()->findChildren<ui::LedgerTable*>().size() > 0 && isOnTop("900.4");
            press(ranAway ? Qt::Key_F6 : Qt::Key_F8);
            type(ranAway ? "window was dirty" : "120");
            if (!ranAway) {
                at().press(Qt::Key_Return);
                type("seen on the spot");
            }
            press(Qt::Key_Return);
        }
        QCOMPARE(waiting(), 0);
    }
    /// The reading that is decided on next.
    bool isOnTop(const char* dial) {
        for (const ui::LedgerTable* table : at().window().page()->findChildren<ui::LedgerTable*>()) {
            if (!table->model().isTickable())
                continue;
            const ui::LedgerRow* row = table->model().row(table->model().rowOf(table->currentId()));
            return row && std::ranges::any_of(row->cells, [dial](const ui::Cell& cell) {
                       return cell.text.contains(QLatin1String(dial)) || cell.second.contains(QLatin1String(dial));
                   });
        }
        return false;
    }
    void twoPeopleBillTheBook() {
        sitDown(Person::Drafter, "billing");
        press(Qt::Key_F7);
        sitDown(Person::Checker, "billing");
        press(Qt::Key_F8);
        sitDown(Person::Drafter, "billing");
        doIt();
    }
    void theCashierOpensAShift() {
        sitDown(Person::Cashier, "day-close");
        type("500");
        press(Qt::Key_Return);
        type("1001");
        press(Qt::Key_Return);
        type("1020");
        doIt();
    }
    void theCashierTakesMoney() {
        at().window().go({.page = QStringLiteral("counter")});
        at().settle();
        call(2); // 27.00 in cash out of 50, and gone
        type("50");
        press(Qt::Key_Return);
        call(3); // 56.42 by telephone
        press(Qt::Key_F6);
        type("4200001822202411211234567890");
        press(Qt::Key_Return);
        call(4); // taken, and taken back
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        press(Qt::Key_Z, Qt::ControlModifier);
        press(Qt::Key_Return);
        QCOMPARE(at().printed().size(), 4);
    }
    void theDrawerIsCountedAndTheDayClosed() {
        at().window().go({.page = QStringLiteral("day-close")});
        at().settle();
        for (const char* pieces : {"5", "0", "1", "0", "1", "2"}) { // 500 + 20 + 5 + 2: the float and 27.00
            type(pieces);
            at().press(Qt::Key_Return);
        }
        doIt();
        sitDown(Person::Lead, "day-close");
        doIt(); // the shift, without a difference
        doIt(); // the day
    }

private Q_SLOTS:
    void fromTheReadingsToTheClosedBooks() {
        theMetersAreRead();
        theSupervisorDecides();
        twoPeopleBillTheBook();
        theCashierOpensAShift();
        theCashierTakesMoney();
        theDrawerIsCountedAndTheDayClosed();
        at().standUp();
        const auto day = services::dayOverview(town().session(Person::Lead), town().today());
        VERIFY_OK(day);
        QVERIFY(day->closedBy);
        QCOMPARE(*day->shifts.front().expected, fen(52'700));
        QVERIFY(day->shifts.front().over->isZero() && day->shifts.front().shortage->isZero());
        QStringList takings;
        for (const services::CompanyTaking& taking : *day->takings)
            takings << QStringLiteral("%1 %2 %3 %4")
                           .arg(taking.entityCode, codeOf(taking.method))
                           .arg(taking.receipts)
                           .arg(taking.amount.toString());
        QCOMPARE(takings, (QStringList{"gas-co cash 3 27.00", "gas-co wechat 1 56.42"}));
        const auto owed = [this](int home) {
            return services::customerHead(town().session(Person::Cashier), town().account(home, Commodity::Gas))
                ->money.owed;
        };
        QCOMPARE(owed(1), fen(0)); // not billed
        QCOMPARE(owed(2), fen(0));
        QCOMPARE(owed(3), fen(0));
        QCOMPARE(owed(4), fen(27'00));
        QCOMPARE(violations(), 0);
    }
};

METERHALL_TEST_CASE(WholeDayTest)

#include "whole_day_test.moc"
