#pragma once

#include "core/registry/registry.h"

namespace meterhall {

/// NotSettledTo: what was used until that day cannot be billed now, with the reason ("not-read", "doubtful-reading" …).
/// OpenBills, FinalBillUnpaid, CreditLeft, DebtsFirst: with the sum. Suspended: with the day.
METERHALL_ERRORS(HolderError, "holder", SameCustomer, UnknownCustomer, AccountClosed, NotSettledTo, OpenBills,
                 FinalBillUnpaid, CreditLeft, MeterShared, Suspended, NotSuspended, DebtsFirst)

/// The contract of an account passed from one customer to another (过户). `on` is the former holder's last day: bills
/// read up to it are his, those that begin on it are the new holder's.
struct AccountTransfer {
    std::int64_t id = 0;
    AccountId account;
    Date on;
    CustomerId from;
    CustomerId to;
    bool ladderAnew = false;  ///< what was used until that day counts on no bill behind it
    bool debtsTaken = false;  ///< the new holder pays what was open or not billed yet
    bool creditTaken = false; ///< what was paid ahead went along
    QString document;
};

/// An account's last day (销户). It is never opened again; a new account takes its place.
struct AccountClosing {
    std::int64_t id = 0;
    AccountId account;
    Date on;
    bool meterTakenDown = false;
    QString reason;
};

/// The customer wants no supply for a while (报停): `on` is its last day, `resumedOn` the first one behind (复用).
struct AccountSuspension {
    std::int64_t id = 0;
    AccountId account;
    Date on;
    QString document;
    std::optional<Date> resumedOn{};
};
struct AccountResumption {
    std::int64_t id = 0;
    std::int64_t suspension = 0;
    AccountId account; ///< the suspension's
    Date on;
    QString document;
};

} // namespace meterhall
