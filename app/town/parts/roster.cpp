#include "app/town/parts/roster.h"

#include "app/town/parts/household.h"
#include "core/base/checked.h"

#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>

namespace meterhall::town {

namespace {
constexpr int rosterFormat = 1;

class LineWriter {
public:
    explicit LineWriter(QIODevice& out)
        : m_out(out) {}

    void write(const char* kind, QJsonObject object) {
        object.insert(QStringLiteral("kind"), QLatin1String(kind));
        const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
        m_good = m_good && m_out.write(line) == line.size();
    }
    bool good() const { return m_good; }

private:
    QIODevice& m_out;
    bool m_good = true;
};

QString entityOf(Commodity commodity) {
    return commodity == Commodity::Gas ? QStringLiteral("gas-co") : QStringLiteral("water-co");
}

QString codeOf(Commodity commodity) {
    return commodity == Commodity::Gas ? QStringLiteral("gas") : QStringLiteral("water");
}

QString bookNumber(int book) {
    return QStringLiteral("%1").arg(book + 1, 2, 10, QChar(u'0'));
}

// Commodity, two digits of the book, seven of the home.
QString accountNumber(const Home& home, Commodity commodity) {
    return QStringLiteral("%1%2%3")
        .arg(commodity == Commodity::Gas ? 1 : 2)
        .arg((home.book + 1) % 100, 2, 10, QChar(u'0'))
        .arg(home.index + 1, 7, 10, QChar(u'0'));
}

QJsonObject customerOf(const Household& household) {
    return {{QStringLiteral("number"), household.customerNumber},
            {QStringLiteral("name"), household.name},
            {QStringLiteral("phone"), household.phone},
            {QStringLiteral("id_number"), household.idNumber}};
}

QJsonObject premiseOf(const Household& household) {
    return {{QStringLiteral("code"), household.premiseCode},  {QStringLiteral("district"), household.district},
            {QStringLiteral("street"), household.street},     {QStringLiteral("community"), household.community},
            {QStringLiteral("building"), household.building}, {QStringLiteral("unit"), household.unit},
            {QStringLiteral("floor"), household.floor},       {QStringLiteral("room"), household.room}};
}

QJsonObject meterOf(const Meter& meter) {
    const MeterModel& model = *meter.model;
    const QString number = QStringLiteral("%1%2%3")
                               .arg(QLatin1String(model.serialPrefix))
                               .arg(meter.installed.year() % 100, 2, 10, QChar(u'0'))
                               .arg(meter.home + 1, 8, 10, QChar(u'0'));
    return {{QStringLiteral("number"), number},
            {QStringLiteral("device_address"), shownAddress(meter.address)},
            {QStringLiteral("protocol"), QStringLiteral("cjt188")},
            {QStringLiteral("profile"), QLatin1String(model.profile)},
            {QStringLiteral("digits"), model.digits},
            {QStringLiteral("multiplier"), QStringLiteral("1")},
            {QStringLiteral("installed"), meter.installed.toString()},
            {QStringLiteral("start_register"), shownText(meter.shown(meter.startLitres))},
            {QStringLiteral("has_valve"), model.hasValve}};
}

// Billed volumes are whole cubic metres of the dial: the cut readings differ, not the cut difference.
QJsonObject yearToDateOf(const Meter& meter, const TownPlan& plan) {
    const Date newYear = *Date::of(plan.today.year(), 1, 1);
    const std::int64_t turn = powerOfTen(meter.model->digits);
    const std::int64_t from = meter.shown(meter.yearStartLitres) / 100;
    const std::int64_t to = meter.shown(meter.previousLitres) / 100;
    return {{QStringLiteral("from"), std::max(newYear, meter.installed).toString()},
            {QStringLiteral("to"), plan.previousReading.toString()},
            {QStringLiteral("use"), QString::number((to - from + turn) % turn)}};
}

QJsonObject accountOf(const Town& town, const Meter& meter, const Home& home, const Household& household) {
    const Commodity commodity = meter.habit.commodity;
    const QString account = accountNumber(home, commodity);
    const Terminal& terminal = town.terminals()[static_cast<std::size_t>(meter.terminal)];
    const bool onDtu = terminal.kind == CarrierKind::Dtu;
    return {
        {QStringLiteral("account"), account},
        {QStringLiteral("commodity"), codeOf(commodity)},
        {QStringLiteral("legal_entity"), entityOf(commodity)},
        {QStringLiteral("use_class"), QStringLiteral("residential")},
        {QStringLiteral("opened"), meter.installed.toString()},
        {QStringLiteral("household_size"), home.people},
        {QStringLiteral("customer"), customerOf(household)},
        {QStringLiteral("premise"), premiseOf(household)},
        {QStringLiteral("service_point"),
         QJsonObject{{QStringLiteral("number"),
                      (commodity == Commodity::Gas ? QStringLiteral("G") : QStringLiteral("W")) + account.mid(1)},
                     {QStringLiteral("book"), bookNumber(home.book)},
                     {QStringLiteral("sequence"), meter.sequence}}},
        {QStringLiteral("meter"), meterOf(meter)},
        {QStringLiteral("carrier"),
         QJsonObject{{QStringLiteral("kind"), onDtu ? QStringLiteral("dtu") : QStringLiteral("gdw376")},
                     {QStringLiteral("terminal"), terminal.id},
                     {QStringLiteral("port"), meter.port}}},
        {QStringLiteral("previous_reading"),
         QJsonObject{{QStringLiteral("date"), town.plan().previousReading.toString()},
                     {QStringLiteral("value"), shownText(meter.shown(meter.previousLitres))}}},
        {QStringLiteral("year_to_date"), yearToDateOf(meter, town.plan())},
    };
}

void writeHead(const TownPlan& plan, LineWriter& lines) {
    lines.write("town", {{QStringLiteral("format"), rosterFormat},
                         {QStringLiteral("seed"), QString::number(plan.seed)},
                         {QStringLiteral("homes"), plan.homes},
                         {QStringLiteral("today"), plan.today.toString()},
                         {QStringLiteral("utc_offset_minutes"), int(utcOffset.inMilliseconds() / 60'000)}});
    lines.write("legal_entity", {{QStringLiteral("code"), QStringLiteral("gas-co")},
                                 {QStringLiteral("commodity"), QStringLiteral("gas")},
                                 {QStringLiteral("name"), QStringLiteral("澄江燃气有限公司")}});
    lines.write("legal_entity", {{QStringLiteral("code"), QStringLiteral("water-co")},
                                 {QStringLiteral("commodity"), QStringLiteral("water")},
                                 {QStringLiteral("name"), QStringLiteral("澄江自来水有限公司")}});
    for (int book = 0; book < plan.books; ++book) {
        lines.write("book",
                    {{QStringLiteral("number"), bookNumber(book)},
                     {QStringLiteral("name"), communityOf(book)},
                     {QStringLiteral("reader"), QJsonObject{{QStringLiteral("number"), readerNumberOf(book)},
                                                            {QStringLiteral("name"), readerNameOf(plan, book)}}},
                     {QStringLiteral("read_day"), std::min(28, plan.today.day())}});
    }
}

void writeTerminal(const Terminal& terminal, LineWriter& lines) {
    QJsonObject object{{QStringLiteral("terminal"), terminal.id}};
    if (terminal.kind == CarrierKind::Dtu) {
        object.insert(QStringLiteral("carrier"), QStringLiteral("dtu"));
        object.insert(QStringLiteral("login"), dtuLogin(terminal.id));
        object.insert(QStringLiteral("heartbeat"), dtuHeartbeat(terminal.id));
    } else {
        object.insert(QStringLiteral("carrier"), QStringLiteral("gdw376"));
        object.insert(QStringLiteral("area_code"), QStringLiteral("%1").arg(terminal.address.area, 4, 16, QChar(u'0')));
        object.insert(QStringLiteral("address"), terminal.address.number);
    }
    lines.write("terminal", object);
}
} // namespace

QString dtuLogin(const QString& terminal) {
    return QStringLiteral("CTRL:&%1\r\n").arg(terminal);
}

QString dtuHeartbeat(const QString& terminal) {
    return QStringLiteral("HEART:&%1\r\n").arg(terminal);
}

Result<void> writeRoster(const Town& town, QIODevice& out) {
    LineWriter lines(out);
    writeHead(town.plan(), lines);
    for (const Terminal& terminal : town.terminals())
        writeTerminal(terminal, lines);
    Home home;
    Household household;
    int describedHome = -1;
    for (const Meter& meter : town.meters()) {
        if (meter.home != describedHome) {
            home = homeOf(town.plan(), meter.home);
            household = householdOf(town.plan(), home);
            describedHome = meter.home;
        }
        lines.write("account", accountOf(town, meter, home, household));
    }
    if (!lines.good())
        return complaint(TownError::CannotWrite,
                         QStringLiteral("the roster cannot be written: %1").arg(out.errorString()));
    return {};
}

} // namespace meterhall::town
