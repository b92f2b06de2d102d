#pragma once

#include "core/money/money.h"
#include "core/registry/holders.h"
#include "core/services/session.h"

namespace meterhall::services {

// A customer wants no supply for a while (报停), and has it again later (复用). Nothing is billed for the days between.
// The next run cuts the last bill on the day of the suspension; the first one behind it begins on the day of the
// resumption, at the dial of the suspension: what was used meanwhile all the same is on it.

/// `key` is made by Session::newKey and becomes the suspension's number: the same key with the same content again
/// answers "already done".
struct SuspensionRequest {
    std::int64_t key = 0;
    AccountId account;
    Date on; ///< the last day of supply
    /// The dial of today, in the unit the account is billed in; it comes in as a reading. Empty where the meter was
    /// read on that day.
    std::optional<Decimal> dial{};
    QString document;
};
struct SuspensionResult {
    Money lastBill; ///< what the bill up to that day will come to
    bool alreadyDone = false;
};
/// Service::SuspendAccount, with a dial StoreReadings too. Guards in this order: duty, SecurityError::ReasonMissing (no
/// document), UnknownAccount, known key (KeyUsedForSomethingElse), AccountClosed, MeterShared, BadDay (in the future,
/// not behind the transfer or resumption before, or a dial that was not read today), Suspended, BilledAlready,
/// NotSettledTo (that day was not read, or doubtfully), DebtsFirst (open bills).
Result<SuspensionResult> suspendAccount(Session& session, const SuspensionRequest& request);

struct ResumptionRequest {
    std::int64_t key = 0;
    AccountId account;
    Date on; ///< the first day of supply
    QString document;
};
struct ResumptionResult {
    Date suspendedOn;
    bool alreadyDone = false;
};
/// Service::SuspendAccount. Guards in this order: duty, SecurityError::ReasonMissing, UnknownAccount, known key,
/// AccountClosed, NotSuspended, BadDay (in the future, or not behind the suspension).
Result<ResumptionResult> resumeAccount(Session& session, const ResumptionRequest& request);

} // namespace meterhall::services
