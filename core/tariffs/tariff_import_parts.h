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

} // namespace meterhall::tarifffile
