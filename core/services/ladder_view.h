#pragma once

#include "core/billing/ladder_standing.h"
#include "core/services/session.h"

namespace meterhall::services {

/// What was used since the last bill and nobody has billed yet, up to the newest reading that could be billed today.
struct UnbilledUse {
    Date readOn;
    BilledQuantity use;
    LadderStanding standing;          ///< with it; of the window `readOn` belongs to
    Money amount;                     ///< what a bill made today would come to
    std::optional<Date> tierEndsOn{}; ///< when use goes on as since the last bill and in it; empty in the last tier
};

/// Where an account stands on its ladder (阶梯位置), for a thermometer.
struct LadderView {
    TariffVersionId version; ///< in force today
    QString tariffCode;
    QString priceOrder;
    Date effectiveFrom;
    QString unit;
    LadderMode mode = LadderMode::Flat;
    std::vector<LadderTier> tiers; ///< one without a bound where there is no ladder
    /// Over which use is counted, today's; it restarts on `window->to()`. Empty where every bill begins at zero.
    std::optional<LadderWindow> window;
    LadderStanding billed;          ///< with what was billed, and came along, in today's window
    std::optional<Date> billedUpTo; ///< day of the last reading that was billed, or that the account came with
    std::optional<UnbilledUse> unbilled;
    QString heldBecause; ///< why there is no unbilled use: "not-read", "doubtful-reading", "already-billed" …
};
/// Service::FindCustomer; RegistryError::UnknownAccount; TariffError::NoVersionOnDate where no version of the account's
/// tariff is in force today.
Result<LadderView> ladderView(Session& session, AccountId account);

} // namespace meterhall::services
