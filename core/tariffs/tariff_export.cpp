#include "core/base/decimal.h"
#include "core/tariffs/components/catalog.h"
#include "core/tariffs/tariff_file_names.h"
#include "core/tariffs/tariff_json.h"

#include <QJsonArray>

namespace meterhall {

namespace {
using namespace tarifffile;

template <class Row, std::size_t Count, class Value, class Member>
Key nameIn(const Row (&rows)[Count], Value value, Member Row::*member) {
    for (const Row& row : rows) {
        if (row.*member == value)
            return row.name;
    }
    return {};
}

Key fileCode(RoundingMode mode) {
    switch (mode) {
    case RoundingMode::Down:
        return Key("floor");
    case RoundingMode::Up:
        return Key("ceil");
    case RoundingMode::HalfUp:
    case RoundingMode::HalfEven:
    case RoundingMode::HalfDown:
    case RoundingMode::Floor:
    case RoundingMode::Ceiling:
        break;
    }
    return roundingModeCode(mode);
}

QJsonArray exported(std::int64_t stepMicro, RoundingMode mode) {
    return {formatScaled(stepMicro, 6), fileCode(mode)};
}

template <class Number>
QJsonArray texts(const std::vector<Number>& numbers) {
    QJsonArray array;
    for (const Number number : numbers)
        array.append(number.toString());
    return array;
}

void insertUnlessEmpty(QJsonObject& json, const QString& key, const QJsonArray& array) {
    if (!array.isEmpty())
        json.insert(key, array);
}

QString factName(FactKind kind, const TariffVersion& version) {
    const auto named = static_cast<std::size_t>(kind) - static_cast<std::size_t>(FactKind::FirstNamed);
    return kind >= FactKind::FirstNamed ? version.factNames[named] : QString(factCode(kind));
}

void insertAxes(QJsonObject& json, const TariffComponent& component, const TariffVersion& version) {
    insertUnlessEmpty(json, QStringLiteral("register_prices"), texts(component.registerPrices));
    QJsonArray variants;
    for (const VariantPrices& own : component.variantPrices) {
        QJsonObject row{{QStringLiteral("variant"), own.variant}, {QStringLiteral("prices"), texts(own.prices)}};
        insertUnlessEmpty(row, QStringLiteral("register_prices"), texts(own.registerPrices));
        variants.append(row);
    }
    insertUnlessEmpty(json, QStringLiteral("variants"), variants);
    QJsonArray factors;
    for (const FactKind factor : component.factors)
        factors.append(factName(factor, version));
    insertUnlessEmpty(json, QStringLiteral("factors"), factors);
    insertUnlessEmpty(json, QStringLiteral("bands"), texts(component.bands));
    if (component.by != FactKind::Bill)
        json.insert(QStringLiteral("by"), factName(component.by, version));
    if (component.table.empty())
        return;
    QJsonObject table;
    for (const TablePrice& row : component.table)
        table.insert(row.key, row.price.toString());
    json.insert(QStringLiteral("table"), table);
}

void insertPercentage(QJsonObject& json, const TariffComponent& component, const TariffVersion& version) {
    if (component.percentOf != PercentOf::LinesSoFar)
        json.insert(QStringLiteral("percent_of"), nameIn(percentNames, component.percentOf, &PercentName::base));
    QJsonArray of;
    for (const std::uint16_t other : component.of)
        of.append(version.components[other].code);
    insertUnlessEmpty(json, QStringLiteral("of"), of);
}

QJsonObject exported(const TariffComponent& component, const TariffVersion& version) {
    QJsonObject json{{QStringLiteral("code"), component.code},
                     {QStringLiteral("label"), component.label},
                     {QStringLiteral("kind"), (*chargeKind(component.kind))->code},
                     {QStringLiteral("per"), factName(component.per, version)},
                     {QStringLiteral("payee"), nameIn(payeeNames, component.payee, &PayeeName::payee)},
                     {QStringLiteral("prices"), texts(component.prices)},
                     {QStringLiteral("share"), component.share.toString()},
                     {QStringLiteral("scope"), nameIn(scopeNames, component.scope, &ScopeName::scope)},
                     {QStringLiteral("round"), exported(component.rounding.stepMicro(), component.rounding.mode())}};
    if (component.tax != ComponentTax{}) {
        QJsonObject tax{{QStringLiteral("percent"), component.tax.rate.toPercentString()},
                        {QStringLiteral("included"), component.tax.included}};
        if (component.tax.netFirst)
            tax.insert(QStringLiteral("net_first"), true);
        json.insert(QStringLiteral("tax"), tax);
    }
    insertAxes(json, component, version);
    insertPercentage(json, component, version);
    return json;
}

QString monthAndDay(int month, int day) {
    return QStringLiteral("%1-%2").arg(month, 2, 10, QLatin1Char('0')).arg(day, 2, 10, QLatin1Char('0'));
}

void insertLadder(QJsonObject& json, const Ladder& ladder) {
    QJsonArray quota;
    for (const QuotaStep& step : ladder.quota)
        quota.append(QJsonObject{{QStringLiteral("from_people"), step.fromPeople},
                                 {QStringLiteral("on_top"), step.onTop},
                                 {QStringLiteral("add"), texts(step.add)},
                                 {QStringLiteral("per_person"), texts(step.perPerson)},
                                 {QStringLiteral("beyond"), step.beyond}});
    insertUnlessEmpty(json, QStringLiteral("quota"), quota);
    QJsonArray variants;
    for (const LadderVariant& variant : ladder.variants) {
        QJsonObject row{{QStringLiteral("axis"), nameIn(axisNames, variant.axis, &AxisName::axis)},
                        {QStringLiteral("code"), variant.code}};
        if (variant.ownBounds)
            row.insert(QStringLiteral("upto"), texts(variant.upperBounds));
        if (variant.fromMonth != 0)
            row.insert(QStringLiteral("begins"), monthAndDay(variant.fromMonth, variant.fromDay));
        variants.append(row);
    }
    insertUnlessEmpty(json, QStringLiteral("variants"), variants);
    QJsonArray tables;
    for (const BandTable& table : ladder.bandTables)
        tables.append(texts(table.upperBounds));
    insertUnlessEmpty(json, QStringLiteral("band_tables"), tables);
}

QJsonObject exportedRounding(const TariffVersion& version) {
    const QJsonArray minor = exported(version.currency.minorUnitMicro(), RoundingMode::HalfUp);
    const BillingPolicy& policy = version.policy;
    QJsonObject json{{QStringLiteral("line"), minor}, {QStringLiteral("total"), minor}};
    if (const auto& total = policy.totalRounding)
        json.insert(QStringLiteral("total"), exported(total->stepMicro(), total->mode()));
    if (const auto& subtotal = policy.subtotalRounding)
        json.insert(QStringLiteral("subtotal"), exported(subtotal->stepMicro(), subtotal->mode()));
    return json;
}

/// What a file need not say is left out where it is not said.
void insertDivision(QJsonObject& json, const BillingPolicy& policy) {
    const BillingPolicy usual;
    if (policy.seasonBoundary != usual.seasonBoundary)
        json.insert(QStringLiteral("season_boundary"),
                    nameIn(windowBoundaryNames, policy.seasonBoundary, &WindowBoundaryName::rule));
    if (policy.standingCharges != usual.standingCharges)
        json.insert(QStringLiteral("standing_charges"),
                    nameIn(standingChargeNames, policy.standingCharges, &StandingChargeName::rule));
    if (policy.partialWindow != usual.partialWindow)
        json.insert(QStringLiteral("partial_window"),
                    nameIn(partialWindowNames, policy.partialWindow, &PartialWindowName::rule));
    if (policy.householdChange != usual.householdChange)
        json.insert(QStringLiteral("household_change"),
                    nameIn(householdChangeNames, policy.householdChange, &HouseholdChangeName::rule));
    if (policy.newPriceLadder != usual.newPriceLadder)
        json.insert(QStringLiteral("new_price_ladder"),
                    nameIn(newPriceLadderNames, policy.newPriceLadder, &NewPriceLadderName::rule));
    if (policy.zeroUse != usual.zeroUse)
        json.insert(QStringLiteral("zero_use"), nameIn(zeroUseNames, policy.zeroUse, &ZeroUseName::rule));
    if (policy.daysOfMonth != usual.daysOfMonth)
        json.insert(QStringLiteral("days_of_month"), policy.daysOfMonth);
    if (policy.useRounding)
        json.insert(QStringLiteral("use_rounding"),
                    exported(policy.useRounding->stepMicro(), policy.useRounding->mode()));
    if (policy.proration != usual.proration)
        json.insert(QStringLiteral("proration"), QJsonObject{{QStringLiteral("days"), policy.proration.days},
                                                             {QStringLiteral("from"), policy.proration.from},
                                                             {QStringLiteral("to"), policy.proration.to}});
}

QJsonArray exportedTiers(const Ladder& ladder) {
    QJsonArray tiers;
    for (const BilledQuantity bound : ladder.upperBounds)
        tiers.append(QJsonObject{{QStringLiteral("upto"), bound.toString()}});
    tiers.append(QJsonObject{{QStringLiteral("upto"), QJsonValue::Null}});
    return tiers;
}

QString cycleName(const LadderCycle& cycle) {
    for (const CycleName& row : cycleNames) {
        if (row.cycle.counting == cycle.counting && row.cycle.unit == cycle.unit && row.cycle.length == cycle.length)
            return row.name;
    }
    const bool isWindow = cycle.counting == LadderCounting::Window;
    return QStringLiteral("%1%2")
        .arg(cycle.length)
        .arg(isWindow ? QStringLiteral("month_window") : QStringLiteral("month"));
}

QJsonObject exported(const LadderCycle& cycle) {
    return {{QStringLiteral("kind"), cycleName(cycle)},
            {QStringLiteral("reset"), monthAndDay(cycle.resetMonth, cycle.resetDay)}};
}
} // namespace

QJsonObject exportTariff(const Tariff& tariff, const TariffVersion& version) {
    QJsonArray components;
    for (const TariffComponent& component : version.components)
        components.append(exported(component, version));
    QJsonObject json{
        {QStringLiteral("id"), tariff.code},
        {QStringLiteral("name"), tariff.name},
        {QStringLiteral("commodity"), commodityCode(tariff.commodity)},
        {QStringLiteral("unit"), unitCode(version.unit)},
        {QStringLiteral("currency"), version.currency.code()},
        {QStringLiteral("effective_from"), version.effectiveFrom.toString()},
        {QStringLiteral("price_order"), version.priceOrder},
        {QStringLiteral("dial_step"), version.dialStep.toString()},
        {QStringLiteral("cycle"), exported(version.ladder.cycle)},
        {QStringLiteral("bound_rounding"), exported(version.policy.boundStep.micro(), version.policy.boundRounding)},
        {QStringLiteral("tier_mode"), nameIn(modeNames, version.ladder.mode, &ModeName::mode)},
        {QStringLiteral("price_change"), nameIn(priceChangeNames, version.policy.priceChange, &PriceChangeName::rule)},
        {QStringLiteral("window_boundary"),
         nameIn(windowBoundaryNames, version.policy.windowBoundary, &WindowBoundaryName::rule)},
        {QStringLiteral("rounding"), exportedRounding(version)},
        {QStringLiteral("components"), components}};
    if (version.ladder.mode != LadderMode::Flat)
        json.insert(QStringLiteral("tiers"), exportedTiers(version.ladder));
    insertLadder(json, version.ladder);
    insertDivision(json, version.policy);
    QJsonArray registers;
    for (const RegisterName& name : version.registers)
        registers.append(QString::fromStdString(name));
    insertUnlessEmpty(json, QStringLiteral("registers"), registers);
    insertUnlessEmpty(json, QStringLiteral("facts"),
                      QJsonArray::fromStringList({version.factNames.begin(), version.factNames.end()}));
    return json;
}

} // namespace meterhall
