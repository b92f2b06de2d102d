#include "ui/pages/customer/customer_rows.h"

#include "ui/errors/words.h"
#include "ui/pages/parts/method_words.h"
#include "ui/pages/parts/quantity_text.h"
#include "ui/widgets/commodity_look.h"

#include <QCoreApplication>

namespace meterhall::ui {

namespace {

struct CustomerRows {
    Q_DECLARE_TR_FUNCTIONS(CustomerRows)
};

Cell standingCell(const services::BillSummary& bill) {
    switch (bill.standing) {
    case services::BillStanding::Paid:
        return {.text = CustomerRows::tr("Paid"), .badge = State::Ok};
    case services::BillStanding::NotDue:
        return {.text = bill.partlyPaid() ? CustomerRows::tr("Part paid") : CustomerRows::tr("Not due"),
                .badge = State::Waiting};
    case services::BillStanding::DueToday:
        return {.text = CustomerRows::tr("Due today"), .badge = State::Warn};
    case services::BillStanding::Overdue:
        return {.text = CustomerRows::tr("%n d overdue", nullptr, bill.daysOverdue), .badge = State::Danger};
    }
    Q_UNREACHABLE();
}

Cell sourceCell(const services::ReadingRow& reading) {
    if (reading.corrected)
        return {.text = CustomerRows::tr("Corrected"), .badge = State::Off};
    if (reading.waits())
        return {.text = CustomerRows::tr("In review"), .badge = State::Warn};
    if (reading.decision == Decision::Rejected)
        return {.text = CustomerRows::tr("Rejected"), .badge = State::Danger};
    return {.text = originText(reading.origin), .badge = reading.origin == Origin::Estimated ? State::Warn : State::Ok};
}

QString linkText(const Meter& meter) {
    if (meter.terminal.isEmpty())
        return CustomerRows::tr("read by hand");
    return CustomerRows::tr("through %1, port %2").arg(meter.terminal).arg(meter.port);
}

QString commandText(const services::MeterAtPlace& at) {
    return CustomerRows::tr("%1: %2").arg(
        errors::spoken(errors::Words::CommandKinds, codeOf(at.lastCommand->kind)),
        errors::spoken(errors::Words::CommandStates, codeOf(at.lastCommandState.value_or(CommandState::Unknown))));
}

} // namespace

QString originText(Origin origin) {
    switch (origin) {
    case Origin::Actual:
        return CustomerRows::tr("Actual");
    case Origin::Estimated:
        return CustomerRows::tr("Estimated");
    case Origin::SelfReported:
        return CustomerRows::tr("Self-reported");
    case Origin::Remote:
        return CustomerRows::tr("Remote");
    }
    Q_UNREACHABLE();
}

QString doubtsText(Doubts doubts) {
    QStringList words;
    if (doubts.has(Doubt::LowerThanPrevious))
        words << CustomerRows::tr("lower than before");
    if (doubts.has(Doubt::HighUse))
        words << CustomerRows::tr("much use");
    if (doubts.has(Doubt::ZeroUse))
        words << CustomerRows::tr("no use");
    if (doubts.has(Doubt::WrongClock))
        words << CustomerRows::tr("wrong clock");
    if (doubts.has(Doubt::FrameDoubt))
        words << CustomerRows::tr("odd answer");
    if (doubts.has(Doubt::UnknownUnit))
        words << CustomerRows::tr("other unit");
    if (doubts.has(Doubt::Rollover))
        words << CustomerRows::tr("dial started again");
    return words.join(CustomerRows::tr(", "));
}

std::vector<Column> billListColumns(const QString& unit) {
    return {{.title = CustomerRows::tr("Month"), .width = 74},
            {.title = CustomerRows::tr("Use"), .width = 94, .number = true, .unit = unit},
            {.title = CustomerRows::tr("Amount"), .width = 92, .number = true, .unit = CustomerRows::tr("¥")},
            {.title = CustomerRows::tr("Standing"), .width = 110, .flexible = true}};
}

LedgerRow billRow(const services::BillSummary& bill) {
    return {.id = bill.bill.raw(),
            .cells = {{.text = bill.month.toString()},
                      {.text = quantityText(bill.use), .order = bill.use.micro()},
                      {.text = amountText(bill.total), .order = bill.total.minor()},
                      standingCell(bill)}};
}

std::vector<Column> readingListColumns(const QString& unit) {
    return {{.title = CustomerRows::tr("Date"), .width = 98},
            {.title = CustomerRows::tr("Dial"), .width = 82, .number = true},
            {.title = CustomerRows::tr("Use"), .width = 94, .number = true, .unit = unit},
            {.title = CustomerRows::tr("Source"), .width = 104, .flexible = true}};
}

LedgerRow readingRow(const services::ReadingRow& reading, Date today) {
    return {.id = reading.reading.raw(),
            .cells = {{.text = shortDayText(reading.receivedOn, today), .order = reading.receivedOn.number()},
                      {.text = numberText(reading.dial)},
                      {.text = reading.use ? quantityText(*reading.use) : QString(),
                       .order = reading.use ? reading.use->micro() : 0},
                      sourceCell(reading)}};
}

std::vector<Column> paymentListColumns() {
    return {{.title = CustomerRows::tr("Paid on"), .width = 98},
            {.title = CustomerRows::tr("Receipt"), .width = 110, .flexible = true},
            {.title = CustomerRows::tr("Amount"), .width = 104, .number = true, .unit = CustomerRows::tr("¥")}};
}

LedgerRow paymentRow(const services::PaymentRow& payment, const UtilityZone& zone, Date today) {
    const QString number = QString::number(payment.paperNumber);
    const QString moment = momentText(payment.at, zone);
    const QString receipt = payment.reversal   ? CustomerRows::tr("%1, reversal").arg(number)
                            : payment.reversed ? CustomerRows::tr("%1, reversed").arg(number)
                                               : number;
    const bool thisYear = moment.startsWith(QString::number(today.year()));
    return {.id = payment.journal.raw(),
            .cells = {{.text = thisYear ? moment.mid(5, 5) : moment.left(10), .order = payment.at.microseconds()},
                      {.text = payment.tender.isCash()
                                   ? receipt
                                   : CustomerRows::tr("%1, %2").arg(receipt, methodText(payment.tender.method)),
                       .tone = payment.reversed ? Token::Text3 : Token::Text},
                      {.text = amountText(payment.amount), .order = payment.amount.minor()}}};
}

std::vector<Column> meterListColumns() {
    return {{.title = CustomerRows::tr("Meter"), .width = 180, .flexible = true},
            {.title = CustomerRows::tr("Dial"), .width = 106, .number = true}};
}

LedgerRow meterRow(const services::MeterAtPlace& at, Date today) {
    Cell what{.text = at.meter.number,
              .second = linkText(at.meter),
              .icon = commodityIcon(at.meter.commodity),
              .iconTone = commodityToken(at.meter.commodity)};
    Cell dial{.text = CustomerRows::tr("not read")};
    if (at.lastReading)
        dial = {.text = numberText(at.lastReading->dial) + u' ' + unitText(at.unit),
                .second = shortDayText(at.lastReading->receivedOn, today)};
    if (at.until) {
        what.tone = Token::Text2;
        what.second = CustomerRows::tr("%1 to %2, taken down").arg(dayText(at.from), dayText(*at.until));
        dial = {.text = at.endDial ? numberText(*at.endDial) + u' ' + unitText(at.unit) : QString(),
                .second = CustomerRows::tr("end register")};
    } else if (at.lastCommand) {
        what.second = commandText(at);
    }
    return {.id = at.installation.raw(), .cells = {what, dial}};
}

} // namespace meterhall::ui
