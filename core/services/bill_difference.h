#pragma once

#include "core/billing/bill_difference.h"
#include "core/services/open_bills.h"

namespace meterhall::services {

/// OtherMeasure: one is of gas in m3, the other of electricity. NotReproduced: a bill does not come out as it is
/// stored, so nothing can be said about it (verify() names it).
METERHALL_ERRORS(BillDifferenceError, "billdifference", OtherMeasure, NotReproduced)

/// Two bills and why the later one comes to another sum; what was told about each goes into words.
struct BillDifferenceView {
    /// What a sentence about one of the bills needs.
    struct Side {
        BillArithmetic bill;
        int lastTier = 0; ///< the highest its use touched; 0 where there is no ladder
        std::optional<BilledQuantity> people{};
    };
    Side earlier;
    Side later;
    std::vector<DifferencePart> parts; ///< every cause once; they add up to `sum`
    Money sum;                         ///< of the later bill less the earlier one
};
/// Service::FindCustomer; LedgerError::UnknownBill. The bills may be of two accounts: neighbours compare.
Result<BillDifferenceView> billDifference(Session& session, BillId earlier, BillId later);

} // namespace meterhall::services
