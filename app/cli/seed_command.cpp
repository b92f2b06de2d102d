#include "app/cli/day/day_workplace.h"
#include "app/cli/options.h"
#include "app/cli/seed/invented_town.h"
#include "core/services/fill.h"
#include "core/services/tariffs.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStandardPaths>

namespace meterhall::app {

namespace {

constexpr int readingDay = 25;
constexpr int mostCustomers = 50'000'000;
constexpr int mostMonths = 240;

struct SeedSettings {
    DayWorkplace::Settings workplace;
    int customers = 0;
    int months = 0;
    bool searchable = true;
};

constexpr const char* seedPage = R"(
meterhall-cli seed --db URL --customers N --months M [--folder DIR] [--admin LOGIN] [--without-search]

Fills an empty database with an invented town: N customers with premise, account and meter in books of 4000, their search
tokens, the sandbox tariff in force, and a reading of every meter on the 25th of the last M months. The bills are made by
the billing run. Operators and passwords are those of the sandbox (a01, c01, s01, k01, k02, f01, l01, h01).

  --folder          keys and notes of the workplace; next to the SQLite file, or under a name made from the address
  --admin           PostgreSQL: the login that makes schema and roles (postgres; password in PGPASSWORD or .pgpass)
  --without-search  no search tokens: faster, and nobody is found

Prints {"customers","books","readings","bills","folder","seconds"}.
)";

// Keys and notes of a workplace belong to one database. Without --folder they lie next to the SQLite file, or under a
// name made from the address.
QString folderFor(const Options& options, const QString& url) {
    const QString sqlite = QStringLiteral("sqlite:");
    const QString named = options.value(QStringLiteral("folder"));
    if (!named.isEmpty())
        return QDir(named).absolutePath();
    if (url.startsWith(sqlite))
        return QDir(url.mid(sqlite.size()) + QStringLiteral("-workplace")).absolutePath();
    QString name = url;
    name.replace(QRegularExpression(QStringLiteral("[^A-Za-z0-9]+")), QStringLiteral("-"));
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/meterhall/") + name;
}

Result<int> numberWithin(const Options& options, const QString& name, int least, int most) {
    if (!options.has(name))
        return Error(CallError::MissingArgument, {QStringLiteral("--") + name});
    MH_TRY(const int number, options.number(name, 0));
    if (number < least || number > most)
        return Error(CallError::NotANumber, {QStringLiteral("--") + name, options.value(name)});
    return number;
}

Result<SeedSettings> seedSettings(const Options& options) {
    SeedSettings settings;
    settings.searchable = !options.has(QStringLiteral("without-search"));
    settings.workplace.url = options.value(QStringLiteral("db"));
    if (settings.workplace.url.isEmpty())
        return Error(CallError::MissingArgument, {QStringLiteral("--db")});
    MH_TRY(settings.customers, numberWithin(options, QStringLiteral("customers"), 1, mostCustomers));
    MH_TRY(settings.months, numberWithin(options, QStringLiteral("months"), 0, mostMonths));
    settings.workplace.folder = folderFor(options, settings.workplace.url);
    settings.workplace.admin = {options.value(QStringLiteral("admin"), QStringLiteral("postgres")),
                                qgetenv("PGPASSWORD")};
    const QDir folder(settings.workplace.folder);
    if (!folder.entryList({QStringLiteral("*.witness"), QStringLiteral("*.keys")}, QDir::Files).isEmpty())
        return Error(CallError::CannotWrite, {folder.path(), QStringLiteral("another workplace keeps its keys there")});
    if (!QDir().mkpath(folder.path()))
        return Error(CallError::CannotWrite, {folder.path()});
    return settings;
}

/// The last reading day that has passed.
Date lastReadingDay(Date today) {
    const Date ofThisMonth = today.addDays(readingDay - today.day());
    return ofThisMonth <= today ? ofThisMonth : ofThisMonth.addMonths(-1);
}

Result<void> enterTariff(DayWorkplace& workplace, const QString& code) {
    MH_TRY(services::Session* const clerk, workplace.session(Role::Drafter));
    MH_TRY(services::Session* const finance, workplace.session(Role::Finance));
    MH_TRY(const QByteArray json, readInput(QStringLiteral(":/tariffs/%1.json").arg(code)));
    MH_TRY(const TariffVersionId version,
           services::enterTariffFile(*clerk, code, QJsonDocument::fromJson(json).object()));
    return services::activateTariff(*finance, version);
}

Result<QJsonObject> fillTown(const SeedSettings& settings) {
    QElapsedTimer timer;
    timer.start();
    DayWorkplace workplace(settings.workplace);
    MH_CHECK(workplace.setUp());
    const QString tariff = QStringLiteral("sandbox-gas");
    MH_CHECK(enterTariff(workplace, tariff));
    MH_TRY(services::Session* const administrator, workplace.session(Role::Administrator));
    const Date firstDay = lastReadingDay(administrator->businessDay()).addMonths(-settings.months);
    const InventedTown town(settings.customers, firstDay);
    const services::FreshArchive archive{.entity = InventedTown::entity(),
                                         .books = town.books(),
                                         .accounts = settings.customers,
                                         .account = [&](std::int64_t number) { return town.account(number); },
                                         .tariffCode = tariff,
                                         .searchable = settings.searchable,
                                         .progress =
                                             [&](std::int64_t done) {
                                                 complain(QStringLiteral("%1 of %2 customers after %3 s")
                                                              .arg(done)
                                                              .arg(settings.customers)
                                                              .arg(timer.elapsed() / 1000));
                                             }};
    MH_TRY(const std::vector<MeterId> meters, services::fillArchive(*administrator, archive));
    MH_TRY(services::Session* const supervisor, workplace.session(Role::Supervisor));
    for (int month = 1; month <= settings.months; ++month)
        MH_CHECK(services::fillReadings(
            *supervisor, {.on = firstDay.addMonths(month), .meters = meters, .dial = [month](std::int64_t number) {
                              return InventedTown::dialAfter(number, month);
                          }}));
    if (settings.months > 0)
        complain(QStringLiteral("readings were made, bills were not: they are the billing run's"));
    return QJsonObject{{QStringLiteral("customers"), settings.customers},
                       {QStringLiteral("books"), qint64(archive.books.size())},
                       {QStringLiteral("readings"), qint64(meters.size()) * settings.months},
                       {QStringLiteral("bills"), 0},
                       {QStringLiteral("folder"), settings.workplace.folder},
                       {QStringLiteral("seconds"), double(timer.elapsed()) / 1000}};
}

Result<int> seedWith(const Options& options) {
    MH_TRY(const SeedSettings settings, seedSettings(options));
    MH_TRY(const QJsonObject figures, fillTown(settings));
    printJson(figures);
    return AllRight;
}

} // namespace

int runSeedCommand(const QStringList& arguments) {
    return runCommand({.page = seedPage,
                       .valued = {QStringLiteral("db"), QStringLiteral("customers"), QStringLiteral("months"),
                                  QStringLiteral("folder"), QStringLiteral("admin")},
                       .flags = {QStringLiteral("without-search")},
                       .signsIn = false},
                      arguments, seedWith);
}

} // namespace meterhall::app
