#include "app/cli/day/day_workplace.h"
#include "app/cli/options.h"
#include "app/cli/seed/invented_town.h"
#include "app/cli/seed/seeded_bills.h"
#include "core/services/fill.h"
#include "core/services/tariffs.h"

#include <QDateTime>
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
    bool billed = true;
};

constexpr const char* seedPage = R"(
meterhall-cli seed --db URL --customers N --months M [--folder DIR] [--admin LOGIN] [--without-search] [--without-bills]

Fills an empty database with an invented town: N customers with premise, account and meter in books of 4000, their search
tokens, the sandbox tariff in force, a reading of every meter on the 25th of the last M months, and the bills of those
months, issued on the 26th. Operators and passwords are those of the sandbox (a01, c01, s01, k01, k02, f01, l01, h01).

  --folder          keys and notes of the workplace; next to the SQLite file, or under a name made from the address
  --admin           PostgreSQL: the login that makes schema and roles (postgres; password in PGPASSWORD or .pgpass)
  --without-search  no search tokens: faster, and nobody is found
  --without-bills   no bills: faster, and the billing run has something to do

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
    settings.billed = !options.has(QStringLiteral("without-bills"));
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

/// A town that is made month by month, on a clock of its own.
class SeededTown {
public:
    explicit SeededTown(SeedSettings settings)
        : m_settings(std::move(settings))
        , m_firstDay(lastReadingDay(today()).addMonths(-m_settings.months))
        , m_now(morningOf(m_firstDay))
        , m_town(m_settings.customers, m_firstDay)
        , m_workplace(m_settings.workplace) {
        m_timer.start();
        m_workplace.setClock([this] { return m_now; });
    }

    Result<QJsonObject> fill() {
        MH_CHECK(m_workplace.setUp());
        MH_CHECK(enterTariff());
        MH_CHECK(storeArchive());
        std::int64_t bills = 0;
        for (int month = 1; month <= m_settings.months; ++month) {
            MH_CHECK(storeReadings(month));
            if (!m_settings.billed)
                continue;
            MH_TRY(const std::int64_t issued, issueBills(month));
            bills += issued;
        }
        return QJsonObject{{QStringLiteral("customers"), m_settings.customers},
                           {QStringLiteral("books"), qint64(m_town.books().size())},
                           {QStringLiteral("readings"), qint64(m_meters.size()) * m_settings.months},
                           {QStringLiteral("bills"), qint64(bills)},
                           {QStringLiteral("folder"), m_settings.workplace.folder},
                           {QStringLiteral("seconds"), double(m_timer.elapsed()) / 1000}};
    }

private:
    static Date today() {
        const auto zone = services::UtilitySettings().utilityZone();
        Q_ASSERT(zone.ok());
        const auto day = zone->businessDate(Instant::fromMicroseconds(QDateTime::currentMSecsSinceEpoch() * 1000));
        Q_ASSERT(day.ok());
        return *day;
    }

    static Instant morningOf(Date day) {
        const auto zone = services::UtilitySettings().utilityZone();
        Q_ASSERT(zone.ok());
        return zone->startOf(day) + Duration::hours(9);
    }

    void say(const QString& done) const {
        complain(QStringLiteral("%1 after %2 s").arg(done).arg(m_timer.elapsed() / 1000));
    }

    // In force from the beginning of the town's first year.
    Result<void> enterTariff() {
        MH_TRY(services::Session* const clerk, m_workplace.session(Role::Drafter));
        MH_TRY(services::Session* const finance, m_workplace.session(Role::Finance));
        MH_TRY(const QByteArray json, readInput(QStringLiteral(":/tariffs/%1.json").arg(m_tariff)));
        QJsonObject tariff = QJsonDocument::fromJson(json).object();
        tariff.insert(QStringLiteral("effective_from"), QStringLiteral("%1-01-01").arg(m_firstDay.year()));
        MH_TRY(const TariffVersionId version, services::enterTariffFile(*clerk, m_tariff, tariff));
        return services::activateTariff(*finance, version);
    }

    Result<void> storeArchive() {
        MH_TRY(services::Session* const administrator, m_workplace.session(Role::Administrator));
        const auto progress = [this](std::int64_t done) {
            say(QStringLiteral("%1 of %2 customers").arg(done).arg(m_settings.customers));
        };
        MH_TRY(m_meters, services::fillArchive(
                             *administrator, {.entity = InventedTown::entity(),
                                              .books = m_town.books(),
                                              .accounts = m_settings.customers,
                                              .account = [this](std::int64_t number) { return m_town.account(number); },
                                              .tariffCode = m_tariff,
                                              .searchable = m_settings.searchable,
                                              .progress = progress}));
        return {};
    }

    Result<void> storeReadings(int month) {
        const Date day = m_firstDay.addMonths(month);
        m_now = morningOf(day);
        MH_TRY(services::Session* const supervisor, m_workplace.session(Role::Supervisor));
        MH_CHECK(
            services::fillReadings(*supervisor, {.on = day, .meters = m_meters, .dial = [month](std::int64_t number) {
                                                     return InventedTown::dialAfter(number, month);
                                                 }}));
        say(QStringLiteral("readings of month %1 of %2").arg(month).arg(m_settings.months));
        return {};
    }

    Result<std::int64_t> issueBills(int month) {
        const Date day = m_firstDay.addMonths(month);
        m_now = morningOf(day.addDays(1));
        MH_TRY(services::Session* const drafter, m_workplace.session(Role::Drafter));
        MH_TRY(services::Session* const checker, m_workplace.session(Role::Checker));
        MH_TRY(const std::int64_t issued, issueMonth(*drafter, *checker, AccountingMonth::containing(day)));
        say(QStringLiteral("%1 bills of month %2 of %3").arg(issued).arg(month).arg(m_settings.months));
        return issued;
    }

    const QString m_tariff = QStringLiteral("sandbox-gas");
    SeedSettings m_settings;
    QElapsedTimer m_timer;
    Date m_firstDay; ///< of the reading every account comes with
    Instant m_now;
    InventedTown m_town;
    DayWorkplace m_workplace;
    std::vector<MeterId> m_meters;
};

Result<int> seedWith(const Options& options) {
    MH_TRY(const SeedSettings settings, seedSettings(options));
    MH_TRY(const QJsonObject figures, SeededTown(settings).fill());
    printJson(figures);
    return AllRight;
}

} // namespace

int runSeedCommand(const QStringList& arguments) {
    return runCommand({.page = seedPage,
                       .valued = {QStringLiteral("db"), QStringLiteral("customers"), QStringLiteral("months"),
                                  QStringLiteral("folder"), QStringLiteral("admin")},
                       .flags = {QStringLiteral("without-search"), QStringLiteral("without-bills")},
                       .signsIn = false},
                      arguments, seedWith);
}

} // namespace meterhall::app
