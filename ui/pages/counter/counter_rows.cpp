#include "ui/pages/counter/counter_rows.h"

#include "ui/pages/counter/counter_page.h"
#include "ui/pages/parts/method_words.h"
#include "ui/pages/parts/quantity_text.h"
#include "ui/widgets/commodity_look.h"

namespace meterhall::ui {

using services::BillStanding;
using services::BillSummary;

std::vector<Column> openBillColumns() {
    return {{.title = CounterPage::tr("Month"), .width = 120},
            {.title = CounterPage::tr("Service"), .width = 90, .flexible = true},
            {.title = CounterPage::tr("Previous"), .width = 84, .number = true},
            {.title = CounterPage::tr("Current"), .width = 84, .number = true},
            {.title = CounterPage::tr("Use"), .width = 84, .number = true},
            {.title = CounterPage::tr("Due"), .width = 92},
            {.title = CounterPage::tr("Open"), .width = 112, .number = true, .unit = CounterPage::tr("yuan")}};
}

std::vector<Column> lastPaymentColumns() {
    return {{.title = CounterPage::tr("Recent payments"), .width = 160},
            {.title = CounterPage::tr("Method"), .width = 110},
            {.title = CounterPage::tr("Receipt"), .width = 110},
            {.title = CounterPage::tr("Seat and clerk"), .width = 150, .flexible = true},
            {.title = CounterPage::tr("Amount"), .width = 112, .number = true, .unit = CounterPage::tr("yuan")}};
}

LedgerRow openBillRow(const BillSummary& bill, Date today) {
    const bool late = bill.standing == BillStanding::Overdue;
    Cell due{.text = shortDayText(bill.dueOn, today)};
    if (late) {
        due.icon = "warn";
        due.iconTone = Token::Danger;
        due.tone = Token::Danger;
    }
    const bool dials = !bill.dials.empty();
    return {.id = bill.bill.raw(),
            .cells = {{.text = bill.month.toString()},
                      {.text = commodityText(bill.commodity),
                       .icon = commodityIcon(bill.commodity),
                       .iconTone = commodityToken(bill.commodity)},
                      {.text = dials ? quantityText(bill.dials.front().previous) : QString(), .tone = Token::Text2},
                      {.text = dials ? quantityText(bill.dials.back().current) : QString(), .tone = Token::Text2},
                      {.text = quantityText(bill.use) + u' ' + unitText(bill.unit)},
                      due,
                      {.text = amountText(bill.open), .order = bill.open.minor()}}};
}

LedgerRow lastPaymentRow(const services::PaymentRow& payment, const UtilityZone& zone) {
    const QString number = QString::number(payment.paperNumber);
    return {.id = payment.receipt.raw(),
            .cells = {{.text = momentText(payment.at, zone)},
                      {.text = methodText(payment.tender.method), .icon = methodIcon(payment.tender.method)},
                      {.text = payment.reversed ? CounterPage::tr("%1 (reversed)").arg(number) : number,
                       .tone = payment.reversed ? Token::Text3 : Token::Text},
                      {.text = CounterPage::tr("Seat %1, %2").arg(payment.seat).arg(payment.cashierName)},
                      {.text = amountText(payment.amount), .order = payment.amount.minor()}}};
}

} // namespace meterhall::ui
