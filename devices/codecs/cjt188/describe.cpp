#include "devices/codecs/cjt188/describe.h"

#include "devices/codecs/describe.h"

namespace meterhall::cjt188 {

using devices::fromView;
using devices::hexByte;
using devices::lowerHex;

namespace {
QString diText(std::uint16_t di) {
    return hexByte(static_cast<std::uint8_t>(di >> 8)) + hexByte(static_cast<std::uint8_t>(di & 0xFF));
}

QString valveText(Valve valve) {
    switch (valve) {
    case Valve::Open:
        return QStringLiteral("open");
    case Valve::Closed:
        return QStringLiteral("closed");
    case Valve::Reserved:
        return QStringLiteral("reserved");
    case Valve::Fault:
        return QStringLiteral("fault");
    }
    return {};
}

QString valveCommandText(std::uint8_t byte) {
    constexpr std::uint8_t open = 0x55;
    constexpr std::uint8_t close = 0x99;
    if (byte == open)
        return QStringLiteral("open");
    return byte == close ? QStringLiteral("close") : QStringLiteral("vendor_") + hexByte(byte);
}

QJsonObject statusObject(const StatusReading& status) {
    return {{QStringLiteral("raw"), lowerHex(status.raw)},
            {QStringLiteral("valve"), valveText(status.valve)},
            {QStringLiteral("battery_low"), status.batteryLow}};
}

QJsonValue numberText(const Item& item) {
    return item.available ? QJsonValue(item.value.toString()) : QJsonValue();
}

QJsonObject valueWithUnit(const Item& item) {
    const auto unit = item.unit();
    QJsonObject object{{QStringLiteral("value"), numberText(item)},
                       {QStringLiteral("unit_code"), hexByte(item.unitCode)},
                       {QStringLiteral("unit"), unit ? QJsonValue(unit->toString()) : QJsonValue()}};
    if (!item.available)
        object.insert(QStringLiteral("raw"), lowerHex(item.bytes()));
    return object;
}

void insertClock(QJsonObject& object, const ClockReading& clock) {
    object.insert(QStringLiteral("clock"), clock.valid ? QJsonValue(clock.toString()) : QJsonValue());
    object.insert(QStringLiteral("clock_raw"), lowerHex(clock.raw));
}

void insertItem(QJsonObject& object, const Item& item, const Data& data) {
    const QString name = fromView(key(item.quantity));
    switch (item.quantity) {
    case Quantity::Clock:
        insertClock(object, data.clock);
        return;
    case Quantity::Status:
        object.insert(name, statusObject(data.status));
        return;
    case Quantity::ValveCommand:
        object.insert(name, valveCommandText(item.raw[0]));
        return;
    case Quantity::NewAddress:
        object.insert(name, Address::fromWire(item.bytes()).toString());
        return;
    case Quantity::Key:
        return; // never shown
    case Quantity::PurchaseSerial:
    case Quantity::KeyVersion:
        object.insert(name, int(item.value.digits));
        return;
    case Quantity::Day:
    case Quantity::StartDay:
        object.insert(name, item.available ? QJsonValue(lowerHex(item.bytes())) : QJsonValue());
        return;
    default:
        object.insert(name, item.hasUnit ? QJsonValue(valueWithUnit(item)) : numberText(item));
    }
}

QJsonArray doubtsArray(const Doubts& doubts) {
    QJsonArray array;
    for (int i = 0; i <= int(Doubt::MoreFollows); ++i) {
        if (doubts.has(static_cast<Doubt>(i)))
            array.append(fromView(key(static_cast<Doubt>(i))));
    }
    return array;
}

QJsonObject dataObject(const Data& data) {
    QJsonObject object;
    for (const Item& item : data.all())
        insertItem(object, item, data);
    if (data.monthsBack > 0)
        object.insert(QStringLiteral("month_back"), data.monthsBack);
    return object;
}

QString itemMeaning(const Item& item, const Data& data) {
    QString name = fromView(key(item.quantity));
    if (item.quantity == Quantity::Clock)
        return data.clock.valid ? name + QStringLiteral(" ") + data.clock.toString()
                                : name + QStringLiteral(": not a real moment in standard order");
    if (item.quantity == Quantity::Status)
        return QStringLiteral("ST: valve %1, battery %2")
            .arg(valveText(data.status.valve), data.status.batteryLow ? QStringLiteral("low") : QStringLiteral("good"));
    if (item.quantity == Quantity::ValveCommand)
        return name + QStringLiteral(" ") + valveCommandText(item.raw[0]);
    if (!item.isNumber)
        return name;
    if (!item.available)
        return name + QStringLiteral(": not available");
    const auto unit = item.unit();
    const QString unitText = unit ? unit->toString() : fromView(fixedUnit(item.quantity));
    return (name + QStringLiteral(" ") + item.value.toString() + QStringLiteral(" ") + unitText).trimmed();
}
} // namespace

QJsonObject describeHead(ByteView bytes, std::size_t offset, std::size_t trailing) {
    const Frame frame = viewFrame(bytes);
    const std::uint8_t sum = devices::sum8(bytes.first(bytes.size() - 2));
    const bool sumHolds = sum == bytes[bytes.size() - 2];
    QJsonObject head{{QStringLiteral("offset"), int(offset)},
                     {QStringLiteral("frame"), lowerHex(bytes)},
                     {QStringLiteral("meter_type"), hexByte(frame.meterType)},
                     {QStringLiteral("address"), frame.address.toString()},
                     {QStringLiteral("control"), hexByte(frame.control.raw)},
                     {QStringLiteral("response"), frame.control.isReply()},
                     {QStringLiteral("error"), frame.control.isError()},
                     {QStringLiteral("length"), int(frame.data.size())},
                     {QStringLiteral("checksum_ok"), sumHolds},
                     {QStringLiteral("trailing_bytes"), int(trailing)}};
    if (!sumHolds)
        head.insert(QStringLiteral("checksum_expected"), hexByte(sum));
    return head;
}

QJsonObject describeData(const Frame& frame, const Data& data) {
    QJsonObject object;
    if (data.hasSerial)
        object.insert(QStringLiteral("ser"), data.serial);
    if (!data.doubts.none())
        object.insert(QStringLiteral("doubts"), doubtsArray(data.doubts));
    if (data.isErrorReply) {
        object.insert(QStringLiteral("error_payload"), lowerHex(frame.data));
        if (data.status.sent)
            object.insert(QStringLiteral("status"), statusObject(data.status));
        return object;
    }
    if (data.hasDi) {
        object.insert(QStringLiteral("di"), diText(data.di));
        object.insert(QStringLiteral("di_wire_order"),
                      data.diOrder == DiOrder::HighFirst ? QStringLiteral("high_first") : QStringLiteral("low_first"));
    }
    object.insert(QStringLiteral("data_hex"), lowerHex(data.payloadOf(frame)));
    if (data.count > 0)
        object.insert(QStringLiteral("data"), dataObject(data));
    return object;
}

QJsonArray describeRecords(const Data& data) {
    QJsonArray records;
    for (const Item& item : data.all()) {
        if (!item.isNumber && item.quantity != Quantity::Clock && item.quantity != Quantity::Status)
            continue;
        const auto unit = item.unit();
        QJsonValue value = item.isNumber ? numberText(item) : QJsonValue();
        if (unit && item.available)
            value = unit->inBase(item.value).toString();
        if (item.quantity == Quantity::Clock && data.clock.valid)
            value = data.clock.toString();
        if (item.quantity == Quantity::Status)
            value = valveText(data.status.valve);
        QJsonValue unitText = fromView(unit ? unit->base : fixedUnit(item.quantity));
        if (item.hasUnit && !unit)
            unitText = QJsonValue();
        const bool isSettled = item.quantity == Quantity::Settlement ||
                               item.quantity == Quantity::SettlementHeatOrCold ||
                               item.quantity == Quantity::SettlementCold;
        records.append(QJsonObject{{QStringLiteral("quantity"), fromView(key(item.quantity))},
                                   {QStringLiteral("unit"), unitText},
                                   {QStringLiteral("value"), value},
                                   {QStringLiteral("function"), QStringLiteral("instant")},
                                   {QStringLiteral("storage"), isSettled ? std::max(1, data.monthsBack) : 0},
                                   {QStringLiteral("tariff"), 0},
                                   {QStringLiteral("subunit"), 0},
                                   {QStringLiteral("raw"), lowerHex(item.bytes())}});
    }
    return records;
}

QJsonArray explain(const Frame& frame, const Data& data, std::size_t offset) {
    devices::Explanation explanation(frame.bytes, offset);
    explanation.next(1, QStringLiteral("start of frame"));
    explanation.next(1, QStringLiteral("T: meter type"));
    explanation.next(addressSize, QStringLiteral("A0..A6: address ") + frame.address.toString());
    explanation.next(1, QStringLiteral("C: %1%2, function %3")
                            .arg(frame.control.isReply() ? QStringLiteral("reply") : QStringLiteral("request"),
                                 frame.control.isError() ? QStringLiteral(" with error") : QString(),
                                 hexByte(frame.control.function())));
    explanation.next(1, QStringLiteral("L: %1 bytes of data").arg(frame.data.size()));
    if (data.hasDi)
        explanation.next(2, QStringLiteral("DI %1, %2")
                                .arg(diText(data.di), data.diOrder == DiOrder::HighFirst
                                                          ? QStringLiteral("high byte first")
                                                          : QStringLiteral("low byte first")));
    if (data.hasSerial && !data.isErrorReply)
        explanation.next(1, QStringLiteral("SER %1").arg(data.serial));
    for (const Item& item : data.all())
        explanation.next(item.size, itemMeaning(item, data));
    if (explanation.left() > 2)
        explanation.next(explanation.left() - 2,
                         data.isErrorReply ? QStringLiteral("error data") : QStringLiteral("data, not interpreted"));
    explanation.next(1, QStringLiteral("CS: sum from the first 68 on"));
    explanation.next(1, QStringLiteral("end of frame"));
    return explanation.parts();
}

} // namespace meterhall::cjt188
