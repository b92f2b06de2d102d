#pragma once

#include "core/billing/bill.h"
#include "core/billing/billing_inputs.h"

namespace meterhall {

/// A bill that was issued: what it was computed from, and by which price.
struct IssuedBill {
    BillingInputs inputs;
    const TariffVersion* version = nullptr;      ///< the one the inputs name
    std::vector<const TariffVersion*> earlier{}; ///< of a divided bill: those of its parts before the last
    /// Where a new holder's ladder began anew before this bill: what was used until that day is none of its business.
    std::optional<Date> ladderBegan{};
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

/// Reverse and replay: every bill is rated again in its own period, as `truth` says it should have been, and begins
/// where the corrected bills before it leave the ladder. Never at today's price, never at the top of the present
/// ladder. `truth` has one entry for each bill: its own inputs with what changes; another version where another tariff
/// should have been applied; and as ladderBefore what was billed before it in its window, rightly or wrongly.
/// NothingToCorrect, or what rating says.
///
/// Bills of one ladder window pass the corrected difference on to those behind them; a bill of another window, or of
/// none, begins where it began. So does a bill behind the day on which a new holder's ladder began anew.
Result<Correction> replayBills(std::span<const IssuedBill> issued, std::span<const IssuedBill> truth);

} // namespace meterhall
