#include "core/registry/archive_file.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace meterhall {

namespace {

Error badMember(const QString& name) {
    return Error(RegistryError::BadRow, {name});
}

Result<QString> text(const QJsonObject& object, const char* name) {
    const QJsonValue value = object.value(QLatin1String(name));
    if (!value.isString())
        return badMember(QLatin1String(name));
    return value.toString();
}

Result<int> whole(const QJsonObject& object, const char* name, int smallest, int largest) {
    const QJsonValue value = object.value(QLatin1String(name));
    const qint64 number = value.toInteger(std::numeric_limits<qint64>::min());
    if (!value.isDouble() || number < smallest || number > largest)
        return badMember(QLatin1String(name));
    return int(number);
}

Result<std::int64_t> micro(const QJsonObject& object, const char* name) {
    MH_TRY(const QString value, text(object, name));
    return parseScaled(value, 6).within(QLatin1String(name));
}

Result<Date> date(const QJsonObject& object, const char* name) {
    MH_TRY(const QString value, text(object, name));
    return Date::parse(value).within(QLatin1String(name));
}

Result<Commodity> commodityOf(const QString& code) {
    if (code == QLatin1String("gas"))
        return Commodity::Gas;
    if (code == QLatin1String("water"))
        return Commodity::Water;
    if (code == QLatin1String("heat"))
        return Commodity::Heat;
    if (code == QLatin1String("electricity"))
        return Commodity::Electricity;
    return badMember(QStringLiteral("commodity"));
}

// 区 街道 社区 栋 单元 室, as one line; the floor is part of the room number.
Result<QString> addressOf(const QJsonObject& premise) {
    if (premise.contains(QLatin1String("address")))
        return text(premise, "address");
    MH_TRY(const QString district, text(premise, "district"));
    MH_TRY(const QString street, text(premise, "street"));
    MH_TRY(const QString community, text(premise, "community"));
    MH_TRY(const QString building, text(premise, "building"));
    MH_TRY(const QString unit, text(premise, "unit"));
    MH_TRY(const QString room, text(premise, "room"));
    return district + street + community + building + QStringLiteral("栋") + unit + QStringLiteral("单元") + room;
}

Result<ArchivedMeter> meterOf(const QJsonObject& object, const QJsonObject& carrier) {
    MH_TRY(QString number, text(object, "number"));
    MH_TRY(QString protocol, text(object, "protocol"));
    MH_TRY(QString address, text(object, "device_address"));
    MH_TRY(QString profile, text(object, "profile"));
    MH_TRY(const int digits, whole(object, "digits", 1, 12));
    MH_TRY(const std::int64_t multiplier, micro(object, "multiplier"));
    MH_TRY(const Date installed, date(object, "installed"));
    MH_TRY(const std::int64_t start, micro(object, "start_register"));
    MH_TRY(QString terminal, text(carrier, "terminal"));
    MH_TRY(const int port, whole(carrier, "port", 0, 63));
    return ArchivedMeter{number, protocol, address, profile, terminal, port, digits, multiplier, installed, start};
}

Result<QString> nonEmpty(const QJsonObject& object, const char* name) {
    MH_TRY(QString value, text(object, name));
    return value.trimmed().isEmpty() ? Result<QString>(badMember(QLatin1String(name))) : Result<QString>(value);
}

Result<Customer> customerOf(const QJsonObject& object) {
    MH_TRY(QString number, nonEmpty(object, "number"));
    MH_TRY(QString name, text(object, "name"));
    MH_TRY(QString phone, text(object, "phone"));
    MH_TRY(QString identity, text(object, "id_number"));
    return Customer{CustomerId::fromRaw(0), name, phone, identity, number};
}

Result<ArchiveLine> accountOf(const QJsonObject& object) {
    const QJsonObject premise = object.value(QLatin1String("premise")).toObject();
    const QJsonObject servicePoint = object.value(QLatin1String("service_point")).toObject();
    const QJsonObject customer = object.value(QLatin1String("customer")).toObject();
    const QJsonObject previous = object.value(QLatin1String("previous_reading")).toObject();
    const QJsonObject yearToDate = object.value(QLatin1String("year_to_date")).toObject();
    MH_TRY(const QString typedNumber, text(object, "account"));
    MH_TRY(QString number, parseAccountNumber(typedNumber));
    MH_TRY(const QString commodityCode, text(object, "commodity"));
    MH_TRY(const Commodity commodity, commodityOf(commodityCode));
    MH_TRY(QString entity, text(object, "legal_entity"));
    MH_TRY(const QString useText, text(object, "use_class"));
    MH_TRY(const UseClass useClass, parseUseClass(useText));
    MH_TRY(const int people, whole(object, "household_size", 0, 99));
    MH_TRY(const Customer holder, customerOf(customer));
    MH_TRY(QString premiseCode, nonEmpty(premise, "code"));
    MH_TRY(QString address, addressOf(premise));
    MH_TRY(QString book, text(servicePoint, "book"));
    MH_TRY(const int sequence, whole(servicePoint, "sequence", 0, 1'000'000));
    MH_TRY(const ArchivedMeter meter,
           meterOf(object.value(QLatin1String("meter")).toObject(), object.value(QLatin1String("carrier")).toObject()));
    MH_TRY(const Date readOn, date(previous, "date"));
    MH_TRY(const std::int64_t dial, micro(previous, "value"));
    MH_TRY(const Date ladderFrom, date(yearToDate, "from"));
    MH_TRY(const std::int64_t ladderUse, micro(yearToDate, "use"));
    return ArchiveLine(ArchivedAccount{number, commodity, entity, useClass, people, holder, premiseCode, address, book,
                                       sequence, meter, readOn, dial, ladderFrom, ladderUse,
                                       object.value(QLatin1String("tariff")).toString()});
}

Result<ArchiveLine> bookOf(const QJsonObject& object) {
    MH_TRY(QString number, text(object, "number"));
    MH_TRY(QString reader, text(object.value(QLatin1String("reader")).toObject(), "name"));
    return ArchiveLine(ArchivedBook{number, reader});
}

Result<ArchiveLine> entityOf(const QJsonObject& object) {
    MH_TRY(QString code, text(object, "code"));
    MH_TRY(QString name, text(object, "name"));
    return ArchiveLine(ArchivedEntity{code, name});
}

Result<ArchiveLine> terminalOf(const QJsonObject& object) {
    MH_TRY(const QString name, nonEmpty(object, "terminal"));
    MH_TRY(const QString code, text(object, "carrier"));
    MH_TRY(const Carrier carrier, parseCarrier(code));
    return ArchiveLine(RegisteredTerminal{name, carrier});
}

} // namespace

Result<ArchiveLine> parseArchiveLine(const QByteArray& line) {
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return badMember(QStringLiteral("json"));
    const QJsonObject object = document.object();
    const QString kind = object.value(QLatin1String("kind")).toString();
    if (kind == QLatin1String("account"))
        return accountOf(object);
    if (kind == QLatin1String("book"))
        return bookOf(object);
    if (kind == QLatin1String("legal_entity"))
        return entityOf(object);
    if (kind == QLatin1String("terminal"))
        return terminalOf(object);
    if (kind == QLatin1String("town"))
        return ArchiveLine(ArchiveHeader{});
    return badMember(QStringLiteral("kind"));
}

} // namespace meterhall
