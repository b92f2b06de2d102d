#pragma once

#include "core/tariffs/tariff_version.h"

#include <QJsonObject>

namespace meterhall {

// The exchange form of a tariff: one JSON object, decimals as strings.
//
//     {"id", "commodity", "unit", "currency", "cycle": {"kind": "year" | "month" | "bimonth" | "4month" | "per_day" |
//      "none", "reset": "01-01"}, "tier_mode": "graduated" | "flat", "tiers": [{"upto": 180 or null, "price"}],
//      "components": [{"code", "label", "prices": by tier or one}], "fixed": [{"code", "amount", "per"}],
//      "per_unit": [{"code", "rate", "round"}], "rounding": {"line": [step, mode], "total": [step, mode]}}
//
// and, as this program writes it beyond that: "name", "price_order", "dial_step", "bound_rounding", and in a component
// "kind", "per", "payee", "share", "tax", "round". Bounds are inclusive and cumulative; rounding is symmetric for
// negative amounts. Any other field is refused with TariffError::Unsupported(path), except remarks about the source.

/// What a file does not say.
struct ImportDefaults {
    TariffId tariff;
    TariffVersionId version;
    Date effectiveFrom;      ///< when the file has no usable date; said in the remarks
    BilledQuantity dialStep; ///< when the file has none
};

struct ImportedTariff {
    Tariff tariff;
    TariffVersion version;
    /// What the file says in words and a person has to judge: "late_fee: …", "effective_from: …".
    QStringList remarks;
};

Result<ImportedTariff> importTariff(const QJsonObject& json, const ImportDefaults& defaults);

/// Importing it again with the same ids gives the same tariff and version.
QJsonObject exportTariff(const Tariff& tariff, const TariffVersion& version);

/// ["0.01", "half_up"]: half_up, half_even, half_down; floor and ceil round the magnitude, so that a reversal is the
/// mirror of its bill.
Result<RoundingRule> importRounding(const QJsonValue& value, const QString& path);

} // namespace meterhall
