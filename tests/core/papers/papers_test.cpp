#include "core/papers/paper.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;
using namespace meterhall::papers;

namespace {

Money yuan(qint64 fen) {
    return Money::ofMinor(fen, Currency::cny());
}

BillPaper smallBill() {
    BillPaper bill;
    bill.head.paperNumber = QStringLiteral("T0000017");
    bill.head.issuedAt = {Instant::fromMicroseconds(1'795'163'400'123'456), 480};
    bill.accountNumber = QStringLiteral("10023345");
    bill.holder = QStringLiteral("王*英");
    bill.readings = {{QStringLiteral("G4-0117"),
                      *Date::of(2026, 10, 20),
                      *Decimal::parse(u"1202"),
                      *Date::of(2026, 11, 20),
                      *Decimal::parse(u"1237.0"),
                      PrintedOrigin::Remote,
                      {1, 0},
                      {35, 0}}};
    bill.charges = {{QStringLiteral("天然气费"), QStringLiteral("第一档"), Decimal{263, 2}, Decimal{35, 0}, yuan(9205)},
                    {QStringLiteral("固定费"), {}, {}, {}, yuan(100)}};
    bill.toPay = yuan(9305);
    return bill;
}

} // namespace

class PapersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindReadsBackAsItWasStored() {
        ReceiptPaper receipt;
        receipt.settled = {{QStringLiteral("B1"), *AccountingMonth::of(2026, 11), yuan(9305), yuan(12)}};
        ShiftSheetPaper sheet;
        sheet.counted = {{yuan(10000), 3, yuan(30000)}};
        DayReportPaper report;
        report.cashiers = {{QStringLiteral("0107"), QStringLiteral("1"), 88, yuan(100), yuan(50), yuan(0), yuan(1)}};
        ExplanationPaper explanation;
        explanation.steps = {{0, QStringLiteral("59.36 = 27.00 + 32.36")}, {1, QStringLiteral("27.00 = 10 × 2.70")}};
        explanation.comparison = {QStringLiteral("2026-12: −29.94")};
        explanation.proved = true;
        SettlementPaper settlement;
        settlement.bills = {{QStringLiteral("1"), *AccountingMonth::of(2026, 11), *Date::of(2026, 11, 20),
                             *Decimal::parse(u"21"), *Decimal::parse(u"5"), yuan(5936), yuan(1350), yuan(-4586)}};
        settlement.accounts = {{QStringLiteral("1"), QStringLiteral("王*英"), {}, yuan(-4586), yuan(-4586)}};
        for (const Paper& paper :
             {Paper(smallBill()), Paper(receipt), Paper(sheet), Paper(report), Paper(explanation), Paper(settlement)}) {
            const auto again = paperFromCanonical(canonicalForm(paper));
            QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().toString()));
            QVERIFY(*again == paper);
            QCOMPARE(contentHash(*again), contentHash(paper));
        }
    }

    void theStoredFormIsFixed() {
        ReceiptPaper receipt;
        receipt.accountNumber = QStringLiteral("1");
        receipt.total = yuan(-9305);
        const QByteArray stored = canonicalForm(receipt);
        QVERIFY(
            stored.startsWith(R"({"form":1,"kind":"receipt","paper":{"account":"1","address":"","change":"0.00 CNY")"));
        QVERIFY(stored.contains(R"("total":"-93.05 CNY")"));
        QCOMPARE(contentHash(receipt).size(), 32);
    }

    void everyChangedFieldChangesTheHash() {
        BillPaper bill = smallBill();
        const QByteArray before = contentHash(bill);
        bill.readings[0].current = *Decimal::parse(u"1237"); // the same number, printed with another scale
        QVERIFY(contentHash(bill) != before);
    }

    void bytesNoPaperWouldHaveAreRefused_data() {
        QTest::addColumn<QByteArray>("stored");
        QTest::addColumn<QString>("code");
        const QByteArray good = canonicalForm(smallBill());
        const auto with = [&](const char* what, const char* instead) {
            return QByteArray(good).replace(what, instead);
        };
        QTest::newRow("nothing") << QByteArray() << QStringLiteral("papers.NotJson");
        QTest::newRow("cut") << good.left(good.size() - 1) << QStringLiteral("papers.NotJson");
        QTest::newRow("space") << with(":{", ": {") << QStringLiteral("papers.NotCanonical");
        QTest::newRow("extra field") << with("\"account\":", "\"aa\":1,\"account\":")
                                     << QStringLiteral("papers.NotCanonical");
        QTest::newRow("missing") << with("\"account\":", "\"acount\":") << QStringLiteral("papers.MissingField");
        QTest::newRow("other kind") << with("\"bill\"", "\"bull\"") << QStringLiteral("papers.UnknownKind");
        QTest::newRow("newer") << with("\"form\":1", "\"form\":2") << QStringLiteral("papers.NewerForm");
        QTest::newRow("currency") << with("93.05 CNY", "93.05 XXX") << QStringLiteral("papers.BadField");
        QTest::newRow("too fine") << with("93.05 CNY", "93.051 CNY") << QStringLiteral("papers.BadField");
        QTest::newRow("loose zero") << with("93.05 CNY", "93.050 CNY") << QStringLiteral("papers.NotCanonical");
        QTest::newRow("no date") << with("2026-11-20", "2026-11-31") << QStringLiteral("papers.BadField");
        QTest::newRow("origin") << with("\"remote\"", "\"guessed\"") << QStringLiteral("papers.BadField");
        QTest::newRow("people") << with("\"people\":0", "\"people\":0.5") << QStringLiteral("papers.BadField");
        QTest::newRow("large") << QByteArray(5 * 1024 * 1024, ' ') << QStringLiteral("papers.TooLarge");
    }
    void bytesNoPaperWouldHaveAreRefused() {
        QFETCH(QByteArray, stored);
        QFETCH(QString, code);
        const auto paper = paperFromCanonical(stored);
        QVERIFY(!paper.ok());
        QCOMPARE(paper.error().code().toString(), code);
    }

    void damagedFormsNeverReadBackAsAnotherPaper() {
        const QByteArray good = canonicalForm(smallBill());
        QVERIFY(rc::check("a changed byte is refused or gives another hash", [&] {
            QByteArray bytes = good;
            const auto at = *rc::gen::inRange<qsizetype>(0, bytes.size());
            bytes[at] = *rc::gen::arbitrary<char>();
            const auto paper = paperFromCanonical(bytes);
            const bool harmless = !paper.ok() || canonicalForm(*paper) == bytes;
            RC_ASSERT(harmless);
        }));
    }

    void figuresArePrintedInTheirShortestForm() {
        QCOMPARE(printedFigure(35'000'000).toString(), QStringLiteral("35"));
        QCOMPARE(printedFigure(2'500'000, 2).toString(), QStringLiteral("2.50"));
        QCOMPARE(printedFigure(2'634'500, 2).toString(), QStringLiteral("2.6345"));
        QCOMPARE(printedFigure(-10'500'000).toString(), QStringLiteral("-10.5"));
        QCOMPARE(printedFigure(0).toString(), QStringLiteral("0"));
    }

    void theClockOnThePaperIsTheUtilitysNotTheMachines() {
        const PaperTime time{Instant::fromMicroseconds(1'795'163'400'123'456), 480};
        QCOMPARE(time.toString(), QStringLiteral("2026-11-20 16:30:00"));
    }
};

METERHALL_TEST_CASE(PapersTest)
#include "papers_test.moc"
