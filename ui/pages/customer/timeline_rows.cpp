#include "ui/pages/customer/timeline_rows.h"

#include "ui/errors/words.h"
#include "ui/pages/customer/customer_rows.h"
#include "ui/pages/parts/account_head.h"
#include "ui/pages/parts/quantity_text.h"

#include <QCoreApplication>

namespace meterhall::ui {

namespace {

struct TimelineRows {
    Q_DECLARE_TR_FUNCTIONS(TimelineRows)
};

/// One entry as a cell; an overload for each kind of thing that happens.
class EntryWriter {
public:
    EntryWriter(const QString& unit, Date today)
        : m_unit(unit)
        , m_today(today) {}

    Cell operator()(const services::BillIssued& bill) const {
        return cell("billing", Token::Accent,
                    TimelineRows::tr("Bill %1: %2").arg(bill.month.toString(), amountText(bill.total)),
                    TimelineRows::tr("%1 %2, due on %3")
                        .arg(quantityText(bill.use), m_unit, shortDayText(bill.dueOn, m_today)));
    }
    Cell operator()(const services::MoneyTaken& money) const {
        return cell("cash", Token::Ok, TimelineRows::tr("Paid %1").arg(amountText(money.amount)),
                    money.reversed ? TimelineRows::tr("receipt %1, reversed later").arg(money.paperNumber)
                                   : TimelineRows::tr("receipt %1").arg(money.paperNumber));
    }
    Cell operator()(const services::MoneyGivenBack& money) const {
        return cell("undo", Token::Warn, TimelineRows::tr("Given back %1").arg(amountText(money.amount)),
                    TimelineRows::tr("receipt %1").arg(money.paperNumber));
    }
    Cell operator()(const services::ReadingDoubted& reading) const {
        return cell("warn", Token::Warn, TimelineRows::tr("Reading %1 doubted").arg(numberText(reading.dial)),
                    doubtsText(reading.doubts));
    }
    Cell operator()(const services::ReadingDecided& reading) const {
        const bool accepted = reading.decision == Decision::Accepted;
        return cell("readings-review", accepted ? Token::Ok : Token::Danger,
                    accepted ? TimelineRows::tr("Reading %1 accepted").arg(numberText(reading.dial))
                             : TimelineRows::tr("Reading %1 rejected").arg(numberText(reading.dial)),
                    accepted ? TimelineRows::tr("it is billed") : TimelineRows::tr("a new one is needed"));
    }
    Cell operator()(const services::MeterHung& meter) const {
        if (meter.oldNumber.isEmpty())
            return cell("meter", Token::Accent, TimelineRows::tr("Meter %1 hung up").arg(meter.number),
                        TimelineRows::tr("start register %1").arg(numberText(meter.startDial)));
        return cell("swap", Token::Accent, TimelineRows::tr("Meter exchanged"),
                    TimelineRows::tr("%1 at %2, then %3 from %4")
                        .arg(meter.oldNumber, meter.oldEndDial ? numberText(*meter.oldEndDial) : QString(),
                             meter.number, numberText(meter.startDial)));
    }
    Cell operator()(const services::NoticeServed& notice) const {
        return cell("bell", Token::Warn, TimelineRows::tr("Disconnection notice served"),
                    TimelineRows::tr("overdue %1").arg(amountText(notice.overdue)));
    }
    Cell operator()(const services::FlagChanged& flag) const {
        const QString name = supplyFlagText(flag.flag);
        return cell("shield", Token::Accent,
                    flag.raised ? TimelineRows::tr("Supply flag set: %1").arg(name)
                                : TimelineRows::tr("Supply flag taken away: %1").arg(name),
                    flag.until ? TimelineRows::tr("until %1").arg(dayText(*flag.until)) : QString());
    }
    Cell operator()(const services::CommandAsked& command) const {
        return cell(
            "valve", Token::Accent,
            TimelineRows::tr("Command: %1").arg(errors::spoken(errors::Words::CommandKinds, codeOf(command.kind))),
            TimelineRows::tr("%1, meter %2")
                .arg(errors::spoken(errors::Words::CommandStates, codeOf(command.state)), command.meterNumber));
    }

    Cell operator()(const services::HolderChanged& change) const {
        return cell(
            "customers", Token::Accent, TimelineRows::tr("Transferred: %1, before %2").arg(change.to, change.from),
            change.ladderAnew ? TimelineRows::tr("the ladder begins anew") : TimelineRows::tr("the ladder goes on"));
    }
    Cell operator()(const services::AccountEnded& end) const {
        return cell("lock", Token::Warn, TimelineRows::tr("Account closed"),
                    end.meterTakenDown ? TimelineRows::tr("the meter was taken down")
                                       : TimelineRows::tr("the meter stays"));
    }
    Cell operator()(const services::SupplySuspended&) const {
        return cell("valve", Token::Warn, TimelineRows::tr("Supply suspended"),
                    TimelineRows::tr("as the customer wished; nothing is billed until it is resumed"));
    }
    Cell operator()(const services::SupplyResumed&) const {
        return cell("valve", Token::Accent, TimelineRows::tr("Supply resumed"), {});
    }

private:
    static Cell cell(const char* icon, Token iconTone, const QString& text, const QString& second) {
        return {.text = text, .second = second, .icon = icon, .iconTone = iconTone};
    }

    const QString& m_unit;
    Date m_today;
};

} // namespace

std::vector<Column> timelineColumns() {
    return {{.title = TimelineRows::tr("Day"), .width = 98},
            {.title = TimelineRows::tr("What happened"), .width = 200, .flexible = true}};
}

LedgerRow timelineRow(const services::TimelineEntry& entry, std::int64_t id, const QString& unit, Date today) {
    Cell what = std::visit(EntryWriter(unit, today), entry.what);
    return {.id = id,
            .cells = {{.text = shortDayText(entry.day, today), .order = entry.day.number()}, std::move(what)}};
}

} // namespace meterhall::ui
