#include "core/services/inside/loss_shares.h"

#include "core/services/inside/bill_cut.h"

#include <algorithm>

namespace meterhall::services {

Result<LossShares> LossShares::of(storage::Database& database, const storage::BilledAccount& row) {
    LossShares shares(row.account.id, row.account.servicePoint);
    if (row.losses > 0) {
        MH_TRY(shares.m_sharings, storage::LossStore(database).sharingsOf(row.account.id, row.account.servicePoint));
    }
    return shares;
}

Date LossShares::lastDay(Date from, Date readTo) const {
    BillCut cut(from, readTo);
    for (const LossSharing& sharing : m_sharings) {
        cut.at(sharing.on);
        for (const LossSharing::Member& member : sharing.members)
            if (member.closedOn && *member.closedOn > sharing.on)
                cut.at(*member.closedOn);
    }
    return cut.last();
}

std::vector<const LossSharing*> LossShares::standing(Date day) const {
    std::vector<const LossSharing*> found;
    for (const LossSharing& sharing : m_sharings) {
        if (sharing.on > day)
            continue;
        const auto before =
            std::ranges::find(found, sharing.master, [](const LossSharing* other) { return other->master; });
        if (before == found.end())
            found.push_back(&sharing);
        else
            *before = &sharing;
    }
    return found;
}

std::vector<LossSharing> LossShares::behind(Date day) const {
    std::vector<LossSharing> shared;
    for (const LossSharing* sharing : standing(day)) {
        LossSharing now = *sharing;
        std::erase_if(now.members,
                      [day](const LossSharing::Member& member) { return member.closedOn && *member.closedOn <= day; });
        if (std::ranges::find(now.members, m_account, &LossSharing::Member::account) != now.members.end())
            shared.push_back(std::move(now));
    }
    return shared;
}

bool LossShares::isMaster(Date day) const {
    return std::ranges::any_of(standing(day), [this](const LossSharing* sharing) {
        return sharing->master == m_place && !sharing->members.empty();
    });
}

std::optional<Date> LossShares::beginBehind(Date from) const {
    if (!isMaster(from))
        return from;
    const auto end = std::ranges::find_if(m_sharings, [&](const LossSharing& sharing) {
        return sharing.master == m_place && sharing.on > from && sharing.members.empty();
    });
    return end == m_sharings.end() ? std::optional<Date>() : beginBehind(end->on);
}

} // namespace meterhall::services
