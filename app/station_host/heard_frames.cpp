#include "app/station_host/heard_frames.h"

#include "devices/codecs/decode.h"

namespace meterhall::app {

using ui::HeardFrame;
using Kind = HeardFrame::Kind;

namespace {

constexpr int linkTest = 0x02;
constexpr int confirmOrDeny = 0x00;
constexpr int forward = 0x10;

QJsonObject object(const QJsonObject& from, const char* name) {
    return from.value(QLatin1String(name)).toObject();
}

QString text(const QJsonObject& from, const char* name) {
    return from.value(QLatin1String(name)).toString();
}

int firstFunction(const QJsonObject& frame) {
    return object(frame, "first_unit").value(QLatin1String("fn")).toArray().first().toInt();
}

std::vector<HeardFrame::Value> valuesOf(const QJsonArray& records) {
    std::vector<HeardFrame::Value> values;
    values.reserve(std::size_t(records.size()));
    for (const auto& entry : records) {
        const QJsonObject record = entry.toObject();
        values.push_back({text(record, "quantity"), text(record, "value"), text(record, "unit")});
    }
    return values;
}

void tellMeterFrame(const QJsonObject& decoded, HeardFrame& heard) {
    const QJsonObject frame = object(decoded, "frame");
    heard.meter = text(frame, "address");
    heard.detail = text(frame, "di");
    if (!frame.value(QLatin1String("response")).toBool()) {
        constexpr int functionRead = 0x01;
        constexpr int functionMask = 0x1F;
        const int function = text(frame, "control").toInt(nullptr, 16) & functionMask;
        heard.kind = function == functionRead ? Kind::Question : Kind::Order;
        return;
    }
    heard.kind = frame.value(QLatin1String("error")).toBool() ? Kind::MeterError : Kind::Answer;
    heard.values = valuesOf(decoded.value(QLatin1String("records")).toArray());
}

Kind linkKind(int function) {
    constexpr std::array kinds{Kind::Other, Kind::LogIn, Kind::LogOut, Kind::Heartbeat};
    return function >= 0 && std::size_t(function) < kinds.size() ? kinds[std::size_t(function)] : Kind::Other;
}

void tellTerminalFrame(const QJsonObject& decoded, HeardFrame& heard) {
    const QJsonObject frame = object(decoded, "frame");
    heard.terminal = QStringLiteral("%1-%2")
                         .arg(text(frame, "area_code"))
                         .arg(frame.value(QLatin1String("terminal_address")).toInt(), 5, 10, QChar(u'0'));
    heard.kind = Kind::Other;
    heard.detail = text(frame, "afn_name");
    const QJsonObject inner = object(decoded, "inner");
    const int afn = text(frame, "afn").toInt(nullptr, 16);
    constexpr int denied = 2;
    if (afn == linkTest)
        heard.kind = linkKind(firstFunction(frame));
    else if (afn == confirmOrDeny)
        heard.kind = firstFunction(frame) == denied ? Kind::Denial : Kind::Confirmation;
    else if (afn == forward && !inner.isEmpty())
        tellMeterFrame(inner, heard);
    else if (afn == forward && object(frame, "forward").value(QLatin1String("length")).toInt() == 0)
        heard.kind = Kind::NoAnswer;
}

/// Printable text, or nothing.
QString wordsIn(ByteView bytes) {
    QString words;
    for (const std::uint8_t byte : bytes) {
        const bool isEnd = byte == '\r' || byte == '\n';
        if (!isEnd && (byte < ' ' || byte > '~'))
            return {};
        if (!isEnd)
            words += QChar(byte);
    }
    return words;
}

} // namespace

std::vector<HeardFrame> heardFrames(const devices::LineFrame& line) {
    HeardFrame common;
    common.at = line.at;
    common.terminal = line.terminal;
    common.fromTerminal = line.fromTerminal;
    std::vector<HeardFrame> heard;
    for (const QJsonObject& decoded : devices::decodeBytes({}, line.bytes, devices::Protocol::any())) {
        HeardFrame one = common;
        if (!decoded.value(QLatin1String("ok")).toBool()) {
            one.detail = wordsIn(line.bytes);
            one.kind = one.detail.isEmpty() ? Kind::Bytes : Kind::ModemWords;
            one.hex = toHex(line.bytes);
        } else {
            one.hex = text(object(decoded, "frame"), "frame").toUpper();
            if (text(decoded, "protocol") == QLatin1String("gdw376"))
                tellTerminalFrame(decoded, one);
            else
                tellMeterFrame(decoded, one);
        }
        heard.push_back(std::move(one));
    }
    return heard;
}

} // namespace meterhall::app
