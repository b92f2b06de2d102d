#include "tests/small_town/small_town.h"

#include "core/services/archive.h"
#include "core/services/customers.h"
#include "core/services/ingest.h"
#include "core/services/reading_work.h"
#include "core/services/tariffs.h"
#include "core/storage/database.h"
#include "core/storage/registry_store.h"
#include "core/storage/roles.h"
#include "tests/storage_support/postgres_cluster.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace meterhall::tests {

using services::Session;

namespace {

struct Staff {
    SmallTown::Person person;
    const char* letter;
    Duty duty;
};
using Person = SmallTown::Person;
constexpr std::array<Staff, 11> staff{{
    {Person::Administrator, "a", Duty::Administrator},
    {Person::Cashier, "c", Duty::Cashier},
    {Person::Supervisor, "s", Duty::ReadingSupervisor},
    {Person::Drafter, "k", Duty::ReviewClerk},
    {Person::Checker, "q", Duty::ReviewClerk},
    {Person::Finance, "f", Duty::Finance},
    {Person::Lead, "l", Duty::ShiftLead},
    {Person::Reader, "r", Duty::Reader},
    {Person::Engineer, "e", Duty::Engineer},
    {Person::Inspector, "i", Duty::RevenueInspector},
    {Person::MeterKeeper, "m", Duty::MeterKeeper},
}};

// Some tests use seats 9 and on for themselves.
SeatNumber seatOf(Person person) {
    return SeatNumber(int(person) + (person > Person::Reader ? 13 : 1));
}

template <class T>
T must(Result<T> result) {
    if (!result.ok())
        qFatal("small town: %s", qPrintable(result.error().toString()));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

constexpr const char* gasTariff =
    R"({"id":"gas","commodity":"gas","unit":"m3","currency":"CNY","effective_from":"2026-01-01",
 "price_order":"2026-1","dial_step":"1","cycle":{"kind":"year","reset":"01-01"},"tier_mode":"graduated",
 "tiers":[{"upto":300,"price":"2.70"},{"upto":600,"price":"2.942"},{"upto":null,"price":"3.668"}],
 "components":[{"code":"gas","label":"燃气费","prices":["2.70","2.942","3.668"]}]})";
constexpr const char* waterTariff =
    R"({"id":"water","commodity":"water","unit":"m3","currency":"CNY","effective_from":"2026-01-01",
 "price_order":"2026-2","dial_step":"1","cycle":{"kind":"year","reset":"01-01"},"tier_mode":"graduated",
 "tiers":[{"upto":180,"price":"5.00"},{"upto":260,"price":"7.00"},{"upto":null,"price":"9.00"}],
 "components":[{"code":"water","label":"水费","prices":["2.07","4.07","6.07"]},
  {"code":"resource","label":"水资源税","prices":["1.57"],"payee":"tax"},
  {"code":"sewage","label":"污水处理费","prices":["1.36"],"payee":"on_behalf"}]})";

QString homeText(int home) {
    return QStringLiteral("%1").arg(home, 4, 10, QChar(u'0'));
}

const char* entityOf(Commodity commodity) {
    return commodity == Commodity::Gas ? "gas-co" : "water-co";
}

QJsonObject accountLine(const SmallTown& town, int home, Commodity commodity) {
    const QString text = homeText(home);
    const QString kind = commodity == Commodity::Gas ? QStringLiteral("gas") : QStringLiteral("water");
    const bool gas = commodity == Commodity::Gas;
    return {{"kind", "account"},
            {"account", town.accountNumber(home, commodity)},
            {"commodity", kind},
            {"legal_entity", entityOf(commodity)},
            {"use_class", "residential"},
            {"household_size", 3},
            {"customer", QJsonObject{{"number", "C" + text},
                                     {"name", home == 2 ? QStringLiteral("张伟") : QStringLiteral("王秀英")},
                                     {"phone", "1380000" + text},
                                     {"id_number", "33010219600101" + text}}},
            {"premise", QJsonObject{{"code", "P" + text},
                                    {"district", "城东区"},
                                    {"street", "和平路"},
                                    {"community", "安居里"},
                                    {"building", "1"},
                                    {"unit", "1"},
                                    {"room", text}}},
            {"service_point",
             QJsonObject{{"number", kind + text}, {"book", home <= 10 ? "01" : "02"}, {"sequence", home * 10}}},
            {"meter", QJsonObject{{"number", kind.toUpper() + text},
                                  {"device_address", (gas ? "7811000000" : "7812000000") + text},
                                  {"protocol", "cjt188"},
                                  {"profile", gas ? "rongtai_g25" : "yuquan_dn20"},
                                  {"digits", 5},
                                  {"multiplier", "1"},
                                  {"installed", "2020-01-01"},
                                  {"start_register", "0.00"}}},
            {"carrier", QJsonObject{{"kind", "gdw376"}, {"terminal", "0571-00001"}, {"port", 1}}},
            {"previous_reading", QJsonObject{{"date", "2026-10-20"}, {"value", SmallTown::previousDial}}},
            {"year_to_date", QJsonObject{{"from", "2026-01-01"}, {"to", "2026-10-20"}, {"use", gas ? "290" : "100"}}}};
}

QByteArray lineOf(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

SmallTown::SmallTown(bool onSqlite, const QString& roster, Empty)
    : m_onSqlite(onSqlite)
    , m_roster(roster)
    , m_today(*Date::of(2026, 11, 20)) {
    static int towns = 0;
    m_suffix = QStringLiteral("%1").arg(++towns);
    m_database = QStringLiteral("town") + m_suffix;
}

SmallTown::SmallTown(bool onSqlite, const QString& roster)
    : SmallTown(onSqlite, roster, Empty{}) {
    if (m_roster.isEmpty())
        copy(original(onSqlite));
    else
        build();
}

SmallTown::SmallTown(bool onSqlite, const services::UtilitySettings& settings)
    : SmallTown(onSqlite, {}, Empty{}) {
    build(settings);
}

SmallTown::~SmallTown() {
    signOut();
    if (m_logins)
        PostgresCluster::shared().script(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(m_database));
}

SmallTown& SmallTown::original(bool onSqlite) {
    static std::map<bool, std::unique_ptr<SmallTown>> originals;
    auto& original = originals[onSqlite];
    if (!original) {
        original.reset(new SmallTown(onSqlite, {}, Empty{}));
        original->build();
        original->signOut();
    }
    return *original;
}

void SmallTown::copy(SmallTown& other) {
    for (const QFileInfo& file : QDir(other.folder()).entryInfoList(QDir::Files))
        if (!QFile::copy(file.filePath(), m_folder.filePath(file.fileName())))
            qFatal("small town: cannot copy %s", qPrintable(file.filePath()));
    m_suffix = other.m_suffix;
    makeDatabase(other.m_database);
    if (m_onSqlite)
        return;
    must(storage::preparePostgres(*openDirectly())); // a copy has the template's tables, not its own permissions
    m_logins = std::make_unique<PostgresLogins>();
}

void SmallTown::makeDatabase(const QString& like) {
    if (m_onSqlite) {
        m_url = QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("town.db"));
        return;
    }
    PostgresCluster::shared().script(QStringLiteral("CREATE DATABASE %1 TEMPLATE %2").arg(m_database, like));
    m_url = PostgresCluster::shared().url(QString(), m_database);
}

void SmallTown::build(const services::UtilitySettings& settings) {
    makeDatabase(QStringLiteral("template1"));
    must(services::setUpWorkplace(workplaceFor(Person::Administrator), {PostgresCluster::superuserLogin(), {}},
                                  {numberOf(Person::Administrator), QStringLiteral("Administrator"), password()},
                                  settings));
    Session& administrator = session(Person::Administrator);
    for (const Staff& member : staff) {
        if (member.person == Person::Administrator)
            continue;
        must(services::addSeat(administrator, seatOf(member.person), QStringLiteral("seat")));
        must(services::addOperator(administrator,
                                   {numberOf(member.person), QStringLiteral("Somebody"), {member.duty}, password()}));
    }
    importArchive();
    enterTariffs();
}

services::Workplace SmallTown::workplaceFor(Person person) const {
    return {.url = m_url,
            .seat = seatOf(person),
            .keyFile = m_folder.filePath(QStringLiteral("keys")),
            .witnessFolder = m_folder.path(),
            .hall = {QStringLiteral("营业厅"), QStringLiteral("96000")},
            .clock = [this] { return must(UtilityZone::of(u"Asia/Shanghai", 0)).startOf(m_today) + m_sinceMidnight; },
            .passwordCost = {.logN = 10},
            .valves = valves};
}

QString SmallTown::numberOf(Person person) const {
    return QString::fromLatin1(staff[std::size_t(person)].letter) + m_suffix;
}

Session& SmallTown::session(Person person) {
    auto known = m_sessions.find(person);
    if (known == m_sessions.end())
        known = m_sessions.emplace(person, must(services::signIn(workplaceFor(person), numberOf(person), password())))
                    .first;
    return known->second;
}

void SmallTown::moveTo(Date day, Duration sinceMidnight) {
    m_today = day;
    m_sinceMidnight = sinceMidnight;
}

QString SmallTown::accountNumber(int home, Commodity commodity) const {
    return (commodity == Commodity::Gas ? QStringLiteral("101000") : QStringLiteral("201000")) + homeText(home);
}

QList<QByteArray> SmallTown::archive() const {
    if (!m_roster.isEmpty()) {
        QFile file(m_roster);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("small town: no roster %s", qPrintable(m_roster));
        return file.readAll().split('\n');
    }
    QList<QByteArray> lines{lineOf({{"kind", "legal_entity"}, {"code", "gas-co"}, {"name", "燃气公司"}}),
                            lineOf({{"kind", "legal_entity"}, {"code", "water-co"}, {"name", "水务公司"}}),
                            lineOf({{"kind", "book"}, {"number", "01"}, {"reader", QJsonObject{{"name", "甲"}}}}),
                            lineOf({{"kind", "book"}, {"number", "02"}, {"reader", QJsonObject{{"name", "乙"}}}}),
                            lineOf({{"kind", "terminal"}, {"terminal", "0571-00001"}, {"carrier", "gdw376"}})};
    for (int home = 1; home <= homes; ++home) {
        lines += lineOf(accountLine(*this, home, Commodity::Gas));
        if (home % 2 == 0)
            lines += lineOf(accountLine(*this, home, Commodity::Water));
    }
    return lines;
}

void SmallTown::importArchive() {
    const auto result = must(services::importArchive(
        session(Person::Administrator), archive(),
        {{{Commodity::Gas, QStringLiteral("gas")}, {Commodity::Water, QStringLiteral("water")}}}));
    if (!result.errors.empty())
        qFatal("small town: row %d: %s", result.errors.front().row,
               qPrintable(result.errors.front().reason.toString()));
}

void SmallTown::enterTariffs() {
    for (const char* json : {gasTariff, waterTariff}) {
        const QJsonObject file = QJsonDocument::fromJson(json).object();
        const auto version =
            must(services::enterTariffFile(session(Person::Drafter), file.value(QLatin1String("id")).toString(), file));
        must(services::activateTariff(session(Person::Finance), version));
    }
}

MeterReport SmallTown::report(int home, Commodity commodity, const char* dial) const {
    const bool gas = commodity == Commodity::Gas;
    MeterReport report;
    report.protocol = QStringLiteral("cjt188");
    report.deviceAddress = (gas ? QStringLiteral("7811000000") : QStringLiteral("7812000000")) + homeText(home);
    report.terminal = QStringLiteral("0571-00001");
    report.profile = gas ? QStringLiteral("rongtai_g25") : QStringLiteral("yuquan_dn20");
    report.values = {{QStringLiteral("volume"), must(Decimal::parse(QString::fromLatin1(dial))), QStringLiteral("m3")}};
    report.receivedAt = workplaceFor(Person::Reader).clock();
    report.meterTime = report.receivedAt;
    report.clockTrust = ClockTrust::Plausible;
    report.frame = {0x68, std::uint8_t(home)};
    return report;
}

AccountId SmallTown::account(int home, Commodity commodity) {
    const auto found = must(services::findAccounts(session(Person::Cashier), accountNumber(home, commodity), 1));
    return found.front().account.id;
}

MeterId SmallTown::meter(int home, Commodity commodity) {
    const AccountId wanted = account(home, commodity);
    const auto database = openDirectly();
    for (const storage::InstalledMeter& entry : must(storage::RegistryStore(*database).installedMeters({})))
        if (entry.account == wanted)
            return entry.meter.id;
    qFatal("small town: no meter in home %d", home);
}

BookId SmallTown::book(const char* number) {
    for (const Book& book : must(services::books(session(Person::Drafter))))
        if (book.number == QLatin1String(number))
            return book.id;
    qFatal("small town: no book %s", number);
}

std::unique_ptr<storage::Database> SmallTown::openDirectly() const {
    return must(storage::Database::open(urlFor(PostgresCluster::superuserLogin()), {}));
}

QString SmallTown::urlFor(const QString& login) const {
    QString url = m_url;
    if (!m_onSqlite)
        url.replace(QStringLiteral("postgresql://"), QStringLiteral("postgresql://%1@").arg(login));
    return url;
}

services::RunSummary SmallTown::draft(BookId book) {
    return must(services::draftBills(session(Person::Drafter), book, AccountingMonth::containing(m_today)));
}

void SmallTown::readAndIssueAll(const char* dial) {
    std::vector<MeterReport> reports;
    for (int home = 1; home <= homes; ++home) {
        reports.push_back(report(home, Commodity::Gas, dial));
        if (home % 2 == 0)
            reports.push_back(report(home, Commodity::Water, dial));
    }
    must(services::ingest(session(Person::Reader), reports));
    for (const char* number : {"01", "02"}) {
        const auto run = draft(book(number));
        must(services::checkBills(session(Person::Checker), run.run));
        must(services::issueBills(session(Person::Drafter), run.run));
    }
}

} // namespace meterhall::tests
