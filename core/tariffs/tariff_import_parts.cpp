#include "core/tariffs/tariff_import_parts.h"

#include "core/tariffs/tariff_file_names.h"
#include "core/tariffs/tariff_json.h"

#include <QJsonObject>

namespace meterhall::tarifffile {

namespace {
Result<void> appendPrice(JsonFields& fields, Key key, std::vector<BilledPrice>& prices) {
    if (!fields.has(key)) {
        fields.take(key);
        return {};
    }
    MH_TRY(const QString text, fields.decimal(key));
    MH_TRY(const BilledPrice price, priceOf(text, fields.pathOf(key)));
    prices.push_back(price);
    return {};
}

Result<void> tierOf(JsonFields& fields, bool isLast, Tiers& tiers) {
    tiers.closed = isLast && fields.has(Key("upto"));
    if (!isLast || tiers.closed) {
        MH_TRY(const QString upto, fields.decimal(Key("upto")));
        MH_TRY(const BilledQuantity bound, BilledQuantity::parse(upto).within(fields.pathOf(Key("upto"))));
        tiers.bounds.push_back(bound);
    }
    fields.take(Key("upto"));
    const bool hasFixed = fields.has(Key("fixed"));
    MH_CHECK(appendPrice(fields, Key("price"), tiers.prices));
    MH_CHECK(appendPrice(fields, Key("adder"), tiers.adders));
    MH_CHECK(appendPrice(fields, Key("fixed"), tiers.fixed));
    if (!hasFixed)
        tiers.fixed.push_back(BilledPrice::ofMicro(0));
    fields.takeWords();
    return fields.finish();
}

Result<std::vector<BilledQuantity>> quotaNumbers(JsonFields& fields, std::size_t bounds) {
    MH_TRY(auto numbers, quantitiesOf(fields, Key("per_person")));
    if (numbers.size() < bounds)
        return Error(TariffError::BadField, {fields.pathOf(Key("per_person"))});
    numbers.resize(bounds, BilledQuantity::zero());
    return numbers;
}

Result<int> peopleOf(JsonFields& fields, Key key) {
    MH_TRY(const QString text, fields.decimal(key));
    bool isWhole = false;
    const int people = text.toInt(&isWhole);
    if (!isWhole || people < 0)
        return Error(TariffError::BadField, {fields.pathOf(key)});
    return people;
}

Result<std::vector<QuotaStep>> stepsOf(JsonFields& fields, std::size_t bounds) {
    std::vector<QuotaStep> steps;
    const QJsonArray array = fields.take(Key("steps")).toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        JsonFields row(array[i].toObject(), QStringLiteral("household_rule.steps[%1]").arg(i));
        MH_TRY(const int from, peopleOf(row, Key("from_people")));
        MH_TRY(const QString text, row.decimal(Key("add")));
        MH_TRY(const BilledQuantity add, BilledQuantity::parse(text).within(row.pathOf(Key("add"))));
        MH_CHECK(row.finish());
        steps.push_back({from, true, std::vector<BilledQuantity>(bounds, add), {}, 0});
    }
    return steps;
}
} // namespace

Result<BilledPrice> priceOf(const QString& text, const QString& path) {
    return BilledPrice::parse(text).within(path);
}

Result<std::vector<BilledPrice>> pricesOf(JsonFields& fields, QLatin1StringView key) {
    MH_TRY(const QStringList texts, fields.decimals(key));
    std::vector<BilledPrice> prices;
    for (const QString& text : texts) {
        MH_TRY(const BilledPrice price, priceOf(text, fields.pathOf(key)));
        prices.push_back(price);
    }
    return prices;
}

Result<std::vector<BilledQuantity>> quantitiesOf(JsonFields& fields, QLatin1StringView key) {
    MH_TRY(const QStringList texts, fields.decimals(key));
    std::vector<BilledQuantity> quantities;
    for (const QString& text : texts) {
        MH_TRY(const BilledQuantity quantity, BilledQuantity::parse(text).within(fields.pathOf(key)));
        quantities.push_back(quantity);
    }
    return quantities;
}

Result<std::optional<RoundingRule>> ruleOr(JsonFields& fields, Key key, std::optional<RoundingRule> missing) {
    const QJsonValue value = fields.take(key);
    if (value.isUndefined())
        return missing;
    if (value.isNull())
        return std::optional<RoundingRule>();
    MH_TRY(const RoundingRule rule, importRounding(value, fields.pathOf(key)));
    return std::optional(rule);
}

Result<int> wholeNumber(JsonFields& fields, Key key) {
    MH_TRY(const QString text, fields.decimal(key));
    bool isWhole = false;
    const int number = text.toInt(&isWhole);
    return isWhole ? Result<int>(number) : Error(TariffError::BadField, {fields.pathOf(key)});
}

Result<std::optional<BilledPrice>> priceIn(JsonFields& fields, Key key) {
    if (!fields.has(key)) {
        fields.take(key);
        return std::optional<BilledPrice>();
    }
    MH_TRY(const QString text, fields.decimal(key));
    MH_TRY(const BilledPrice price, priceOf(text, fields.pathOf(key)));
    return std::optional(price);
}

Result<std::vector<TablePrice>> tableOf(const QJsonObject& json, const QString& path) {
    std::vector<TablePrice> table;
    JsonFields fields(json, path);
    bool numbers = true;
    for (const QString& key : json.keys())
        numbers = numbers && BilledQuantity::parse(key).ok();
    for (const QString& key : json.keys()) {
        const QByteArray latin = key.toUtf8();
        MH_TRY(const QString text, decimalText(json.value(key), path));
        MH_TRY(const BilledPrice price, priceOf(text, path));
        MH_TRY(const BilledQuantity place, BilledQuantity::ofWhole(std::int64_t(table.size()) + 1));
        table.push_back({key, numbers ? *BilledQuantity::parse(key) : place, price});
    }
    return table;
}
Result<Tiers> tiersOf(const QJsonValue& value, const QString& path) {
    Tiers tiers;
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        JsonFields fields(array[i].toObject(), QStringLiteral("%1[%2]").arg(path).arg(i));
        MH_CHECK(tierOf(fields, i + 1 == array.size(), tiers));
    }
    for (const auto* each : {&tiers.prices, &tiers.adders}) {
        if (!each->empty() && each->size() != std::size_t(array.size()))
            return Error(TariffError::MissingField, {path + QStringLiteral(".price")});
    }
    return tiers;
}

void open(Tiers& tiers, Beyond beyond) {
    if (!tiers.closed)
        return;
    for (auto* each : {&tiers.prices, &tiers.adders, &tiers.fixed}) {
        if (!each->empty())
            each->push_back(beyond == Beyond::CostsNothing ? BilledPrice::ofMicro(0) : each->back());
    }
    tiers.closed = false;
}

Result<LadderCycle> cycleOf(const QJsonValue& value) {
    JsonFields fields(value.toObject(), QStringLiteral("cycle"));
    MH_TRY(const QString kind, fields.text(Key("kind")));
    MH_TRY(const QString reset, fields.textOr(Key("reset"), QStringLiteral("01-01")));
    fields.takeWords();
    MH_CHECK(fields.finish());
    LadderCycle cycle;
    if (const CycleName* row = rowNamed(cycleNames, kind); row != nullptr) {
        cycle = row->cycle;
    } else {
        // "2month": every bill begins at zero, "2month_window": the counter runs on over the bills of two months.
        const qsizetype at = kind.indexOf(QStringLiteral("month"));
        const QString rest = at < 0 ? kind : kind.mid(at);
        const bool isWindow = rest == u"month_window";
        bool isNumber = false;
        const int months = kind.left(qMax<qsizetype>(at, 0)).toInt(&isNumber);
        if (!isNumber || (!isWindow && rest != u"month" && rest != u"months"))
            return Error(TariffError::Unsupported, {QStringLiteral("cycle.kind"), kind.left(40)});
        cycle = {isWindow ? LadderCounting::Window : LadderCounting::PerBill, SpanUnit::Months, months, 1, 1};
    }
    MH_TRY(const Date day, Date::parse(QStringLiteral("2001-") + reset).within(QStringLiteral("cycle.reset")));
    cycle.resetMonth = day.month();
    cycle.resetDay = day.day();
    return cycle;
}

Result<std::vector<QuotaStep>> householdRuleOf(const QJsonValue& value, std::size_t bounds) {
    if (value.isUndefined() || value.isNull())
        return std::vector<QuotaStep>();
    JsonFields fields(value.toObject(), QStringLiteral("household_rule"));
    MH_TRY(const QString kind, fields.text(Key("kind")));
    std::vector<QuotaStep> steps;
    if (kind == u"add_step") {
        MH_TRY(steps, stepsOf(fields, bounds));
    } else if (kind == u"per_capita_from") {
        MH_TRY(const int from, peopleOf(fields, Key("from_people")));
        MH_TRY(auto each, quotaNumbers(fields, bounds));
        steps.push_back({from, false, {}, std::move(each), 0});
    } else if (kind == u"add_upper" || kind == u"add_width") {
        MH_TRY(const int over, peopleOf(fields, Key("over")));
        MH_TRY(auto each, quotaNumbers(fields, bounds));
        // What a width grows by, all bounds above it grow by.
        for (std::size_t i = 1; kind == u"add_width" && i < each.size(); ++i) {
            MH_TRY(each[i], each[i].plus(each[i - 1]));
        }
        steps.push_back({over + 1, true, {}, std::move(each), over});
    } else {
        return Error(TariffError::Unsupported, {QStringLiteral("household_rule.kind"), kind.left(40)});
    }
    fields.takeWords();
    MH_CHECK(fields.finish());
    return steps;
}

Result<MonthDay> monthDayOf(JsonFields& fields, Key key) {
    MH_TRY(const QString text, fields.textOr(key, {}));
    if (text.isEmpty())
        return MonthDay{};
    const QStringList parts = text.split(u'-');
    bool isMonth = false;
    bool isDay = false;
    const MonthDay day{parts.value(0).toInt(&isMonth), parts.value(1).toInt(&isDay)};
    if (parts.size() != 2 || !isMonth || !isDay)
        return Error(TariffError::BadField, {fields.pathOf(key), text.left(40)});
    return day;
}

namespace {
template <class Row, std::size_t Count, class Rule>
Result<void> takeRule(JsonFields& fields, const Row (&rows)[Count], Key key, Rule& rule) {
    MH_TRY(const QString name, fields.textOr(key, rows[0].name));
    const Row* row = rowNamed(rows, name);
    if (row == nullptr)
        return Error(TariffError::Unsupported, {QString(key), name.left(40)});
    rule = row->rule;
    return {};
}

Result<void> takeProration(JsonFields& fields, ProrationRule& rule) {
    JsonFields said(fields.take(Key("proration")).toObject(), QStringLiteral("proration"));
    for (const auto& [key, number] :
         {std::pair(Key("days"), &rule.days), std::pair(Key("from"), &rule.from), std::pair(Key("to"), &rule.to)})
        if (said.has(key)) {
            MH_TRY(*number, wholeNumber(said, key));
        }
    return said.finish();
}
} // namespace

Result<void> takePolicy(JsonFields& fields, BillingPolicy& policy) {
    MH_CHECK(takeRule(fields, priceChangeNames, Key("price_change"), policy.priceChange));
    MH_CHECK(takeRule(fields, windowBoundaryNames, Key("window_boundary"), policy.windowBoundary));
    MH_CHECK(takeRule(fields, windowBoundaryNames, Key("season_boundary"), policy.seasonBoundary));
    MH_CHECK(takeRule(fields, standingChargeNames, Key("standing_charges"), policy.standingCharges));
    MH_CHECK(takeRule(fields, partialWindowNames, Key("partial_window"), policy.partialWindow));
    MH_CHECK(takeRule(fields, householdChangeNames, Key("household_change"), policy.householdChange));
    MH_CHECK(takeRule(fields, newPriceLadderNames, Key("new_price_ladder"), policy.newPriceLadder));
    MH_CHECK(takeRule(fields, zeroUseNames, Key("zero_use"), policy.zeroUse));
    MH_CHECK(takeProration(fields, policy.proration));
    if (fields.has(Key("days_of_month"))) {
        MH_TRY(policy.daysOfMonth, wholeNumber(fields, Key("days_of_month")));
    }
    if (fields.has(Key("use_rounding"))) {
        MH_TRY(policy.useRounding, importRounding(fields.take(Key("use_rounding")), QStringLiteral("use_rounding")));
    }
    if (!fields.has(Key("bound_rounding")))
        return {};
    MH_TRY(const RoundingRule bounds,
           importRounding(fields.take(Key("bound_rounding")), QStringLiteral("bound_rounding")));
    policy.boundStep = BilledQuantity::ofMicro(bounds.stepMicro());
    policy.boundRounding = bounds.mode();
    return {};
}

} // namespace meterhall::tarifffile
