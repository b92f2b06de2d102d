#pragma once

#include "core/tariffs/tariff_version.h"

#include <QJsonObject>

namespace meterhall {

// The exchange form of a tariff: one JSON object, decimals as strings.
//
//     {"id", "commodity", "unit", "currency", "cycle": {"kind": "year" | "season" | "month" | "bimonth" | "quarter" |
//      "4month" | "half_year" | "Nmonth" | "Nmonth_window" | "per_day" | "none", "reset": "01-01"},
//      "rounding": {"line", "subtotal", "total"}: [step, mode] or null, "tier_mode": …}
//
// The published files name a scheme in "tier_mode":
//
//     graduated     "tiers": [{"upto": 180 or null, "price"}], or "components": [{"code", "label", "prices"}];
//                   "tou": {"tier_prices": [{register: price}]}
//     flat          "components"
//     adder         "base_price", "tou": {"base": {register: price}}, "tiers": [{"upto", "adder"}]
//     whole_volume  "tiers": [{"upto", "price", "fixed"}]
//     grouped       "groups": [{"upto", "fixed", "tiers"}]
//     two_part      "two_part": {"basic", "metered", "basic_factors": [inputs]}
//
// and beside it "seasons" and "categories": {code: {"tiers", "fixed_by_tier", "two_part"}}, "household_rule",
// "fixed_by_tier", "fixed": [{"code", "amount", "per", "by", "table", "round"}], "per_unit": [{"code", "rate",
// "round"}], "rebates": [{"code", "bands": [{"upto", "rate"}]}], "post": [{"code", "rate" | "rates", "base": "subtotal"
// | "running" | "tier_percent", "round"}], "minimum", "cap". All of it becomes components (docs/decisions/0060).
//
// This program writes components and what they need: "tier_mode" flat, graduated, whole_band or band_table, "name",
// "price_order", "dial_step", "price_change", "window_boundary",
// "season_boundary", "use_rounding", "standing_charges", "partial_window", "household_change",
// "new_price_ladder", "zero_use", "days_of_month", "proration": {"days", "from", "to"}, "bound_rounding", "quota",
// "variants" (of a season {"begins": "05-01"}), "band_tables", "registers", "facts", and in a component "kind", "per",
// "payee", "share", "tax", "round", "scope", "register_prices", "variants", "factors", "by", "table", "bands",
// "percent_of", "of".
//
// Bounds are inclusive and cumulative; rounding is symmetric for negative amounts. Without "rounding", lines are
// rounded to hundredths, half up. Any other field that is a number, a list or an object is refused with
// TariffError::Unsupported(path); what is said in words goes to the remarks.

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
