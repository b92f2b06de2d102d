#include "devices/codecs/dlt645/describe.h"

#include "devices/codecs/describe.h"
#include "devices/codecs/dlt645/words.h"

namespace meterhall::dlt645 {

using devices::fromView;
using devices::hexByte;
using devices::lowerHex;

namespace {
QString diText(Edition edition, std::uint32_t di) {
    return QStringLiteral("%1").arg(di, edition == Edition::Of2007 ? 8 : 4, 16, QChar(u'0')).toUpper();
}

// As the standard writes a number of several bytes: highest first.
QString highFirst(ByteView raw) {
    return toHex(Bytes(raw.rbegin(), raw.rend())).toLower();
}

QJsonValue valueOf(const Item& item, const Data& data) {
    const bool isWord = item.field->kind != Kind::Opaque;
    return item.available && isWord ? QJsonValue(textOf(item, data.rawOf(item))) : QJsonValue();
}

QJsonArray textsArray(const QStringList& texts) {
    return QJsonArray::fromStringList(texts);
}

QJsonArray doubtsOf(const Doubts& doubts) {
    QJsonArray array;
    for (int i = 0; i <= int(Doubt::TooManyValues); ++i) {
        if (doubts.has(static_cast<Doubt>(i)))
            array.append(fromView(key(static_cast<Doubt>(i))));
    }
    return array;
}

// Is the value the whole answer, with the digits of a number after its point, as most are?
bool isPlainNumber(const Data& data) {
    const Item& item = data.items[0];
    const bool hasPoint = item.field->format.find('.') != std::string_view::npos;
    const bool is1997 = data.edition == Edition::Of1997;
    return data.count == 1 && item.size == data.payloadSize && item.field->kind == Kind::Number && (hasPoint || is1997);
}

QJsonObject singleObject(const Data& data) {
    const Item& item = data.items[0];
    QJsonObject object{{QStringLiteral("format"), fromView(item.field->format)},
                       {QStringLiteral("unit"), fromView(item.field->unit)}};
    const bool isWhole = data.count == 1 && item.size == data.payloadSize;
    if (isWhole)
        object.insert(QStringLiteral("value"), valueOf(item, data));
    if (!isPlainNumber(data))
        object.insert(QStringLiteral("bcd"), highFirst(data.payload()));
    if (!item.available)
        object.insert(QStringLiteral("raw"), lowerHex(data.rawOf(item)));
    if (item.field->kind == Kind::Bits)
        object.insert(QStringLiteral("bits"), textsArray(statusBits(data.edition, item.di, data.rawOf(item))));
    return object;
}

// Values behind an identifier: one with its format, or all of a block or record.
QJsonObject valuesObject(const Data& data) {
    const Item& first = data.items[0];
    const bool isSingle = !data.isBlock && first.row->fields().size() == 1 && first.row->repeatsFrom < 0;
    QJsonObject object =
        isSingle ? singleObject(data) : QJsonObject{{QStringLiteral("unit"), fromView(first.field->unit)}};
    QString name = nameOf(*first.row, data.edition, first.di, Language::English);
    QString nameZh = nameOf(*first.row, data.edition, first.di, Language::Chinese);
    object.insert(QStringLiteral("name"), data.isBlock ? name + QStringLiteral(" block") : name);
    object.insert(QStringLiteral("name_zh"), data.isBlock ? nameZh + QStringLiteral("数据块") : nameZh);
    if (!isSingle) {
        QJsonArray values;
        for (const Item& item : data.all())
            values.append(valueOf(item, data));
        object.insert(QStringLiteral("values"), values);
    }
    const bool isRegister = data.edition == Edition::Of2007 && data.di >> 24 <= 0x01;
    if (isRegister && !data.isBlock) {
        object.insert(QStringLiteral("tariff"), int(first.tariff));
        object.insert(QStringLiteral("months_back"), int(first.storage));
    } else if (first.storage > 0) {
        object.insert(QStringLiteral("months_back"), int(first.storage));
    }
    return object;
}

void insertField(QJsonObject& object, const Item& item, const Data& data) {
    const ByteView raw = data.rawOf(item);
    const QString name = fromView(item.field->en);
    if (name == QStringLiteral("address")) {
        object.insert(QStringLiteral("address_read"), Address::fromWire(raw).toString());
    } else if (name == QStringLiteral("command")) {
        const QString command = fromView(controlCommandName(raw[0]));
        object.insert(name, command.isEmpty() ? QJsonValue(hexByte(raw[0])) : QJsonValue(command));
    } else if (name == QStringLiteral("valid until")) {
        object.insert(QStringLiteral("valid_until"), valueOf(item, data));
        object.insert(QStringLiteral("valid_until_raw"), lowerHex(raw));
    } else {
        object.insert(QString(name).replace(u' ', u'_'), valueOf(item, data));
    }
}

QJsonObject dataObject(const Data& data) {
    QJsonObject object;
    for (const Item& item : data.all()) {
        if (!item.row)
            insertField(object, item, data);
    }
    const auto all = data.all();
    if (!all.empty() && all.front().row)
        return valuesObject(data);
    QJsonArray values;
    for (const Item& item : all) {
        if (item.row)
            values.append(valueOf(item, data));
    }
    if (!values.isEmpty())
        object.insert(QStringLiteral("values"), values);
    return object;
}

void insertError(QJsonObject& object, const Frame& frame, const Data& data) {
    object.insert(QStringLiteral("error_code"), toHex(data.bytes()));
    object.insert(QStringLiteral("error_code_on_the_wire"), toHex(frame.wireData));
    const bool isSecurity = data.edition == Edition::Of2007 && data.size == 2;
    object.insert(QStringLiteral("errors"), textsArray(errorBits(data.edition, isSecurity, data.errorWord)));
}

QString withUnit(const Item& item) {
    const QString unit = fromView(item.field->unit);
    const bool isNumber = item.field->kind == Kind::Number;
    return isNumber && !unit.isEmpty() ? u' ' + unit : QString();
}

QString placeText(const Item& item) {
    QString text;
    if (item.tariff > 0)
        text += QStringLiteral(", tariff %1").arg(item.tariff);
    if (item.storage > 0)
        text += QStringLiteral(", %1 back").arg(item.storage);
    return text;
}

QString meaningOf(const Item& item, const Data& data) {
    QString name = fromView(item.field->en);
    if (item.row)
        name = (nameOf(*item.row, data.edition, item.di, Language::English) + u' ' + name).trimmed() + placeText(item);
    if (!item.available)
        return name + QStringLiteral(": not available");
    const ByteView raw = data.rawOf(item);
    QString text = name + QStringLiteral(": ") + textOf(item, raw) + withUnit(item);
    if (const QStringList bits = statusBits(data.edition, item.di, raw); item.row && !bits.isEmpty())
        text += QStringLiteral(" (") + bits.join(QStringLiteral(", ")) + u')';
    if (item.field->en == "command")
        text += QStringLiteral(" (") + fromView(controlCommandName(raw[0])) + u')';
    return text;
}

// DATA of the frame: the identifier, the values with what stands between them, SEQ.
void explainData(devices::Explanation& explanation, const Data& data) {
    std::size_t at = 0;
    const auto upTo = [&](std::size_t place, const QString& meaning) {
        if (place > at)
            explanation.next(place - at, meaning);
        at = std::max(at, place);
    };
    if (data.isErrorReply) {
        const bool isSecurity = data.edition == Edition::Of2007 && data.size == 2;
        upTo(data.size, QStringLiteral("error word: ") +
                            errorBits(data.edition, isSecurity, data.errorWord).join(QStringLiteral(", ")));
        return;
    }
    if (data.hasDi)
        upTo(data.payloadAt, QStringLiteral("identifier ") + diText(data.edition, data.di));
    const QString nothing = QStringLiteral("data, not interpreted");
    const QString between = QStringLiteral("mark between values");
    const bool hasValues = data.count > 0;
    for (const Item& item : data.all()) {
        upTo(item.offset, between);
        upTo(std::size_t(item.offset) + item.size, meaningOf(item, data));
    }
    const bool isClosing =
        hasValues && !data.doubts.has(Doubt::LengthDiffers) && data.payloadAt + data.payloadSize > at;
    upTo(std::size_t(data.payloadAt) + data.payloadSize,
         isClosing && !data.doubts.has(Doubt::MoreFollows) ? between : nothing);
    if (data.hasSequence)
        upTo(data.size, QStringLiteral("SEQ %1").arg(data.sequence));
    upTo(data.size, nothing);
}
} // namespace

QJsonObject describeHead(ByteView bytes, std::size_t offset, std::size_t trailing) {
    const Frame frame = viewFrame(bytes);
    const std::uint8_t sum = devices::sum8(bytes.first(bytes.size() - 2));
    const bool sumHolds = sum == bytes[bytes.size() - 2];
    QJsonObject head{{QStringLiteral("offset"), int(offset)},
                     {QStringLiteral("frame"), lowerHex(bytes)},
                     {QStringLiteral("address"), frame.address.toString()},
                     {QStringLiteral("control"), hexByte(frame.control.raw)},
                     {QStringLiteral("response"), frame.control.isReply()},
                     {QStringLiteral("error"), frame.control.isError()},
                     {QStringLiteral("more"), frame.control.moreFollows()},
                     {QStringLiteral("length"), int(frame.wireData.size())},
                     {QStringLiteral("checksum_ok"), sumHolds},
                     {QStringLiteral("trailing_bytes"), int(trailing)}};
    if (!sumHolds)
        head.insert(QStringLiteral("checksum_expected"), hexByte(sum));
    return head;
}

QJsonObject describeData(const Frame& frame, const Data& data) {
    QJsonObject object{{QStringLiteral("data_minus33"), lowerHex(data.bytes())},
                       {QStringLiteral("version_guess"),
                        data.edition == Edition::Of2007 ? QStringLiteral("2007") : QStringLiteral("1997")}};
    if (data.command)
        object.insert(QStringLiteral("function"), fromView(data.command->en));
    if (!data.doubts.none())
        object.insert(QStringLiteral("doubts"), doubtsOf(data.doubts));
    if (data.isErrorReply) {
        insertError(object, frame, data);
        return object;
    }
    if (data.hasDi) {
        object.insert(QStringLiteral("di"), diText(data.edition, data.di));
        object.insert(QStringLiteral("payload"), lowerHex(data.payload()));
    }
    if (data.hasSequence)
        object.insert(QStringLiteral("seq"), int(data.sequence));
    if (data.count > 0)
        object.insert(QStringLiteral("data"), dataObject(data));
    return object;
}

QJsonArray describeRecords(const Data& data) {
    QJsonArray records;
    for (const Item& item : data.all()) {
        if (!item.row)
            continue;
        const bool isDemand = data.edition == Edition::Of2007 ? item.di >> 24 == 0x01 : item.di >> 12 == 0xA;
        const bool isMaximum = isDemand && item.field->kind == Kind::Number;
        records.append(
            QJsonObject{{QStringLiteral("quantity"), quantityOf(item, data.edition)},
                        {QStringLiteral("unit"), unitOf(*item.field)},
                        {QStringLiteral("value"), valueOf(item, data)},
                        {QStringLiteral("function"), isMaximum ? QStringLiteral("maximum") : QStringLiteral("instant")},
                        {QStringLiteral("storage"), int(item.storage)},
                        {QStringLiteral("tariff"), int(item.tariff)},
                        {QStringLiteral("subunit"), int(item.phase)},
                        {QStringLiteral("raw"), lowerHex(data.rawOf(item))}});
    }
    return records;
}

QJsonArray explain(const Frame& frame, const Data& data, std::size_t offset) {
    devices::Explanation explanation(frame.bytes, offset);
    const QString function = data.command ? fromView(data.command->en) : QStringLiteral("not the standard's");
    explanation.next(1, QStringLiteral("start of frame"));
    explanation.next(addressSize, QStringLiteral("A0..A5: address ") + frame.address.toString());
    explanation.next(1, QStringLiteral("second mark"));
    explanation.next(1, QStringLiteral("C: %1%2%3, function %4 (%5)")
                            .arg(frame.control.isReply() ? QStringLiteral("reply") : QStringLiteral("request"),
                                 frame.control.isError() ? QStringLiteral(" with error") : QString(),
                                 frame.control.moreFollows() ? QStringLiteral(", more follows") : QString(),
                                 hexByte(frame.control.function()), function));
    explanation.next(1, QStringLiteral("L: %1 bytes of data, each with 33H added").arg(frame.wireData.size()));
    explainData(explanation, data);
    explanation.next(1, QStringLiteral("CS: sum from the first 68 on"));
    explanation.next(1, QStringLiteral("end of frame"));
    return explanation.parts();
}

} // namespace meterhall::dlt645
