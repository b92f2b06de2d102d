#include "devices/codecs/gdw376/describe.h"

#include "devices/codecs/describe.h"

namespace meterhall::gdw376 {

using devices::fromView;
using devices::hexByte;
using devices::lowerHex;

namespace {
QString hexWord(std::uint16_t word) {
    return hexByte(static_cast<std::uint8_t>(word >> 8)) + hexByte(static_cast<std::uint8_t>(word & 0xFF));
}

QJsonArray numbersArray(const Numbers& numbers) {
    QJsonArray array;
    if (numbers.all)
        array.append(QStringLiteral("all"));
    for (const std::uint16_t value : numbers.list())
        array.append(int(value));
    return array;
}

QJsonObject unitObject(const UnitId& id) {
    return {{QStringLiteral("pn"), numbersArray(id.points())}, {QStringLiteral("fn"), numbersArray(id.functions())}};
}

QJsonObject sequenceObject(Sequence sequence) {
    return {{QStringLiteral("raw"), hexByte(sequence.raw)},        {QStringLiteral("tpv"), int(sequence.hasTime())},
            {QStringLiteral("fir"), int(sequence.isFirst())},      {QStringLiteral("fin"), int(sequence.isFinal())},
            {QStringLiteral("con"), int(sequence.wantsConfirm())}, {QStringLiteral("num"), int(sequence.number())}};
}

QJsonObject timeObject(const TimeLabel& time) {
    return {{QStringLiteral("pfc"), int(time.pfc)},       {QStringLiteral("ss"), hexByte(time.second)},
            {QStringLiteral("mm"), hexByte(time.minute)}, {QStringLiteral("hh"), hexByte(time.hour)},
            {QStringLiteral("dd"), hexByte(time.day)},    {QStringLiteral("delay_min"), int(time.delayMinutes)}};
}

QJsonObject forwardObject(const Frame& frame, const Body& body) {
    if (frame.control.isUp()) {
        const auto reply = readForwardReply(body.data);
        if (!reply.ok())
            return {};
        return {{QStringLiteral("port"), int(reply->port)},
                {QStringLiteral("length"), int(reply->payload.size())},
                {QStringLiteral("payload"), lowerHex(reply->payload)}};
    }
    const auto request = readForwardRequest(body.data);
    if (!request.ok())
        return {};
    QJsonObject object{{QStringLiteral("port"), int(request->port)},
                       {QStringLiteral("port_ctrl"), hexByte(request->portControl)},
                       {QStringLiteral("msg_timeout"), hexByte(request->messageTimeout)},
                       {QStringLiteral("byte_timeout"), hexByte(request->byteTimeout)},
                       {QStringLiteral("length"), int(request->payload.size())},
                       {QStringLiteral("payload"), lowerHex(request->payload)}};
    if (body.password)
        object.insert(QStringLiteral("password"), toHex(*body.password));
    return object;
}

QJsonArray unitsArray(const Frame& frame, const Body& body) {
    QJsonArray units;
    walkUnits(frame, body.data, [&units](const Unit& unit) {
        QJsonObject object = unitObject(unit.id);
        object.insert(QStringLiteral("data_hex"), lowerHex(unit.data));
        object.insert(QStringLiteral("size_known"), unit.sizeKnown);
        units.append(object);
    });
    return units;
}

QJsonValue clockValue(const Frame& frame, const Body& body) {
    const bool isLinkTest = frame.afn == Afn::LinkTest && body.data.size() == UnitId::size + TerminalClock::size;
    const auto clock = isLinkTest ? readClock(body.data.subspan(UnitId::size)) : std::nullopt;
    if (!clock)
        return {};
    const auto two = [](int number) { return QStringLiteral("%1").arg(number, 2, 10, QChar(u'0')); };
    return QString(QString::number(clock->year) + u'-' + two(clock->month) + u'-' + two(clock->day) + u'T' +
                   two(clock->hour) + u':' + two(clock->minute) + u':' + two(clock->second));
}
} // namespace

QJsonObject describeHead(ByteView bytes, std::size_t offset, std::size_t trailing) {
    constexpr std::size_t userAt = 6;
    const Frame frame = viewFrame(bytes);
    const std::uint8_t sum = devices::sum8(bytes.subspan(userAt, bytes.size() - envelopeSize));
    const bool sumHolds = sum == bytes[bytes.size() - 2];
    QJsonObject head{
        {QStringLiteral("offset"), int(offset)},
        {QStringLiteral("frame"), lowerHex(bytes)},
        {QStringLiteral("user_length"), int(bytes.size() - envelopeSize)},
        {QStringLiteral("protocol_id"), int(frame.protocol)},
        {QStringLiteral("checksum_ok"), sumHolds},
        {QStringLiteral("trailing_bytes"), int(trailing)},
        {QStringLiteral("control"), hexByte(frame.control.raw)},
        {QStringLiteral("dir"), frame.control.isUp() ? QStringLiteral("up") : QStringLiteral("down")},
        {QStringLiteral("prm"), int(frame.control.isFromStarter())},
        {QStringLiteral("acd_or_fcb"), int(frame.control.acdOrFcb())},
        {QStringLiteral("fcv"), int(frame.control.fcv())},
        {QStringLiteral("func"), int(frame.control.function())},
        {QStringLiteral("area_code"), hexWord(frame.address.area).toLower()},
        {QStringLiteral("terminal_address"), int(frame.address.terminal)},
        {QStringLiteral("terminal_address_hex"), hexWord(frame.address.terminal)},
        {QStringLiteral("msa"), int(frame.msa)},
        {QStringLiteral("group_address"), int(frame.isGroup)},
        {QStringLiteral("afn"), hexByte(static_cast<std::uint8_t>(frame.afn))},
        {QStringLiteral("afn_name"), fromView(nameOf(frame.afn))},
        {QStringLiteral("seq"), sequenceObject(frame.sequence)},
        {QStringLiteral("body"), lowerHex(frame.body)},
    };
    if (!sumHolds)
        head.insert(QStringLiteral("checksum_expected"), hexByte(sum));
    return head;
}

QJsonObject describeBody(const Frame& frame) {
    QJsonObject object;
    const auto body = splitBody(frame);
    const auto first = UnitId::read(body.ok() ? body->data : frame.body);
    if (first.ok())
        object.insert(QStringLiteral("first_unit"), unitObject(*first));
    if (!body.ok())
        return object;
    if (frame.afn == Afn::Forward) {
        if (const QJsonObject forward = forwardObject(frame, *body); !forward.isEmpty())
            object.insert(QStringLiteral("forward"), forward);
    } else {
        object.insert(QStringLiteral("units"), unitsArray(frame, *body));
    }
    if (const QJsonValue clock = clockValue(frame, *body); !clock.isNull())
        object.insert(QStringLiteral("clock"), clock);
    if (body->eventCounters)
        object.insert(QStringLiteral("ec"), lowerHex(*body->eventCounters));
    if (body->time)
        object.insert(QStringLiteral("tp"), timeObject(*body->time));
    return object;
}

ByteView forwardedBytes(const Frame& frame) {
    const auto body = splitBody(frame);
    if (frame.afn != Afn::Forward || !body.ok())
        return {};
    if (frame.control.isUp()) {
        const auto reply = readForwardReply(body->data);
        return reply.ok() ? reply->payload : ByteView();
    }
    const auto request = readForwardRequest(body->data);
    return request.ok() ? request->payload : ByteView();
}

QJsonArray explain(const Frame& frame, std::size_t offset) {
    devices::Explanation explanation(frame.bytes, offset);
    explanation.next(1, QStringLiteral("start of frame"));
    explanation.next(4, QStringLiteral("L twice: %1 user bytes, protocol %2")
                            .arg(frame.bytes.size() - envelopeSize)
                            .arg(frame.protocol));
    explanation.next(1, QStringLiteral("second mark"));
    explanation.next(
        1, QStringLiteral("C: %1, %2, function %3")
               .arg(frame.control.isUp() ? QStringLiteral("from the terminal") : QStringLiteral("to the terminal"),
                    frame.control.isFromStarter() ? QStringLiteral("starts") : QStringLiteral("answers"))
               .arg(frame.control.function()));
    explanation.next(5, QStringLiteral("A: terminal %1, master %2").arg(frame.address.toString()).arg(frame.msa));
    explanation.next(1, QStringLiteral("AFN: ") + fromView(nameOf(frame.afn)));
    explanation.next(1,
                     QStringLiteral("SEQ: number %1%2")
                         .arg(frame.sequence.number())
                         .arg(frame.sequence.wantsConfirm() ? QStringLiteral(", wants to be confirmed") : QString()));
    const auto body = splitBody(frame);
    if (body.ok()) {
        walkUnits(frame, body->data, [&explanation](const Unit& unit) {
            explanation.next(UnitId::size, QStringLiteral("data unit: DA, DT"));
            explanation.next(unit.data.size(), QStringLiteral("data of the unit"));
        });
        if (body->password)
            explanation.next(passwordSize, QStringLiteral("PW: password"));
        if (body->eventCounters)
            explanation.next(2, QStringLiteral("EC: event counters"));
        if (body->time)
            explanation.next(TimeLabel::size, QStringLiteral("Tp: time label"));
    }
    if (explanation.left() > 2)
        explanation.next(explanation.left() - 2, QStringLiteral("not interpreted"));
    explanation.next(1, QStringLiteral("CS: sum from C on"));
    explanation.next(1, QStringLiteral("end of frame"));
    return explanation.parts();
}

} // namespace meterhall::gdw376
