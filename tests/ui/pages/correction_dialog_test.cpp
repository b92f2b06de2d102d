#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"
#include "tests/ui/pages/page_test.h"
#include "ui/pages/customer/correction_dialog.h"
#include "ui/pages/customer/correction_form.h"
#include "ui/shell/approval.h"
#include "ui/shell/error_bar.h"
#include "ui/widgets/ledger_table.h"
#include "ui/widgets/number_edit.h"

#include <QComboBox>
#include <QLabel>
#include <QTest>

using namespace meterhall;
using ui::CorrectionDialog;

/// 21 m3 to 20 November (59.36) and 19 to 20 December (58.84). The dial of November was really 105.20: 5 x 2.70
/// = 13.50, then 36 from 295: 5 x 2.70 + 31 x 2.942 = 104.70.
class CorrectionDialogTest : public tests::PageTest {
    Q_OBJECT

    CorrectionDialog* shown() {
        const auto found = at().window().findChildren<CorrectionDialog*>();
        return found.isEmpty() ? nullptr : found.back();
    }
    /// Over the bill of November, which is the last line.
    void correctNovember(Person person = Person::Drafter) {
        town().readAndIssueAll("121.90");
        town().moveTo(*Date::of(2026, 12, 20));
        town().readAndIssueAll("141.00");
        at().sitDown(person);
        at().press(Qt::Key_K, Qt::ControlModifier);
        at().type(QStringLiteral(">cust"));
        at().press(Qt::Key_Return);
        at().press(Qt::Key_K, Qt::ControlModifier);
        at().type(town().accountNumber(1, Commodity::Gas));
        at().settle();
        at().press(Qt::Key_Return);
        at().settle();
        at().press(Qt::Key_4, Qt::ControlModifier);
        at().press(Qt::Key_Down);
        at().press(Qt::Key_E, Qt::ControlModifier);
        at().settle();
    }
    void typeDial(const QString& dial, const QString& reason) {
        for (auto* edit : shown()->findChildren<ui::QuantityEdit*>())
            if (edit->accessibleName().startsWith(QStringLiteral("What the dial showed")))
                edit->setText(dial);
        for (auto* edit : shown()->findChildren<QLineEdit*>())
            if (edit->accessibleName() == QStringLiteral("Reason"))
                edit->setText(reason);
    }
    void workOut() {
        QTest::keyClick(shown(), Qt::Key_Return, Qt::ControlModifier);
        at().settle();
    }
    QStringList sheet() {
        QStringList lines;
        const ui::LedgerModel& model = shown()->findChild<ui::LedgerTable*>()->model();
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList cells;
            for (const ui::Cell& cell : model.row(row)->cells)
                cells << cell.text;
            lines << cells.mid(1).join(u' ');
        }
        return lines;
    }
    QString words() {
        QStringList all;
        for (const QLabel* label : shown()->findChildren<QLabel*>())
            if (label->isVisible())
                all << label->text();
        return all.join(u'\n');
    }
    std::int64_t reversals() { return *town().openDirectly()->number("SELECT count(*) FROM bill_reversal"); }

private Q_SLOTS:
    void aDialIsCorrectedByTwo() {
        correctNovember();
        QVERIFY(shown() && shown()->isVisible());
        QCOMPARE(shown()->windowTitle(), QStringLiteral("Correct the bill of 2026-11"));
        typeDial(QStringLiteral("105.2"), QStringLiteral("photo"));
        workOut();
        QCOMPARE(sheet(), QStringList({QStringLiteral("2026-11 21 5 59.36 13.50 −45.86"),
                                       QStringLiteral("2026-12 20 36 58.84 104.70 +45.86")}));
        QVERIFY2(words().contains(QStringLiteral("In all 0.00.")), qPrintable(words()));
        QCOMPARE(reversals(), std::int64_t(0));
        QTest::keyClick(shown(), Qt::Key_F9);
        at().settle();
        QVERIFY(at().window().approval());
        at().window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&at().window()));
        at().type(town().numberOf(Person::Checker));
        at().press(Qt::Key_Return);
        at().type(QString::fromUtf8(town().password()));
        at().press(Qt::Key_Return);
        at().settle();
        QVERIFY(!at().window().approval());
        QCOMPARE(reversals(), std::int64_t(2));
        QCOMPARE(at().printed().size(), 1);
        QVERIFY2(at().printed().front().startsWith(QStringLiteral("更正结算单-")), qPrintable(at().printed().front()));
        QCOMPARE(violations(), 0);
    }

    void whatIsMissingIsSaid() {
        correctNovember();
        workOut();
        QVERIFY(words().contains(QStringLiteral("Write how it is known.")));
        typeDial({}, QStringLiteral("photo"));
        workOut();
        QVERIFY(words().contains(QStringLiteral("Type what the dial showed.")));
        typeDial(QStringLiteral("121.9"), QStringLiteral("photo"));
        workOut();
        const auto* error = shown()->findChild<ui::ErrorBar*>();
        QVERIFY(error->isShown());
        QVERIFY(sheet().isEmpty());
        QTest::keyClick(shown(), Qt::Key_F9); // nothing to approve
        at().settle();
        QVERIFY(!at().window().approval());
        QTest::keyClick(shown(), Qt::Key_Escape);
        at().settle();
        QVERIFY(!shown());
        QCOMPARE(violations(), 0);
    }

    void aTestReportMakesBillsOfTheMeter() {
        correctNovember();
        auto* kind = shown()->findChild<QComboBox*>();
        kind->setCurrentIndex(2);
        for (auto* edit : shown()->findChildren<ui::QuantityEdit*>())
            if (edit->accessibleName() == QStringLiteral("By how much"))
                edit->setText(QStringLiteral("5"));
        for (auto* edit : shown()->findChildren<QLineEdit*>())
            if (edit->accessibleName() == QStringLiteral("Reason"))
                edit->setText(QStringLiteral("report 117"));
        workOut();
        // 21 / 1.05, by a factor of six decimals: 10 x 2.70 + 10.000001 x 2.942.
        QVERIFY2(sheet().size() == 2 && sheet().front() == QStringLiteral("2026-11 21 20.000001 59.36 56.42 −2.94"),
                 qPrintable(sheet().join(u'|') + words()));
        QCOMPARE(reversals(), std::int64_t(0));
        QCOMPARE(violations(), 0);
    }

    void whoMayNotPrepareItHasNoSuchKey() {
        correctNovember(Person::Cashier);
        QVERIFY(!shown());
    }
};

METERHALL_TEST_CASE(CorrectionDialogTest)
#include "correction_dialog_test.moc"
