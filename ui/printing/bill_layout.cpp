#include "ui/printing/bill_labels.h"
#include "ui/printing/common_labels.h"
#include "ui/printing/paper_layout.h"

#include <algorithm>

namespace meterhall::ui {

namespace {

using labels::BillLabels;

QString originText(papers::PrintedOrigin origin, const BillLabels& words) {
    switch (origin) {
    case papers::PrintedOrigin::Actual:
        return words.actual;
    case papers::PrintedOrigin::Estimated:
        return words.estimated;
    case papers::PrintedOrigin::Remote:
        return words.remote;
    case papers::PrintedOrigin::SelfReported:
        return words.selfReported;
    }
    return {};
}

QString useClassLabel(Commodity commodity, const BillLabels& words) {
    switch (commodity) {
    case Commodity::Gas:
        return words.gasUse;
    case Commodity::Water:
        return words.waterUse;
    case Commodity::Heat:
        return words.heatUse;
    case Commodity::Electricity:
        return words.electricityUse;
    }
    return {};
}

QString dialText(const Decimal& reading, Date on, const Frame& frame) {
    return frame.isWide() ? on.toString() + QStringLiteral("　") + reading.toString()
                          : reading.toString() + QLatin1Char('\n') + on.toString();
}

void accountPart(const papers::BillPaper& bill, BlockList& list) {
    const BillLabels words;
    const labels::CommonLabels common;
    list.pairs({{common.account + common.colon, bill.accountNumber, false},
                {common.holder + common.colon, bill.holder, false},
                {common.address + common.colon, bill.address, true},
                {words.bookSequence + common.colon, bill.bookSequence, false},
                {useClassLabel(bill.commodity, words) + common.colon, bill.useClass, false},
                {words.people + common.colon,
                 bill.peopleCounted > 0 ? words.peopleUnit.arg(bill.peopleCounted) : QString(), false},
                {words.relief + common.colon, bill.relief, false}});
}

/// On a roll a register has two lines: its dials, and below them what else is said of it.
void narrowReadings(const papers::BillPaper& bill, BlockList& list) {
    const BillLabels words;
    const QString colon = labels::CommonLabels().colon;
    std::vector<Row> rows;
    for (const auto& line : bill.readings)
        rows.push_back({{dialText(line.previous, line.previousOn, list.frame()),
                         dialText(line.current, line.currentOn, list.frame()), line.use.toString()},
                        false});
    list.table({{words.previous, 24, Align::Left},
                {words.current, 24, Align::Right},
                {words.use.arg(bill.unit), 20, Align::Right}},
               rows);
    list.gap(0.6);
    for (const auto& line : bill.readings)
        list.paragraph(QStringList{words.meterNumber + colon + line.meterNumber,
                                   words.days + colon + QString::number(line.days()),
                                   words.origin + colon + originText(line.origin, words),
                                   words.multiplier + colon + line.multiplier.toString()}
                           .join(QStringLiteral("　")),
                       list.frame().fine());
}

void wideReadings(const papers::BillPaper& bill, BlockList& list) {
    const BillLabels words;
    std::vector<Row> rows;
    for (const auto& line : bill.readings)
        rows.push_back({{line.meterNumber, dialText(line.previous, line.previousOn, list.frame()),
                         dialText(line.current, line.currentOn, list.frame()), QString::number(line.days()),
                         originText(line.origin, words), line.multiplier.toString(), line.use.toString()},
                        false});
    list.table({{words.meterNumber, 30, Align::Left},
                {words.previous, 22, Align::Right},
                {words.current, 22, Align::Right},
                {words.days, 9, Align::Right},
                {words.origin, 10, Align::Center},
                {words.multiplier, 10, Align::Right},
                {words.use.arg(bill.unit), 20, Align::Right}},
               rows);
}

void readingPart(const papers::BillPaper& bill, BlockList& list) {
    if (bill.readings.empty())
        return;
    const BillLabels words;
    list.heading(words.readings);
    if (list.frame().isNarrow())
        narrowReadings(bill, list);
    else
        wideReadings(bill, list);
    list.gap(bill.exchanges.empty() ? 0 : 0.6);
    for (const auto& line : bill.exchanges)
        list.paragraph(words.exchange.arg(line.on.toString(), line.oldMeter, line.oldEnd.toString(), line.newMeter,
                                          line.newStart.toString()),
                       list.frame().fine());
}

/// On a roll the tier stands below the component.
Row narrow(Row row) {
    if (!row.cells[1].isEmpty())
        row.cells[0] += QLatin1Char('\n') + row.cells[1];
    row.cells.removeAt(1);
    return row;
}

Row chargeRow(const papers::ChargeRow& charge) {
    return {{charge.component, charge.tier, charge.price ? charge.price->toString() : QString(),
             charge.quantity ? charge.quantity->toString() : QString(), charge.amount.toString()},
            false};
}

QStringList notesOn(const papers::BillPaper& bill, const BillLabels& words) {
    QStringList notes;
    if (bill.ladder) {
        const auto& ladder = *bill.ladder;
        const QString room =
            ladder.roomLeft ? words.roomLeft.arg(ladder.roomLeft->toString(), bill.unit) : words.lastTier;
        notes.append(words.ladder.arg(ladder.window, ladder.yearToDate.toString(), bill.unit, ladder.tier) + room);
    }
    if (bill.sameMonthLastYear)
        notes.append(words.lastYear.arg(bill.sameMonthLastYear->toString(), bill.unit));
    if (!bill.priceOrders.isEmpty())
        notes.append(words.priceOrder + bill.priceOrders.join(QStringLiteral("；")));
    return notes;
}

void chargePart(const papers::BillPaper& bill, BlockList& list) {
    const BillLabels words;
    list.heading(words.charges);
    std::vector<Row> rows;
    for (const auto& charge : bill.charges)
        rows.push_back(chargeRow(charge));
    if (!bill.onBehalf.empty())
        rows.push_back({{words.onBehalf, {}, {}, {}, {}}, false});
    for (const auto& charge : bill.onBehalf) {
        rows.push_back(chargeRow(charge));
        rows.back().cells[0].prepend(QStringLiteral("　"));
    }
    rows.push_back({{words.billTotal, {}, {}, {}, bill.billTotal.toString()}, true});
    std::vector<PaperColumn> columns{{words.component, 40, Align::Left},
                                     {words.tier, 20, Align::Left},
                                     {words.price, 22, Align::Right},
                                     {words.quantity.arg(bill.unit), 22, Align::Right},
                                     {words.amount, 26, Align::Right}};
    if (list.frame().isNarrow()) {
        std::ranges::transform(rows, rows.begin(), narrow);
        columns.erase(columns.begin() + 1);
    }
    list.table(columns, rows);
    list.gap(0.6);
    list.paragraph(notesOn(bill, words).join(QStringLiteral("　")), list.frame().fine());
}

void settlementPart(const papers::BillPaper& bill, BlockList& list) {
    const bool hasCredit = !bill.creditBefore.isZero() || !bill.creditUsed.isZero() || !bill.creditAfter.isZero();
    if (!hasCredit && bill.arrears.empty())
        return;
    const BillLabels words;
    const labels::CommonLabels common;
    list.heading(words.settlement);
    if (hasCredit)
        list.pairs({{words.creditBefore + common.colon, moneyText(bill.creditBefore), false},
                    {words.creditUsed + common.colon, moneyText(bill.creditUsed), false},
                    {words.creditAfter + common.colon, moneyText(bill.creditAfter), false}});
    if (bill.arrears.empty())
        return;
    std::vector<Row> rows;
    for (const auto& row : bill.arrears)
        rows.push_back({{monthText(row.month), row.amount.toString(), row.lateCharge.toString()}, false});
    list.table({{words.arrearsMonth, 1, Align::Left},
                {words.arrearsAmount, 1, Align::Right},
                {words.lateCharge, 1, Align::Right}},
               rows);
    list.gap(0.6);
    list.paragraph(bill.lateChargeRule, list.frame().fine());
}

} // namespace

void layOut(const papers::BillPaper& bill, BlockList& list) {
    const BillLabels words;
    accountPart(bill, list);
    readingPart(bill, list);
    chargePart(bill, list);
    settlementPart(bill, list);
    list.gap(0.8);
    const bool onRoll = list.frame().isNarrow();
    if (onRoll) // beside the code there is no room for it
        totalLine(list, words.toPay, bill.toPay);
    list.besideQr(bill.payCode, words.scanToPay, [&](BlockList& left) {
        if (!onRoll)
            totalLine(left, words.toPay, bill.toPay);
        left.paragraph(words.dueOn.arg(bill.dueOn.toString()), left.frame().strong());
        if (!bill.waysToPay.isEmpty())
            left.paragraph(words.waysToPay + bill.waysToPay.join(QStringLiteral("；")), left.frame().fine());
    });
    if (list.frame().isNarrow()) // cut sheets have it in their head
        list.barcode(bill.accountNumber);
}

} // namespace meterhall::ui
