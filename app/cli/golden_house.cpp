#include "app/cli/golden_house.h"

#include "core/services/account_terms.h"
#include "core/services/archive.h"
#include "core/services/billing_run.h"
#include "core/services/correction.h"
#include "core/services/customers.h"
#include "core/services/import_readings.h"
#include "core/services/meters.h"
#include "core/services/reading_work.h"
#include "core/services/tariffs.h"
#include "core/services/trace_bill.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace meterhall::app {

using golden::Key;
using golden::Rateable;
using services::Session;

namespace {

constexpr int digitsOfMeters = 9;

struct Staff {
    const char* number;
    Duty duty;
};
constexpr std::array<Staff, 9> staff{{{"house1", Duty::Administrator},
                                      {"house2", Duty::MeterKeeper},
                                      {"house3", Duty::Reader},
                                      {"house4", Duty::ReadingSupervisor},
                                      {"house5", Duty::ReviewClerk},
                                      {"house6", Duty::ReviewClerk},
                                      {"house7", Duty::Finance},
                                      {"house8", Duty::Cashier},
                                      {"house9", Duty::ShiftLead}}};

QByteArray password() {
    return "Golden-House-2026";
}

Commodity commodityOf(const TariffVersion& version) {
    return version.unit == MeasureUnit::KilowattHour ? Commodity::Electricity : Commodity::Water;
}

std::optional<int> digitsOf(const UsageSegment& segment) {
    if (segment.rollover.isZero())
        return digitsOfMeters;
    for (int digits = 1; digits <= digitsOfMeters; ++digits)
        if (segment.rollover.micro() == powerOfTen(digits) * BilledQuantity::microPerUnit)
            return digits;
    return std::nullopt;
}

Decimal decimalOf(BilledQuantity quantity) {
    constexpr int decimals = 6;
    return {quantity.micro(), decimals};
}

} // namespace

Result<std::unique_ptr<GoldenHouse>> GoldenHouse::make(const QString& url, const services::PostgresAdmin& admin) {
    auto house = std::unique_ptr<GoldenHouse>(new GoldenHouse);
    house->m_url =
        url.isEmpty() ? QStringLiteral("sqlite:") + house->m_folder.filePath(QStringLiteral("golden.db")) : url;
    MH_CHECK(house->setUp(admin));
    return house;
}

services::Workplace GoldenHouse::workplaceOf(Person person) const {
    const Date& today = m_today;
    constexpr int quick = 10; // the passwords of a house that is thrown away
    return {.url = m_url,
            .seat = SeatNumber(int(person) + 1),
            .keyFile = m_folder.filePath(QStringLiteral("keys")),
            .witnessFolder = m_folder.path(),
            .hall = {},
            .clock = [&today] { return UtilityZone::of(u"Asia/Shanghai", 0)->startOf(today) + Duration::hours(9); },
            .passwordCost = {.logN = quick}};
}

Result<void> GoldenHouse::setUp(const services::PostgresAdmin& admin) {
    MH_CHECK(services::setUpWorkplace(workplaceOf(Person::Administrator), admin,
                                      {QString::fromLatin1(staff[0].number), QStringLiteral("golden"), password()}));
    MH_TRY(Session * administrator, as(Person::Administrator));
    for (std::size_t i = 1; i < staff.size(); ++i) {
        MH_CHECK(services::addSeat(*administrator, SeatNumber(i + 1), QStringLiteral("golden")));
        MH_CHECK(services::addOperator(
            *administrator,
            {QString::fromLatin1(staff[i].number), QStringLiteral("golden"), {staff[i].duty}, password()}));
    }
    return {};
}

Result<Session*> GoldenHouse::as(Person person) {
    auto known = m_sessions.find(person);
    if (known == m_sessions.end()) {
        const QString number = QString::fromLatin1(staff[std::size_t(person)].number);
        MH_TRY(Session session, services::signIn(workplaceOf(person), number, password()));
        known = m_sessions.emplace(person, std::move(session)).first;
    }
    return &known->second;
}

Result<void> GoldenHouse::enter(const QString& code, TariffVersion version) {
    MH_TRY(Session * drafter, as(Person::Drafter));
    MH_TRY(Session * finance, as(Person::Finance));
    const Tariff tariff{version.tariff, code, code, Commodity::Gas};
    MH_TRY(const TariffVersionId id, services::enterTariff(*drafter, tariff, std::move(version)));
    return services::activateTariff(*finance, id);
}

Result<QString> GoldenHouse::tariffFor(const TariffVersion& version) {
    const Bytes content = encodeTariffVersion(version);
    auto known = m_tariffs.find(content);
    if (known == m_tariffs.end()) {
        const QString code = QStringLiteral("golden-%1").arg(m_tariffs.size() + 1);
        MH_CHECK(enter(code, version));
        known = m_tariffs.emplace(content, code).first;
    }
    return known->second;
}

namespace {

QByteArray lineOf(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject meterJson(const QString& number, const UsageSegment& first, int digits, Date installed) {
    return {{"number", number},
            {"device_address", number},
            {"protocol", "hand"},
            {"profile", "hand"},
            {"digits", digits},
            {"multiplier", first.multiplier.toString()},
            {"installed", installed.toString()},
            {"start_register", first.previousDial.toString()}};
}

} // namespace

QString GoldenHouse::nextNumber() {
    return QStringLiteral("%1").arg(++m_homes, 8, 10, QChar(u'0'));
}

// Every home has a book of its own: its run is the case's.
Result<GoldenHouse::Home> GoldenHouse::open(const Rateable& rateable, const QString& tariff, const RunTerms& terms) {
    const Date on = terms.interval.from();
    const BillingInputs& inputs = rateable.inputs;
    const UsageSegment& first = inputs.segments.front();
    const auto digits = digitsOf(first);
    if (!digits)
        return noService(QStringLiteral("a dial that ends at %1").arg(first.rollover.toString()));
    const QString number = nextNumber();
    Home home{AccountId::fromRaw(0), number, number, number, MeterId::fromRaw(0), commodityOf(rateable.version)};
    const QJsonObject account{
        {"kind", "account"},
        {"account", number},
        {"commodity", QString(commodityCode(home.commodity))},
        {"legal_entity", "golden"},
        {"use_class", "residential"},
        {"household_size", terms.people},
        {"customer", QJsonObject{{"number", number}, {"name", number}, {"phone", ""}, {"id_number", ""}}},
        {"premise", QJsonObject{{"code", number}, {"address", number}}},
        {"service_point", QJsonObject{{"number", number}, {"book", number}, {"sequence", 1}}},
        {"meter", meterJson(number, first, *digits, on)},
        {"carrier", QJsonObject{{"terminal", ""}, {"port", 0}}},
        {"previous_reading", QJsonObject{{"date", on.toString()}, {"value", first.previousDial.toString()}}},
        {"year_to_date", QJsonObject{{"from", terms.opened.toString()}, {"use", inputs.ladderBefore.toString()}}},
        {"tariff", tariff}};
    MH_TRY(Session * administrator, as(Person::Administrator));
    MH_TRY(const auto result,
           services::importArchive(
               *administrator,
               {lineOf({{"kind", "legal_entity"}, {"code", "golden"}, {"name", "golden"}}),
                lineOf({{"kind", "book"}, {"number", number}, {"reader", QJsonObject{{"name", "golden"}}}}),
                lineOf(account)},
               {}));
    if (!result.errors.empty())
        return result.errors.front().reason;
    MH_TRY(Session * keeper, as(Person::MeterKeeper));
    MH_TRY(const auto found, services::meterNumbered(*keeper, number));
    home.account = found.account->account.id;
    home.meterId = found.meter.id;
    MH_CHECK(settleTerms(rateable, home, terms));
    return home;
}

Result<void> GoldenHouse::settleTerms(const Rateable& rateable, const Home& home, const RunTerms& run) {
    MH_TRY(Session * keeper, as(Person::MeterKeeper));
    MH_TRY(AccountTerms terms, services::termsOf(*keeper, home.account, run.interval.from()));
    const AccountTerms before = terms;
    for (const Fact& fact : rateable.inputs.facts)
        if (fact.kind != FactKind::Months && fact.kind != FactKind::Days && fact.kind != FactKind::People)
            terms.facts.push_back(fact);
    const std::uint8_t category = rateable.inputs.choice.category;
    if (category != 0)
        terms.category = rateable.version.ladder.variants[category - 1U].code;
    if (terms != before)
        MH_CHECK(services::changeTerms(*keeper, home.account, std::min(run.opened, run.interval.from()), terms));
    for (const HouseholdSize& change : run.changes) {
        terms.householdSize = change.people;
        MH_CHECK(services::changeTerms(*keeper, home.account, change.from, terms));
    }
    return {};
}

// What the rules doubt (a dial that went back) the supervisor has looked at.
Result<void> GoldenHouse::report(const QString& meter, BilledQuantity dial, const QString& registerCode) {
    MH_TRY(Session * reader, as(Person::Reader));
    const services::WrittenReading written{.row = 1,
                                           .content = {},
                                           .meterNumber = meter,
                                           .registerCode = registerCode,
                                           .value = decimalOf(dial),
                                           .unit = {}};
    MH_TRY(const auto result, services::importReadings(*reader, std::span(&written, 1)));
    if (!result.errors.empty())
        return result.errors.front().reason;
    if (result.doubtful == 0)
        return {};
    MH_TRY(Session * supervisor, as(Person::Supervisor));
    MH_TRY(const auto waiting, services::readingExceptions(*supervisor, {}));
    for (const services::ExceptionItem& item : waiting)
        MH_CHECK(services::decideReading(*supervisor, item.reading, Decision::Accepted, QStringLiteral("golden")));
    return {};
}

/// Registers of time of use, which are read when the account comes and when it is billed.
Result<void> GoldenHouse::reportRegisters(const Home& home, std::span<const UsageSegment> segments, bool atBegin) {
    for (const UsageSegment& segment : segments)
        MH_CHECK(report(home.meter, atBegin ? segment.previousDial : segment.currentDial,
                        QString::fromStdString(segment.registerCode)));
    return {};
}

// All but the last meter were taken down with their last dial.
Result<void> GoldenHouse::read(Home& home, std::span<const UsageSegment> segments, Date on) {
    for (std::size_t i = 1; i < segments.size(); ++i) {
        const auto digits = digitsOf(segments[i]);
        if (!digits)
            return noService(QStringLiteral("a dial that ends at %1").arg(segments[i].rollover.toString()));
        MH_TRY(Session * keeper, as(Person::MeterKeeper));
        const QString number = QStringLiteral("%1-%2").arg(home.number).arg(i);
        const services::NewMeter next{.number = number,
                                      .digits = *digits,
                                      .multiplierMicro = segments[i].multiplier.micro(),
                                      .protocol = QStringLiteral("hand"),
                                      .deviceAddress = number,
                                      .profile = QStringLiteral("hand")};
        MH_TRY(const auto exchanged,
               services::exchangeMeter(*keeper, {.key = keeper->newKey(),
                                                 .oldMeter = home.meterId,
                                                 .on = on,
                                                 .endDial = decimalOf(segments[i - 1].currentDial),
                                                 .rolledOver = !segments[i - 1].rollover.isZero(),
                                                 .next = next,
                                                 .startDial = decimalOf(segments[i].previousDial),
                                                 .unit = billedUnit(home.commodity)}));
        home.meter = number;
        home.meterId = exchanged.newMeter;
    }
    return report(home.meter, segments.back().currentDial);
}

Result<BillId> GoldenHouse::issue(const Home& home) {
    return issueIn(home, AccountingMonth::containing(m_today));
}

Result<BillId> GoldenHouse::issueIn(const Home& home, AccountingMonth month) {
    MH_TRY(Session * drafter, as(Person::Drafter));
    MH_TRY(Session * checker, as(Person::Checker));
    MH_TRY(const auto books, services::books(*drafter));
    const auto book = std::ranges::find(books, home.book, &Book::number);
    if (book == books.end())
        return RegistryError::UnknownBook;
    MH_TRY(const auto run, services::draftBills(*drafter, book->id, month));
    if (!run.held.empty())
        return Error(BillingError::BadCase, {QStringLiteral("run"), run.held.begin()->first});
    MH_CHECK(services::checkBills(*checker, run.run));
    MH_CHECK(services::issueBills(*drafter, run.run));
    MH_TRY(const auto bills, services::billsOfAccount(*drafter, home.account));
    return bills.back();
}

Result<CaseBill> GoldenHouse::stored(BillId id) {
    MH_TRY(Session * drafter, as(Person::Drafter));
    MH_TRY(services::TracedBill traced, services::traceBill(*drafter, id));
    if (!traced.reproduced)
        return Error(BillingError::BadBill, {id.toString()});
    return CaseBill{std::move(traced.inputs), std::move(traced.version), std::move(traced.stored),
                    std::move(traced.trace)};
}

Result<CaseBill> GoldenHouse::billed(const Rateable& rateable) {
    MH_TRY(const RunTerms terms, runTermsOf(rateable, m_today));
    MH_TRY(const QString tariff, tariffFor(terms.version));
    MH_TRY(Home home, open(rateable, tariff, terms));
    const auto& segments = rateable.inputs.segments;
    const auto& registers = rateable.version.registers;
    if (std::ranges::find(registers, segments.front().registerCode) != registers.end()) {
        const Date today = m_today;
        m_today = terms.interval.from();
        MH_CHECK(reportRegisters(home, segments, true));
        m_today = today;
        MH_CHECK(reportRegisters(home, segments, false));
    } else {
        MH_CHECK(read(home, segments, m_today));
    }
    MH_TRY(const BillId bill, issue(home));
    return stored(bill);
}

namespace {

Result<void> take(CaseResult& result, CaseBill bill) {
    MH_TRY(result.total, result.total.plus(ExactAmount::of(bill.bill.total)));
    result.bills.push_back(std::move(bill));
    return {};
}

} // namespace

Result<CaseResult> GoldenHouse::bill(const QJsonObject& inputs, const FindTariff& find) {
    MH_TRY(const Rateable rateable, golden::rateableOf(inputs, find));
    CaseResult result;
    MH_TRY(CaseBill billedOne, billed(rateable));
    MH_CHECK(take(result, std::move(billedOne)));
    return result;
}

// Each period is an account that comes with what the ones before put on the ladder.
Result<CaseResult> GoldenHouse::series(const QJsonObject& inputs, const FindTariff& find) {
    QJsonObject common = inputs.value(Key("common")).toObject();
    if (const QJsonValue tariff = inputs.value(Key("tariff")); tariff.isString())
        common.insert(Key("tariff"), tariff);
    JsonFields fields(inputs, QStringLiteral("inputs"));
    MH_TRY(BilledQuantity position, golden::quantityOr(fields, Key("prior"), BilledQuantity::zero()));
    CaseResult result;
    for (const QJsonValue period : inputs.value(Key("periods")).toArray()) {
        const QJsonObject own = period.toObject();
        if (own.value(Key("reset")).toBool())
            position = BilledQuantity::zero();
        MH_TRY(Rateable rateable, golden::rateableOf(golden::merged(common, own), find));
        rateable.inputs.ladderBefore = position;
        MH_TRY(CaseBill billedOne, billed(rateable));
        position = billedOne.bill.ladderAfter;
        MH_CHECK(take(result, std::move(billedOne)));
    }
    return result;
}

Result<CaseResult> GoldenHouse::delta(const QJsonObject& inputs, const FindTariff& find) {
    CaseResult result;
    for (const auto& [tariff, own] : {std::pair("tariff_a", "a"), std::pair("tariff_b", "b")}) {
        QJsonObject json = golden::merged(inputs.value(Key("common")).toObject(), inputs.value(Key(own)).toObject());
        json.insert(Key("tariff"), inputs.value(Key(tariff)));
        MH_TRY(const Rateable rateable, golden::rateableOf(json, find));
        MH_TRY(CaseBill billedOne, billed(rateable));
        result.figures.insert_or_assign(QString::fromLatin1(own), billedOne.bill.total.toString());
        MH_CHECK(take(result, std::move(billedOne)));
    }
    MH_TRY(result.total,
           ExactAmount::of(result.bills[1].bill.total).minus(ExactAmount::of(result.bills[0].bill.total)));
    return result;
}

namespace {

/// Bill `place` of a correction, with its use of `uses`.
QJsonObject monthOf(const QJsonObject& inputs, qsizetype place, Key uses) {
    const QJsonArray tariffs = inputs.value(Key("tariffs")).toArray();
    QJsonObject bill = inputs.value(Key("common")).toObject();
    bill.insert(Key("tariff"), tariffs.isEmpty() ? inputs.value(Key("tariff")) : tariffs[place]);
    bill.insert(Key("usage"), inputs.value(uses).toArray()[place]);
    return bill;
}

} // namespace

// One account, billed month by month by what is wrong, and then corrected.
Result<CaseResult> GoldenHouse::correction(const QJsonObject& inputs, const FindTariff& find) {
    const QString method = inputs.value(Key("method")).toString();
    if (method != u"replay" && method != u"naive")
        return noService(QStringLiteral("corrections by %1").arg(method));
    const QJsonArray billedUses = inputs.value(Key("billed")).toArray();
    const QJsonArray rightUses = inputs.value(Key("correct")).toArray();
    if (billedUses.isEmpty() || billedUses.size() != rightUses.size())
        return Error(BillingError::BadCase, {QStringLiteral("inputs.billed")});
    const QString code = QStringLiteral("corrected-%1").arg(m_homes);
    MH_TRY(const Date january, Date::of(m_today.year() + 1, 1, 31));
    services::TrueDials truth{AccountId::fromRaw(0), {}};
    BilledQuantity dial = BilledQuantity::zero();
    BilledQuantity rightDial = BilledQuantity::zero();
    std::optional<Home> home;
    std::optional<TariffVersion> price;
    for (qsizetype i = 0; i < billedUses.size(); ++i) {
        m_today = january.addMonths(int(i));
        MH_TRY(Rateable rateable, golden::rateableOf(monthOf(inputs, i, Key("billed")), find));
        MH_TRY(const Rateable right, golden::rateableOf(monthOf(inputs, i, Key("correct")), find));
        MH_TRY(const RunTerms terms, openingTerms(rateable, january.addMonths(-1)));
        if (price != rateable.version) {
            TariffVersion version = terms.version;
            version.effectiveFrom = home ? m_today : version.effectiveFrom;
            MH_CHECK(enter(code, std::move(version)));
        }
        price = rateable.version;
        if (!home) {
            MH_TRY(home, open(rateable, code, terms));
        }
        MH_TRY(dial, dial.plus(rateable.inputs.segments.front().currentDial));
        MH_TRY(rightDial, rightDial.plus(right.inputs.segments.front().currentDial));
        MH_CHECK(report(home->meter, dial));
        MH_CHECK(issue(*home));
        if (dial != rightDial)
            truth.dials.emplace(m_today, decimalOf(rightDial));
    }
    truth.account = home->account;
    return method == u"replay" ? corrected(truth) : readAgain(*home, rightDial);
}

// Nothing is corrected: the true dial is read, and the next bill gives or takes what the ones before it got wrong, at
// its own price and from where the ladder stands.
Result<CaseResult> GoldenHouse::readAgain(const Home& home, BilledQuantity dial) {
    m_today = m_today.addMonths(1);
    MH_CHECK(report(home.meter, dial));
    MH_TRY(const BillId bill, issue(home));
    CaseResult result;
    MH_TRY(CaseBill billedOne, stored(bill));
    MH_CHECK(take(result, std::move(billedOne)));
    MH_TRY(m_today, Date::of(m_today.year(), 12, 31));
    return result;
}

// A bill of one unit, whose price is what the case's line comes to with its tax.
Result<CaseResult> GoldenHouse::taxInside(const QJsonObject& inputs, const FindTariff&) {
    if (inputs.contains(Key("tax_round")))
        return noService(QStringLiteral("a tax rounded otherwise than its line"));
    const bool netFirst = inputs.value(Key("mode")).toString(QStringLiteral("net_first")) == u"net_first";
    QJsonArray components;
    for (const QJsonValue item : inputs.value(Key("lines")).toArray()) {
        const QJsonObject line = item.toObject();
        MH_TRY(const Rate rate, golden::shareOf(line.value(Key("rate")), QStringLiteral("lines.rate")));
        components += QJsonObject{
            {"code", QStringLiteral("line-%1").arg(components.size() + 1)},
            {"prices", QJsonArray{line.value(Key("gross"))}},
            {"tax", QJsonObject{{"percent", rate.toPercentString()}, {"included", true}, {"net_first", netFirst}}}};
    }
    MH_TRY(const TariffVersion version, trialVersion({{"id", "taxed"},
                                                      {"commodity", "water"},
                                                      {"currency", "CNY"},
                                                      {"unit", "m3"},
                                                      {"cycle", QJsonObject{{"kind", "none"}}},
                                                      {"tier_mode", "flat"},
                                                      {"components", components}}));
    MH_TRY(CaseResult result, bill({{"tariff", "taxed"}, {"usage", "1"}},
                                   [&](const QString&) -> Result<TariffVersion> { return version; }));
    const Bill& taxed = result.bills.front().bill;
    MH_TRY(const Money tax, taxed.tax());
    MH_TRY(const Money net, taxed.total.minus(tax));
    result.figures = {{QStringLiteral("net"), net.toString()}, {QStringLiteral("tax"), tax.toString()}};
    return result;
}

Result<CaseResult> GoldenHouse::corrected(const services::TrueDials& truth) {
    MH_TRY(Session * drafter, as(Person::Drafter));
    MH_TRY(Session * checker, as(Person::Checker));
    MH_TRY(const auto sheet,
           services::prepareCorrection(*drafter, {drafter->newKey(), truth, QStringLiteral("golden")}));
    MH_TRY(const auto done, services::approveCorrection(*checker, sheet.correction));
    CaseResult result;
    result.total = ExactAmount::of(done.difference);
    MH_TRY(m_today, Date::of(m_today.year(), 12, 31));
    return result;
}

namespace {

using Run = Result<CaseResult> (GoldenHouse::*)(const QJsonObject&, const FindTariff&);

} // namespace

Result<CaseResult> GoldenHouse::run(const QJsonObject& goldenCase, const FindTariff& find) {
    struct Operation {
        Key name;
        Run run;
    };
    static constexpr std::array operations = std::to_array<Operation>({
        {Key("bill"), &GoldenHouse::bill},
        {Key("series"), &GoldenHouse::series},
        {Key("delta"), &GoldenHouse::delta},
        {Key("correction"), &GoldenHouse::correction},
        {Key("price_change"), &GoldenHouse::priceChange},
        {Key("year_split"), &GoldenHouse::yearSplit},
        {Key("season_split"), &GoldenHouse::seasonSplit},
        {Key("mixed"), &GoldenHouse::mixed},
        {Key("late_fee"), &GoldenHouse::lateFee},
        {Key("prepay_volume"), &GoldenHouse::boughtVolume},
        {Key("prepay_money"), &GoldenHouse::boughtForMoney},
        {Key("vat_inclusive"), &GoldenHouse::taxInside},
    });
    const QString name = goldenCase.value(Key("op")).toString();
    const auto found = std::ranges::find(operations, name, &Operation::name);
    if (found == operations.end())
        return noService(name);
    return (this->*found->run)(goldenCase.value(Key("inputs")).toObject(), find);
}

} // namespace meterhall::app
