#include "app/cli/archive_columns.h"
#include "app/cli/row_import.h"
#include "core/services/archive.h"
#include "core/services/import_readings.h"
#include "core/services/tariffs.h"

#include <QJsonDocument>

namespace meterhall::app {

namespace {

constexpr const char* importPage = R"(
meterhall-cli import customers FILE [--tariff COMMODITY=CODE …]
meterhall-cli import meters FILE
meterhall-cli import readings FILE
meterhall-cli import tariff FILE [--code CODE]

FILE is CSV when its name ends in .csv (a header line, commas, double quotes, UTF-8), JSON lines otherwise, and "-" is JSON
lines from standard input. Good rows are taken once: the same file again takes nothing. A bad row keeps none of the others
out; it is printed as {"row","reason","content"}, row being its line in the file, and makes the exit code 1. The last line
is {"taken","known","errors"}, for readings {"stored","known","doubtful","errors"}.

customers  accounts with their customer, place, meter and where billing goes on, as an archive hands them over; what is
           there already is left as it is. A customer or premise is the one its number or code names, also across files; a row
           that says something else of it is bad. Columns (members of the JSON form are the same, grouped): account,
           commodity (gas, water, heat, electricity), legal_entity, use_class (residential, non-residential, special),
           household_size, tariff (may be empty: then --tariff gas=CODE), customer, name, phone, id_number, premise, address,
           book, sequence, meter, protocol, device_address, profile, digits, multiplier, installed, start_register, terminal,
           port, previous_date, previous_value, ladder_from, ladder_use, and, to make companies, books and terminals that are
           not there yet, legal_entity_name, book_reader, carrier (gdw376, dtu). Days are YYYY-MM-DD. (administrator, meter
           keeper)
meters     meters that hang nowhere yet: meter, commodity, digits, multiplier, protocol, device_address, profile, terminal,
           port. (administrator, meter keeper)
readings   meter, value, and if wanted date (YYYY-MM-DD, or with time and offset 2026-11-20T08:30:00+08:00), register
           (volume), unit. They are validated like any others and count for the business day they come in. (reader, reading
           supervisor, engineer)
tariff     one version in its exchange form, as a draft: `tariff activate` by a second person puts it in force. Without
           --code the file's "id" is the tariff's code. Prints {"version","code"}. (review clerk)
)";

Result<services::ImportArchiveOptions> tariffsOf(const Options& options) {
    services::ImportArchiveOptions usual;
    for (const QString& pair : options.values(QStringLiteral("tariff"))) {
        const auto commodity = parseCommodity(pair.section(u'=', 0, 0));
        const QString code = pair.section(u'=', 1);
        if (!commodity.ok() || code.isEmpty())
            return Error(CallError::BadValue, {QStringLiteral("--tariff"), pair, QStringLiteral("COMMODITY=CODE")});
        usual.tariffs.insert_or_assign(*commodity, code);
    }
    return usual;
}

Result<int> importCustomers(const Options& options, const QString& file) {
    MH_TRY(const auto tariffs, tariffsOf(options));
    MH_TRY(const QByteArray content, readInput(file, largestTable));
    MH_TRY(const ArchiveLines archive, readArchive(file, content));
    MH_TRY(services::Session session, signInFrom(options));
    MH_TRY(const services::ImportResult result, services::importArchive(session, archive.lines, tariffs));
    for (const services::RowError& error : result.errors) {
        const ArchiveLines::Origin& origin = archive.origins.at(std::size_t(error.row - 1));
        printRowError(origin.row, origin.content, error.reason);
    }
    printJson({{QStringLiteral("taken"), result.taken},
               {QStringLiteral("known"), result.known},
               {QStringLiteral("errors"), int(result.errors.size())}});
    return result.errors.empty() ? AllRight : DidNotHold;
}

Error badMember(const char* name) {
    return Error(RegistryError::BadRow, {QLatin1String(name)});
}

Result<int> wholeOf(const TableRow& row, const char* name, int least, int most) {
    bool isNumber = false;
    const int number = textOf(row, name).toInt(&isNumber);
    return isNumber && number >= least && number <= most ? Result<int>(number) : Result<int>(badMember(name));
}

Result<services::DeliveredMeter> meterFrom(const TableRow& row) {
    if (!row.readable || textOf(row, "meter").isEmpty())
        return badMember("meter");
    const auto commodity = parseCommodity(textOf(row, "commodity"));
    if (!commodity.ok())
        return badMember("commodity");
    Meter meter{MeterId::fromRaw(0), textOf(row, "meter"), *commodity, 0, 0, {}, {}, {}, {}, 0};
    MH_TRY(meter.digits, wholeOf(row, "digits", 1, 12));
    const auto multiplier = parseScaled(textOf(row, "multiplier"), 6);
    if (!multiplier.ok() || *multiplier <= 0)
        return badMember("multiplier");
    meter.multiplierMicro = *multiplier;
    meter.protocol = textOf(row, "protocol");
    meter.deviceAddress = textOf(row, "device_address");
    meter.profile = textOf(row, "profile");
    meter.terminal = textOf(row, "terminal");
    MH_TRY(meter.port, textOf(row, "port").isEmpty() ? Result<int>(0) : wholeOf(row, "port", 0, 63));
    return services::DeliveredMeter{row.row, row.content, meter};
}

Result<int> importMeters(const Options& options, const QString& file) {
    MH_TRY(const std::vector<TableRow> rows, tableOf(file));
    MH_TRY(services::Session session, signInFrom(options));
    int bad = 0;
    const auto meters = goodRows(rows, meterFrom, bad);
    MH_TRY(const services::ImportResult result, services::importMeters(session, meters));
    return printImport(result, bad);
}

// A day alone is its noon at the utility: no clock change and no midnight makes another day of it.
Result<std::optional<Instant>> readAtOf(const QString& text, const UtilityZone& zone) {
    if (text.isEmpty())
        return std::optional<Instant>();
    if (const auto day = Date::parse(text); day.ok())
        return std::optional(zone.startOf(*day) + Duration::hours(12));
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    const bool hasOffset = moment.isValid() && moment.timeSpec() != Qt::LocalTime;
    if (!hasOffset)
        return badMember("date");
    return std::optional(Instant::fromMicroseconds(moment.toMSecsSinceEpoch() * 1000));
}

Result<services::WrittenReading> readingFrom(const TableRow& row, const UtilityZone& zone) {
    if (!row.readable || textOf(row, "meter").isEmpty())
        return badMember("meter");
    const auto value = Decimal::parse(textOf(row, "value"));
    if (!value.ok())
        return badMember("value");
    MH_TRY(const auto readAt, readAtOf(textOf(row, "date"), zone));
    const QString code = textOf(row, "register");
    return services::WrittenReading{.row = row.row,
                                    .content = row.content,
                                    .meterNumber = textOf(row, "meter"),
                                    .registerCode = code.isEmpty() ? QStringLiteral("volume") : code,
                                    .value = *value,
                                    .unit = textOf(row, "unit"),
                                    .readAt = readAt};
}

Result<int> importReadings(const Options& options, const QString& file) {
    MH_TRY(const std::vector<TableRow> rows, tableOf(file));
    MH_TRY(services::Session session, signInFrom(options));
    int bad = 0;
    const auto readings = goodRows(
        rows, [&](const TableRow& row) { return readingFrom(row, session.zone()); }, bad);
    MH_TRY(const services::ReadingImportResult result, services::importReadings(session, readings));
    for (const services::RowError& error : result.errors)
        printRowError(error.row, error.content, error.reason);
    bad += int(result.errors.size());
    printJson({{QStringLiteral("stored"), result.stored},
               {QStringLiteral("known"), result.known},
               {QStringLiteral("doubtful"), result.doubtful},
               {QStringLiteral("errors"), bad}});
    return bad == 0 ? AllRight : DidNotHold;
}

Result<int> importTariff(const Options& options, const QString& file) {
    MH_TRY(const QByteArray content, readInput(file));
    const QJsonDocument json = QJsonDocument::fromJson(content);
    if (!json.isObject())
        return Error(CallError::CannotRead, {file, QStringLiteral("it is no JSON object")});
    const QString code = options.value(QStringLiteral("code"), json.object().value(QLatin1String("id")).toString());
    if (code.isEmpty())
        return Error(CallError::MissingValue, {QStringLiteral("--code")});
    MH_TRY(services::Session session, signInFrom(options));
    MH_TRY(const TariffVersionId version, services::enterTariffFile(session, code, json.object()).within(file));
    printJson({{QStringLiteral("version"), version.toString()}, {QStringLiteral("code"), code}});
    return AllRight;
}

Result<int> importNamed(const Options& options) {
    MH_TRY(const QString what, options.argument(0, QStringLiteral("customers|meters|readings|tariff"), 2));
    MH_TRY(const QString file, options.argument(1, QStringLiteral("FILE"), 2));
    if (what == QLatin1String("customers"))
        return importCustomers(options, file);
    if (what == QLatin1String("meters"))
        return importMeters(options, file);
    if (what == QLatin1String("readings"))
        return importReadings(options, file);
    if (what == QLatin1String("tariff"))
        return importTariff(options, file);
    return Error(CallError::UnknownForm, {what, QStringLiteral("customers, meters, readings, tariff")});
}

} // namespace

int runImportCommand(const QStringList& arguments) {
    return runCommand({importPage, {QStringLiteral("tariff"), QStringLiteral("code")}}, arguments, importNamed);
}

} // namespace meterhall::app
