#pragma once

#include "core/billing/golden_inputs.h"

/// What the inputs of a golden case of a purchase come to.
namespace meterhall::golden {

struct PurchaseCase {
    Rateable rateable; ///< the account, without use
    std::optional<BilledQuantity> volume{};
    std::optional<Money> money{};
    BilledQuantity step = BilledQuantity::zero(); ///< of money
};
Result<PurchaseCase> volumeCaseOf(const QJsonObject& inputs, const FindTariff& find);
Result<PurchaseCase> moneyCaseOf(const QJsonObject& inputs, const FindTariff& find);

} // namespace meterhall::golden
