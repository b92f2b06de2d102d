#pragma once

#include "core/tariffs/json_fields.h"
#include "core/tariffs/tariff_version.h"

#include <QJsonArray>

/// Parts of tariff files that stand for themselves.
namespace meterhall::tarifffile {

/// A list of tiers: bounds, and what the file says in each of them. A list that does not say what lies above its last
/// bound is closed.
struct Tiers {
    std::vector<BilledQuantity> bounds;
    std::vector<BilledPrice> prices; ///< empty, or one for each tier
    std::vector<BilledPrice> adders;
    std::vector<BilledPrice> fixed; ///< zero where the file has null
    bool closed = false;

    std::size_t count() const { return bounds.size() + (closed ? 0 : 1); }
};
Result<Tiers> tiersOf(const QJsonValue& value, const QString& path);
/// Makes a closed list open: what is above its last bound has a price of zero, or that of the last tier.
enum class Beyond : std::uint8_t { CostsNothing, CostsAsTheLastTier };
void open(Tiers& tiers, Beyond beyond);

Result<LadderCycle> cycleOf(const QJsonValue& value);
/// "household_rule" in its four published forms.
Result<std::vector<QuotaStep>> householdRuleOf(const QJsonValue& value, std::size_t bounds);

Result<BilledPrice> priceOf(const QString& text, const QString& path);
Result<std::vector<BilledPrice>> pricesOf(JsonFields& fields, QLatin1StringView key);
Result<std::vector<BilledQuantity>> quantitiesOf(JsonFields& fields, QLatin1StringView key);

/// Empty where the field is missing.
Result<std::optional<BilledPrice>> priceIn(JsonFields& fields, QLatin1StringView key);
Result<int> wholeNumber(JsonFields& fields, QLatin1StringView key);
/// ["0.01", "half_up"], null for no rounding, `missing` where the file says nothing.
Result<std::optional<RoundingRule>> ruleOr(JsonFields& fields, QLatin1StringView key,
                                           std::optional<RoundingRule> missing);
/// {key: price}; a row whose key is no number has its place as its value.
Result<std::vector<TablePrice>> tableOf(const QJsonObject& json, const QString& path);

/// "05-01"; zeros where the file says nothing.
struct MonthDay {
    int month = 0;
    int day = 0;
};
Result<MonthDay> monthDayOf(JsonFields& fields, QLatin1StringView key);

/// What a file says of BillingPolicy but for its roundings of money. What it does not say stays as it is.
Result<void> takePolicy(JsonFields& fields, BillingPolicy& policy);

} // namespace meterhall::tarifffile
