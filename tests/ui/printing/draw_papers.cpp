// Draws every sample paper into a folder: `draw_papers DIR`. The test runs it twice and compares the files, and a
// person looks at them.

#include "tests/ui/printing/sample_papers.h"
#include "ui/printing/paper_pdf.h"

#include <QFile>
#include <QGuiApplication>

#include <cstdio>

using namespace meterhall;

static bool draw(const QString& path, const papers::Paper& paper, const ui::PrintOptions& options) {
    const auto pdf = ui::paperPdf(paper, options);
    if (!pdf.ok()) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(path), qPrintable(pdf.error().toString()));
        return false;
    }
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(pdf->bytes) == pdf->bytes.size();
}

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    if (argc != 2)
        return 2;
    const QString folder = QString::fromLocal8Bit(argv[1]) + QLatin1Char('/');
    using ui::SheetSize;
    bool good = true;
    for (const auto& [name, sheet] :
         {std::pair{"portrait", SheetSize::A5Portrait}, std::pair{"landscape", SheetSize::A5Landscape}}) {
        const QString end = QLatin1Char('_') + QString::fromLatin1(name) + QStringLiteral(".pdf");
        good &= draw(folder + QStringLiteral("bill") + end, tests::gasBill(), {sheet, 0});
        good &= draw(folder + QStringLiteral("long_bill") + end, tests::waterBillWithEverything(), {sheet, 0});
        good &= draw(folder + QStringLiteral("receipt") + end, tests::gasReceipt(), {sheet, 0});
        good &= draw(folder + QStringLiteral("shift") + end, tests::shiftSheet(), {sheet, 0});
        good &= draw(folder + QStringLiteral("day") + end, tests::dayReport(), {sheet, 0});
        good &= draw(folder + QStringLiteral("explanation") + end, tests::explanation(), {sheet, 0});
        good &= draw(folder + QStringLiteral("settlement") + end, tests::settlement(), {sheet, 0});
    }
    good &= draw(folder + QStringLiteral("bill_reprint.pdf"), tests::gasBill(), {SheetSize::A5Portrait, 2});
    good &= draw(folder + QStringLiteral("rare_bill.pdf"), tests::billOfRareCharacters(), {SheetSize::A5Portrait, 0});
    good &= draw(folder + QStringLiteral("bill_roll.pdf"), tests::gasBill(), {SheetSize::Roll80, 0});
    good &=
        draw(folder + QStringLiteral("long_bill_roll.pdf"), tests::waterBillWithEverything(), {SheetSize::Roll80, 0});
    good &= draw(folder + QStringLiteral("receipt_roll.pdf"), tests::gasReceipt(), {SheetSize::Roll80, 0});
    good &= draw(folder + QStringLiteral("receipt_roll_reprint.pdf"), tests::gasReceipt(), {SheetSize::Roll80, 1});
    good &= draw(folder + QStringLiteral("day_a4.pdf"), tests::dayReport(), {SheetSize::A4Portrait, 0});
    return good ? 0 : 1;
}
