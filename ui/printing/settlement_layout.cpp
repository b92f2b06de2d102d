#include "ui/printing/common_labels.h"
#include "ui/printing/paper_layout.h"
#include "ui/printing/settlement_labels.h"

namespace meterhall::ui {

namespace {

using labels::SettlementLabels;

void billsPart(const papers::SettlementPaper& settlement, BlockList& list) {
    const SettlementLabels words;
    list.heading(words.bills);
    std::vector<Row> rows;
    for (const papers::SettlementRow& bill : settlement.bills)
        rows.push_back({{bill.accountNumber, bill.month.toString() + QLatin1Char('\n') + bill.readTo.toString(),
                         bill.useBefore.toString(), bill.use.toString(), bill.before.toString(), bill.now.toString(),
                         bill.difference.toString()},
                        false});
    list.table({{labels::CommonLabels().account, 22, Align::Left},
                {words.month + QLatin1Char('\n') + words.readTo, 20, Align::Left},
                {words.useBefore, 15, Align::Right},
                {words.use, 15, Align::Right},
                {words.before, 18, Align::Right},
                {words.now, 18, Align::Right},
                {words.difference, 18, Align::Right}},
               rows);
}

void accountsPart(const papers::SettlementPaper& settlement, BlockList& list) {
    const SettlementLabels words;
    const labels::CommonLabels common;
    list.heading(words.accounts);
    for (const papers::SettledAccountRow& account : settlement.accounts) {
        list.pairs({{common.account + common.colon, account.accountNumber, false},
                    {common.holder + common.colon, account.holder, false},
                    {common.address + common.colon, account.address, true}});
        list.paragraph(
            (account.owed.isNegative() ? words.inFavour : words.owes).arg(moneyText(account.owed.absolute())),
            list.frame().strong());
    }
}

} // namespace

void layOut(const papers::SettlementPaper& settlement, BlockList& list) {
    const SettlementLabels words;
    list.paragraph(words.reason + labels::CommonLabels().colon + settlement.reason, list.frame().body());
    billsPart(settlement, list);
    accountsPart(settlement, list);
    list.gap(0.8);
    totalLine(list, words.total, settlement.difference);
    list.signatures({words.signPrepared, words.signApproved, words.signCustomer});
}

} // namespace meterhall::ui
