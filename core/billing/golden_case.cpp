#include "core/billing/golden_case.h"

#include "core/billing/correction.h"
#include "core/billing/golden_inputs.h"
#include "core/billing/golden_late.h"
#include "core/billing/golden_purchase.h"
#include "core/billing/late_charge.h"
#include "core/billing/purchase.h"
#include "core/billing/use_share.h"
#include "core/billing/use_split.h"
#include "core/tariffs/tariff_json.h"

#include <QJsonArray>

namespace meterhall {

namespace {
using namespace golden;

/// A case's result while its bills come in.
class Gathered {
public:
    Result<void> take(CaseBill rated) {
        MH_TRY(m_result.total, m_result.total.plus(ExactAmount::of(rated.bill.total)));
        m_result.bills.push_back(std::move(rated));
        return {};
    }
    void say(const char* name, const QString& figure) {
        m_result.figures.insert_or_assign(QString::fromLatin1(name), figure);
    }
    CaseResult& result() { return m_result; }

private:
    CaseResult m_result;
};

QJsonObject withUse(QJsonObject inputs, const QString& tariff, BilledQuantity use, BilledQuantity prior) {
    inputs.insert(Key("tariff"), tariff);
    inputs.insert(Key("usage"), use.toString());
    inputs.insert(Key("prior"), prior.toString());
    return inputs;
}

Result<CaseResult> rateBill(const QJsonObject& inputs, const FindTariff& find) {
    Gathered gathered;
    MH_TRY(CaseBill rated, rateOne(inputs, find));
    MH_CHECK(gathered.take(std::move(rated)));
    return gathered.result();
}

Result<CaseResult> rateSeries(const QJsonObject& inputs, const FindTariff& find) {
    JsonFields fields(inputs, QStringLiteral("inputs"));
    const QJsonArray periods = fields.take(Key("periods")).toArray();
    QJsonObject common = fields.take(Key("common")).toObject();
    if (const QJsonValue tariff = fields.take(Key("tariff")); tariff.isString())
        common.insert(Key("tariff"), tariff);
    MH_TRY(BilledQuantity position, quantityOr(fields, Key("prior"), BilledQuantity::zero()));
    MH_CHECK(fields.finish());
    Gathered gathered;
    for (const QJsonValue period : periods) {
        const QJsonObject own = period.toObject();
        if (own.value(Key("reset")).toBool())
            position = BilledQuantity::zero();
        MH_TRY(Rateable rateable, rateableOf(merged(common, own), find));
        rateable.inputs.ladderBefore = position;
        MH_TRY(CaseBill rated, rateOne(std::move(rateable)));
        position = rated.bill.ladderAfter;
        MH_CHECK(gathered.take(std::move(rated)));
    }
    if (gathered.result().bills.empty())
        return Error(BillingError::BadCase, {QStringLiteral("inputs.periods")});
    return gathered.result();
}

/// What the second of two bills costs more than the first.
Result<CaseResult> rateDelta(const QJsonObject& inputs, const FindTariff& find) {
    JsonFields fields(inputs, QStringLiteral("inputs"));
    const QJsonObject common = fields.take(Key("common")).toObject();
    Gathered gathered;
    for (const auto& [tariffKey, ownKey] : {std::pair("tariff_a", "a"), std::pair("tariff_b", "b")}) {
        MH_TRY(const QString tariff, fields.text(Key(tariffKey)));
        QJsonObject bill = merged(common, fields.take(Key(ownKey)).toObject());
        bill.insert(Key("tariff"), tariff);
        MH_TRY(CaseBill rated, rateOne(bill, find));
        gathered.say(ownKey, rated.bill.total.toString());
        MH_CHECK(gathered.take(std::move(rated)));
    }
    MH_CHECK(fields.finish());
    const auto& bills = gathered.result().bills;
    MH_TRY(gathered.result().total, ExactAmount::of(bills[1].bill.total).minus(ExactAmount::of(bills[0].bill.total)));
    return gathered.result();
}

Result<ReadingInterval> intervalOf(JsonFields& fields) {
    MH_TRY(const Date from, dateOf(fields, Key("from")));
    MH_TRY(const Date to, dateOf(fields, Key("to")));
    return ReadingInterval::of(from, to);
}

/// The use of a case that is divided before it is rated.
Result<BilledQuantity> usageIn(JsonFields& fields) {
    if (!fields.has(Key("tou")))
        return quantityOf(fields, Key("usage"));
    BilledQuantity sum = BilledQuantity::zero();
    for (const QJsonValue use : fields.take(Key("tou")).toObject()) {
        MH_TRY(const QString text, decimalText(use, QStringLiteral("tou")));
        MH_TRY(const BilledQuantity part, BilledQuantity::parse(text).within(QStringLiteral("tou")));
        MH_TRY(sum, sum.plus(part));
    }
    fields.take(Key("usage"));
    return sum;
}

/// Both halves of a divided use; a half without use has its bill as well, as fixed charges may be due.
Result<void> takeHalf(Gathered& gathered, const QJsonObject& bill, const FindTariff& find) {
    MH_TRY(CaseBill rated, rateOne(bill, find));
    return gathered.take(std::move(rated));
}

Result<CaseResult> ratePriceChange(const QJsonObject& inputs, const FindTariff& find) {
    JsonFields fields(inputs, QStringLiteral("inputs"));
    MH_TRY(const ReadingInterval interval, intervalOf(fields));
    MH_TRY(const Date effective, dateOf(fields, Key("effective")));
    MH_TRY(const QString method, fields.text(Key("method")));
    MH_TRY(const QString oldTariff, fields.text(Key("old")));
    MH_TRY(const QString newTariff, fields.text(Key("new")));
    MH_TRY(const BilledQuantity use, usageIn(fields));
    MH_TRY(const BilledQuantity prior, quantityOr(fields, Key("prior"), BilledQuantity::zero()));
    MH_TRY(const auto rounding, quantityRoundingOr(fields, Key("qty_round"), "0.01"));
    std::optional<BilledQuantity> untilChange;
    if (fields.has(Key("usage_until_change"))) {
        MH_TRY(untilChange, quantityOf(fields, Key("usage_until_change")));
    }
    const bool restarts = fields.take(Key("restart_tiers")).toBool();
    const QJsonObject common = fields.take(Key("common")).toObject();
    MH_CHECK(fields.finish());
    const std::map<QString, PriceChangeRule> rules{{QStringLiteral("by_reading_date"), PriceChangeRule::ByReadingDate},
                                                   {QStringLiteral("by_day"), PriceChangeRule::ByDay},
                                                   {QStringLiteral("actual"), PriceChangeRule::BySubReading}};
    const auto rule = rules.find(method);
    if (rule == rules.end())
        return Error(TariffError::Unsupported, {QStringLiteral("inputs.method"), method.left(40)});
    MH_TRY(const UseSplit split,
           splitAtPriceChange(rule->second, use, interval, effective, {rounding.step, rounding.mode}, untilChange));
    Gathered gathered;
    const bool wholeToOne = rule->second == PriceChangeRule::ByReadingDate;
    const bool wholeToOld = wholeToOne && interval.to() < effective;
    if (!wholeToOne || wholeToOld)
        MH_CHECK(takeHalf(gathered, withUse(common, oldTariff, split.before, prior), find));
    MH_TRY(const BilledQuantity reached, prior.plus(restarts ? BilledQuantity::zero() : split.before));
    if (!wholeToOld)
        MH_CHECK(takeHalf(gathered, withUse(common, newTariff, split.after, reached), find));
    return gathered.result();
}

Result<CaseResult> rateSeasonSplit(const QJsonObject& inputs, const FindTariff& find) {
    JsonFields fields(inputs, QStringLiteral("inputs"));
    MH_TRY(const ReadingInterval interval, intervalOf(fields));
    MH_TRY(const Date boundary, dateOf(fields, Key("boundary")));
    MH_TRY(const QString tariff, fields.text(Key("tariff")));
    MH_TRY(const QString before, fields.text(Key("season_before")));
    MH_TRY(const QString after, fields.text(Key("season_after")));
    MH_TRY(const BilledQuantity use, usageIn(fields));
    MH_TRY(const auto rounding, quantityRoundingOr(fields, Key("qty_round"), "1"));
    const QJsonValue boundRounding = fields.take(Key("quota_round"));
    QJsonObject common = fields.take(Key("common")).toObject();
    MH_CHECK(fields.finish());
    if (!boundRounding.isUndefined())
        common.insert(Key("quota_round"), boundRounding);
    MH_TRY(const UseSplit split, splitByDays(use, interval, boundary, {rounding.step, rounding.mode}));
    Gathered gathered;
    for (const auto& [season, part, days] :
         {std::tuple(before, split.before, split.daysBefore), std::tuple(after, split.after, split.daysAfter)}) {
        if (days == 0)
            continue;
        QJsonObject bill = withUse(common, tariff, part, BilledQuantity::zero());
        bill.insert(Key("season"), season);
        bill.insert(Key("block_factor"), QStringLiteral("%1/%2").arg(days).arg(interval.days()));
        MH_CHECK(takeHalf(gathered, bill, find));
    }
    return gathered.result();
}

Result<CaseResult> rateYearSplit(const QJsonObject& inputs, const FindTariff& find) {
    JsonFields fields(inputs, QStringLiteral("inputs"));
    MH_TRY(const ReadingInterval interval, intervalOf(fields));
    MH_TRY(const Date reset, dateOf(fields, Key("reset")));
    MH_TRY(const QString tariff, fields.text(Key("tariff")));
    MH_TRY(const QString method, fields.text(Key("method")));
    MH_TRY(const BilledQuantity use, usageIn(fields));
    MH_TRY(const BilledQuantity prior, quantityOr(fields, Key("prior"), BilledQuantity::zero()));
    MH_TRY(const auto rounding, quantityRoundingOr(fields, Key("qty_round"), "1"));
    const QJsonObject common = fields.take(Key("common")).toObject();
    MH_CHECK(fields.finish());
    const std::map<QString, WindowBoundaryRule> rules{
        {QStringLiteral("by_day"), WindowBoundaryRule::ByDay},
        {QStringLiteral("all_to_reading_year"), WindowBoundaryRule::WholeToReadingDate},
        {QStringLiteral("all_to_old_year"), WindowBoundaryRule::WholeToOldWindow}};
    const auto rule = rules.find(method);
    if (rule == rules.end())
        return Error(TariffError::Unsupported, {QStringLiteral("inputs.method"), method.left(40)});
    MH_TRY(const UseSplit split, splitAtWindow(rule->second, use, interval, reset, {rounding.step, rounding.mode}));
    Gathered gathered;
    gathered.say("usage_old", split.before.toString());
    gathered.say("usage_new", split.after.toString());
    MH_CHECK(takeHalf(gathered, withUse(common, tariff, split.before, prior), find));
    MH_CHECK(takeHalf(gathered, withUse(common, tariff, split.after, BilledQuantity::zero()), find));
    return gathered.result();
}

Result<CaseResult> rateMixed(const QJsonObject& inputs, const FindTariff& find) {
    JsonFields fields(inputs, QStringLiteral("inputs"));
    MH_TRY(const BilledQuantity use, usageIn(fields));
    MH_TRY(const auto rounding, quantityRoundingOr(fields, Key("qty_round"), "1"));
    const QJsonArray array = fields.take(Key("shares")).toArray();
    MH_CHECK(fields.finish());
    std::vector<UseShare> shares;
    std::vector<QJsonObject> bills;
    for (const QJsonValue item : array) {
        JsonFields share(item.toObject(), QStringLiteral("shares"));
        MH_TRY(const QString tariff, share.text(Key("tariff")));
        MH_TRY(const UseShare own, useShareOf(share, rounding));
        shares.push_back(own);
        bills.push_back(merged(share.take(Key("common")).toObject(), {{QStringLiteral("tariff"), tariff}}));
        MH_CHECK(share.finish());
    }
    Gathered gathered;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        Derivation derivation(nullptr);
        const MeteredUse part = ownShare({.all = {use}}, shares, i, derivation);
        MH_CHECK(derivation.state());
        bills[i].insert(Key("usage"), part.all.value.toString());
        MH_CHECK(takeHalf(gathered, bills[i], find));
    }
    return gathered.result();
}

/// The bills of a correction case as they were issued, each on the ladder the one before left.
struct CaseHistory {
    std::vector<Rateable> bills;
    std::vector<std::vector<UsageSegment>> correct;
    BilledQuantity billed = BilledQuantity::zero();
    BilledQuantity right = BilledQuantity::zero();
};

Result<CaseHistory> historyOf(JsonFields& fields, const FindTariff& find) {
    const QJsonArray billed = fields.take(Key("billed")).toArray();
    const QJsonArray correct = fields.take(Key("correct")).toArray();
    const QJsonArray tariffs = fields.take(Key("tariffs")).toArray();
    const QString tariff = fields.take(Key("tariff")).toString();
    const QJsonObject common = fields.take(Key("common")).toObject();
    const bool resets = fields.take(Key("reset_each")).toBool();
    if (billed.isEmpty() || billed.size() != correct.size() || (!tariffs.isEmpty() && tariffs.size() != billed.size()))
        return Error(BillingError::BadCase, {QStringLiteral("inputs.billed")});
    MH_TRY(const Date anyDay, Date::of(2026, 1, 1));
    MH_TRY(const LadderWindow window, LadderWindow::yearOf(anyDay));
    CaseHistory history;
    for (qsizetype i = 0; i < billed.size(); ++i) {
        QJsonObject bill = common;
        bill.insert(Key("tariff"), tariffs.isEmpty() ? tariff : tariffs[i].toString());
        bill.insert(Key("usage"), billed[i]);
        MH_TRY(Rateable rateable, rateableOf(bill, find));
        bill.insert(Key("usage"), correct[i]);
        MH_TRY(const Rateable right, rateableOf(bill, find));
        rateable.inputs.ladderBefore = resets ? BilledQuantity::zero() : history.billed;
        if (!resets)
            rateable.inputs.window = window;
        MH_TRY(const Bill was, rated(rateable.inputs, rateable.version));
        MH_TRY(const Bill is, rated(right.inputs, right.version));
        MH_TRY(history.billed, history.billed.plus(was.usage));
        MH_TRY(history.right, history.right.plus(is.usage));
        history.correct.push_back(right.inputs.segments);
        history.bills.push_back(std::move(rateable));
    }
    return history;
}

/// What many systems do instead: the difference of use, at today's price and the top of the present ladder.
Result<CaseResult> rateNaively(const CaseHistory& history) {
    Rateable last = history.bills.back();
    MH_TRY(const BilledQuantity difference, history.right.minus(history.billed));
    last.inputs = inputsOfVolume(std::move(last.inputs), difference);
    last.inputs.ladderBefore = history.billed;
    Gathered gathered;
    MH_TRY(CaseBill rated, rateOne(std::move(last)));
    MH_CHECK(gathered.take(std::move(rated)));
    return gathered.result();
}

Result<CaseResult> rateCorrection(const QJsonObject& inputs, const FindTariff& find) {
    JsonFields fields(inputs, QStringLiteral("inputs"));
    MH_TRY(const QString method, fields.text(Key("method")));
    MH_TRY(const CaseHistory history, historyOf(fields, find));
    MH_CHECK(fields.finish());
    if (method == u"naive")
        return rateNaively(history);
    if (method != u"replay")
        return Error(TariffError::Unsupported, {QStringLiteral("inputs.method"), method.left(40)});
    std::vector<IssuedBill> issued;
    for (const Rateable& bill : history.bills)
        issued.push_back({bill.inputs, &bill.version});
    std::vector<IssuedBill> truth = issued;
    for (std::size_t i = 0; i < truth.size(); ++i)
        truth[i].inputs.segments = history.correct[i];
    MH_TRY(const Correction correction, replayBills(issued, truth));
    Gathered gathered;
    for (std::size_t i = 0; i < issued.size(); ++i) {
        MH_TRY(CaseBill rated, rateOne({correction.bills[i].inputs, history.bills[i].version}));
        MH_CHECK(gathered.take(std::move(rated)));
    }
    gathered.result().total = ExactAmount::of(correction.adjustment);
    return gathered.result();
}

Result<CaseResult> chargeLate(const QJsonObject& inputs, const FindTariff&) {
    MH_TRY(const golden::LateCase late, golden::lateCaseOf(inputs));
    std::vector<LateDebt> debts;
    for (const golden::LateCaseBill& bill : late.bills)
        debts.push_back({bill.owed, bill.lastDue ? lateStretches(late.rule, *bill.lastDue, *late.paid) : bill.stated});
    CaseResult result;
    MH_TRY(const Money charge, lateCharge(late.rule, debts, Currency::cny(), &result.trace));
    result.total = ExactAmount::of(charge);
    return result;
}

Result<CaseResult> takePurchase(const Rateable& rateable, const Purchase& purchase) {
    Gathered gathered;
    MH_TRY(CaseBill rated, rateOne({inputsOfVolume(rateable.inputs, purchase.volume), rateable.version}));
    MH_CHECK(gathered.take(std::move(rated)));
    return gathered.result();
}

Result<CaseResult> prepayVolume(const QJsonObject& inputs, const FindTariff& find) {
    MH_TRY(const golden::PurchaseCase wanted, golden::volumeCaseOf(inputs, find));
    MH_TRY(const Purchase purchase, buyVolume(wanted.rateable.inputs, wanted.rateable.version, *wanted.volume));
    return takePurchase(wanted.rateable, purchase);
}

Result<CaseResult> prepayMoney(const QJsonObject& inputs, const FindTariff& find) {
    MH_TRY(const golden::PurchaseCase wanted, golden::moneyCaseOf(inputs, find));
    const auto& [rateable, volume, money, step] = wanted;
    MH_TRY(const Purchase purchase, buyForMoney(rateable.inputs, rateable.version, *money, step));
    MH_TRY(CaseResult result, takePurchase(rateable, purchase));
    result.figures = {{QStringLiteral("volume"), purchase.volume.toString()},
                      {QStringLiteral("charged"), purchase.bill.total.toString()},
                      {QStringLiteral("credit_left"), purchase.left.toString()}};
    return result;
}

Result<CaseResult> splitTax(const QJsonObject& inputs, const FindTariff&) {
    const Currency currency = Currency::cny();
    JsonFields fields(inputs, QStringLiteral("inputs"));
    const QJsonArray lines = fields.take(Key("lines")).toArray();
    MH_TRY(const QString mode, fields.textOr(Key("mode"), QStringLiteral("net_first")));
    RoundingRule taxRule = RoundingRule::toMinorUnit(currency, RoundingMode::HalfUp);
    if (fields.has(Key("tax_round"))) {
        MH_TRY(taxRule, importRounding(fields.take(Key("tax_round")), QStringLiteral("tax_round")));
    }
    MH_CHECK(fields.finish());
    Money net = Money::zero(currency);
    Money tax = Money::zero(currency);
    const RoundingRule hundredths = RoundingRule::toMinorUnit(currency, RoundingMode::HalfUp);
    for (const QJsonValue item : lines) {
        JsonFields line(item.toObject(), QStringLiteral("lines"));
        line.take(Key("code"));
        MH_TRY(const QString text, line.decimal(Key("gross")));
        MH_TRY(const Money gross, Money::parse(text, currency).within(line.pathOf(Key("gross"))));
        MH_TRY(const Rate rate, golden::shareOf(line.take(Key("rate")), line.pathOf(Key("rate"))));
        MH_CHECK(line.finish());
        MH_TRY(const TaxSplit split,
               mode == u"net_first" ? netInside(gross, rate, hundredths) : taxInside(gross, rate, taxRule));
        MH_TRY(net, net.plus(split.net));
        MH_TRY(tax, tax.plus(split.tax));
    }
    CaseResult result;
    MH_TRY(const Money gross, net.plus(tax));
    result.total = ExactAmount::of(gross);
    result.figures = {{QStringLiteral("net"), net.toString()}, {QStringLiteral("tax"), tax.toString()}};
    return result;
}

struct Operation {
    Key name;
    Result<CaseResult> (*run)(const QJsonObject& inputs, const FindTariff& find);
};
constexpr Operation operations[] = {{Key("bill"), rateBill},
                                    {Key("series"), rateSeries},
                                    {Key("delta"), rateDelta},
                                    {Key("price_change"), ratePriceChange},
                                    {Key("season_split"), rateSeasonSplit},
                                    {Key("year_split"), rateYearSplit},
                                    {Key("correction"), rateCorrection},
                                    {Key("late_fee"), chargeLate},
                                    {Key("mixed"), rateMixed},
                                    {Key("prepay_volume"), prepayVolume},
                                    {Key("prepay_money"), prepayMoney},
                                    {Key("vat_inclusive"), splitTax}};

QJsonArray linesOf(const CaseBill& rated) {
    QJsonArray lines;
    for (const BillLine& line : rated.bill.lines) {
        const bool hasRegister = line.tou != 0;
        lines.append(QJsonObject{{QStringLiteral("code"), rated.version.components[line.component].code},
                                 {QStringLiteral("tier"), line.tier},
                                 {QStringLiteral("tou"), hasRegister ? QJsonValue(QString::fromStdString(
                                                                           rated.version.registers[line.tou - 1U]))
                                                                     : QJsonValue(QJsonValue::Null)},
                                 {QStringLiteral("qty"), line.quantity.toString()},
                                 {QStringLiteral("price"), line.price.toString()},
                                 {QStringLiteral("amount"), line.amount.toString()}});
    }
    return lines;
}

QJsonObject toJson(const CaseBill& rated) {
    QJsonObject json{{QStringLiteral("total"), rated.bill.total.toString()},
                     {QStringLiteral("lines"), linesOf(rated)},
                     {QStringLiteral("trace"), rated.trace.toJson()}};
    if (!rated.bill.roundingDifference.isZero())
        json.insert(QStringLiteral("rounding_difference"), rated.bill.roundingDifference.toString());
    return json;
}
} // namespace

Result<CaseResult> rateCase(const QJsonObject& goldenCase, const FindTariff& find) {
    const QString name = goldenCase.value(Key("op")).toString();
    for (const Operation& operation : operations) {
        if (name == operation.name)
            return operation.run(goldenCase.value(Key("inputs")).toObject(), find);
    }
    return Error(TariffError::Unsupported, {QStringLiteral("op"), name.left(40)});
}

QJsonObject toJson(const CaseResult& result) {
    QJsonObject json;
    QJsonArray lines;
    QJsonArray bills;
    for (const CaseBill& rated : result.bills) {
        bills.append(toJson(rated));
        for (const QJsonValue line : linesOf(rated))
            lines.append(line);
    }
    if (result.bills.size() == 1)
        json = toJson(result.bills.front());
    else
        json = {{QStringLiteral("lines"), lines},
                {QStringLiteral("bills"), bills},
                {QStringLiteral("trace"), result.trace.toJson()}};
    for (const auto& [name, figure] : result.figures)
        json.insert(name, figure);
    if (result.bills.size() != 1)
        json.insert(QStringLiteral("total"), result.total.toString());
    return json;
}

} // namespace meterhall
