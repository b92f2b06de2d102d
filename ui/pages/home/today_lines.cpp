#include "ui/pages/home/today_lines.h"

#include "ui/widgets/text_forms.h"

#include <QCoreApplication>

namespace meterhall::ui {

namespace {

struct TodayWords {
    Q_DECLARE_TR_FUNCTIONS(TodayWords)
};

TodayLine shiftLine(const std::optional<services::ShiftAtSeat>& shift, const UtilityZone& zone) {
    if (!shift)
        return {"cash", TodayWords::tr("My shift"), TodayWords::tr("not open"),
                TodayWords::tr("Day close opens one at this seat.")};
    if (!shift->isMine)
        return {"cash", TodayWords::tr("The shift at this seat"), shift->cashierName,
                TodayWords::tr("Open since %1.").arg(clockText(shift->since, zone))};
    if (shift->countedAt)
        return {"cash", TodayWords::tr("My shift"), TodayWords::tr("counted"),
                TodayWords::tr("At %1; a lead closes it.").arg(clockText(*shift->countedAt, zone))};
    return {"cash", TodayWords::tr("My shift, since %1").arg(clockText(shift->since, zone)),
            amountText(shift->received),
            TodayWords::tr("%n receipt(s)", nullptr, shift->payments) + TodayWords::tr(", ") +
                TodayWords::tr("%n receipt paper(s) left", nullptr, int(shift->papersLeft))};
}

TodayLine wholeDayLine(const services::WholeDay& day) {
    return {"counter", TodayWords::tr("Taken today at all seats"), amountText(day.received),
            TodayWords::tr("%n receipt(s)", nullptr, day.receipts) + TodayWords::tr(", ") +
                TodayWords::tr("shifts: %1 open, %2 counted, %3 closed")
                    .arg(day.shiftsOpen)
                    .arg(day.shiftsCounted)
                    .arg(day.shiftsClosed)};
}

// Rounded down: 100 % means that every meter answered.
TodayLine readingsLine(const services::LastReadings& last, const UtilityZone& zone) {
    constexpr int permille = 1000;
    const auto share = int(std::int64_t(last.read) * permille / last.asked);
    return {"readings-review", TodayWords::tr("Meters read"), QStringLiteral("%1.%2 %").arg(share / 10).arg(share % 10),
            TodayWords::tr("%1 of %2, last run %3")
                .arg(countText(last.read), countText(last.asked), momentText(last.startedAt, zone))};
}

TodayLine priceLine(const std::vector<services::PriceToCome>& prices, Date today) {
    QStringList codes;
    for (const services::PriceToCome& price : prices) {
        if (price.from == prices.front().from)
            codes << price.tariffCode;
    }
    return {"tariffs", TodayWords::tr("Next new price"), dayText(prices.front().from),
            TodayWords::tr("%1, in %n day(s)", nullptr, prices.front().from.daysSince(today))
                .arg(codes.join(TodayWords::tr(", ")))};
}

} // namespace

std::vector<TodayLine> todayLines(const services::MyToday& today, const UtilityZone& zone) {
    std::vector<TodayLine> lines;
    if (today.takesMoney)
        lines.push_back(shiftLine(today.shift, zone));
    if (today.wholeDay)
        lines.push_back(wholeDayLine(*today.wholeDay));
    if (today.readings)
        lines.push_back(readingsLine(*today.readings, zone));
    if (today.runsToBeChecked.value_or(0) > 0)
        lines.push_back({"billing", TodayWords::tr("My billing runs"), countText(*today.runsToBeChecked),
                         TodayWords::tr("Computed; a second person checks them.")});
    if (today.commandsUnderWay.value_or(0) > 0)
        lines.push_back({"valve", TodayWords::tr("Commands under way"), countText(*today.commandsUnderWay),
                         TodayWords::tr("Approved, and not known to be done.")});
    if (!today.prices.empty())
        lines.push_back(priceLine(today.prices, today.day));
    const int days = today.nextWorkingDay.daysSince(today.day);
    lines.push_back({"calendar", TodayWords::tr("Next working day"), dayText(today.nextWorkingDay),
                     days == 1 ? TodayWords::tr("tomorrow") : TodayWords::tr("in %n day(s)", nullptr, days)});
    return lines;
}

} // namespace meterhall::ui
