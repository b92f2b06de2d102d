#include "app/cli/golden_house.h"
#include "app/cli/golden_terms.h"
#include "core/tariffs/tariff_json.h"

namespace meterhall::app {

using golden::Key;
using golden::Rateable;

namespace {

/// What all cases of divided intervals say.
struct DividedCase {
    ReadingInterval interval;
    QJsonObject bill; ///< its use and what it is rated by, but for the tariff
};

/// What is divided is the use of all registers together.
Result<BilledQuantity> useOfRegisters(const QJsonObject& uses) {
    BilledQuantity sum = BilledQuantity::zero();
    JsonFields fields(uses, QStringLiteral("tou"));
    for (const QString& name : uses.keys()) {
        const QByteArray key = name.toUtf8();
        MH_TRY(const BilledQuantity use, golden::quantityOf(fields, Key(key)));
        MH_TRY(sum, sum.plus(use));
    }
    return sum;
}

Result<DividedCase> dividedCase(const QJsonObject& inputs) {
    JsonFields fields(inputs, QStringLiteral("inputs"));
    MH_TRY(const Date from, golden::dateOf(fields, Key("from")));
    MH_TRY(const Date to, golden::dateOf(fields, Key("to")));
    MH_TRY(const ReadingInterval interval, ReadingInterval::of(from, to));
    QJsonObject bill = inputs.value(Key("common")).toObject();
    for (const Key key : {Key("usage"), Key("prior")})
        if (inputs.contains(key))
            bill.insert(key, inputs.value(key));
    if (inputs.contains(Key("tou"))) {
        MH_TRY(const BilledQuantity use, useOfRegisters(inputs.value(Key("tou")).toObject()));
        bill.insert(Key("usage"), use.toString());
    }
    return DividedCase{interval, std::move(bill)};
}

template <class Rule>
Result<Rule> ruleOf(const QJsonObject& inputs, std::initializer_list<std::pair<Key, Rule>> rules) {
    const QString method = inputs.value(Key("method")).toString();
    for (const auto& [name, rule] : rules)
        if (method == name)
            return rule;
    return Error(TariffError::Unsupported, {QStringLiteral("inputs.method"), method.left(40)});
}

/// To which step the use is rounded, and that each part is charged as the cases' bills are: each for itself.
Result<void> setDivision(const QJsonObject& inputs, const char* missingStep, BillingPolicy& policy) {
    JsonFields fields(inputs, QStringLiteral("inputs"));
    MH_TRY(const auto rounding, golden::quantityRoundingOr(fields, Key("qty_round"), missingStep));
    MH_TRY(policy.useRounding, RoundingRule::toStepMicro(rounding.step.micro(), rounding.mode));
    policy.standingCharges = StandingChargeRule::WithEachPart;
    return {};
}

} // namespace

Result<CaseResult> GoldenHouse::priceChange(const QJsonObject& inputs, const FindTariff& find) {
    MH_TRY(DividedCase divided, dividedCase(inputs));
    JsonFields fields(inputs, QStringLiteral("inputs"));
    MH_TRY(const Date effective, golden::dateOf(fields, Key("effective")));
    MH_TRY(const PriceChangeRule rule,
           ruleOf<PriceChangeRule>(inputs, {{Key("by_reading_date"), PriceChangeRule::ByReadingDate},
                                            {Key("by_day"), PriceChangeRule::ByDay},
                                            {Key("actual"), PriceChangeRule::BySubReading}}));
    std::vector<TariffVersion> versions;
    std::optional<Rateable> last;
    for (const Key which : {Key("old"), Key("new")}) {
        divided.bill.insert(Key("tariff"), inputs.value(which));
        MH_TRY(last, golden::rateableOf(divided.bill, find));
        MH_TRY(RunTerms terms, runTermsOf(*last, divided.interval));
        MH_CHECK(setDivision(inputs, "0.01", terms.version.policy));
        terms.version.policy.priceChange = rule;
        versions.push_back(std::move(terms.version));
    }
    versions[1].effectiveFrom = effective;
    if (inputs.value(Key("restart_tiers")).toBool())
        versions[1].policy.newPriceLadder = NewPriceLadderRule::BeginsAnew;
    MH_TRY(const RunTerms terms, runTermsOf(*last, divided.interval));
    std::optional<BilledQuantity> until;
    if (fields.has(Key("usage_until_change"))) {
        MH_TRY(until, golden::quantityOf(fields, Key("usage_until_change")));
    }
    const bool readsThen = until && rule == PriceChangeRule::BySubReading;
    const bool isWithin = effective > divided.interval.from() && effective < divided.interval.to();
    if (readsThen && !isWithin)
        return noService(QStringLiteral("a reading at a change on the first or last day of a bill"));
    return dividedBill(*last, terms, versions, readsThen ? std::optional(std::pair(effective, *until)) : std::nullopt);
}

Result<CaseResult> GoldenHouse::yearSplit(const QJsonObject& inputs, const FindTariff& find) {
    MH_TRY(DividedCase divided, dividedCase(inputs));
    divided.bill.insert(Key("tariff"), inputs.value(Key("tariff")));
    JsonFields fields(inputs, QStringLiteral("inputs"));
    MH_TRY(const Date reset, golden::dateOf(fields, Key("reset")));
    if (reset == divided.interval.from()) { // the position is of the year before
        if (inputs.value(Key("method")).toString() == u"all_to_old_year")
            return noService(QStringLiteral("use of a year that ends where the bill begins"));
        divided.bill.remove(Key("prior"));
    }
    MH_TRY(const Rateable rateable, golden::rateableOf(divided.bill, find));
    MH_TRY(RunTerms terms, runTermsOf(rateable, divided.interval));
    MH_CHECK(setDivision(inputs, "1", terms.version.policy));
    MH_TRY(terms.version.policy.windowBoundary,
           ruleOf<WindowBoundaryRule>(inputs, {{Key("by_day"), WindowBoundaryRule::ByDay},
                                               {Key("all_to_reading_year"), WindowBoundaryRule::WholeToReadingDate},
                                               {Key("all_to_old_year"), WindowBoundaryRule::WholeToOldWindow}}));
    LadderCycle& cycle = terms.version.ladder.cycle;
    if (cycle.counting != LadderCounting::Window)
        return noService(QStringLiteral("a year that divides a ladder of bills"));
    cycle.resetMonth = reset.month();
    cycle.resetDay = reset.day();
    MH_TRY(CaseResult result, dividedBill(rateable, terms, {terms.version}, {}));
    const CaseBill& bill = result.bills.front();
    BilledQuantity before = BilledQuantity::zero();
    for (const IssuedUse& use : usesOf(bill.inputs, bill.bill))
        if (use.readOn < reset) {
            MH_TRY(before, before.plus(use.quantity));
        }
    MH_TRY(const BilledQuantity after, bill.bill.usage.minus(before));
    result.figures = {{QStringLiteral("usage_old"), before.toString()},
                      {QStringLiteral("usage_new"), after.toString()}};
    return result;
}

Result<CaseResult> GoldenHouse::seasonSplit(const QJsonObject& inputs, const FindTariff& find) {
    MH_TRY(DividedCase divided, dividedCase(inputs));
    divided.bill.insert(Key("tariff"), inputs.value(Key("tariff")));
    if (inputs.contains(Key("quota_round")))
        divided.bill.insert(Key("quota_round"), inputs.value(Key("quota_round")));
    JsonFields fields(inputs, QStringLiteral("inputs"));
    MH_TRY(const Date boundary, golden::dateOf(fields, Key("boundary")));
    MH_TRY(const QString before, fields.text(Key("season_before")));
    MH_TRY(const QString after, fields.text(Key("season_after")));
    divided.bill.insert(Key("season"), before);
    MH_TRY(const Rateable rateable, golden::rateableOf(divided.bill, find));
    if (rateable.version.ladder.cycle.counting == LadderCounting::Window)
        return noService(QStringLiteral("a season that divides the ladder of a year"));
    MH_TRY(RunTerms terms, runTermsOf(rateable, divided.interval));
    MH_CHECK(setDivision(inputs, "1", terms.version.policy));
    terms.version.policy.seasonBoundary = WindowBoundaryRule::ByDay;
    MH_CHECK(beginSeasons(terms.version, before, divided.interval.from(), after, boundary));
    return dividedBill(rateable, terms, {terms.version}, {});
}

// One account under its own tariff, read at the beginning, on the day of change where somebody was there, and at the
// end.
Result<CaseResult> GoldenHouse::dividedBill(const Rateable& rateable, const RunTerms& terms,
                                            std::vector<TariffVersion> versions,
                                            std::optional<std::pair<Date, BilledQuantity>> readThen) {
    const QString code = QStringLiteral("divided-%1").arg(m_homes);
    for (TariffVersion& version : versions)
        MH_CHECK(enter(code, std::move(version)));
    const Date today = m_today;
    m_today = terms.interval.from();
    MH_TRY(Home home, open(rateable, code, terms));
    if (readThen && readThen->first > terms.interval.from() && readThen->first < terms.interval.to()) {
        m_today = readThen->first;
        MH_TRY(const BilledQuantity dial, rateable.inputs.segments.front().previousDial.plus(readThen->second));
        MH_CHECK(report(home.meter, dial));
    }
    m_today = terms.interval.to();
    MH_CHECK(read(home, rateable.inputs.segments, m_today));
    MH_TRY(const BillId bill, issue(home));
    MH_TRY(CaseBill billed, stored(bill));
    m_today = today;
    CaseResult result;
    result.total = ExactAmount::of(billed.bill.total);
    result.bills.push_back(std::move(billed));
    return result;
}

} // namespace meterhall::app
