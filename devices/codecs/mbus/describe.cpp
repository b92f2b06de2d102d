#include "devices/codecs/mbus/describe.h"

#include "devices/codecs/describe.h"

namespace meterhall::mbus {

using devices::fromView;
using devices::hexByte;
using devices::lowerHex;

namespace {
QString hexNumber(std::uint64_t number, int digits) {
    return QStringLiteral("%1").arg(number, digits, 16, QChar(u'0')).toUpper();
}

QString kindKey(FrameKind kind) {
    switch (kind) {
    case FrameKind::SingleCharacter:
        return QStringLiteral("single_character");
    case FrameKind::Short:
        return QStringLiteral("short");
    case FrameKind::Control:
        return QStringLiteral("control");
    case FrameKind::Long:
        return QStringLiteral("long");
    }
    return {};
}

QString lettersOf(Manufacturer manufacturer) {
    const auto letters = manufacturer.letters();
    return QString::fromLatin1(letters.data(), qsizetype(letters.size()));
}

QString applicationStatusKey(ApplicationStatus status) {
    switch (status) {
    case ApplicationStatus::Fine:
        return QStringLiteral("fine");
    case ApplicationStatus::Busy:
        return QStringLiteral("busy");
    case ApplicationStatus::Error:
        return QStringLiteral("application_error");
    case ApplicationStatus::Abnormal:
        return QStringLiteral("abnormal");
    }
    return {};
}

QJsonObject statusObject(const Header& header) {
    return {{QStringLiteral("application"), applicationStatusKey(header.application())},
            {QStringLiteral("power_low"), header.powerLow()},
            {QStringLiteral("permanent_error"), header.permanentError()},
            {QStringLiteral("temporary_error"), header.temporaryError()},
            {QStringLiteral("makers_bits"), hexByte(header.makersBits())}};
}

QJsonObject fixedStatusObject(FixedStatus status) {
    return {{QStringLiteral("counters"), status.isBinary() ? QStringLiteral("binary") : QStringLiteral("bcd")},
            {QStringLiteral("stored"), status.isStored()},
            {QStringLiteral("power_low"), status.powerLow()},
            {QStringLiteral("permanent_error"), status.permanentError()},
            {QStringLiteral("temporary_error"), status.temporaryError()}};
}

void insertAddress(QJsonObject& object, const Header& header) {
    object.insert(QStringLiteral("id"), hexNumber(header.id, 8));
    object.insert(QStringLiteral("manufacturer"), lettersOf(header.manufacturer));
    object.insert(QStringLiteral("version"), int(header.version));
    object.insert(QStringLiteral("medium"), fromView(mediumKey(header.medium)));
    object.insert(QStringLiteral("medium_code"), hexByte(header.medium));
}

void insertHeader(QJsonObject& object, const Application& application) {
    const Header& header = application.header;
    const bool isSelection = application.structure == Structure::Selection;
    if (header.kind == HeaderKind::Long || isSelection)
        insertAddress(object, header);
    if (header.kind == HeaderKind::None)
        return;
    object.insert(QStringLiteral("access_number"), int(header.accessNumber));
    object.insert(QStringLiteral("status"), hexByte(header.status));
    if (header.kind == HeaderKind::Fixed) {
        object.insert(QStringLiteral("id"), hexNumber(header.id, 8));
        object.insert(QStringLiteral("medium"), fromView(fixedMediumKey(header.medium)));
        object.insert(QStringLiteral("medium_code"), hexByte(header.medium));
        object.insert(QStringLiteral("status_bits"), fixedStatusObject({header.status}));
        return;
    }
    object.insert(QStringLiteral("status_bits"), statusObject(header));
    object.insert(QStringLiteral("signature"), hexNumber(header.configuration, 4));
}

QString unitText(const Record& record, ByteOrder order) {
    QString unit = fromView(key(record.meaning.unit));
    if (record.meaning.quantity == Quantity::PlainText)
        unit = textOf(record.unitText, order);
    for (const Modifier* modifier : record.modifiers())
        unit += fromView(modifier->unitSuffix);
    return unit;
}

// Bytes of a number are shown as it would be written, high byte first; the maker's own stay as they were sent.
QString bytesText(const Record& record, ByteOrder order) {
    const bool asSent = record.coding != Coding::Variable || order == ByteOrder::HighFirst;
    return lowerHex(asSent ? record.data : ByteView(Bytes(record.data.rbegin(), record.data.rend())));
}

QJsonValue valueOf(const Value& value, const Record& record, ByteOrder order) {
    if (!value.available())
        return {};
    switch (value.kind) {
    case ValueKind::None:
        return {};
    case ValueKind::Number:
        return value.number.toString();
    case ValueKind::Moment:
        return value.moment.toString();
    case ValueKind::Text:
        return textOf(record.data, order);
    case ValueKind::Bytes:
        return bytesText(record, order);
    }
    return {};
}

QString functionKey(const Record& record) {
    switch (record.kind) {
    case RecordKind::Data:
        return fromView(key(record.function));
    case RecordKind::ManufacturerData:
        return QStringLiteral("manufacturer_specific");
    case RecordKind::MoreFollows:
        return QStringLiteral("more_records_follow");
    case RecordKind::GlobalReadout:
        return QStringLiteral("global_readout");
    case RecordKind::Reserved:
        return QStringLiteral("reserved");
    }
    return {};
}

QJsonObject recordObject(const Record& record, ByteOrder order) {
    QJsonObject object{{QStringLiteral("quantity"), fromView(key(record.meaning.quantity))},
                       {QStringLiteral("unit"), unitText(record, order)},
                       {QStringLiteral("value"), valueOf(record.value, record, order)},
                       {QStringLiteral("function"), functionKey(record)},
                       {QStringLiteral("storage"), qint64(record.storage)},
                       {QStringLiteral("tariff"), qint64(record.tariff)},
                       {QStringLiteral("subunit"), int(record.subunit)},
                       {QStringLiteral("raw"), lowerHex(record.data)},
                       {QStringLiteral("understood"), fromView(key(record.understanding))}};
    if (!record.value.available())
        object.insert(QStringLiteral("absent"), fromView(key(record.value.absence)));
    if (record.value.absence == Absence::DateRecurring)
        object.insert(QStringLiteral("recurring"), record.value.moment.toString());
    if (record.value.inexact)
        object.insert(QStringLiteral("inexact"), true);
    if (record.value.kind == ValueKind::Moment && record.value.moment.summerTime)
        object.insert(QStringLiteral("summer_time"), true);
    QJsonArray modifiers;
    for (const Modifier* modifier : record.modifiers())
        modifiers.append(fromView(modifier->key));
    if (!modifiers.isEmpty())
        object.insert(QStringLiteral("modifiers"), modifiers);
    return object;
}

Record recordOf(const FixedCounter& counter, FixedStatus status) {
    Record record;
    record.data = counter.data;
    record.meaning = counter.meaning;
    record.storage = status.isStored() ? 1 : 0;
    record.value = counter.value;
    const bool isKnown = counter.meaning.quantity != Quantity::Unknown && counter.meaning.nature != Nature::Opaque;
    record.understanding = isKnown ? Understanding::Full : Understanding::Not;
    return record;
}

QString codingText(const Record& record) {
    constexpr std::array<std::string_view, 16> texts{
        "no data",     "8-bit integer",  "16-bit integer", "24-bit integer",       "32-bit integer",
        "32-bit real", "48-bit integer", "64-bit integer", "selected for reading", "2 digits",
        "4 digits",    "6 digits",       "8 digits",       "variable length",      "12 digits",
        "special"};
    return fromView(texts[std::size_t(record.coding)]);
}

QString dibMeaning(const Record& record) {
    return QStringLiteral("DIF: %1, %2, storage %3, tariff %4, subunit %5")
        .arg(codingText(record), fromView(key(record.function)))
        .arg(record.storage)
        .arg(record.tariff)
        .arg(record.subunit);
}

QString vibMeaning(const Record& record, ByteOrder order) {
    QString text = QStringLiteral("VIF: ") + fromView(key(record.meaning.quantity));
    if (const QString unit = unitText(record, order); !unit.isEmpty())
        text += QStringLiteral(" in ") + unit;
    if (record.meaning.exponent != 0)
        text += QStringLiteral(", 10^%1").arg(record.meaning.exponent);
    if (record.meaning.factor != 1)
        text += QStringLiteral(", times %1").arg(record.meaning.factor);
    for (const Modifier* modifier : record.modifiers())
        text += QStringLiteral(", ") + fromView(modifier->key);
    if (record.understanding != Understanding::Full)
        text += QStringLiteral(" (understood: %1)").arg(fromView(key(record.understanding)));
    return text;
}

QString dataMeaning(const Record& record, ByteOrder order) {
    if (record.value.absence == Absence::DateRecurring)
        return QStringLiteral("no moment, a rule: ") + record.value.moment.toString();
    if (!record.value.available())
        return QStringLiteral("not available: ") + fromView(key(record.value.absence));
    const QString text = valueOf(record.value, record, order).toString() + u' ' + unitText(record, order);
    return text.trimmed();
}

void explainRecords(devices::Explanation& explanation, const Application& application) {
    RecordReader reader(application.payload, application.recordOptions());
    Record record;
    std::size_t at = 0;
    while (reader.next(record)) {
        explanation.next(record.offset - at, QStringLiteral("2F: fill"));
        at = record.offset + record.bytes.size();
        if (record.kind != RecordKind::Data) {
            explanation.next(1, QStringLiteral("DIF: ") + functionKey(record));
            explanation.next(record.data.size(), QStringLiteral("the maker's own bytes, not interpreted"));
            continue;
        }
        explanation.next(record.dibSize, dibMeaning(record));
        explanation.next(record.vibSize, vibMeaning(record, application.order));
        if (record.coding == Coding::Variable)
            explanation.next(1, QStringLiteral("LVAR: %1 bytes").arg(record.data.size()));
        explanation.next(record.data.size(), dataMeaning(record, application.order));
    }
    explanation.next(reader.offset() - at, QStringLiteral("2F: fill"));
}

void explainHeader(devices::Explanation& explanation, const Application& application) {
    const Header& header = application.header;
    if (header.kind == HeaderKind::Fixed) {
        explanation.next(4, QStringLiteral("identification ") + hexNumber(header.id, 8));
        explanation.next(1, QStringLiteral("access number %1").arg(header.accessNumber));
        explanation.next(1, QStringLiteral("status ") + hexByte(header.status));
        explanation.next(2, QStringLiteral("medium %1 and units").arg(fromView(fixedMediumKey(header.medium))));
        for (const FixedCounter& counter : application.counters) {
            const Record record = recordOf(counter, {header.status});
            explanation.next(4, fromView(key(record.meaning.quantity)) + u' ' + dataMeaning(record, application.order));
        }
        return;
    }
    if (header.kind == HeaderKind::Long || application.structure == Structure::Selection) {
        explanation.next(4, QStringLiteral("identification ") + hexNumber(header.id, 8));
        explanation.next(2, QStringLiteral("manufacturer ") + lettersOf(header.manufacturer));
        explanation.next(1, QStringLiteral("version %1").arg(header.version));
        explanation.next(1, QStringLiteral("medium ") + fromView(mediumKey(header.medium)));
    }
    if (header.kind == HeaderKind::None)
        return;
    explanation.next(1, QStringLiteral("access number %1").arg(header.accessNumber));
    explanation.next(1, QStringLiteral("status: %1%2%3%4")
                            .arg(applicationStatusKey(header.application()),
                                 header.powerLow() ? QStringLiteral(", power low") : QString(),
                                 header.permanentError() ? QStringLiteral(", permanent error") : QString(),
                                 header.temporaryError() ? QStringLiteral(", temporary error") : QString()));
    explanation.next(2, QStringLiteral("configuration word %1, security mode %2")
                            .arg(hexNumber(header.configuration, 4))
                            .arg(header.securityMode()));
}

void explainPayload(devices::Explanation& explanation, const Application& application) {
    switch (application.structure) {
    case Structure::VariableData:
    case Structure::Selection:
        explainRecords(explanation, application);
        break;
    case Structure::ApplicationError:
        if (!application.payload.empty())
            explanation.next(1, QStringLiteral("application error: ") +
                                    fromView(applicationErrorText(application.payload[0])));
        break;
    case Structure::Alarm:
        explanation.next(1, QStringLiteral("alarm bits"));
        break;
    case Structure::ApplicationReset:
        explanation.next(1, QStringLiteral("sub-code of the reset"));
        break;
    case Structure::Encrypted:
        explanation.next(application.payload.size(), QStringLiteral("encrypted, not interpreted"));
        break;
    case Structure::None:
    case Structure::FixedData:
    case Structure::Other:
    case Structure::Unknown:
        break;
    }
}

QString controlMeaning(Control control) {
    QString text =
        QStringLiteral("C: ") +
        (control.name().empty() ? QStringLiteral("function %1").arg(control.function()) : fromView(control.name()));
    if (control.isFromMaster() && control.fcv())
        text += QStringLiteral(", FCB %1").arg(int(control.fcb()));
    if (control.acd())
        text += QStringLiteral(", ACD");
    if (control.dfc())
        text += QStringLiteral(", DFC");
    return text;
}
} // namespace

QJsonObject describeHead(ByteView bytes, std::size_t offset, std::size_t trailing) {
    const Frame frame = viewFrame(bytes);
    QJsonObject head{{QStringLiteral("offset"), int(offset)},
                     {QStringLiteral("frame"), lowerHex(bytes)},
                     {QStringLiteral("kind"), kindKey(frame.kind)},
                     {QStringLiteral("trailing_bytes"), int(trailing)}};
    if (frame.kind == FrameKind::SingleCharacter)
        return head;
    const std::size_t userAt = frame.kind == FrameKind::Short ? 1 : 4;
    const std::uint8_t sum = devices::sum8(bytes.subspan(userAt, bytes.size() - userAt - 2));
    const bool sumHolds = sum == bytes[bytes.size() - 2];
    head.insert(QStringLiteral("checksum_ok"), sumHolds);
    if (!sumHolds)
        head.insert(QStringLiteral("checksum_expected"), hexByte(sum));
    head.insert(QStringLiteral("control"), hexByte(frame.control.raw));
    head.insert(QStringLiteral("control_name"), fromView(frame.control.name()));
    head.insert(QStringLiteral("from_master"), frame.control.isFromMaster());
    head.insert(QStringLiteral("address"), int(frame.address));
    if (frame.hasUserData()) {
        head.insert(QStringLiteral("length"), int(bytes[1]));
        head.insert(QStringLiteral("ci"), hexByte(frame.ci));
    }
    return head;
}

QJsonObject describeApplication(const Application& application) {
    QJsonObject object;
    object.insert(QStringLiteral("ci_name"), fromView(application.name.empty() ? "unknown" : application.name));
    insertHeader(object, application);
    const ByteView payload = application.payload;
    switch (application.structure) {
    case Structure::ApplicationError: {
        const std::uint8_t code = payload.empty() ? std::uint8_t(0) : payload[0];
        object.insert(QStringLiteral("application_error"), fromView(applicationErrorText(code)));
        object.insert(QStringLiteral("application_error_code"), int(code));
        break;
    }
    case Structure::Encrypted:
        object.insert(QStringLiteral("encrypted"), true);
        object.insert(QStringLiteral("security_mode"), int(application.header.securityMode()));
        object.insert(QStringLiteral("data_hex"), lowerHex(payload));
        break;
    case Structure::VariableData:
    case Structure::Selection:
        object.insert(QStringLiteral("more_records_follow"), hasMoreTelegrams(application));
        break;
    case Structure::None:
    case Structure::FixedData:
        break;
    case Structure::Alarm:
    case Structure::ApplicationReset:
    case Structure::Other:
    case Structure::Unknown:
        object.insert(QStringLiteral("data_hex"), lowerHex(payload));
        break;
    }
    return object;
}

QJsonArray describeRecords(const Application& application, std::optional<MbusError>& broken) {
    QJsonArray records;
    if (application.structure == Structure::FixedData) {
        const FixedStatus status{application.header.status};
        for (const FixedCounter& counter : application.counters)
            records.append(recordObject(recordOf(counter, status), application.order));
    }
    if (application.structure != Structure::VariableData && application.structure != Structure::Selection)
        return records;
    RecordReader reader(application.payload, application.recordOptions());
    Record record;
    while (reader.next(record))
        records.append(recordObject(record, application.order));
    if (reader.isBroken())
        broken = reader.error();
    return records;
}

QJsonArray explain(const Frame& frame, const Result<Application>& application, std::size_t offset) {
    devices::Explanation explanation(frame.bytes, offset);
    if (frame.kind == FrameKind::SingleCharacter) {
        explanation.next(1, QStringLiteral("E5: acknowledged"));
        return explanation.parts();
    }
    explanation.next(1, QStringLiteral("start of frame"));
    if (frame.hasUserData()) {
        explanation.next(2, QStringLiteral("L twice: %1 bytes from C on").arg(frame.data.size() + minUserBytes));
        explanation.next(1, QStringLiteral("second mark"));
    }
    explanation.next(1, controlMeaning(frame.control));
    explanation.next(1, QStringLiteral("A: address %1").arg(frame.address));
    if (frame.hasUserData()) {
        const QString name = application.ok() ? fromView(application->name) : QString();
        explanation.next(1, QStringLiteral("CI: ") + (name.isEmpty() ? QStringLiteral("unknown") : name));
        if (application.ok()) {
            explainHeader(explanation, *application);
            explainPayload(explanation, *application);
        }
    }
    if (explanation.left() > 2)
        explanation.next(explanation.left() - 2, QStringLiteral("not interpreted"));
    explanation.next(1, QStringLiteral("CS: sum from C on"));
    explanation.next(1, QStringLiteral("end of frame"));
    return explanation.parts();
}

} // namespace meterhall::mbus
