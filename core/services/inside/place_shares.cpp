#include "core/services/inside/place_shares.h"

#include "core/services/inside/bill_cut.h"

#include <algorithm>

namespace meterhall::services {

Result<PlaceShares> PlaceShares::of(storage::Database& database, const storage::BilledAccount& row) {
    PlaceShares shares;
    if (row.sharings > 0) {
        MH_TRY(shares.m_sharings, storage::ShareStore(database).sharingsAt(row.account.servicePoint));
    }
    return shares;
}

Date PlaceShares::lastDay(Date from, Date readTo) const {
    BillCut cut(from, readTo);
    for (const storage::Sharing& sharing : m_sharings) {
        cut.at(sharing.on);
        for (const storage::PlaceShare& share : sharing.shares)
            if (share.closedOn)
                cut.at(*share.closedOn);
    }
    return cut.last();
}

std::vector<storage::PlaceShare> PlaceShares::behind(Date day) const {
    std::vector<storage::PlaceShare> shares;
    for (const storage::Sharing& sharing : m_sharings)
        if (sharing.on <= day)
            shares = sharing.shares;
    std::erase_if(shares, [day](const storage::PlaceShare& share) { return share.closedOn && *share.closedOn <= day; });
    return shares.size() > 1 ? shares : std::vector<storage::PlaceShare>();
}

} // namespace meterhall::services
