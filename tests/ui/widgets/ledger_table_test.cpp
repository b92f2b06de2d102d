#include "tests/support/test_case.h"
#include "ui/theme/theme.h"
#include "ui/widgets/ledger_table.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace meterhall::ui;

class LedgerTableTest : public QObject {
    Q_OBJECT

    static std::vector<Column> columns() {
        return {
            Column{.title = QStringLiteral("Name"), .width = 120, .flexible = true},
            Column{.title = QStringLiteral("Amount"), .width = 100, .number = true, .unit = QStringLiteral("yuan")}};
    }
    static LedgerRow row(std::int64_t id, const QString& name, std::int64_t fen) {
        return {.id = id,
                .cells = {{.text = name}, {.text = QString::number(fen / 100) + QStringLiteral(".00"), .order = fen}}};
    }
    static std::vector<LedgerRow> three() {
        return {row(7, QStringLiteral("Wang"), 900'00), row(8, QStringLiteral("Li"), 70'00),
                row(9, QStringLiteral("Zhao"), 1000'00)};
    }
    static QStringList names(const LedgerTable& table) {
        QStringList shown;
        for (int at = 0; at < table.model().rowCount(); ++at)
            shown += table.model().index(at, 0).data().toString();
        return shown;
    }

private Q_SLOTS:
    void init() { Theme().apply(); }

    void amountsAreSortedByTheirValueNotTheirText() {
        LedgerTable table(columns());
        table.model().setRows(three());
        table.model().sort(1, Qt::AscendingOrder);
        QCOMPARE(names(table), (QStringList{"Li", "Wang", "Zhao"}));
        table.model().sort(1, Qt::DescendingOrder);
        QCOMPARE(names(table), (QStringList{"Zhao", "Wang", "Li"}));
        QVERIFY(
            table.model().headerData(1, Qt::Horizontal, Qt::ToolTipRole).toString().contains(QStringLiteral("Amount")));
    }

    void spaceTicksAndControlATicksAll() {
        LedgerTable table(columns());
        table.model().setRows(three());
        table.model().setTickable(true);
        table.show();
        table.selectRow(1);
        QSignalSpy changed(&table.model(), &LedgerModel::tickedChanged);
        QTest::keyClick(&table.view(), Qt::Key_Space);
        QCOMPARE(table.model().ticked(), std::set<std::int64_t>{8});
        QTest::keyClick(&table.view(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(table.model().ticked().size(), 3U);
        QTest::keyClick(&table.view(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(table.model().ticked().empty());
        QCOMPARE(changed.size(), 3);
    }

    void typingFiltersAndEscapeShowsAllAgain() {
        LedgerTable table(columns());
        table.model().setRows(three());
        table.show();
        QTest::keyClick(&table.view(), 'a');
        QCOMPARE(names(table), (QStringList{"Wang", "Zhao"}));
        QTest::keyClick(table.findChild<QLineEdit*>(), Qt::Key_Escape);
        QCOMPARE(table.model().rowCount(), 3);
    }

    void enterOpensTheRowAndRepeatsAreIgnored() {
        LedgerTable table(columns());
        table.model().setRows(three());
        table.show();
        table.select(9);
        QSignalSpy opened(&table, &LedgerTable::activated);
        QTest::keyClick(&table.view(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toLongLong(), 9);
        QKeyEvent repeated(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"), true);
        QApplication::sendEvent(&table.view(), &repeated);
        QCOMPARE(opened.size(), 1);
    }

    void aRowIsCopiedWithTheUnitInItsHeader() {
        LedgerTable table(columns());
        table.model().setRows(three());
        table.select(8);
        QCOMPARE(table.copied(), QStringLiteral("Name\tAmount (yuan)\nLi\t70.00"));
    }

    void ticksOfRowsThatAreGoneAreForgotten() {
        LedgerTable table(columns());
        table.model().setRows(three());
        table.model().setTickable(true);
        table.model().tickAll(true);
        table.model().setRows({row(8, QStringLiteral("Li"), 70'00)});
        QCOMPARE(table.model().ticked(), std::set<std::int64_t>{8});
    }

    // A million rows: only what comes into sight is asked for, once, and it is shown when it comes.
    void aWindowAsksForWhatIsSeenAndNothingElse() {
        LedgerTable table(columns());
        std::vector<int> asked;
        table.model().setWindow(1'000'000, [&](int page) { asked.push_back(page); });
        table.resize(600, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QCOMPARE(asked, std::vector<int>{0});
        std::vector<LedgerRow> rows;
        for (int at = 0; at < LedgerModel::pageRows; ++at)
            rows.push_back(row(at + 1, QStringLiteral("Row %1").arg(at), at));
        table.model().setPage(0, rows);
        QCOMPARE(table.model().index(0, 0).data().toString(), QStringLiteral("Row 0"));
        asked.clear();
        table.view().scrollTo(table.model().index(700'000, 0));
        QApplication::processEvents();
        QVERIFY(!asked.empty() && asked.size() <= 2);
        QCOMPARE(asked.front(), 700'000 / LedgerModel::pageRows);
        QVERIFY(table.model().index(700'000, 0).data().isNull()); // on its way
    }

    void nothingToShowIsSaidInWords() {
        LedgerTable table(columns());
        table.setEmptyText(QStringLiteral("No open bills."));
        table.show();
        const auto shown = [&] {
            for (const QLabel* label : table.findChildren<QLabel*>())
                if (label->isVisible() && label->text() == QLatin1String("No open bills."))
                    return true;
            return false;
        };
        QVERIFY(shown());
        table.model().setRows(three());
        QVERIFY(!shown());
    }
};

METERHALL_TEST_APPLICATION(QApplication)
METERHALL_TEST_CASE(LedgerTableTest)

#include "ledger_table_test.moc"
