// An archive of another system is taken over: `meterhall-cli import customers` of so many invented accounts as JSON
// lines, each with customer, premise, meter, opening and search tokens, into a workplace that holds one account. Then
// the same file again, which must take nothing. The floor is the bulk path of `seed` (services::fillArchive) for the
// same rows and tokens: nothing is parsed, nothing is looked up, and the tokens of all accounts are sorted before they
// are stored.
//
// --customers N (100,000); --engine sqlite|postgresql measures one of them.

#include "app/cli/seed/invented_town.h"
#include "core/services/fill.h"
#include "tests/bench/bench.h"
#include "tests/bench/bench_place.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <cstdio>

namespace meterhall::bench {

namespace {

METERHALL_ERRORS(ImportBenchError, "import-bench", BadOption, CannotWrite, NotAllTaken)

constexpr int usualCustomers = 100'000;
const Date archiveReadOn = *Date::of(2026, 1, 25);

QString microText(std::int64_t micro) {
    return formatScaled(micro, 6);
}

QJsonObject lineOf(const ArchivedAccount& account) {
    const ArchivedMeter& meter = account.meter;
    return {{"kind", "account"},
            {"account", account.number},
            {"commodity", QString(commodityCode(account.commodity))},
            {"legal_entity", account.entityCode},
            {"use_class", "residential"},
            {"household_size", account.householdSize},
            {"tariff", "sandbox-gas"},
            {"customer", QJsonObject{{"number", account.customer.number},
                                     {"name", account.customer.name},
                                     {"phone", account.customer.phone},
                                     {"id_number", account.customer.identityNumber}}},
            {"premise", QJsonObject{{"code", account.premiseCode}, {"address", account.address}}},
            {"service_point", QJsonObject{{"book", account.bookNumber}, {"sequence", account.sequence}}},
            {"meter", QJsonObject{{"number", meter.number},
                                  {"protocol", meter.protocol},
                                  {"device_address", meter.deviceAddress},
                                  {"profile", meter.profile},
                                  {"digits", meter.digits},
                                  {"multiplier", microText(meter.multiplierMicro)},
                                  {"installed", meter.installed.toString()},
                                  {"start_register", microText(meter.startDialMicro)}}},
            {"carrier", QJsonObject{{"terminal", meter.terminal}, {"port", meter.port}}},
            {"previous_reading",
             QJsonObject{{"date", account.previousReadOn.toString()}, {"value", microText(account.previousDialMicro)}}},
            {"year_to_date",
             QJsonObject{{"from", account.ladderFrom.toString()}, {"use", microText(account.ladderUseMicro)}}}};
}

QByteArray compact(const QJsonObject& line) {
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

/// The first account of the town is there already.
Result<void> writeArchive(const QString& path, const app::InventedTown& town, int customers) {
    QFile file(path);
    bool good = file.open(QIODevice::WriteOnly);
    for (const ArchivedBook& book : town.books())
        good = good &&
               file.write(compact(
                   {{"kind", "book"}, {"number", book.number}, {"reader", QJsonObject{{"name", book.reader}}}})) > 0;
    for (int number = 1; number <= customers; ++number)
        good = good && file.write(compact(lineOf(town.account(number)))) > 0;
    return good ? Result<void>() : Error(ImportBenchError::CannotWrite, {path});
}

void told(const QString& text) {
    std::fputs(qPrintable(QStringLiteral("import: ") + text + u'\n'), stderr);
}

class ImportRun {
public:
    ImportRun(bool sqlite, int customers)
        : m_sqlite(sqlite)
        , m_customers(customers)
        , m_town(customers + 1, archiveReadOn) {}

    Result<Figures> run() {
        MH_TRY(const double floor, fillRate());
        MH_TRY(const auto place, BenchPlace::make(m_sqlite, {.customers = 1}));
        const QString file = place->folder() + QStringLiteral("/archive.jsonl");
        MH_CHECK(writeArchive(file, m_town, m_customers));
        MH_TRY(const double first, importRate(*place, file, m_customers));
        MH_TRY(const double again, importRate(*place, file, 0));
        const QString engine = m_sqlite ? QStringLiteral("SQLite") : QStringLiteral("PostgreSQL");
        const QString name = QStringLiteral("import customers, %1, %2 accounts, ").arg(engine).arg(m_customers);
        const QString unit = QStringLiteral("accounts/s");
        const Floor bulk{QStringLiteral("the same rows by the bulk path of seed"), floor};
        return Figures{{name + QStringLiteral("into an empty place"), first, unit, bulk},
                       {name + QStringLiteral("the same file again"), again, unit, bulk}};
    }

private:
    Result<double> fillRate() {
        MH_TRY(const auto place, BenchPlace::make(m_sqlite, {.customers = 1}));
        MH_TRY(services::Session session, place->signIn("a01", 1));
        std::vector<ArchivedBook> books = m_town.books();
        for (ArchivedBook& book : books)
            book.number += u'F';
        const services::FreshArchive archive{.entity = {QStringLiteral("FLOOR"), QStringLiteral("floor")},
                                             .books = books,
                                             .accounts = m_customers,
                                             .account =
                                                 [this](std::int64_t number) {
                                                     ArchivedAccount account = m_town.account(number + 1);
                                                     account.bookNumber += u'F';
                                                     return account;
                                                 },
                                             .tariffCode = QStringLiteral("sandbox-gas")};
        Result<void> filled;
        const double seconds = secondsOf([&] {
            if (auto done = services::fillArchive(session, archive); !done.ok())
                filled = std::move(done).error();
        });
        MH_CHECK(filled);
        told(QStringLiteral("the bulk path took %1 s").arg(seconds, 0, 'f', 1));
        return m_customers / seconds;
    }

    Result<double> importRate(const BenchPlace& place, const QString& file, int taken) const {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("METERHALL_PASSWORD"), QStringLiteral("Sandbox-Town-a01"));
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        bool done = false;
        const double seconds = secondsOf([&] {
            program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/meterhall-cli"),
                          {QStringLiteral("import"), QStringLiteral("customers"), file, QStringLiteral("--db"),
                           place.url(), QStringLiteral("--folder"), place.folder(), QStringLiteral("--operator"),
                           QStringLiteral("a01")});
            done = program.waitForFinished(-1) && program.exitCode() == 0;
        });
        const QByteArray said = program.readAllStandardOutput();
        told(QStringLiteral("%1 s: %2").arg(seconds, 0, 'f', 1).arg(QString::fromUtf8(said.trimmed())));
        const int newAccounts = QJsonDocument::fromJson(said).object().value(QLatin1String("taken")).toInt();
        // The books of the file count too.
        const bool asExpected = taken == 0 ? newAccounts == 0 : newAccounts >= taken;
        return done && asExpected ? Result<double>(m_customers / seconds) : ImportBenchError::NotAllTaken;
    }

    bool m_sqlite;
    int m_customers;
    app::InventedTown m_town;
};

} // namespace

Result<Figures> runImportBench(const QStringList& options) {
    bool isNumber = false;
    const int customers =
        optionOf(options, QStringLiteral("--customers"), QString::number(usualCustomers)).toInt(&isNumber);
    if (!isNumber || customers < 1)
        return Error(ImportBenchError::BadOption, {QStringLiteral("--customers")});
    Figures figures;
    for (const bool sqlite : {true, false}) {
        if (!wants(options, sqlite))
            continue;
        MH_TRY(const Figures measured, ImportRun(sqlite, customers).run());
        figures.insert(figures.end(), measured.begin(), measured.end());
    }
    return figures;
}

} // namespace meterhall::bench
