#include "tests/support/test_case.h"
#include "tests/ui/pages/page_test.h"
#include "ui/pages/customer/customer_page.h"
#include "ui/pages/parts/bill_explanation.h"
#include "ui/pages/parts/explanation_steps.h"
#include "ui/pages/parts/trace_tree.h"
#include "ui/shell/paper_preview.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/waterfall.h"

#include <QComboBox>
#include <QLabel>
#include <QTest>

using namespace meterhall;
using ui::BillExplanation;

/// The explanation over the customer's page. 21 m3 to 20 November: 10 x 2.70 + 11 x 2.942 = 59.36; 10 m3 to 20
/// December, all of them in tier 2: 29.42.
class BillExplanationTest : public tests::PageTest {
    Q_OBJECT

    BillExplanation* shown() {
        const auto found = at().window().findChildren<BillExplanation*>();
        return found.isEmpty() ? nullptr : found.back();
    }
    void explain(int months) {
        town().readAndIssueAll("121.90");
        if (months > 1) {
            town().moveTo(*Date::of(2026, 12, 20));
            town().readAndIssueAll("131.90");
        }
        at().sitDown(Person::Cashier);
        at().press(Qt::Key_K, Qt::ControlModifier);
        at().type(QStringLiteral(">cust"));
        at().press(Qt::Key_Return);
        at().press(Qt::Key_K, Qt::ControlModifier);
        at().type(town().accountNumber(1, Commodity::Gas));
        at().settle();
        at().press(Qt::Key_Return);
        at().settle();
        at().press(Qt::Key_4, Qt::ControlModifier);
        at().press(Qt::Key_D, Qt::ControlModifier);
        at().settle();
    }
    QString words() {
        QStringList all;
        for (const QLabel* label : shown()->findChildren<QLabel*>())
            all << label->text();
        return all.join(u'\n');
    }
    /// Every line of the tree, indented.
    static void linesBelow(const QAbstractItemModel& model, const QModelIndex& parent, int level, QStringList& lines) {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex at = model.index(row, 0, parent);
            lines << QString(level, u' ') + at.data().toString();
            linesBelow(model, at, level + 1, lines);
        }
    }
    QStringList lines() {
        QStringList all;
        linesBelow(*shown()->findChild<ui::TraceTree*>()->model(), {}, 0, all);
        return all;
    }

private Q_SLOTS:
    void theMonthsAreComparedCauseByCause() {
        explain(2);
        QVERIFY(shown() && shown()->isVisible());
        QCOMPARE(shown()->findChild<QComboBox*>()->currentText(), QStringLiteral("2026-11: 59.36"));
        const QString told = words();
        for (const char* sentence : {"2026-12 comes to 29.94 less than 2026-11.", "11 m³ less than in 2026-11: −32.36",
                                     "Another part of the use lies in each of the tiers: +2.42"})
            QVERIFY2(told.contains(QString::fromUtf8(sentence)), qPrintable(told));
        QCOMPARE(shown()->findChild<ui::Waterfall*>()->accessibleName(),
                 QStringLiteral("2026-11 59.36; Household 0.00; Days 0.00; Use −32.36; Tiers +2.42; Price 0.00; "
                                "Charges 0.00; Rounding 0.00; 2026-12 29.42"));
    }

    void everyNumberHasItsPlaceInTheTree() {
        explain(1);
        const QStringList tree = lines();
        QCOMPARE(tree.front(), QStringLiteral("59.36 = 27.00 + 32.36"));
        for (const char* line :
             {"because: ", "price of 燃气费, tier 1, 2026-1", "upper bound of tier 1", "dial read", "dial billed up to",
              "meter GAS0001, volume", "position on the ladder before this bill"})
            QVERIFY2(!tree.filter(QString::fromUtf8(line)).isEmpty(), qPrintable(tree.join(u'\n')));
        QCOMPARE(shown()->findChild<ui::Badge*>(QStringLiteral("proof"))->text(), QStringLiteral("Worked out twice"));
        QVERIFY(words().contains(QStringLiteral("the account's only bill")));
    }

    void enterOnANumberGoesWhereItComesFrom() {
        explain(1);
        auto* tree = shown()->findChild<ui::TraceTree*>();
        const auto leaves =
            tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, QStringLiteral("dial read"), 1,
                                 Qt::MatchContains | Qt::MatchRecursive);
        QCOMPARE(leaves.size(), 1);
        tree->setCurrentIndex(leaves.front());
        QTest::keyClick(tree, Qt::Key_Return);
        at().settle();
        QVERIFY(!shown() || !shown()->isVisible());
        QVERIFY(qobject_cast<ui::CustomerPage*>(at().window().page()));
    }

    void itGoesHomeOnAPageOfPaper() {
        explain(2);
        QTest::keyClick(shown(), Qt::Key_P, Qt::ControlModifier);
        at().settle();
        auto* preview = shown()->findChild<ui::PaperPreview*>();
        QVERIFY(preview && preview->isVisible());
        QTest::keyClick(preview, Qt::Key_Return);
        at().settle();
        QCOMPARE(at().printed().size(), 1);
        QVERIFY2(at().printed().front().startsWith(QStringLiteral("账单说明-")), qPrintable(at().printed().front()));
        QVERIFY(shown()->isVisible());
        QCOMPARE(violations(), 0);
    }

    void onPaperEveryNumberStandsOnce() {
        Trace trace;
        const auto use = trace.leaf(LeafKind::Reading, QStringLiteral("10"), QStringLiteral("no register is billed"));
        const auto price = trace.leaf(LeafKind::Price, QStringLiteral("2.70"), QStringLiteral("free quantity"));
        const Trace::Node factors[] = {use, price};
        const auto energy = trace.node(QStringLiteral("multiply"), factors, QStringLiteral("27.00"));
        const Trace::Node terms[] = {energy, use};
        trace.setRoot(trace.node(QStringLiteral("add"), terms, QStringLiteral("37.00")));
        const auto same = [](const QString& name) { return name; };
        const auto steps = ui::explanationSteps(trace, ui::TraceWords(same, same));
        const std::vector<papers::StepRow> expected{{0, QStringLiteral("37.00 = 27.00 + 10")},
                                                    {1, QStringLiteral("27.00 = 10 × 2.70")},
                                                    {2, QStringLiteral("10  no register is billed")},
                                                    {2, QStringLiteral("2.70  free quantity")}};
        QVERIFY(steps == expected);
    }

    void escapePutsItAway() {
        explain(1);
        QTest::keyClick(shown(), Qt::Key_Escape);
        at().settle();
        QVERIFY(!shown());
        QCOMPARE(violations(), 0);
    }
};

METERHALL_TEST_CASE(BillExplanationTest)
#include "bill_explanation_test.moc"
