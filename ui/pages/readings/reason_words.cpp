#include "ui/pages/readings/reason_words.h"

#include "ui/widgets/commodity_look.h"
#include "ui/widgets/text_forms.h"

#include <QCoreApplication>
#include <QDateTime>

namespace meterhall::ui {

namespace {

class ReasonWords {
    Q_DECLARE_TR_FUNCTIONS(ReasonWords)
};

constexpr int weightDecimals = 6;
constexpr std::int64_t half = 500'000;

QString evidenceOf(const DoubtReason& reason, const char* name) {
    for (const auto& [key, value] : reason.evidence) {
        if (key == QLatin1String(name))
            return value;
    }
    return {};
}

QString numberSeen(const DoubtReason& reason, const char* name) {
    const auto value = Decimal::parse(evidenceOf(reason, name));
    return value.ok() ? numberText(*value) : QStringLiteral("—");
}

QString roundedSeen(const DoubtReason& reason, const char* name) {
    const auto micro = parseScaled(evidenceOf(reason, name), 6);
    return micro.ok() ? roundedText(*micro) : QStringLiteral("—");
}

int daysSeen(const DoubtReason& reason) {
    return evidenceOf(reason, "days").toInt();
}

QString seenHigh(const DoubtReason& reason, const QString& unit) {
    return ReasonWords::tr("%1 %2 in %n day(s), more than %3 times the usual: about %4 %2 a day", nullptr,
                           daysSeen(reason))
        .arg(numberSeen(reason, "use"), unit, numberSeen(reason, "factor"), roundedSeen(reason, "usual_per_day"));
}

QString seenZero(const DoubtReason& reason, const QString& unit) {
    return ReasonWords::tr("nothing in %n day(s), where about %1 %2 a day were usual", nullptr, daysSeen(reason))
        .arg(roundedSeen(reason, "usual_per_day"), unit);
}

QString momentSeen(const DoubtReason& reason, const char* name, const UtilityZone& zone) {
    const QDateTime moment = QDateTime::fromString(evidenceOf(reason, name), Qt::ISODateWithMs);
    return moment.isValid() ? momentText(Instant::fromMicroseconds(moment.toMSecsSinceEpoch() * 1000), zone)
                            : QString();
}

QString seenClock(const DoubtReason& reason, const UtilityZone& zone) {
    const QString meterTime = momentSeen(reason, "meter_time", zone);
    return meterTime.isEmpty() ? ReasonWords::tr("the meter gave no time it can be held to")
                               : ReasonWords::tr("the meter says %1, it came in at %2")
                                     .arg(meterTime, momentSeen(reason, "received_at", zone));
}

} // namespace

QString reasonTitle(const QString& kind) {
    if (kind == QLatin1String("lower-than-previous"))
        return ReasonWords::tr("Dial went back");
    if (kind == QLatin1String("high-use"))
        return ReasonWords::tr("Use far too high");
    if (kind == QLatin1String("zero-use"))
        return ReasonWords::tr("Nothing used");
    if (kind == QLatin1String("wrong-clock"))
        return ReasonWords::tr("Meter clock is off");
    if (kind == QLatin1String("frame-doubt"))
        return ReasonWords::tr("Odd answer");
    if (kind == QLatin1String("unknown-unit"))
        return ReasonWords::tr("Wrong unit");
    if (kind == QLatin1String("rollover"))
        return ReasonWords::tr("Dial passed its end");
    return kind;
}

QString reasonSeen(const DoubtReason& reason, const QString& unit, const UtilityZone& zone) {
    const QString& kind = reason.kind;
    if (kind == QLatin1String("lower-than-previous"))
        return ReasonWords::tr("%1 on %2, now %3")
            .arg(numberSeen(reason, "previous"), evidenceOf(reason, "previous_on"), numberSeen(reason, "value"));
    if (kind == QLatin1String("high-use"))
        return seenHigh(reason, unit);
    if (kind == QLatin1String("zero-use"))
        return seenZero(reason, unit);
    if (kind == QLatin1String("wrong-clock"))
        return seenClock(reason, zone);
    if (kind == QLatin1String("frame-doubt"))
        return ReasonWords::tr("the checksum holds, the content is unusual");
    if (kind == QLatin1String("unknown-unit"))
        return ReasonWords::tr("the meter says %1, billed is %2")
            .arg(unitText(evidenceOf(reason, "unit")), unitText(evidenceOf(reason, "billed_unit")));
    if (kind == QLatin1String("rollover"))
        return ReasonWords::tr("from %1 over the highest number of %2 digits to %3: %4 %5")
            .arg(numberSeen(reason, "previous"), numberSeen(reason, "digits"), numberSeen(reason, "value"),
                 numberSeen(reason, "use"), unit);
    return {};
}

bool leansToWrong(const DoubtReason& reason) {
    const auto weight = parseScaled(reason.likelihood, weightDecimals);
    return !weight.ok() || *weight >= half;
}

std::int64_t weightOf(const std::vector<DoubtReason>& reasons) {
    if (reasons.empty())
        return 0;
    const auto weight = parseScaled(reasons.front().likelihood, weightDecimals);
    return weight.ok() ? *weight : 2 * half;
}

QString roundedText(std::int64_t micro) {
    constexpr std::int64_t unit = 1'000'000;
    const std::int64_t step = micro < 10 * unit ? unit / 100 : unit;
    return numberText(Decimal{(micro + step / 2) / step * step, 6});
}

QString bandText(const PlausibleUse& band) {
    return roundedText(band.leastMicro) + QStringLiteral("–") + roundedText(band.mostMicro);
}

QString readingOriginText(Origin origin) {
    switch (origin) {
    case Origin::Actual:
        return ReasonWords::tr("actual");
    case Origin::Estimated:
        return ReasonWords::tr("estimated");
    case Origin::SelfReported:
        return ReasonWords::tr("self-reported");
    case Origin::Remote:
        return ReasonWords::tr("remote");
    }
    return {};
}

} // namespace meterhall::ui
