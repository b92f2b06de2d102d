#pragma once

#include "core/billing/bill.h"
#include "core/billing/billing_inputs.h"

namespace meterhall {

using PurchaseId = Id<struct PurchaseTag>;

/// What a customer buys beforehand (IC-card meters): it is put on his ladder when he buys it, at the price of that day,
/// and is not priced again when the price changes.
struct Purchase {
    BilledQuantity volume = BilledQuantity::zero();
    Bill bill;
    Money left; ///< of the money that was given; nothing where a volume was asked for
};

/// `inputs` are those of a bill without use: account, ladder position, facts. Their segments are replaced.
BillingInputs inputsOfVolume(BillingInputs inputs, BilledQuantity volume);

Result<Purchase> buyVolume(BillingInputs inputs, const TariffVersion& version, BilledQuantity volume);

/// The largest whole multiple of `step` (what the meter can be told) that costs no more than the money: it is floored,
/// never rounded up, and the rest stays the customer's credit. Wants a tariff by which more costs more; TooLittleMoney
/// when even nothing costs more than the money.
Result<Purchase> buyForMoney(const BillingInputs& inputs, const TariffVersion& version, Money money,
                             BilledQuantity step);

} // namespace meterhall
