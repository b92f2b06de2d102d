#include "tests/support/test_case.h"
#include "tests/ui/printing/sample_papers.h"
#include "ui/printing/code128.h"
#include "ui/printing/paper_pdf.h"
#include "ui/printing/pdf_canonical.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

using namespace meterhall;
using namespace meterhall::ui;

namespace {

struct Word {
    int page = 0;
    QRectF box;
    QString text;
};

QByteArray outputOf(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

PaperPdf pdfOf(const papers::Paper& paper, SheetSize sheet = SheetSize::A5Portrait, int reprint = 0) {
    auto pdf = paperPdf(paper, {sheet, reprint});
    if (!pdf.ok())
        qFatal("%s", qPrintable(pdf.error().toString()));
    return std::move(pdf).value();
}

QString saved(const QTemporaryDir& folder, const QByteArray& pdf) {
    QFile file(folder.filePath(QStringLiteral("paper.pdf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        qFatal("cannot write");
    return file.fileName();
}

QString textOf(const QByteArray& pdf) {
    const QTemporaryDir folder;
    return QString::fromUtf8(outputOf("pdftotext", {"-layout", saved(folder, pdf), "-"}));
}

QString infoOf(const QByteArray& pdf, const QString& field) {
    const QTemporaryDir folder;
    const QString info = QString::fromUtf8(outputOf("pdfinfo", {saved(folder, pdf)}));
    return QRegularExpression(field + ":\\s+(.*)").match(info).captured(1).trimmed();
}

std::vector<Word> wordsOf(const QByteArray& pdf) {
    const QTemporaryDir folder;
    const QString xml = QString::fromUtf8(outputOf("pdftotext", {"-bbox", saved(folder, pdf), "-"}));
    static const QRegularExpression item(
        "<page |<word xMin=\"(.*?)\" yMin=\"(.*?)\" xMax=\"(.*?)\" yMax=\"(.*?)\">(.*?)<");
    std::vector<Word> words;
    int page = 0;
    auto matches = item.globalMatch(xml);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.captured(1).isEmpty())
            ++page;
        else
            words.push_back({page,
                             QRectF(QPointF(match.captured(1).toDouble(), match.captured(2).toDouble()),
                                    QPointF(match.captured(3).toDouble(), match.captured(4).toDouble())),
                             match.captured(5)});
    }
    return words;
}

QStringList codesOn(const QByteArray& pdf, int dpi) {
    const QTemporaryDir folder;
    const QString picture = folder.filePath("page");
    outputOf("pdftoppm", {"-r", QString::number(dpi), "-png", "-singlefile", saved(folder, pdf), picture});
    const QByteArray codes = outputOf("zbarimg", {"--nodbus", "-q", picture + ".png"});
    return QString::fromUtf8(codes).split('\n', Qt::SkipEmptyParts);
}

std::vector<papers::Paper> allSamples() {
    return {tests::gasBill(),
            tests::waterBillWithEverything(),
            tests::billOfRareCharacters(),
            tests::gasReceipt(),
            tests::shiftSheet(),
            tests::dayReport(),
            tests::explanation(),
            tests::settlement()};
}

QString withoutSpaces(QString text) {
    return text.remove(QRegularExpression("\\s"));
}

} // namespace

class PrintingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBillSaysWhatIsOwedInFiguresAndCapitals() {
        const QString text = textOf(pdfOf(tests::gasBill()).bytes);
        for (const char* part : {"缴费通知单", "1002334561", "王*英", "￥256.56", "人民币（大写）",
                                 "贰佰伍拾陆元伍角陆分", "1202", "1282", "2026-10-20", "远传", "第二档", "144.65",
                                 "2026-12-15", "T2026110000017", "第1页共1页", "工号0107", "2026年10月", "0.31"})
            QVERIFY2(withoutSpaces(text).contains(QString::fromUtf8(part)), part);
    }

    void theReceiptSaysWhatWasPaidAndThatItIsNoInvoice() {
        for (const SheetSize sheet : {SheetSize::A5Portrait, SheetSize::A5Landscape, SheetSize::Roll80}) {
            const QString text = withoutSpaces(textOf(pdfOf(tests::gasReceipt(), sheet).bytes));
            for (const char* part : {"收费凭证", "￥257.00", "贰佰伍拾柒元整", "￥300.00", "￥43.00", "本凭证不是发票",
                                     "T2026100000017", "违约金", "现金", "1002334561"})
                QVERIFY2(text.contains(QString::fromUtf8(part)), part);
        }
    }

    void noTitleIsThatOfAnInvoice() {
        for (const papers::Paper& paper : allSamples())
            QVERIFY(!infoOf(pdfOf(paper).bytes, "Title").contains(QStringLiteral("发票")));
        auto reversal = tests::gasReceipt();
        reversal.reverses = QStringLiteral("P2026110000451");
        reversal.total = reversal.total.negated();
        const QString text = withoutSpaces(textOf(pdfOf(reversal).bytes));
        QVERIFY(text.contains(QStringLiteral("收费凭证（冲正）")));
        QVERIFY(text.contains(QStringLiteral("P2026110000451")));
        QVERIFY(text.contains(QStringLiteral("负贰佰伍拾柒元整")));
    }

    void anExplanationIsOnePageWithEveryStep() {
        const papers::ExplanationPaper paper = tests::explanation();
        const auto pdf = pdfOf(paper);
        QCOMPARE(pdf.pages, 1);
        const QString text = withoutSpaces(textOf(pdf.bytes));
        QVERIFY(text.contains(QStringLiteral("账单说明")));
        for (const papers::StepRow& step : paper.steps)
            QVERIFY2(text.contains(withoutSpaces(step.text)), qPrintable(step.text));
        for (const QString& sentence : paper.comparison)
            QVERIFY2(text.contains(withoutSpaces(sentence)), qPrintable(sentence));
        QVERIFY(text.contains(QStringLiteral("独立复算")));
        papers::ExplanationPaper doubtful = paper;
        doubtful.proved = false;
        QVERIFY(!withoutSpaces(textOf(pdfOf(doubtful).bytes)).contains(QStringLiteral("独立复算")));
    }

    void aSettlementShowsEachBillAndWhatIsOwed() {
        const QString text = withoutSpaces(textOf(pdfOf(tests::settlement()).bytes));
        for (const char* part : {"更正结算单", "59.36", "13.50", "-45.86", "104.70", "余款￥45.86", "复核"})
            QVERIFY2(text.contains(QString::fromUtf8(part)), part);
    }

    void theCloseSheetsShowTheirSums() {
        const QString shift = withoutSpaces(textOf(pdfOf(tests::shiftSheet()).bytes));
        for (const char* part :
             {"交班表", "7332.40", "柒仟叁佰叁拾贰元肆角整", "短款：￥0.10", "收费员签字", "9f2c41d0"})
            QVERIFY2(shift.contains(QString::fromUtf8(part)), part);
        const QString day = withoutSpaces(textOf(pdfOf(tests::dayReport(), SheetSize::A4Portrait).bytes));
        for (const char* part : {"营业厅日报", "2026-11-20", "33292.39", "污水处理费（代征）", "财务签字", "9f2c41d0"})
            QVERIFY2(day.contains(QString::fromUtf8(part)), part);
    }

    void aLongBillGoesOnWithItsHeadAndAllItsRows() {
        const auto bill = tests::waterBillWithEverything();
        const PaperPdf pdf = pdfOf(bill);
        QCOMPARE(pdf.pages, 2);
        QCOMPARE(infoOf(pdf.bytes, "Pages"), QStringLiteral("2"));
        const QString text = withoutSpaces(textOf(pdf.bytes));
        QVERIFY(text.contains(QStringLiteral("第1页共2页")) && text.contains(QStringLiteral("第2页共2页")));
        QVERIFY(text.contains(QStringLiteral("缴费通知单（续）")));
        QCOMPARE(text.count(QStringLiteral("单价（元）")), 2); // the table's head is there again
        QCOMPARE(text.count(QStringLiteral("22.96")), 15);
        QCOMPARE(text.count(QStringLiteral("17.67")), 9);
        QVERIFY(text.contains(QStringLiteral("壹亿零伍佰壹拾壹元肆角叁分")));
    }

    void hundredsOfRowsMakeManyPages() {
        auto bill = tests::waterBillWithEverything();
        const auto charges = bill.charges;
        for (int i = 0; i < 20; ++i)
            bill.charges.insert(bill.charges.end(), charges.begin(), charges.end());
        const PaperPdf pdf = pdfOf(bill, SheetSize::A5Landscape);
        QVERIFY(pdf.pages > 10);
        QCOMPARE(textOf(pdf.bytes).count(QStringLiteral("22.96")), 15 * 21);
    }

    void nothingLeavesTheSheetOrStandsOnSomethingElse_data() {
        QTest::addColumn<int>("sample");
        QTest::addColumn<int>("sheet");
        for (int sample = 0; sample < int(allSamples().size()); ++sample)
            for (const SheetSize sheet : {SheetSize::A5Portrait, SheetSize::A5Landscape, SheetSize::A4Portrait})
                QTest::addRow("paper %d sheet %d", sample, int(sheet)) << sample << int(sheet);
        for (int sample = 0; sample < int(allSamples().size()); ++sample) {
            if (fitsRoll(allSamples()[std::size_t(sample)]))
                QTest::addRow("paper %d on the roll", sample) << sample << int(SheetSize::Roll80);
        }
    }
    void nothingLeavesTheSheetOrStandsOnSomethingElse() {
        QFETCH(int, sample);
        QFETCH(int, sheet);
        const QByteArray pdf = pdfOf(allSamples()[std::size_t(sample)], SheetSize(sheet)).bytes;
        const QString size = infoOf(pdf, "Page size");
        const auto match = QRegularExpression("([\\d.]+) x ([\\d.]+)").match(size);
        const QRectF page(0, 0, match.captured(1).toDouble(), match.captured(2).toDouble());
        const QRectF printable = page.adjusted(11, 8, -11, -8); // 4 mm at the sides, all printers reach that far
        const std::vector<Word> words = wordsOf(pdf);
        QVERIFY(words.size() > 40);
        for (std::size_t i = 0; i < words.size(); ++i) {
            QVERIFY2(printable.contains(words[i].box), qPrintable(words[i].text));
            // Middle third of the line: boxes of neighbouring lines touch.
            const double third = words[i].box.height() / 3;
            const QRectF core = words[i].box.adjusted(0.5, third, -0.5, -third);
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY2(words[j].page != words[i].page || !core.intersects(words[j].box.adjusted(0, third, 0, -third)),
                         qPrintable(words[i].text + " on " + words[j].text));
        }
    }

    void aReprintHasTheSameContentAndItsMark() {
        const QByteArray first = pdfOf(tests::gasBill()).bytes;
        const QByteArray again = pdfOf(tests::gasBill(), SheetSize::A5Portrait, 2).bytes;
        QVERIFY(!textOf(first).contains(QStringLiteral("补打")));
        const auto sorted = [](const QByteArray& pdf) {
            QStringList words;
            for (const Word& word : wordsOf(pdf))
                words.append(word.text);
            std::sort(words.begin(), words.end());
            return words;
        };
        QStringList more = sorted(again);
        for (const QString& word : sorted(first))
            QVERIFY2(more.removeOne(word), qPrintable(word));
        QCOMPARE(more.join(QString()).count(QStringLiteral("补")), 2); // in the box and across the page
        QVERIFY(textOf(pdfOf(tests::gasReceipt(), SheetSize::Roll80, 1).bytes).contains(QStringLiteral("补打 1")));
    }

    void theCodesOnPaperReadBack() {
        const QStringList bill = codesOn(pdfOf(tests::gasBill()).bytes, 300);
        QVERIFY(bill.contains("CODE-128:1002334561"));
        QVERIFY(bill.contains("QR-Code:https://pay.example.cn/q?a=1002334561&b=T2026110000017"));
        const QStringList roll = codesOn(pdfOf(tests::gasReceipt(), SheetSize::Roll80).bytes, 203); // a thermal printer
        QVERIFY(roll.contains("CODE-128:1002334561"));
        QVERIFY(roll.contains("QR-Code:https://inv.example.cn/f?p=P2026110000452"));
    }

    void barcodesOfEveryKindOfNumberReadBack_data() {
        QTest::addColumn<QString>("number");
        for (const char* number : {"1", "12", "123", "1234", "A1", "QS-000123", "B07-0120", "12345678901234567890",
                                   "G4 x/y~", "1002334561A", "0012345", "AB1234567CD"})
            QTest::newRow(number) << number;
    }
    void barcodesOfEveryKindOfNumberReadBack() {
        QFETCH(QString, number);
        auto receipt = tests::gasReceipt();
        receipt.accountNumber = number;
        QVERIFY(codesOn(pdfOf(receipt, SheetSize::Roll80).bytes, 406).contains("CODE-128:" + number));
    }

    void everyBarcodeIsWholeSymbols() {
        QVERIFY(rc::check("11 modules a symbol and 13 for the stop", [] {
            const auto letters = *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange<char>(' ', '~')));
            const auto widths = code128Widths(QString::fromStdString(letters).left(40));
            RC_ASSERT(widths.ok());
            RC_ASSERT(widths->size() % 6 == 1);
            RC_ASSERT((std::accumulate(widths->begin(), widths->end(), 0) - 13) % 11 == 0);
        }));
        QVERIFY(code128Widths(u"").failedWith(BarcodeError::Empty));
        QVERIFY(code128Widths(u"户1").failedWith(BarcodeError::NotPrintableAscii));
        QVERIFY(code128Widths(QString(41, '1')).failedWith(BarcodeError::TooLong));
        QVERIFY(qrCode(QString(601, 'x')).failedWith(BarcodeError::TooLong));
    }

    void theFilesDateIsThePapers() {
        const QByteArray pdf = pdfOf(tests::gasBill()).bytes;
        QVERIFY(pdf.contains("/CreationDate (D:20261120163000+08'00')"));
        QCOMPARE(pdf.count("/CreationDate"), 1);
    }

    void theSamePaperIsTheSameFileInEveryProcess() {
        const QTemporaryDir one;
        const QTemporaryDir other;
        const QString program = qEnvironmentVariable("METERHALL_BIN") + "/draw_papers";
        outputOf(program, {one.path()});
        QTest::qSleep(1100); // the clock's second has moved on
        outputOf(program, {other.path()});
        const QStringList files = QDir(one.path()).entryList({"*.pdf"});
        QVERIFY(files.size() > 10);
        for (const QString& name : files) {
            QFile first(one.filePath(name));
            QFile second(other.filePath(name));
            QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
            QVERIFY2(first.readAll() == second.readAll(), qPrintable(name));
        }
    }

    void aChangedPaperIsAnotherFile() {
        auto bill = tests::gasBill();
        const QByteArray before = pdfOf(bill).bytes;
        QVERIFY(pdfOf(bill).bytes == before);
        bill.toPay = Money::ofMinor(25657, Currency::cny());
        QVERIFY(pdfOf(bill).bytes != before);
    }

    void onlyQtsOwnPdfIsRewritten() {
        const QByteArray good = pdfOf(tests::gasReceipt(), SheetSize::Roll80).bytes;
        const papers::PaperTime time;
        QVERIFY(canonicalPdf(good, time).ok());
        for (const QByteArray& bad : {QByteArray(), QByteArray("%PDF-1.4\n"), good.left(good.size() / 2),
                                      QByteArray(good).replace("/CreationDate", "/CreationTime"),
                                      QByteArray(good).replace("xref\n0 ", "xref\n1 "),
                                      QByteArray(good).replace("startxref\n", "startxref\n9")})
            QVERIFY(canonicalPdf(bad, time).failedWith(PrintError::UnexpectedPdf));
    }

    void charactersNoFontHasAreTold() {
        auto bill = tests::gasBill();
        QVERIFY(pdfOf(bill).missingCharacters.isEmpty());
        bill.holder = QString::fromUcs4(U"王\U00030000\uE123王");
        const QStringList expected{QString::fromUcs4(U"\uE123"), QString::fromUcs4(U"\U00030000")};
        QStringList missing = pdfOf(bill).missingCharacters;
        std::sort(missing.begin(), missing.end());
        QStringList sortedExpected = expected;
        std::sort(sortedExpected.begin(), sortedExpected.end());
        QCOMPARE(missing, sortedExpected);
    }

    void withoutAFontNothingIsPrinted() {
        const QTemporaryDir folder;
        QFile config(folder.filePath("fonts.conf"));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("<?xml version=\"1.0\"?><fontconfig></fontconfig>");
        config.close();
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("FONTCONFIG_FILE", config.fileName());
        process.setProcessEnvironment(environment);
        process.start(qEnvironmentVariable("METERHALL_BIN") + "/draw_papers", {folder.path()});
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("print.FontMissing(WenQuanYi Micro Hei"));
        QVERIFY(QDir(folder.path()).entryList({"*.pdf"}).isEmpty());
    }

    void tablesOfShiftsAndDaysDoNotFitTheRoll() {
        for (const papers::Paper& paper : allSamples()) {
            const bool fits =
                std::holds_alternative<papers::ReceiptPaper>(paper) || std::holds_alternative<papers::BillPaper>(paper);
            QCOMPARE(paperPdf(paper, {SheetSize::Roll80, 0}).failedWith(PrintError::SheetTooNarrow), !fits);
        }
    }

    void sheetsAreNamedAndFoundByTheirNames() {
        for (const SheetSize sheet :
             {SheetSize::A5Portrait, SheetSize::A5Landscape, SheetSize::A4Portrait, SheetSize::Roll80})
            QVERIFY(sheetSizeOf(codeOf(sheet)) == sheet);
        QVERIFY(!sheetSizeOf(QStringLiteral("papyrus")));
    }

    void whatIsLookedAtIsWhatIsPrinted() {
        for (const papers::Paper& paper : allSamples()) {
            const auto pdf = paperPdf(paper, {});
            const auto images = paperImages(paper, {}, 4);
            QVERIFY(images.ok());
            QCOMPARE(int(images->size()), pdf->pages);
            QCOMPARE(images->front().size(), QSize(148 * 4, 210 * 4));
            QSet<QRgb> colors;
            for (int y = 0; y < images->front().height(); y += 3)
                for (int x = 0; x < images->front().width(); x += 3)
                    colors.insert(images->front().pixel(x, y));
            QVERIFY(colors.size() > 8); // grey edges of letters, not an empty sheet
        }
    }
};
METERHALL_TEST_CASE(PrintingTest)
METERHALL_TEST_APPLICATION(QGuiApplication)

#include "printing_test.moc"
