#pragma once

#include "core/money/money.h"
#include "core/registry/holders.h"
#include "core/services/session.h"

#include <variant>

namespace meterhall::services {

// The contract of an account passes to another customer (过户), or ends (销户). The day is the former holder's last
// one. What was used until then is a bill of its own: the next run cuts it there, reviewed and issued like every other,
// and the one behind it begins there.

/// The customer of this number, or a new one, whose id and number are not read.
using NewHolder = std::variant<QString, Customer>;

/// `key` is made by Session::newKey and becomes the transfer's number: the same key with the same content again answers
/// "already done".
struct TransferRequest {
    std::int64_t key = 0;
    AccountId account;
    Date on;
    NewHolder holder;
    /// The dial both agreed on today, in the unit the account is billed in; it comes in as a reading. Empty where the
    /// meter was read on that day.
    std::optional<Decimal> dial{};
    QString document;
    bool ladderAnew = false; ///< or the new holder goes on where the former one left off
    bool takesDebts = false;
    bool takesCredit = false;
};
struct TransferResult {
    QString customerNumber; ///< of the new holder
    Money finalBill;        ///< what the former holder's last bill will come to: used until that day and not billed yet
    Money owed;             ///< was open, and the new holder took it over
    Money credit;           ///< paid ahead, what the last bill takes included
    bool alreadyDone = false;
};
/// Service::TransferAccount, with a dial StoreReadings too. Guards in this order: duty, SecurityError::ReasonMissing
/// (no document), UnknownAccount, known key (KeyUsedForSomethingElse), AccountClosed, UnknownCustomer, BadRow (no
/// name), SameCustomer, BadDay (in the future, not behind the transfer before, or a dial that was not read today),
/// Suspended, BilledAlready, NotSettledTo (that day was not read, or doubtfully). Unless the new holder takes them
/// over: OpenBills, FinalBillUnpaid (what was paid ahead does not pay the last bill), CreditLeft (it pays it and more).
Result<TransferResult> transferAccount(Session& session, const TransferRequest& request);

struct ClosingRequest {
    std::int64_t key = 0;
    AccountId account;
    Date on;
    /// The last dial; empty where the meter was read on that day. Of a meter that stays it was read today.
    std::optional<Decimal> dial{};
    bool takeMeterDown = true;
    QString reason;
};
struct ClosingResult {
    Money finalBill; ///< used until that day and not billed yet
    Money owed;      ///< open bills; the counter takes them as ever
    Money credit;    ///< paid ahead, what the last bill takes included; nothing pays it out yet
    bool alreadyDone = false;
};
/// Service::CloseAccount, with a dial of a meter that stays StoreReadings too. Guards in this order: duty,
/// SecurityError::ReasonMissing, UnknownAccount, known key, AccountClosed, MeterShared (the meter to take down is
/// another account's as well), BadDay (in the future, not behind the last transfer, or a dial of a meter that stays
/// that was not read today), Suspended, BilledAlready, NotInstalled (no meter to take down), NotSettledTo,
/// DialBelowStart.
Result<ClosingResult> closeAccount(Session& session, const ClosingRequest& request);

} // namespace meterhall::services
