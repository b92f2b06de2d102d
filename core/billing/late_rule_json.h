#pragma once

#include "core/billing/late_charge.h"

#include <QJsonObject>

namespace meterhall {

// The exchange form of a late-charge rule, in which it is stored too. Rates are shares of one ("0.001": 1 per mille a
// day); all but "rate" may be missing:
//
//     {"rate": "0.002", "rate_later_year": "0.003", "years": "one_rate" | "by_days" | "at_payment",
//      "start": "days" | "reminders" | "both" | "either", "grace_days": 15, "reminders": 1, "once": true,
//      "cap_percent": "100", "minimum": "1.00", "round": ["0.01", "half_up"], "on_behalf": false,
//      "second_person_above": "50.00"}

/// TariffError names what is missing, wrong or unknown: no rate, more than everything a day, a reminder asked for but
/// not how many.
Result<LateChargeRule> lateRuleFromJson(const QJsonObject& json, Currency currency);
/// Reading it again gives the same rule.
QJsonObject toJson(const LateChargeRule& rule);

} // namespace meterhall
