#include "ui/printing/common_labels.h"
#include "ui/printing/paper_layout.h"
#include "ui/printing/receipt_labels.h"

namespace meterhall::ui {

namespace {

using labels::ReceiptLabels;

void settledPart(const papers::ReceiptPaper& receipt, BlockList& list) {
    if (receipt.settled.empty())
        return;
    const ReceiptLabels words;
    list.heading(words.settled);
    std::vector<Row> rows;
    for (const auto& row : receipt.settled)
        rows.push_back({{list.frame().isNarrow() ? row.month.toString() : monthText(row.month), row.billNumber,
                         row.amount.toString(), row.lateCharge.toString()},
                        false});
    list.table({{words.month, 13, Align::Left},
                {words.bill, 24, Align::Left},
                {words.amount, 16, Align::Right},
                {words.lateCharge, 19, Align::Right}},
               rows);
}

void componentPart(const papers::ReceiptPaper& receipt, BlockList& list) {
    const ReceiptLabels words;
    list.heading(words.components);
    std::vector<Row> rows;
    for (const auto& row : receipt.components)
        rows.push_back(
            {{row.onBehalf ? words.onBehalf.arg(row.component) : row.component, row.amount.toString()}, false});
    if (!receipt.lateCharge.isZero())
        rows.push_back({{words.lateChargeLine, receipt.lateCharge.toString()}, false});
    if (!receipt.toCredit.isZero())
        rows.push_back({{words.toCredit, receipt.toCredit.toString()}, false});
    list.table({{words.component, 3, Align::Left}, {words.amount, 1.4, Align::Right}}, rows);
}

void paymentPart(const papers::ReceiptPaper& receipt, BlockList& list) {
    const ReceiptLabels words;
    const QString colon = labels::CommonLabels().colon;
    const auto unlessNothing = [](const Money& money) { return money.isZero() ? QString() : moneyText(money); };
    list.pairs({{words.method + colon, receipt.method, false},
                {words.received + colon, moneyText(receipt.received), false},
                {words.change + colon, moneyText(receipt.change), false},
                {words.smallChange + colon, unlessNothing(receipt.smallChangeCarried), false},
                {words.creditAfter + colon, moneyText(receipt.creditAfter), false},
                {words.reference + colon, receipt.channelReference, true}});
}

} // namespace

void layOut(const papers::ReceiptPaper& receipt, BlockList& list) {
    const ReceiptLabels words;
    const labels::CommonLabels common;
    list.pairs({{common.account + common.colon, receipt.accountNumber, false},
                {common.holder + common.colon, receipt.holder, false},
                {common.address + common.colon, receipt.address, true},
                {words.reverses + common.colon, receipt.reverses, true}});
    settledPart(receipt, list);
    componentPart(receipt, list);
    list.gap(0.8);
    totalLine(list, receipt.reverses.isEmpty() ? words.total : words.reversedTotal, receipt.total);
    list.besideQr(receipt.invoiceCode, words.scanToFetch, [&](BlockList& left) {
        paymentPart(receipt, left);
        left.rule();
        left.paragraph(words.notATaxPaper, left.frame().fine());
        if (receipt.invoiceDays > 0)
            left.paragraph(words.fetchTaxPaper.arg(receipt.invoiceDays), left.frame().fine());
        left.paragraph(words.keep, left.frame().fine());
    });
    if (list.frame().isNarrow()) // cut sheets have it in their head
        list.barcode(receipt.accountNumber);
}

} // namespace meterhall::ui
