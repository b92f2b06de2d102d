#include "tests/kills/kill_town.h"

#include "core/registry/ids.h"
#include "core/services/archive.h"
#include "core/services/tariffs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <cstdlib>

namespace meterhall::tests {

using services::Session;

void giveUp(const char* what, const QString& why) {
    std::fprintf(stderr, "kill_worker: %s: %s\n", what, qUtf8Printable(why));
    std::exit(3);
}

namespace {

using enum KillTown::Person;

constexpr std::array<std::pair<KillTown::Person, Duty>, 9> staff{{
    {Administrator, Duty::Administrator},
    {Reader, Duty::Reader},
    {Supervisor, Duty::ReadingSupervisor},
    {Drafter, Duty::ReviewClerk},
    {Checker, Duty::ReviewClerk},
    {Finance, Duty::Finance},
    {Lead, Duty::ShiftLead},
    {Cashier, Duty::Cashier},
    {SecondCashier, Duty::Cashier},
}};

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
  {"code":"sewage","label":"污水处理费","prices":["1.36"],"payee":"on_behalf"}]})";

const Date imported = *Date::of(2026, 10, 20);
constexpr std::int64_t importedDialHundredths = 10'040;
constexpr int homeDigits = 5;
constexpr int waterEvery = 4; ///< every fourth home also has water, from another company

QByteArray password() {
    return qgetenv("METERHALL_PASSWORD");
}

QString homeText(int home) {
    return QStringLiteral("%1").arg(home, homeDigits, 10, QChar(u'0'));
}

QByteArray lineOf(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject meterLine(int home, bool gas) {
    const QString text = homeText(home);
    return {{"number", (gas ? QStringLiteral("GAS") : QStringLiteral("WATER")) + text},
            {"device_address", (gas ? QStringLiteral("781100000") : QStringLiteral("781200000")) + text},
            {"protocol", "cjt188"},
            {"profile", gas ? "rongtai_g25" : "yuquan_dn20"},
            {"digits", 5},
            {"multiplier", "1"},
            {"installed", "2020-01-01"},
            {"start_register", "0.00"}};
}

QByteArray accountLine(int home, int homesPerBook, bool gas) {
    const QString text = homeText(home);
    const QString kind = gas ? QStringLiteral("gas") : QStringLiteral("water");
    return lineOf({{"kind", "account"},
                   {"account", (gas ? QStringLiteral("10100") : QStringLiteral("20100")) + text},
                   {"commodity", kind},
                   {"legal_entity", kind + QStringLiteral("-co")},
                   {"use_class", "residential"},
                   {"household_size", 3},
                   {"customer", QJsonObject{{"number", "C" + text},
                                            {"name", QStringLiteral("王秀英")},
                                            {"phone", "138000" + text},
                                            {"id_number", "3301021960010" + text}}},
                   {"premise", QJsonObject{{"code", "P" + text},
                                           {"district", "城东区"},
                                           {"street", "和平路"},
                                           {"community", "安居里"},
                                           {"building", "1"},
                                           {"unit", "1"},
                                           {"room", text}}},
                   {"service_point", QJsonObject{{"number", kind + text},
                                                 {"book", QStringLiteral("B%1").arg((home - 1) / homesPerBook + 1)},
                                                 {"sequence", home * 10 + (gas ? 0 : 1)}}},
                   {"meter", meterLine(home, gas)},
                   {"carrier", QJsonObject{{"kind", "gdw376"}, {"terminal", "0571-00001"}, {"port", 1}}},
                   {"previous_reading", QJsonObject{{"date", "2026-10-20"}, {"value", "100.40"}}},
                   {"year_to_date", QJsonObject{{"from", "2026-01-01"}, {"to", "2026-10-20"}, {"use", "290"}}}});
}

UtilityZone zone() {
    return must(UtilityZone::of(u"Asia/Shanghai", 0), "zone");
}

} // namespace

KillTown::KillTown(Place place)
    : m_place(std::move(place))
    , m_ticked(Duration::seconds(60) * (m_place.clockStands ? 0 : m_place.life)) {}

services::Workplace KillTown::workplaceFor(Person person) const {
    return {.url = m_place.url,
            .seat = SeatNumber(int(person) + 1),
            .keyFile = m_place.folder + QStringLiteral("/sealing.keys"),
            .witnessFolder = m_place.folder,
            .hall = {QStringLiteral("营业厅"), QStringLiteral("96000")},
            .clock = [this] { return zone().startOf(m_place.today) + Duration::hours(9) + m_ticked; },
            .passwordCost = {.logN = 10}};
}

QString KillTown::numberOf(Person person) const {
    return m_place.staff + QString::number(int(person) + 1);
}

void KillTown::setUp() {
    must(services::setUpWorkplace(workplaceFor(Person::Administrator), {QStringLiteral("postgres"), {}},
                                  {numberOf(Person::Administrator), QStringLiteral("Somebody"), password()}),
         "setting up");
    Session& administrator = session(Person::Administrator);
    for (const auto& [person, duty] : staff) {
        if (person == Person::Administrator)
            continue;
        must(services::addSeat(administrator, SeatNumber(int(person) + 1), QStringLiteral("seat")), "seat");
        must(services::addOperator(administrator, {numberOf(person), QStringLiteral("Somebody"), {duty}, password()}),
             "operator");
    }
    importArchive();
    enterTariffs();
}

void KillTown::importArchive() {
    QList<QByteArray> lines{lineOf({{"kind", "legal_entity"}, {"code", "gas-co"}, {"name", "燃气公司"}}),
                            lineOf({{"kind", "legal_entity"}, {"code", "water-co"}, {"name", "水务公司"}}),
                            lineOf({{"kind", "terminal"}, {"terminal", "0571-00001"}, {"carrier", "gdw376"}})};
    for (int book = 1; book <= m_place.books; ++book)
        lines += lineOf(
            {{"kind", "book"}, {"number", QStringLiteral("B%1").arg(book)}, {"reader", QJsonObject{{"name", "甲"}}}});
    for (int home = 1; home <= m_place.books * m_place.homesPerBook; ++home) {
        lines += accountLine(home, m_place.homesPerBook, true);
        if (home % waterEvery == 0)
            lines += accountLine(home, m_place.homesPerBook, false);
    }
    const auto result = must(services::importArchive(session(Person::Administrator), lines,
                                                     {{{Commodity::Gas, QStringLiteral("gas")},
                                                       {Commodity::Water, QStringLiteral("water")}}}),
                             "archive");
    if (!result.errors.empty())
        giveUp("archive", result.errors.front().reason.toString());
}

void KillTown::enterTariffs() {
    for (const char* json : {gasTariff, waterTariff}) {
        const QJsonObject file = QJsonDocument::fromJson(json).object();
        const auto version =
            must(services::enterTariffFile(session(Person::Drafter), file.value(QLatin1String("id")).toString(), file),
                 "tariff");
        must(services::activateTariff(session(Person::Finance), version), "tariff");
    }
}

Session& KillTown::session(Person person) {
    auto known = m_sessions.find(person);
    if (known == m_sessions.end()) {
        auto session = must(services::signIn(workplaceFor(person), numberOf(person), password()), "sign-in");
        known = m_sessions.emplace(person, std::move(session)).first;
    }
    return known->second;
}

storage::Database& KillTown::behindTheServices() {
    if (!m_behind) {
        QString url = m_place.url;
        url.replace(QStringLiteral("postgresql://"), QStringLiteral("postgresql://postgres@"));
        m_behind = must(storage::Database::open(url, {}), "opening");
    }
    return *m_behind;
}

void KillTown::moveTo(Date day) {
    m_place.today = day;
}

Instant KillTown::tick() {
    if (!m_place.clockStands)
        m_ticked = m_ticked + Duration::milliseconds(1);
    return workplaceFor(Person::Administrator).clock();
}

const std::vector<KillTown::Meter>& KillTown::meters() {
    if (m_meters.empty())
        m_meters =
            must(behindTheServices().all("SELECT device_address, terminal FROM meter ORDER BY device_address", {},
                                         [](const storage::Row& row) {
                                             const QString address = row.text(0);
                                             return Meter{address, row.text(1), address.right(homeDigits).toInt(),
                                                          address.startsWith(QLatin1String("7811"))};
                                         }),
                 "meters");
    return m_meters;
}

MeterReport KillTown::report(const Meter& meter) const {
    MeterReport report;
    report.protocol = QStringLiteral("cjt188");
    report.deviceAddress = meter.deviceAddress;
    report.terminal = meter.terminal;
    report.profile = meter.gas ? QStringLiteral("rongtai_g25") : QStringLiteral("yuquan_dn20");
    const std::int64_t used = std::int64_t(m_place.today.daysSince(imported)) * (70 + meter.home % 7);
    report.values = {{QStringLiteral("volume"), Decimal{importedDialHundredths + used, 2}, QStringLiteral("m3")}};
    report.receivedAt = workplaceFor(Person::Reader).clock();
    report.meterTime = zone().startOf(m_place.today) + Duration::hours(2);
    report.clockTrust = ClockTrust::Plausible;
    report.frame = {0x68, std::uint8_t(meter.home)};
    return report;
}

template <class T>
std::vector<T> KillTown::column(std::string_view sql, const storage::Values& values) {
    return must(behindTheServices().all(sql, values, [](const storage::Row& row) { return row.get<T>(0); }), "asking");
}

std::vector<BookId> KillTown::books() {
    return column<BookId>("SELECT id FROM book ORDER BY id", {});
}

std::vector<AccountId> KillTown::accountsOf(BookId book) {
    return column<AccountId>("SELECT a.id FROM account a JOIN service_point s ON s.id = a.service_point_id "
                             "WHERE s.book_id = ? ORDER BY s.sequence, a.id",
                             {book});
}

std::vector<AccountId> KillTown::accountsOfHome(int home) {
    return column<AccountId>("SELECT id FROM account WHERE number IN (?, ?) ORDER BY number",
                             {QStringLiteral("10100") + homeText(home), QStringLiteral("20100") + homeText(home)});
}

int KillTown::homes() {
    return int(must(behindTheServices().number("SELECT COUNT(*) FROM customer"), "homes"));
}

} // namespace meterhall::tests
