#pragma once

#include "core/billing/usage.h"
#include "core/tariffs/charge.h"

namespace meterhall {

/// Versions of a bill's parts, in their order; of a bill that is one, that one. The last is the version a bill names.
using BillPrices = std::span<const TariffVersion* const>;

/// The version a line of a bill was charged by.
const TariffVersion& priceOfLine(const ChargeLine& line, BillPrices prices);
/// The papers of the government behind a bill, each once, the oldest first.
QStringList priceOrders(BillPrices prices);

/// What the account is billed of what its segments counted, all of it or its share of it (use_share.h), and of the
/// losses of master meters (loss_share.h).
MeteredUse wholeUse(const BillingInputs& inputs, const TariffVersion& version, Derivation& derivation);

/// The use of each part. A dial read on the day of change says what lies before it; between two readings the days do,
/// rounded by the version of the last part. The parts add up to the account's use of the whole bill;
/// losses, which no reading divides, are divided as what lies behind the last reading of a change.
std::vector<MeteredUse> usesOfParts(const BillingInputs& inputs, const TariffVersion& version, Derivation& derivation);

/// The day by which use is looked for on the ladder: `day`, or the day of the window nearest to it where the policy
/// counts the use in another window than the day's.
Date ladderDay(Date day, const std::optional<LadderWindow>& window);

} // namespace meterhall
