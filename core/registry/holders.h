#pragma once

#include "core/registry/registry.h"

namespace meterhall {

/// NotSettledTo: what was used until that day cannot be billed now, with the reason ("not-read", "doubtful-reading" …).
/// OpenBills, FinalBillUnpaid, CreditLeft: with the sum.
METERHALL_ERRORS(HolderError, "holder", SameCustomer, UnknownCustomer, AccountClosed, NotSettledTo, OpenBills,
                 FinalBillUnpaid, CreditLeft, MeterShared)

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

} // namespace meterhall
