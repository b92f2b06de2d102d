#include "app/town/parts/answers.h"

#include <QDateTime>

namespace meterhall::town {

namespace {
constexpr std::uint8_t valveOpen = 0x55;
constexpr std::uint8_t valveClose = 0x99;

constexpr unsigned currentData = 0x901F;
constexpr unsigned firstSettlement = 0xD120;
constexpr unsigned lastSettlement = 0xD12B;
constexpr unsigned settlementDayItem = 0x8103;
constexpr unsigned readingDayItem = 0x8104;
constexpr unsigned addressItem = 0x810A;
constexpr unsigned keyVersionItem = 0x8106;
constexpr unsigned writeSettlementDay = 0xA011;
constexpr unsigned writeReadingDay = 0xA012;
constexpr unsigned writeClock = 0xA015;
constexpr unsigned valveItem = 0xA017;

/// A request taken apart: `9x 1F` and `1F 9x` name the same item.
struct Asked {
    std::array<std::uint8_t, 2> wireItem{};
    unsigned item = 0;
    bool lowFirst = false;
    int ser = -1;
    ByteView rest;
};

bool isFamily(std::uint8_t byte) {
    return byte == 0x81 || byte == 0x90 || byte == 0x91 || byte == 0xA0 || (byte >= 0xD1 && byte <= 0xD4);
}

std::optional<Asked> askedBy(const Cjt188Frame& request) {
    if (request.data.size() < 2)
        return std::nullopt;
    Asked asked;
    asked.wireItem = {request.data[0], request.data[1]};
    asked.lowFirst = !isFamily(asked.wireItem[0]);
    const unsigned high = asked.lowFirst ? asked.wireItem[1] : asked.wireItem[0];
    const unsigned low = asked.lowFirst ? asked.wireItem[0] : asked.wireItem[1];
    asked.item = (high << 8) | low;
    ByteView rest = ByteView(request.data).subspan(2);
    if (!rest.empty()) {
        asked.ser = rest[0];
        rest = rest.subspan(1);
    }
    asked.rest = rest;
    return asked;
}

// Two status bytes. A model without a valve leaves whatever its firmware had in those bits.
void appendStatus(Bytes& out, const Meter& meter) {
    const unsigned valve = meter.model->hasValve ? (meter.valveClosed ? 0x01U : 0x00U) : meter.valveNoise;
    out.push_back(static_cast<std::uint8_t>(valve | (meter.batteryLow ? 0x04U : 0x00U)));
    out.push_back(0x00);
}

CivilTime clockOf(const Meter& meter, const CivilTime& now) {
    const QDateTime right(QDate(now.year, now.month, now.day), QTime(now.hour, now.minute, now.second), Qt::UTC);
    const auto shifted = [&](std::int64_t seconds) {
        const QDateTime shown = right.addSecs(seconds + meter.clockShiftSeconds);
        return CivilTime{shown.date().year(), shown.date().month(),  shown.date().day(),
                         shown.time().hour(), shown.time().minute(), shown.time().second()};
    };
    switch (meter.clockFault) {
    case ClockFault::None:
        return shifted(0);
    case ClockFault::NeverSet:
        return CivilTime{2000, 1, 1, now.hour, now.minute, now.second};
    case ClockFault::EightHoursOff:
        return shifted(-8 * 3600);
    case ClockFault::YearAhead:
        return shifted(365 * 86400);
    case ClockFault::SecondSixty: {
        CivilTime shown = shifted(0);
        shown.second = 60;
        return shown;
    }
    }
    Q_UNREACHABLE();
}

// 01: what the meter knows. False: no such item in this model.
bool readItem(const Meter& meter, unsigned item, const CivilTime& now, Bytes& out, Answer& answer) {
    if (item == currentData) {
        answer.hundredths = meter.shownNow();
        appendVolume(out, *answer.hundredths);
        appendVolume(out, meter.shown(meter.settled[0]));
        const CivilTime clock = clockOf(meter, now);
        answer.clock = clock.toString();
        appendClock(out, clock, meter.model->clockReversed);
        appendStatus(out, meter);
        return true;
    }
    if (item >= firstSettlement && item <= lastSettlement) {
        appendVolume(out, meter.shown(meter.settled[item - firstSettlement]));
        return true;
    }
    if (item == settlementDayItem || item == readingDayItem) {
        appendBcd(out, item == settlementDayItem ? meter.settlementDay : meter.readingDay, 1);
        return true;
    }
    return false;
}

bool setDay(std::uint8_t& day, ByteView data) {
    const auto wanted = bcdValue(data);
    if (data.size() != 1 || !wanted || *wanted < 1 || *wanted > 28)
        return false;
    day = static_cast<std::uint8_t>(*wanted);
    return true;
}

bool setClock(Meter& meter, ByteView data, const CivilTime& now) {
    if (data.size() != 7 || !bcdValue(data))
        return false;
    const CivilTime wanted = clockFrom(data);
    const QDateTime target(QDate(wanted.year, wanted.month, wanted.day),
                           QTime(wanted.hour, wanted.minute, wanted.second), Qt::UTC);
    const QDateTime right(QDate(now.year, now.month, now.day), QTime(now.hour, now.minute, now.second), Qt::UTC);
    if (!target.isValid())
        return false;
    meter.clockFault = ClockFault::None;
    meter.clockShiftSeconds = right.secsTo(target);
    return true;
}

// 04: what an installed postpaid meter lets a master station change. Prices, purchases, keys and the register itself
// are not among it.
bool writeItem(Meter& meter, const Asked& asked, const CivilTime& now, Bytes& out, Answer& answer) {
    switch (asked.item) {
    case writeSettlementDay:
        return setDay(meter.settlementDay, asked.rest);
    case writeReadingDay:
        return setDay(meter.readingDay, asked.rest);
    case writeClock:
        answer.clockSet = setClock(meter, asked.rest, now);
        return answer.clockSet;
    case valveItem: {
        const bool understood = asked.rest.size() == 1 && (asked.rest[0] == valveOpen || asked.rest[0] == valveClose);
        if (!meter.model->hasValve || !understood)
            return false;
        const bool close = asked.rest[0] == valveClose;
        answer.valveMoved = meter.valveClosed != close;
        meter.valveClosed = close;
        appendStatus(out, meter);
        return true;
    }
    default:
        return false;
    }
}

bool obey(Meter& meter, std::uint8_t control, const Asked& asked, const CivilTime& now, Bytes& out, Answer& answer) {
    switch (control) {
    case cjt::read:
        // The order of the two bytes is part of the item's name to a meter.
        return asked.lowFirst == meter.model->readsLowFirst && readItem(meter, asked.item, now, out, answer);
    case cjt::readAddress:
        return asked.item == addressItem;
    case cjt::readKeyVersion:
        out.push_back(0x00);
        return asked.item == keyVersionItem;
    case cjt::write:
        return writeItem(meter, asked, now, out, answer);
    default:
        return false; // 15 and 16, the address and the register, are closed in the factory
    }
}
} // namespace

bool isMeantFor(const Cjt188Frame& request, const Meter& meter) {
    const bool kind = request.type == 0xAA || (request.type >> 4) == (meter.model->type >> 4);
    return kind && (request.address == meter.address || isEverybody(request.address));
}

std::optional<Answer> answerOf(Meter& meter, const Cjt188Frame& request, const CivilTime& now) {
    const bool isRequest = (request.control & (cjt::answer | cjt::failed)) == 0;
    const bool onlyReads = request.control == cjt::read || request.control == cjt::readAddress;
    if (!isRequest || !isMeantFor(request, meter) || (isEverybody(request.address) && !onlyReads))
        return std::nullopt;

    Answer answer;
    answer.frame.type = meter.model->type;
    answer.frame.address = meter.address;
    const auto asked = askedBy(request);
    Bytes values;
    answer.refused = !asked || !obey(meter, request.control, *asked, now, values, answer);
    if (asked) {
        answer.dataItem = QStringLiteral("%1").arg(asked->item, 4, 16, QChar(u'0')).toUpper();
        answer.ser = meter.model->echoesSer ? asked->ser : meter.ownSer++;
    }
    if (answer.refused) {
        answer.frame.control = static_cast<std::uint8_t>(request.control | cjt::answer | cjt::failed);
        answer.frame.data.push_back(static_cast<std::uint8_t>(std::max(answer.ser, 0)));
        appendStatus(answer.frame.data, meter);
        return answer;
    }
    answer.frame.control = static_cast<std::uint8_t>(request.control | cjt::answer);
    answer.frame.data.assign(asked->wireItem.begin(), asked->wireItem.end());
    if (answer.ser >= 0)
        answer.frame.data.push_back(static_cast<std::uint8_t>(answer.ser));
    answer.frame.data.insert(answer.frame.data.end(), values.begin(), values.end());
    return answer;
}

} // namespace meterhall::town
