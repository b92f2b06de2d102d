#include "ui/printing/close_labels.h"
#include "ui/printing/common_labels.h"
#include "ui/printing/paper_layout.h"

namespace meterhall::ui {

namespace {

using labels::DayLabels;

void cashierPart(const papers::DayReportPaper& report, BlockList& list) {
    const DayLabels words;
    const labels::CommonLabels common;
    list.heading(words.byCashier);
    std::vector<Row> rows;
    for (const auto& row : report.cashiers)
        rows.push_back({{row.operatorNumber, row.shiftNumber, QString::number(row.count), row.taken.toString(),
                         row.cash.toString(), row.over.toString(), row.shortage.toString()},
                        false});
    list.table({{words.operatorNumber, 14, Align::Left},
                {words.shift, 18, Align::Left},
                {common.count, 11, Align::Right},
                {words.taken, 21, Align::Right},
                {words.cash, 19, Align::Right},
                {words.over, 13, Align::Right},
                {words.shortage, 13, Align::Right}},
               rows);
}

void otherPart(const papers::DayReportPaper& report, BlockList& list) {
    const DayLabels words;
    const QString colon = labels::CommonLabels().colon;
    list.heading(words.other);
    list.pairs({{words.lateCharges + colon, moneyText(report.lateCharges), false},
                {words.creditIn + colon, moneyText(report.creditIn), false},
                {words.creditUsed + colon, moneyText(report.creditUsed), false},
                {words.refunds + colon, moneyText(report.refunds), false},
                {words.otherBranches + colon,
                 words.countAndSum.arg(report.otherBranches.count).arg(report.otherBranches.sum.toString()), true}});
    if (report.unresolved.isEmpty())
        return;
    list.heading(words.unresolved);
    for (const QString& item : report.unresolved)
        list.paragraph(QStringLiteral("· ") + item, list.frame().body());
}

} // namespace

void layOut(const papers::DayReportPaper& report, BlockList& list) {
    const DayLabels words;
    const labels::CommonLabels common;
    list.pairs({{words.businessDay + common.colon, report.businessDay.toString(), false},
                {words.hall + common.colon, report.head.hall, false}});
    cashierPart(report, list);
    sumTable(list, words.byLegalEntity, common.legalEntity, report.byLegalEntity);
    sumTable(list, words.byComponent, common.name, report.byComponent);
    sumTable(list, words.byMethod, common.name, report.byMethod);
    otherPart(report, list);
    list.gap(0.8);
    totalLine(list, words.total, report.total);
    list.gap(0.8);
    list.pairs({{words.cashToBank + common.colon, moneyText(report.cashToBank), false},
                {words.depositSlip + common.colon, report.depositSlip, false}});
    list.signatures({words.signLead, words.signFinance});
}

} // namespace meterhall::ui
