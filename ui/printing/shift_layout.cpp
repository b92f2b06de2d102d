#include "ui/printing/close_labels.h"
#include "ui/printing/common_labels.h"
#include "ui/printing/paper_layout.h"

namespace meterhall::ui {

namespace {

using labels::ShiftLabels;

void takenBackPart(const papers::ShiftSheetPaper& sheet, BlockList& list) {
    if (sheet.takenBack.empty())
        return;
    const ShiftLabels words;
    list.heading(words.takenBack);
    std::vector<Row> rows;
    for (const auto& row : sheet.takenBack)
        rows.push_back({{row.kind, row.paperNumber, row.sum.toString()}, false});
    list.table({{words.kind, 1, Align::Left},
                {words.paperNumber, 2, Align::Left},
                {labels::CommonLabels().sum, 1.4, Align::Right}},
               rows);
}

void countedPart(const papers::ShiftSheetPaper& sheet, BlockList& list) {
    const ShiftLabels words;
    const labels::CommonLabels common;
    list.heading(words.counted);
    std::vector<Row> rows;
    for (const auto& row : sheet.counted)
        rows.push_back({{row.face.toString(), QString::number(row.pieces), row.sum.toString()}, false});
    list.table({{words.face, 1, Align::Left}, {words.pieces, 1, Align::Right}, {common.sum, 1.4, Align::Right}}, rows);
    list.gap(0.8);
    list.pairs({{words.countedCash + common.colon, moneyText(sheet.countedCash), false},
                {words.expectedCash + common.colon, moneyText(sheet.expectedCash), false},
                {words.over + common.colon, moneyText(sheet.over), false},
                {words.shortage + common.colon, moneyText(sheet.shortage), false}});
    if (!sheet.explanation.isEmpty())
        list.paragraph(words.explanation + sheet.explanation, list.frame().body());
}

void numbersPart(const papers::ShiftSheetPaper& sheet, BlockList& list) {
    if (sheet.numbers.empty())
        return;
    const ShiftLabels words;
    list.heading(words.numbers);
    std::vector<Row> rows;
    for (const auto& row : sheet.numbers)
        rows.push_back({{row.kind, row.from, row.to, QString::number(row.used), QString::number(row.spoilt),
                         QString::number(row.left)},
                        false});
    list.table({{words.kind, 20, Align::Left},
                {words.from, 24, Align::Left},
                {words.to, 24, Align::Left},
                {words.used, 11, Align::Right},
                {words.spoilt, 11, Align::Right},
                {words.left, 11, Align::Right}},
               rows);
}

} // namespace

void layOut(const papers::ShiftSheetPaper& sheet, BlockList& list) {
    const ShiftLabels words;
    const QString colon = labels::CommonLabels().colon;
    list.pairs({{words.cashier + colon, sheet.head.operatorNumber, false},
                {words.shift + colon, sheet.shiftNumber, false},
                {words.openedAt + colon, sheet.openedAt.toString(), false},
                {words.closedAt + colon, sheet.closedAt.toString(), false},
                {words.floatIn + colon, moneyText(sheet.floatIn), false},
                {words.posBatch + colon, sheet.posBatch, false}});
    sumTable(list, words.byMethod, words.method, sheet.byMethod);
    takenBackPart(sheet, list);
    countedPart(sheet, list);
    numbersPart(sheet, list);
    list.gap(0.8);
    totalLine(list, words.countedCash, sheet.countedCash);
    list.signatures({words.signCashier, words.signLead});
}

} // namespace meterhall::ui
