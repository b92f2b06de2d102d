#pragma once

#include "core/billing/bill.h"
#include "core/billing/billing_inputs.h"

namespace meterhall {

/// A bill that was issued: what it was computed from, and by which price.
struct IssuedBill {
    BillingInputs inputs;
    const TariffVersion* version = nullptr; ///< the one the inputs name
};

/// One bill of a correction.
struct CorrectedBill {
    Money before;         ///< as it was issued; its mirror image takes it back
    BillingInputs inputs; ///< as they should have been
    Bill bill;            ///< what they give
};

struct Correction {
    std::vector<CorrectedBill> bills; ///< in the order of those that were issued
    Money adjustment;                 ///< sum of the new totals less sum of the old ones
};

/// Reverse and replay: every bill is rated again in its own period, by its own price and rules, with the segments it
/// should have had, and begins where the corrected bills before it leave the ladder. Never at today's price, never at
/// the top of the present ladder. `segments` has one list for each bill. NothingToCorrect, or what rating says.
///
/// Bills of one ladder window pass the corrected difference on to those behind them; a bill of another window, or of
/// none, begins where it began.
Result<Correction> replayBills(std::span<const IssuedBill> issued, std::span<const std::vector<UsageSegment>> segments);

} // namespace meterhall
