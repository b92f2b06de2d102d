#pragma once

#include "core/base/trace.h"
#include "core/billing/bill.h"
#include "core/billing/bill_parts.h"
#include "core/billing/ladder_position.h"

namespace meterhall {

/// The rules new bills are computed by. A fault found in them is repaired in a new rule version; the old one stays
/// callable, so that every bill ever issued can be reproduced (docs/decisions: bills store inputs and rule version).
constexpr std::uint16_t currentRuleVersion = 1;

/// Rates `inputs` by the version they name. Pure: the same arguments give the same bill.
///
/// `bill` is overwritten; reuse it, then rating allocates nothing. With a `trace` the same code writes down how the
/// total was derived; core/proof judges it.
Result<void> rate(const BillingInputs& inputs, const TariffVersion& version, Bill& bill, Trace* trace = nullptr);
/// Of a bill that may be divided: each part is rated by its own version, and the bill is all of them together.
Result<void> rate(const BillingInputs& inputs, BillPrices prices, Bill& bill, Trace* trace = nullptr);

/// For one account, where an allocation does not matter.
Result<Bill> rated(const BillingInputs& inputs, const TariffVersion& version);
Result<Bill> rated(const BillingInputs& inputs, BillPrices prices);

/// What a bill puts on the ladder, part by part.
std::vector<IssuedUse> usesOf(const BillingInputs& inputs, const Bill& bill);

/// What the next bill of a register starts from: the dial cut to the step, as rating cuts it. For start dials of new
/// meters and for BillingInputs::UsageSegment::previousDial.
Result<BilledQuantity> billedDial(BilledQuantity dial, const TariffVersion& version);

/// Whether the stored inputs, rated again, give the stored bill byte for byte. An error is: they cannot be rated.
Result<bool> reproduces(const BillingInputs& stored, ByteView bill, BillPrices prices);
Result<bool> reproduces(ByteView inputs, ByteView bill, const TariffVersion& version);

} // namespace meterhall
