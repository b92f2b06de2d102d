#pragma once

#include "core/billing/golden_case.h"
#include "core/tariffs/json_fields.h"

/// From the inputs of golden cases to those of rating.
namespace meterhall::golden {

using Key = QLatin1StringView;

Result<BilledQuantity> quantityOf(JsonFields& fields, Key key);
Result<BilledQuantity> quantityOr(JsonFields& fields, Key key, BilledQuantity missing);
Result<Date> dateOf(JsonFields& fields, Key key);
/// ["0.01", "half_up"] for quantities.
struct QuantityRounding {
    BilledQuantity step;
    RoundingMode mode;
};
Result<QuantityRounding> quantityRoundingOr(JsonFields& fields, Key key, const char* missingStep);

/// One of the `shares` of mixed premises: its part, or its quantity.
Result<UseShare> useShareOf(JsonFields& share, const QuantityRounding& rounding);

QJsonObject merged(QJsonObject under, const QJsonObject& over);

/// What a case's inputs come to, not rated yet.
struct Rateable {
    BillingInputs inputs;
    TariffVersion version; ///< with what the case overrides
};
Result<Rateable> rateableOf(const QJsonObject& inputs, const FindTariff& find);
Result<CaseBill> rateOne(Rateable rateable);
Result<CaseBill> rateOne(const QJsonObject& inputs, const FindTariff& find);

} // namespace meterhall::golden
