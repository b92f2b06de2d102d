#include "core/services/inside/account_ends.h"

#include "core/services/inside/bill_cut.h"
#include "core/storage/holder_store.h"

#include <algorithm>

namespace meterhall::services {

Result<AccountEnds> AccountEnds::of(storage::Database& database, const storage::BilledAccount& row) {
    AccountEnds ends;
    ends.m_closed = row.closedOn;
    if (row.transfers > 0) {
        MH_TRY(ends.m_transfers, storage::HolderStore(database).transfersOf(row.account.id));
    }
    if (row.suspensions > 0) {
        MH_TRY(ends.m_suspensions, storage::HolderStore(database).suspensionsOf(row.account.id));
    }
    return ends;
}

Result<AccountEnds> AccountEnds::transfersOf(storage::Database& database, AccountId account) {
    AccountEnds ends;
    MH_TRY(ends.m_transfers, storage::HolderStore(database).transfersOf(account));
    return ends;
}

std::optional<Date> AccountEnds::beginBehind(Date from) const {
    for (const AccountSuspension& suspension : m_suspensions) {
        if (suspension.on > from || (suspension.resumedOn && *suspension.resumedOn <= from))
            continue;
        return suspension.resumedOn;
    }
    return from;
}

Date AccountEnds::lastDay(Date from, Date readTo) const {
    BillCut cut(from, readTo);
    for (const AccountTransfer& transfer : m_transfers)
        cut.at(transfer.on);
    for (const AccountSuspension& suspension : m_suspensions)
        cut.at(suspension.on);
    return m_closed ? std::min(*m_closed, cut.last()) : cut.last();
}

void AccountEnds::addTo(ServicePointId place, std::vector<LadderEvent>& events) const {
    for (const AccountTransfer& transfer : m_transfers)
        if (transfer.ladderAnew)
            events.push_back({transfer.account, place, transfer.on, LadderEventKind::Transfer, BilledQuantity::zero()});
}

void AccountEnds::bound(BillRequest& request) const {
    if (const auto began = ladderBegan(request.interval.from()))
        request.opened = began;
    const bool isCut =
        m_closed == request.interval.to() || std::ranges::any_of(m_transfers, [&](const AccountTransfer& transfer) {
            return transfer.ladderAnew && transfer.on == request.interval.to();
        });
    if (isCut)
        request.closed = request.interval.to();
}

std::optional<Date> AccountEnds::ladderBegan(Date from) const {
    std::optional<Date> began;
    for (const AccountTransfer& transfer : m_transfers)
        if (transfer.ladderAnew && transfer.on <= from)
            began = transfer.on;
    return began;
}

} // namespace meterhall::services
