#include "app/town/parts/line.h"

#include <QJsonArray>

namespace meterhall::town {

namespace {
int latencyOf(const Meter& meter, std::uint32_t request, int longestMs) {
    // Every meter has its own pace and wavers a little around it.
    Dice pace(meter.habit.seed, {purpose::latency, meter.habit.meter});
    Dice wavering(meter.habit.seed, {purpose::latency, meter.habit.meter, request});
    const std::int64_t usual = 1 + pace.below(std::max(1, longestMs * 3 / 4));
    return static_cast<int>(std::min<std::int64_t>(longestMs, usual + wavering.below(std::max(1, longestMs / 4))));
}

QJsonObject recordOf(const Answer& answer, const Meter& meter) {
    QJsonObject record{{QStringLiteral("control"), toHex(Bytes{answer.frame.control})},
                       {QStringLiteral("di"), answer.dataItem},
                       {QStringLiteral("litres"), qint64(meter.litres)}};
    if (answer.ser >= 0)
        record.insert(QStringLiteral("ser"), answer.ser);
    if (answer.hundredths) {
        record.insert(QStringLiteral("reading"), shownText(*answer.hundredths));
        record.insert(QStringLiteral("clock"), answer.clock);
    }
    return record;
}
} // namespace

std::optional<Utterance> Line::ask(int terminal, int port, ByteView bytes, Instant now) {
    QJsonObject heard{{QStringLiteral("terminal"), m_town.terminals()[static_cast<std::size_t>(terminal)].id},
                      {QStringLiteral("port"), port},
                      {QStringLiteral("request"), toHex(bytes)}};
    const Cjt188Scan scan = scanCjt188(bytes);
    if (!scan.frame) {
        heard.insert(QStringLiteral("outcome"), QStringLiteral("not_a_frame"));
        m_truth.write(now, {}, "command", heard);
        return std::nullopt;
    }
    if (isEverybody(scan.frame->address))
        return askEverybody(m_town.branch(terminal, port), *scan.frame, std::move(heard), now);

    Meter* const meter = m_town.find(scan.frame->address);
    const bool onThisLine = meter != nullptr && meter->terminal == terminal && meter->port == port;
    if (!onThisLine) {
        heard.insert(QStringLiteral("outcome"), QStringLiteral("nobody_here"));
        m_truth.write(now, shownAddress(scan.frame->address), "command", heard);
        return std::nullopt;
    }
    return askOne(*meter, *scan.frame, heard, now);
}

// Everybody on the line answers at once. Alone on its line a meter is understood, several are noise to each other.
std::optional<Utterance> Line::askEverybody(const std::vector<int>& branch, const Cjt188Frame& request,
                                            QJsonObject heard, Instant now) {
    if (branch.size() == 1)
        return askOne(m_town.meters()[static_cast<std::size_t>(branch.front())], request, std::move(heard), now);
    heard.insert(QStringLiteral("outcome"),
                 branch.empty() ? QStringLiteral("nobody_here") : QStringLiteral("collision"));
    m_truth.write(now, shownAddress(request.address), "command", std::move(heard));
    return std::nullopt;
}

std::optional<Utterance> Line::askOne(Meter& meter, const Cjt188Frame& request, QJsonObject heard, Instant now) {
    const QString address = shownAddress(meter.address);
    const std::uint32_t number = meter.requests++;
    heard.insert(QStringLiteral("n"), qint64(number));
    const bool hears = m_town.hears(meter);
    auto answer = hears ? answerOf(meter, request, m_town.clock(now)) : std::nullopt;
    heard.insert(QStringLiteral("outcome"), !hears            ? QLatin1String(nameOf(meter.silence))
                                            : !answer         ? QLatin1String("not_for_me")
                                            : answer->refused ? QLatin1String("refused")
                                                              : QLatin1String("obeyed"));
    m_truth.write(now, address, "command", heard);
    if (!answer)
        return std::nullopt;
    recordConsequences(meter, *answer, now);

    Utterance utterance;
    utterance.meter = address;
    utterance.bytes = encoded(answer->frame, meter.model->wakeBytes);
    utterance.dice = diceOfRequest(m_town.plan().seed, meter.habit.meter, number);
    utterance.mishap = drawMishap(m_town.faults(), utterance.dice);
    utterance.delayMs = latencyOf(meter, number, m_longestLatencyMs);
    utterance.record = recordOf(*answer, meter);
    utterance.record.insert(QStringLiteral("n"), qint64(number));
    utterance.record.insert(QStringLiteral("terminal"), heard.value(QStringLiteral("terminal")));
    utterance.record.insert(QStringLiteral("port"), heard.value(QStringLiteral("port")));
    utterance.record.insert(QStringLiteral("frame"), toHex(utterance.bytes));
    if (utterance.mishap != Mishap::Lost)
        return utterance;
    utterance.record.insert(QStringLiteral("where"), QStringLiteral("line"));
    m_truth.write(now, address, "lost", utterance.record);
    return std::nullopt;
}

void Line::recordConsequences(const Meter& meter, const Answer& answer, Instant now) {
    const QString address = shownAddress(meter.address);
    if (answer.valveMoved)
        m_truth.write(
            now, address, "valve",
            {{QStringLiteral("state"), meter.valveClosed ? QStringLiteral("closed") : QStringLiteral("open")}});
    if (answer.clockSet)
        m_truth.write(now, address, "clock", {{QStringLiteral("shift_seconds"), qint64(meter.clockShiftSeconds)}});
}

QJsonObject truthOf(const Town& town, const Meter& meter) {
    QJsonArray settled;
    for (const std::int64_t litres : meter.settled)
        settled.append(shownText(meter.shown(litres)));
    const Terminal& terminal = town.terminals()[static_cast<std::size_t>(meter.terminal)];
    QJsonObject truth{{QStringLiteral("meter"), shownAddress(meter.address)},
                      {QStringLiteral("litres"), qint64(meter.litres)},
                      {QStringLiteral("reading"), shownText(meter.shownNow())},
                      {QStringLiteral("previous"), shownText(meter.shown(meter.previousLitres))},
                      {QStringLiteral("settled"), settled},
                      {QStringLiteral("silence"), QLatin1String(nameOf(meter.silence))},
                      {QStringLiteral("hears"), town.hears(meter)},
                      {QStringLiteral("trouble"), QLatin1String(nameOf(meter.trouble))},
                      {QStringLiteral("clock_fault"), QLatin1String(nameOf(meter.clockFault))},
                      {QStringLiteral("profile"), QLatin1String(meter.model->profile)},
                      {QStringLiteral("terminal"), terminal.id},
                      {QStringLiteral("port"), meter.port},
                      {QStringLiteral("requests"), qint64(meter.requests)},
                      {QStringLiteral("battery_low"), meter.batteryLow}};
    if (meter.model->hasValve)
        truth.insert(QStringLiteral("valve"), meter.valveClosed ? QStringLiteral("closed") : QStringLiteral("open"));
    return truth;
}

void recordRegisters(const Town& town, Truth& truth, Instant now, const char* why) {
    for (const Meter& meter : town.meters()) {
        QJsonObject fields{{QStringLiteral("why"), QLatin1String(why)},
                           {QStringLiteral("litres"), qint64(meter.litres)},
                           {QStringLiteral("reading"), shownText(meter.shownNow())},
                           {QStringLiteral("hears"), town.hears(meter)}};
        if (meter.silence != Silence::None)
            fields.insert(QStringLiteral("silence"), QLatin1String(nameOf(meter.silence)));
        if (meter.trouble != Trouble::None)
            fields.insert(QStringLiteral("trouble"), QLatin1String(nameOf(meter.trouble)));
        if (meter.clockFault != ClockFault::None)
            fields.insert(QStringLiteral("clock_fault"), QLatin1String(nameOf(meter.clockFault)));
        const QString address = shownAddress(meter.address);
        truth.write(now, address, "register", fields);
    }
}

} // namespace meterhall::town
