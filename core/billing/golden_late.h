#pragma once

#include "core/billing/golden_case.h"
#include "core/billing/late_charge.h"
#include "core/tariffs/json_fields.h"

/// What the inputs of a golden case of late charges come to.
namespace meterhall::golden {

/// A share of one: "0.003".
Result<Rate> shareOf(const QJsonValue& value, const QString& path);

/// A bill that is paid late: by its last due day, or by the days and rates the case counts itself.
struct LateCaseBill {
    Money owed;
    std::optional<Date> lastDue{};
    std::vector<LateStretch> stated{};
};
struct LateCase {
    LateChargeRule rule;
    std::vector<LateCaseBill> bills;
    std::optional<Date> paid{};
};
Result<LateCase> lateCaseOf(const QJsonObject& inputs);

/// A rule, due days and a day of payment by which bills that state their days are charged just so. Empty where no rule
/// does that to all of them.
std::optional<LateCase> datedCase(const LateCase& stated);

} // namespace meterhall::golden
