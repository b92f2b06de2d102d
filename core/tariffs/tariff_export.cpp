#include "core/base/decimal.h"
#include "core/tariffs/components/catalog.h"
#include "core/tariffs/tariff_file_names.h"
#include "core/tariffs/tariff_json.h"

#include <QJsonArray>

namespace meterhall {

namespace {
using tarifffile::CycleName;
using tarifffile::cycleNames;
using tarifffile::Key;
using tarifffile::PayeeName;
using tarifffile::payeeNames;

Key payeeCode(Payee payee) {
    for (const PayeeName& row : payeeNames) {
        if (row.payee == payee)
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

QJsonObject exported(const TariffComponent& component) {
    QJsonArray prices;
    for (const BilledPrice price : component.prices)
        prices.append(price.toString());
    QJsonObject json{{QStringLiteral("code"), component.code},
                     {QStringLiteral("label"), component.label},
                     {QStringLiteral("kind"), (*chargeKind(component.kind))->code},
                     {QStringLiteral("per"), factCode(component.per)},
                     {QStringLiteral("payee"), payeeCode(component.payee)},
                     {QStringLiteral("prices"), prices},
                     {QStringLiteral("share"), component.share.toString()},
                     {QStringLiteral("round"), exported(component.rounding.stepMicro(), component.rounding.mode())}};
    if (component.tax != ComponentTax{})
        json.insert(QStringLiteral("tax"),
                    QJsonObject{{QStringLiteral("percent"), component.tax.rate.toPercentString()},
                                {QStringLiteral("included"), component.tax.included}});
    return json;
}

QJsonArray exportedTiers(const Ladder& ladder) {
    QJsonArray tiers;
    for (const BilledQuantity bound : ladder.upperBounds)
        tiers.append(QJsonObject{{QStringLiteral("upto"), bound.toString()}});
    tiers.append(QJsonObject{{QStringLiteral("upto"), QJsonValue::Null}});
    return tiers;
}

QJsonObject exported(const LadderCycle& cycle) {
    for (const CycleName& row : cycleNames) {
        if (row.cycle.counting != cycle.counting || row.cycle.unit != cycle.unit || row.cycle.length != cycle.length)
            continue;
        return {{QStringLiteral("kind"), row.name},
                {QStringLiteral("reset"), QStringLiteral("%1-%2")
                                              .arg(cycle.resetMonth, 2, 10, QLatin1Char('0'))
                                              .arg(cycle.resetDay, 2, 10, QLatin1Char('0'))}};
    }
    return {};
}
} // namespace

QJsonObject exportTariff(const Tariff& tariff, const TariffVersion& version) {
    QJsonArray components;
    for (const TariffComponent& component : version.components)
        components.append(exported(component));
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
        {QStringLiteral("tier_mode"),
         version.ladder.mode == LadderMode::Flat ? QStringLiteral("flat") : QStringLiteral("graduated")},
        {QStringLiteral("components"), components}};
    if (version.ladder.mode == LadderMode::Marginal)
        json.insert(QStringLiteral("tiers"), exportedTiers(version.ladder));
    if (const auto& total = version.policy.totalRounding)
        json.insert(QStringLiteral("rounding"),
                    QJsonObject{{QStringLiteral("total"), exported(total->stepMicro(), total->mode())}});
    return json;
}

} // namespace meterhall
