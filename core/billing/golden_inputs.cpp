#include "core/billing/golden_inputs.h"

#include "core/tariffs/components/catalog.h"
#include "core/tariffs/tariff_json.h"

#include <QJsonArray>

#include <numeric>

namespace meterhall::golden {

namespace {
/// Use given as a number: two dials that far apart.
Result<UsageSegment> segmentOfUse(BilledQuantity use, const QString& registerCode) {
    const BilledQuantity start = use.isNegative() ? use.negated() : BilledQuantity::zero();
    MH_TRY(const BilledQuantity end, start.plus(use));
    return UsageSegment{MeterId::fromRaw(0), registerCode.toStdString(), start, end};
}

Result<UsageSegment> segmentOfReading(const QJsonObject& json, const QString& path) {
    JsonFields fields(json, path);
    UsageSegment segment{MeterId::fromRaw(0), "volume", BilledQuantity::zero(), BilledQuantity::zero()};
    fields.take(Key("meter"));
    MH_TRY(segment.previousDial, quantityOf(fields, Key("from")));
    MH_TRY(segment.currentDial, quantityOf(fields, Key("to")));
    MH_TRY(const BilledQuantity range, quantityOr(fields, Key("rollover"), BilledQuantity::zero()));
    if (segment.currentDial < segment.previousDial)
        segment.rollover = range;
    MH_TRY(const BilledQuantity multiplier,
           quantityOr(fields, Key("multiplier"), BilledQuantity::ofMicro(BilledQuantity::microPerUnit)));
    segment.multiplier = Ratio::ofMicro(multiplier.micro());
    MH_CHECK(fields.finish());
    return segment;
}

/// Two-part heat: a charge on the area, and one on the heat.
bool isOnArea(const TariffComponent& component) {
    return component.code == u"basic" && component.per == FactKind::SquareMetres;
}

bool metersHeat(const TariffVersion& version) {
    return std::ranges::any_of(version.components, isOnArea) &&
           std::ranges::find(version.components, QStringLiteral("metered"), &TariffComponent::code) !=
               version.components.end();
}

Result<std::vector<UsageSegment>> segmentsByRegister(const QJsonObject& uses, const TariffVersion& version) {
    std::vector<UsageSegment> segments;
    JsonFields fields(uses, QStringLiteral("tou"));
    for (const QString& name : uses.keys()) {
        if (std::ranges::find(version.registers, name.toStdString()) == version.registers.end())
            return Error(TariffError::Unsupported, {QStringLiteral("tou"), name.left(40)});
        const QByteArray key = name.toUtf8();
        MH_TRY(const BilledQuantity use, quantityOf(fields, Key(key)));
        MH_TRY(UsageSegment segment, segmentOfUse(use, name));
        segments.push_back(std::move(segment));
    }
    return segments;
}

Result<std::vector<UsageSegment>> segmentsOf(JsonFields& fields, const TariffVersion& version) {
    std::vector<UsageSegment> segments;
    if (fields.has(Key("readings"))) {
        for (const QJsonValue reading : fields.take(Key("readings")).toArray()) {
            MH_TRY(UsageSegment segment, segmentOfReading(reading.toObject(), QStringLiteral("readings")));
            segments.push_back(std::move(segment));
        }
        fields.take(Key("usage"));
        return segments;
    }
    if (fields.has(Key("tou"))) {
        fields.take(Key("usage"));
        return segmentsByRegister(fields.take(Key("tou")).toObject(), version);
    }
    const bool mayLack = fields.has(Key("area"));
    MH_TRY(const BilledQuantity heat, quantityOr(fields, Key("heat"), BilledQuantity::zero()));
    MH_TRY(BilledQuantity use,
           mayLack ? quantityOr(fields, Key("usage"), BilledQuantity::zero()) : quantityOf(fields, Key("usage")));
    if (metersHeat(version))
        use = heat;
    MH_TRY(UsageSegment segment, segmentOfUse(use, QStringLiteral("usage")));
    segments.push_back(std::move(segment));
    return segments;
}

/// "91/30", "1.5" or "6" as a fraction in lowest terms, `per` in its denominator.
Result<BoundScale> scaleOf(const QString& text, std::int64_t per) {
    const qsizetype slash = text.indexOf(u'/');
    constexpr int decimals = 6;
    MH_TRY(const std::int64_t above, parseScaled(slash < 0 ? text : text.left(slash), decimals));
    MH_TRY(const std::int64_t below, parseScaled(slash < 0 ? QStringLiteral("1") : text.mid(slash + 1), decimals));
    MH_TRY(const std::int64_t divisor, checkedMultiply(below, per));
    if (above <= 0 || divisor <= 0)
        return Error(BillingError::BadScale, {text.left(40)});
    const std::int64_t common = std::gcd(above, divisor);
    constexpr std::int64_t largest = std::numeric_limits<std::int32_t>::max();
    if (above / common > largest || divisor / common > largest)
        return Error(BillingError::BadScale, {text.left(40)});
    return BoundScale{static_cast<std::int32_t>(above / common), static_cast<std::int32_t>(divisor / common)};
}

/// How the case's months and days scale the bounds, by what the ladder is stated for.
Result<BoundScale> boundScaleOf(JsonFields& fields, const Ladder& ladder) {
    const LadderCycle& cycle = ladder.cycle;
    const bool counts = ladder.mode != LadderMode::Flat && ladder.mode != LadderMode::BandTable;
    const auto scaleBy = [&](Key key, bool applies, std::int64_t per) -> Result<BoundScale> {
        const bool said = fields.has(key);
        if (!said || !applies)
            return BoundScale{};
        JsonFields again = fields; // months and days are facts as well
        MH_TRY(const QString text, again.decimal(key));
        return scaleOf(text, per);
    };
    const bool isWindow = cycle.counting == LadderCounting::Window;
    const bool isMonthly = !isWindow && cycle.unit == SpanUnit::Months && cycle.length == 1;
    MH_TRY(BoundScale scale, scaleBy(Key("months_in_cycle"), counts && isWindow, cycle.length));
    MH_TRY(const BoundScale months, scaleBy(Key("months"), counts && isMonthly, 1));
    MH_TRY(const BoundScale days, scaleBy(Key("days"), counts && cycle.unit == SpanUnit::Days, cycle.length));
    fields.take(Key("months_in_cycle"));
    MH_TRY(scale, product(scale, months));
    return product(scale, days);
}

/// The case's factor on all bounds, which bands that choose a table do not have.
Result<BoundScale> prorationOf(JsonFields& fields, const Ladder& ladder) {
    if (!fields.has(Key("block_factor")) || ladder.mode == LadderMode::BandTable) {
        fields.take(Key("block_factor"));
        return BoundScale{};
    }
    MH_TRY(const QString text, fields.decimal(Key("block_factor")));
    return scaleOf(text, 1);
}

/// A fact the tariff names: a number, or a key of the table that asks for it.
Result<BilledQuantity> namedFact(JsonFields& fields, Key key, FactKind kind, const TariffVersion& version) {
    const QJsonValue value = fields.take(key);
    QString text = value.toString();
    if (!value.isString()) {
        MH_TRY(text, decimalText(value, fields.pathOf(key)));
    }
    for (const TariffComponent& component : version.components) {
        for (const TablePrice& row : component.table) {
            if (component.by == kind && row.key == text)
                return row.value;
        }
    }
    return BilledQuantity::parse(text).within(fields.pathOf(key));
}

Result<std::vector<Fact>> factsOf(JsonFields& fields, const TariffVersion& version) {
    std::vector<Fact> facts{{FactKind::Months, BilledQuantity::ofMicro(BilledQuantity::microPerUnit)}};
    MH_TRY(facts.front().value, quantityOr(fields, Key("months"), facts.front().value));
    for (const auto& [name, kind] :
         {std::pair("days", FactKind::Days), std::pair("people", FactKind::People),
          std::pair("area", FactKind::SquareMetres), std::pair("households", FactKind::Households),
          std::pair("free_qty", FactKind::FreeQuantity)}) {
        if (!fields.has(Key(name)))
            continue;
        MH_TRY(const BilledQuantity value, quantityOf(fields, Key(name)));
        facts.push_back({kind, value});
    }
    for (std::size_t i = 0; i < version.factNames.size(); ++i) {
        const QByteArray key = version.factNames[i].toUtf8();
        const auto kind = static_cast<FactKind>(std::size_t(FactKind::FirstNamed) + i);
        if (!fields.has(Key(key)))
            continue;
        MH_TRY(const BilledQuantity value, namedFact(fields, Key(key), kind, version));
        facts.push_back({kind, value});
    }
    std::ranges::sort(facts, {}, &Fact::kind);
    return facts;
}

Result<std::vector<PeopleMonths>> peopleMonthsOf(JsonFields& fields) {
    std::vector<PeopleMonths> parts;
    for (const QJsonValue item : fields.take(Key("people_months")).toArray()) {
        const QJsonArray pair = item.toArray();
        JsonFields both(QJsonObject{{QStringLiteral("people"), pair.at(0)}, {QStringLiteral("months"), pair.at(1)}},
                        QStringLiteral("people_months"));
        MH_TRY(const BilledQuantity people, quantityOf(both, Key("people")));
        MH_TRY(const BilledQuantity months, quantityOf(both, Key("months")));
        parts.push_back({people, Ratio::ofMicro(months.micro())});
    }
    return parts;
}

Result<std::uint8_t> variantOf(JsonFields& fields, Key key, VariantAxis axis, const TariffVersion& version) {
    MH_TRY(const QString code, fields.textOr(key, {}));
    const auto& variants = version.ladder.variants;
    for (std::size_t i = 0; i < variants.size(); ++i) {
        if (variants[i].axis == axis && variants[i].code == code)
            return static_cast<std::uint8_t>(i + 1);
    }
    if (!code.isEmpty())
        return Error(BillingError::BadCase, {QString(key), code.left(40)});
    return std::uint8_t(0);
}

/// Lines that follow the scheme's rule get the case's; what has a rule of its own keeps it.
void overrideLines(TariffVersion& version, std::optional<RoundingRule> line) {
    const RoundingRule before = version.components.front().rounding;
    for (TariffComponent& component : version.components) {
        if (component.rounding != before)
            continue;
        component.scope = line ? RoundingScope::Line : RoundingScope::Bill;
        component.rounding = line.value_or(before);
    }
}

Result<void> overridePolicy(JsonFields& fields, TariffVersion& version) {
    if (fields.has(Key("quota_round"))) {
        MH_TRY(const auto bounds, quantityRoundingOr(fields, Key("quota_round"), "1"));
        version.policy.boundStep = bounds.step;
        version.policy.boundRounding = bounds.mode;
    }
    fields.take(Key("quota_round"));
    const QJsonObject json = fields.take(Key("rounding_override")).toObject();
    JsonFields rounding(json, QStringLiteral("rounding_override"));
    const auto ruleOf = [&](Key key) -> Result<std::optional<RoundingRule>> {
        const QJsonValue value = rounding.take(key);
        if (value.isNull())
            return std::optional<RoundingRule>();
        MH_TRY(const RoundingRule rule, importRounding(value, rounding.pathOf(key)));
        return std::optional(rule);
    };
    if (json.contains(Key("line"))) {
        MH_TRY(const auto line, ruleOf(Key("line")));
        overrideLines(version, line);
    }
    if (json.contains(Key("total"))) {
        MH_TRY(version.policy.totalRounding, ruleOf(Key("total")));
    }
    return rounding.finish();
}

TariffComponent modifier(const TariffVersion& version, const char* code, QStringView kind, BilledPrice price) {
    const TariffComponent& first = version.components.front();
    return {QString::fromLatin1(code),           {}, (*chargeKind(kind))->id, FactKind::Bill, Payee::OwnIncome, {price},
            Ratio::ofMicro(Ratio::microPerUnit), {}, first.rounding,          first.scope};
}

/// Behind all charges, before percentages of the subtotal and limits: no component in front moves.
void insertCharge(TariffVersion& version, TariffComponent component, bool beforePercentages) {
    auto place = version.components.begin();
    for (; place != version.components.end(); ++place) {
        const ChargeKind* kind = *chargeKind(place->kind);
        if (kind->phase(*place) != ChargePhase::Charge || (beforePercentages && kind->code == Key("percent")))
            break;
    }
    version.components.insert(place, std::move(component));
}

bool isOfTheScheme(const TariffComponent& component, const TariffVersion& version) {
    const bool banded = version.ladder.mode == LadderMode::WholeBand || version.ladder.mode == LadderMode::BandTable;
    return (*chargeKind(component.kind))->code == Key("volume") || component.code == u"base" || isOnArea(component) ||
           component.code == u"metered" || (banded && component.code == u"fixed");
}

/// One price on all the use instead of the scheme's own charges.
Result<void> overridePrice(JsonFields& fields, VariantChoice& choice, TariffVersion& version) {
    if (!fields.has(Key("flat_price"))) {
        fields.take(Key("flat_price"));
        return {};
    }
    MH_TRY(const QString text, fields.decimal(Key("flat_price")));
    MH_TRY(const BilledPrice price, BilledPrice::parse(text).within(QStringLiteral("flat_price")));
    std::vector<TariffComponent> kept{modifier(version, "energy", u"levy", price)};
    for (TariffComponent component : version.components) {
        if (isOfTheScheme(component, version))
            continue;
        const PriceList prices = pricesFor(component, choice);
        component.prices.assign(prices.plain.begin(), prices.plain.end());
        component.variantPrices.clear();
        if (component.prices.size() > 1 && component.bands.empty())
            component.prices.resize(1, component.prices.front());
        if (!component.of.empty())
            component.of.assign(1, 0);
        kept.push_back(std::move(component));
    }
    version.components = std::move(kept);
    version.ladder = {LadderMode::Flat, {}, version.ladder.cycle};
    version.registers.clear();
    choice = {};
    return {};
}

/// What one unit costs at the bottom of the scheme.
Result<BilledPrice> firstPrice(const TariffVersion& version, VariantChoice choice) {
    BilledPrice sum = BilledPrice::ofMicro(0);
    for (const TariffComponent& component : version.components) {
        const PriceList prices = pricesFor(component, choice);
        const bool counts = (*chargeKind(component.kind))->code == Key("volume") || component.code == u"base";
        if (counts && !prices.plain.empty()) {
            MH_TRY(sum, sum.plus(prices.of(0)));
        }
    }
    return sum;
}

Result<void> modify(JsonFields& fields, VariantChoice choice, TariffVersion& version) {
    if (fields.has(Key("free_qty"))) {
        MH_TRY(const BilledPrice price, firstPrice(version, choice));
        insertCharge(version, modifier(version, "free_quota", u"free", price), true);
    }
    if (fields.has(Key("discount_percent"))) {
        MH_TRY(const QString percent, fields.decimal(Key("discount_percent")));
        MH_TRY(const Rate rate, Rate::parsePercent(percent).within(QStringLiteral("discount_percent")));
        insertCharge(version, modifier(version, "discount", u"percent", BilledPrice::ofMicro(-rate.micro())), false);
    }
    fields.take(Key("discount_percent"));
    return {};
}

/// A case has no dates; any interval will do.
Result<BillingInputs> undated(TariffVersionId version) {
    MH_TRY(const Date from, Date::of(2026, 1, 1));
    MH_TRY(const ReadingInterval interval, ReadingInterval::of(from, from.addDays(1)));
    return BillingInputs{AccountId::fromRaw(1),
                         ServicePointId::fromRaw(1),
                         AccountingMonth::containing(from),
                         interval,
                         version,
                         currentRuleVersion,
                         {},
                         {}};
}
} // namespace

Result<BilledQuantity> quantityOf(JsonFields& fields, Key key) {
    MH_TRY(const QString text, fields.decimal(key));
    return BilledQuantity::parse(text).within(fields.pathOf(key));
}

Result<BilledQuantity> quantityOr(JsonFields& fields, Key key, BilledQuantity missing) {
    if (fields.has(key))
        return quantityOf(fields, key);
    fields.take(key);
    return missing;
}

Result<Date> dateOf(JsonFields& fields, Key key) {
    MH_TRY(const QString text, fields.text(key));
    return Date::parse(text).within(fields.pathOf(key));
}

Result<QuantityRounding> quantityRoundingOr(JsonFields& fields, Key key, const char* missingStep) {
    QJsonValue value = fields.take(key);
    if (value.isUndefined() || value.isNull())
        value = QJsonArray{QString::fromLatin1(missingStep), QStringLiteral("half_up")};
    MH_TRY(const RoundingRule rule, importRounding(value, fields.pathOf(key)));
    return QuantityRounding{BilledQuantity::ofMicro(rule.stepMicro()), rule.mode()};
}

Result<UseShare> useShareOf(JsonFields& share, const QuantityRounding& rounding) {
    const bool isFixed = share.has(Key("fixed_qty"));
    MH_TRY(const BilledQuantity ratio, quantityOr(share, Key("ratio"), BilledQuantity::zero()));
    MH_TRY(const BilledQuantity quantity, quantityOr(share, Key("fixed_qty"), BilledQuantity::zero()));
    return UseShare{isFixed ? UseShare::Kind::Fixed : UseShare::Kind::ByRatio, Ratio::ofMicro(ratio.micro()), quantity,
                    rounding.step, rounding.mode};
}

QJsonObject merged(QJsonObject under, const QJsonObject& over) {
    for (auto field = over.begin(); field != over.end(); ++field)
        under.insert(field.key(), field.value());
    return under;
}

Result<Rateable> rateableOf(const QJsonObject& json, const FindTariff& find) {
    JsonFields fields(json, QStringLiteral("inputs"));
    MH_TRY(const QString id, fields.text(Key("tariff")));
    MH_TRY(TariffVersion version, find(id));
    MH_TRY(BillingInputs inputs, undated(version.id));
    MH_TRY(inputs.choice.season, variantOf(fields, Key("season"), VariantAxis::Season, version));
    MH_TRY(inputs.choice.category, variantOf(fields, Key("category"), VariantAxis::Category, version));
    MH_CHECK(overridePolicy(fields, version));
    MH_TRY(inputs.segments, segmentsOf(fields, version));
    MH_CHECK(modify(fields, inputs.choice, version));
    MH_CHECK(overridePrice(fields, inputs.choice, version));
    MH_TRY(inputs.ladderBefore, quantityOr(fields, Key("prior"), BilledQuantity::zero()));
    MH_TRY(inputs.boundScale, boundScaleOf(fields, version.ladder));
    MH_TRY(inputs.proration, prorationOf(fields, version.ladder));
    MH_TRY(inputs.facts, factsOf(fields, version));
    MH_TRY(inputs.peopleMonths, peopleMonthsOf(fields));
    for (const Key said : {Key("reset"), Key("label"), Key("note"), Key("heat")})
        fields.take(said);
    MH_CHECK(fields.finish());
    MH_CHECK(checkTariffVersion(version));
    return Rateable{std::move(inputs), std::move(version)};
}

Result<CaseBill> rateOne(Rateable rateable) {
    CaseBill rated{std::move(rateable.inputs), std::move(rateable.version), Bill::empty(Currency::cny()), {}};
    MH_CHECK(rate(rated.inputs, rated.version, rated.bill, &rated.trace));
    return rated;
}

Result<CaseBill> rateOne(const QJsonObject& inputs, const FindTariff& find) {
    MH_TRY(Rateable rateable, rateableOf(inputs, find));
    return rateOne(std::move(rateable));
}

} // namespace meterhall::golden
