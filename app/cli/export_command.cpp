#include "app/cli/archive_columns.h"
#include "app/cli/options.h"
#include "core/services/export.h"

#include <QHash>
#include <QJsonDocument>

namespace meterhall::app {

namespace {

constexpr const char* exportPage = R"(
meterhall-cli export customers FILE [--personal]
meterhall-cli export meters FILE
meterhall-cli export readings FILE [--from DAY] [--to DAY]
meterhall-cli export tariff FILE --code CODE [--on DAY]

Writes what `import` of the same name takes. FILE is CSV when its name ends in .csv, JSON lines otherwise; "-" is standard
output as JSON lines. FILE appears when it is complete.

customers  the archive as of now, so that an empty workplace that imports it goes on from the last bills. Phones and identity
           numbers stay empty unless --personal is given, which needs a duty that may see them. (administrator, meter keeper)
meters     all meters; "account" is empty for those that hang nowhere. (administrator, meter keeper)
readings   received on those business days, all of them without --from and --to. (auditor, finance, administrator)
tariff     the version in force on that day (today), as one JSON object.

Says how many on standard error.
)";

/// Archive lines as they are, or each account as a line of CSV with the names of what stood above it.
class ArchiveTable {
public:
    explicit ArchiveTable(TableWriter& writer)
        : m_writer(writer) {}

    Result<void> take(const QJsonObject& line) {
        const QString kind = line.value(QLatin1String("kind")).toString();
        const auto text = [&](const char* name) { return line.value(QLatin1String(name)).toString(); };
        if (kind == QLatin1String("legal_entity"))
            m_names.insert(text("code"), text("name"));
        else if (kind == QLatin1String("book"))
            m_readers.insert(text("number"),
                             line.value(QLatin1String("reader")).toObject().value(QLatin1String("name")).toString());
        else if (kind == QLatin1String("account"))
            return m_writer.row(archiveCells(line, m_names, m_readers));
        return {};
    }

private:
    TableWriter& m_writer;
    QHash<QString, QString> m_names;
    QHash<QString, QString> m_readers;
};

Result<int> exportCustomers(const Options& options, const QString& file) {
    MH_TRY(services::Session session, signInFrom(options));
    MH_TRY(const auto writer, TableWriter::open(file, archiveColumns()));
    ArchiveTable table(*writer);
    const bool csv = isCsv(file);
    MH_TRY(const auto result, services::exportArchive(session, {.personal = options.has(QStringLiteral("personal")),
                                                                .line = [&](const QJsonObject& line) {
                                                                    return csv ? table.take(line)
                                                                               : writer->object(line);
                                                                }}));
    MH_CHECK(writer->finish());
    complain(QStringLiteral("%1 accounts").arg(result.accounts));
    if (result.withoutMeter > 0)
        complain(QStringLiteral("%1 accounts without a meter were left out").arg(result.withoutMeter));
    return result.withoutMeter == 0 ? AllRight : DidNotHold;
}

Result<int> exportMeters(const Options& options, const QString& file) {
    MH_TRY(services::Session session, signInFrom(options));
    MH_TRY(const auto writer,
           TableWriter::open(file, {QStringLiteral("meter"), QStringLiteral("commodity"), QStringLiteral("digits"),
                                    QStringLiteral("multiplier"), QStringLiteral("protocol"),
                                    QStringLiteral("device_address"), QStringLiteral("profile"),
                                    QStringLiteral("terminal"), QStringLiteral("port"), QStringLiteral("account")}));
    MH_TRY(const int count, services::exportMeters(session, [&](const Meter& meter, const QString& account) {
               return writer->row({meter.number, commodityCode(meter.commodity), QString::number(meter.digits),
                                   formatScaled(meter.multiplierMicro, 6), meter.protocol, meter.deviceAddress,
                                   meter.profile, meter.terminal, QString::number(meter.port), account});
           }));
    MH_CHECK(writer->finish());
    complain(QStringLiteral("%1 meters").arg(count));
    return AllRight;
}

Result<int> exportReadings(const Options& options, const QString& file) {
    MH_TRY(const auto from, options.date(QStringLiteral("from")));
    MH_TRY(const auto to, options.date(QStringLiteral("to")));
    MH_TRY(const Date first, Date::of(1900, 1, 1));
    MH_TRY(const Date last, Date::of(2199, 12, 31));
    MH_TRY(services::Session session, signInFrom(options));
    MH_TRY(const auto writer,
           TableWriter::open(file, {QStringLiteral("meter"), QStringLiteral("value"), QStringLiteral("date"),
                                    QStringLiteral("register"), QStringLiteral("unit"), QStringLiteral("received_on"),
                                    QStringLiteral("doubts")}));
    MH_TRY(const int count,
           services::exportReadings(
               session, {from.value_or(first), to.value_or(last)}, [&](const Reading& reading, const QString& meter) {
                   const Instant at = reading.meterTime.value_or(reading.receivedAt);
                   return writer->row({meter, reading.value.toString(), at.toString(), reading.registerCode,
                                       reading.unit, reading.receivedOn.toString(), reading.doubts.names().join(u' ')});
               }));
    MH_CHECK(writer->finish());
    complain(QStringLiteral("%1 readings").arg(count));
    return AllRight;
}

Result<int> exportTariff(const Options& options, const QString& file) {
    MH_TRY(const QString code, options.required(QStringLiteral("code")));
    MH_TRY(const auto day, options.date(QStringLiteral("on")));
    MH_TRY(services::Session session, signInFrom(options));
    MH_TRY(const QJsonObject json, services::exportTariffFile(session, code, day.value_or(session.businessDay())));
    MH_TRY(const auto writer, TableWriter::open(file, {}, false));
    MH_CHECK(writer->object(json));
    MH_CHECK(writer->finish());
    return AllRight;
}

Result<int> exportNamed(const Options& options) {
    MH_TRY(const QString what, options.argument(0, QStringLiteral("customers|meters|readings|tariff"), 2));
    MH_TRY(const QString file, options.argument(1, QStringLiteral("FILE"), 2));
    if (what == QLatin1String("customers"))
        return exportCustomers(options, file);
    if (what == QLatin1String("meters"))
        return exportMeters(options, file);
    if (what == QLatin1String("readings"))
        return exportReadings(options, file);
    if (what == QLatin1String("tariff"))
        return exportTariff(options, file);
    return Error(CallError::UnknownForm, {what, QStringLiteral("customers, meters, readings, tariff")});
}

} // namespace

int runExportCommand(const QStringList& arguments) {
    const QStringList valued{QStringLiteral("from"), QStringLiteral("to"), QStringLiteral("code"),
                             QStringLiteral("on")};
    return runCommand({exportPage, valued, {QStringLiteral("personal")}}, arguments, exportNamed);
}

} // namespace meterhall::app
