#pragma once

#include "core/billing/bill_request.h"
#include "core/registry/holders.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

/// The days a bill of an account does not go over: where its contract passed to another customer, where its supply was
/// suspended, and its last day. An account that never was transferred, suspended nor closed asks the database nothing.
/// Included by the .cpp files of services only.
class AccountEnds {
public:
    static Result<AccountEnds> of(storage::Database& database, const storage::BilledAccount& row);
    /// Where bills are walked through and no row is at hand: without the closing, which moves no ladder.
    static Result<AccountEnds> transfersOf(storage::Database& database, AccountId account);

    /// The day on which a bill begins behind one that was read on `from`: that day, or the one on which the supply was
    /// resumed; empty while it is suspended.
    std::optional<Date> beginBehind(Date from) const;
    /// The day up to which a bill that begins on `from` may be read: the first end behind it, `readTo` where that comes
    /// before.
    Date lastDay(Date from, Date readTo) const;
    /// A ladder that begins anew does so with every bill from that day on.
    void addTo(ServicePointId place, std::vector<LadderEvent>& events) const;
    /// The account's part of a ladder window: a new holder's whose ladder begins anew begins, a former holder's ends,
    /// and so does that of a closed account, with the bill that is cut there.
    void bound(BillRequest& request) const;
    /// As IssuedBill says it.
    std::optional<Date> ladderBegan(Date from) const;

private:
    std::vector<AccountTransfer> m_transfers;     ///< in the order of their days
    std::vector<AccountSuspension> m_suspensions; ///< in the order of their days
    std::optional<Date> m_closed;
};

} // namespace meterhall::services
