#include "core/billing/golden_case.h"

#include "core/tariffs/json_fields.h"
#include "core/tariffs/tariff_json.h"

#include <QJsonArray>

namespace meterhall {

namespace {
using Key = QLatin1StringView;

Result<BilledQuantity> quantityOf(JsonFields& fields, Key key) {
    MH_TRY(const QString text, fields.decimal(key));
    return BilledQuantity::parse(text).within(fields.pathOf(key));
}

/// Use given as a number: two dials that far apart.
Result<UsageSegment> segmentOfUse(BilledQuantity use) {
    const BilledQuantity start = use.isNegative() ? use.negated() : BilledQuantity::zero();
    MH_TRY(const BilledQuantity end, start.plus(use));
    return UsageSegment{MeterId::fromRaw(0), "usage", start, end};
}

Result<UsageSegment> segmentOfReading(const QJsonObject& json, const QString& path) {
    JsonFields fields(json, path);
    UsageSegment segment{MeterId::fromRaw(0), "volume", BilledQuantity::zero(), BilledQuantity::zero()};
    fields.take(Key("meter"));
    MH_TRY(segment.previousDial, quantityOf(fields, Key("from")));
    MH_TRY(segment.currentDial, quantityOf(fields, Key("to")));
    if (fields.has(Key("rollover"))) {
        MH_TRY(const BilledQuantity range, quantityOf(fields, Key("rollover")));
        if (segment.currentDial < segment.previousDial)
            segment.rollover = range;
    }
    if (fields.has(Key("multiplier"))) {
        MH_TRY(const BilledQuantity multiplier, quantityOf(fields, Key("multiplier")));
        segment.multiplier = Ratio::ofMicro(multiplier.micro());
    }
    MH_CHECK(fields.finish());
    return segment;
}

Result<std::vector<UsageSegment>> segmentsOf(JsonFields& fields) {
    std::vector<UsageSegment> segments;
    if (!fields.has(Key("readings"))) {
        MH_TRY(const BilledQuantity use, quantityOf(fields, Key("usage")));
        MH_TRY(UsageSegment segment, segmentOfUse(use));
        segments.push_back(std::move(segment));
        return segments;
    }
    for (const QJsonValue reading : fields.take(Key("readings")).toArray()) {
        MH_TRY(UsageSegment segment, segmentOfReading(reading.toObject(), QStringLiteral("readings")));
        segments.push_back(std::move(segment));
    }
    return segments;
}

/// "91/30", "1.5" or "6" as a fraction.
Result<BoundScale> scaleOf(const QString& text) {
    const qsizetype slash = text.indexOf(u'/');
    MH_TRY(const std::int64_t above, parseScaled(slash < 0 ? text : text.left(slash), slash < 0 ? 4 : 0));
    std::int64_t below = slash < 0 ? powerOfTen(4) : 0;
    if (slash >= 0) {
        MH_TRY(below, parseScaled(text.mid(slash + 1), 0));
    }
    constexpr std::int64_t largest = std::numeric_limits<std::int32_t>::max();
    if (above <= 0 || below <= 0 || above > largest || below > largest)
        return Error(BillingError::BadScale, {text.left(40)});
    return BoundScale{static_cast<std::int32_t>(above), static_cast<std::int32_t>(below)};
}

Result<BoundScale> scaleOf(JsonFields& fields, Key key, std::int32_t per) {
    MH_TRY(const QString text, fields.decimal(key));
    MH_TRY(BoundScale scale, scaleOf(text));
    scale.denominator *= per;
    return scale;
}

/// How the case's months and days scale the bounds, by what the ladder is stated for.
Result<BoundScale> boundScaleOf(JsonFields& fields, const LadderCycle& cycle) {
    if (fields.has(Key("block_factor")))
        return scaleOf(fields, Key("block_factor"), 1);
    if (cycle.counting == LadderCounting::Window)
        return fields.has(Key("months_in_cycle")) ? scaleOf(fields, Key("months_in_cycle"), cycle.length)
                                                  : BoundScale{};
    const bool isMonthly = cycle.unit == SpanUnit::Months && cycle.length == 1;
    if (isMonthly && fields.has(Key("months")))
        return scaleOf(fields, Key("months"), 1);
    if (cycle.unit == SpanUnit::Days && fields.has(Key("days")))
        return scaleOf(fields, Key("days"), 1);
    return BoundScale{};
}

Result<std::vector<Fact>> factsOf(JsonFields& fields) {
    std::vector<Fact> facts{{FactKind::Months, BilledQuantity::ofMicro(BilledQuantity::microPerUnit)}};
    if (fields.has(Key("months"))) {
        MH_TRY(facts.front().value, quantityOf(fields, Key("months")));
    }
    if (fields.has(Key("days"))) {
        MH_TRY(const BilledQuantity days, quantityOf(fields, Key("days")));
        facts.push_back({FactKind::Days, days});
    }
    if (fields.has(Key("people"))) {
        MH_TRY(const BilledQuantity people, quantityOf(fields, Key("people")));
        facts.push_back({FactKind::People, people});
    }
    return facts;
}

Result<void> overridePolicy(JsonFields& fields, TariffVersion& version) {
    if (fields.has(Key("quota_round"))) {
        MH_TRY(const RoundingRule bounds,
               importRounding(fields.take(Key("quota_round")), QStringLiteral("quota_round")));
        version.policy.boundStep = BilledQuantity::ofMicro(bounds.stepMicro());
        version.policy.boundRounding = bounds.mode();
    }
    JsonFields rounding(fields.take(Key("rounding_override")).toObject(), QStringLiteral("rounding_override"));
    if (rounding.has(Key("line"))) {
        MH_TRY(const RoundingRule line, importRounding(rounding.take(Key("line")), rounding.pathOf(Key("line"))));
        if (line.stepMicro() % version.currency.minorUnitMicro() != 0)
            return Error(TariffError::Unsupported, {rounding.pathOf(Key("line"))});
        for (TariffComponent& component : version.components)
            component.rounding = line;
    }
    if (rounding.has(Key("total"))) {
        MH_TRY(const RoundingRule total, importRounding(rounding.take(Key("total")), rounding.pathOf(Key("total"))));
        version.policy.totalRounding = total;
    }
    return rounding.finish();
}

/// A case has no dates; any interval will do.
Result<BillingInputs> undated(TariffVersionId version, std::vector<UsageSegment> segments) {
    MH_TRY(const Date from, Date::of(2026, 1, 1));
    MH_TRY(const ReadingInterval interval, ReadingInterval::of(from, from.addDays(1)));
    return BillingInputs{AccountId::fromRaw(1),
                         ServicePointId::fromRaw(1),
                         AccountingMonth::containing(from),
                         interval,
                         version,
                         currentRuleVersion,
                         std::move(segments),
                         {}};
}

Result<CaseBill> rateOne(const QJsonObject& json, BilledQuantity ladderBefore, const FindTariff& find) {
    JsonFields fields(json, QStringLiteral("inputs"));
    MH_TRY(const QString id, fields.text(Key("tariff")));
    MH_TRY(TariffVersion version, find(id));
    MH_CHECK(overridePolicy(fields, version));
    MH_TRY(auto segments, segmentsOf(fields));
    MH_TRY(BillingInputs inputs, undated(version.id, std::move(segments)));
    inputs.ladderBefore = ladderBefore;
    MH_TRY(inputs.boundScale, boundScaleOf(fields, version.ladder.cycle));
    MH_TRY(inputs.facts, factsOf(fields));
    for (const Key asked : {Key("prior"), Key("months_in_cycle"), Key("reset")})
        fields.take(asked);
    MH_CHECK(fields.finish());
    CaseBill rated{std::move(inputs), std::move(version), Bill::empty(Currency::cny()), {}};
    MH_CHECK(rate(rated.inputs, rated.version, rated.bill, &rated.trace));
    return rated;
}

QJsonObject merged(QJsonObject under, const QJsonObject& over) {
    for (auto field = over.begin(); field != over.end(); ++field)
        under.insert(field.key(), field.value());
    return under;
}

Result<CaseResult> rateSeries(const QJsonObject& inputs, BilledQuantity position, const FindTariff& find) {
    JsonFields fields(inputs, QStringLiteral("inputs"));
    const QJsonArray periods = fields.take(Key("periods")).toArray();
    QJsonObject common = fields.take(Key("common")).toObject();
    if (fields.has(Key("tariff")))
        common.insert(Key("tariff"), fields.take(Key("tariff")));
    fields.take(Key("prior"));
    MH_CHECK(fields.finish());
    CaseResult result{{}, Money::zero(Currency::cny())};
    for (const QJsonValue period : periods) {
        const QJsonObject own = period.toObject();
        if (own.value(Key("reset")).toBool())
            position = BilledQuantity::zero();
        MH_TRY(CaseBill rated, rateOne(merged(common, own), position, find));
        position = rated.bill.ladderAfter;
        const Money before = result.bills.empty() ? Money::zero(rated.version.currency) : result.total;
        MH_TRY(result.total, before.plus(rated.bill.total));
        result.bills.push_back(std::move(rated));
    }
    if (result.bills.empty())
        return Error(BillingError::BadCase, {QStringLiteral("inputs.periods")});
    return result;
}

QJsonObject toJson(const CaseBill& rated) {
    QJsonArray lines;
    for (const BillLine& line : rated.bill.lines)
        lines.append(QJsonObject{{QStringLiteral("code"), rated.version.components[line.component].code},
                                 {QStringLiteral("tier"), line.tier},
                                 {QStringLiteral("tou"), QJsonValue::Null},
                                 {QStringLiteral("qty"), line.quantity.toString()},
                                 {QStringLiteral("price"), line.price.toString()},
                                 {QStringLiteral("amount"), line.amount.toString()}});
    QJsonObject json{{QStringLiteral("total"), rated.bill.total.toString()},
                     {QStringLiteral("lines"), lines},
                     {QStringLiteral("trace"), rated.trace.toJson()}};
    if (!rated.bill.roundingDifference.isZero())
        json.insert(QStringLiteral("rounding_difference"), rated.bill.roundingDifference.toString());
    return json;
}
} // namespace

Result<CaseResult> rateCase(const QJsonObject& goldenCase, const FindTariff& find) {
    const QString operation = goldenCase.value(Key("op")).toString();
    const QJsonObject inputs = goldenCase.value(Key("inputs")).toObject();
    BilledQuantity prior = BilledQuantity::zero();
    if (JsonFields fields(inputs, QStringLiteral("inputs")); fields.has(Key("prior"))) {
        MH_TRY(prior, quantityOf(fields, Key("prior")));
    }
    if (operation == u"series")
        return rateSeries(inputs, prior, find);
    if (operation != u"bill")
        return Error(TariffError::Unsupported, {QStringLiteral("op"), operation.left(40)});
    MH_TRY(CaseBill rated, rateOne(inputs, prior, find));
    CaseResult result{{}, rated.bill.total};
    result.bills.push_back(std::move(rated));
    return result;
}

QJsonObject toJson(const CaseResult& result) {
    if (result.bills.size() == 1)
        return toJson(result.bills.front());
    QJsonArray bills;
    for (const CaseBill& rated : result.bills)
        bills.append(toJson(rated));
    return {{QStringLiteral("total"), result.total.toString()}, {QStringLiteral("bills"), bills}};
}

} // namespace meterhall
