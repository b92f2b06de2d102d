#pragma once

#include "core/billing/draft_replay.h"
#include "core/services/tariff_replay.h"

namespace meterhall::services {

/// One account under the draft.
struct AccountReplay {
    AccountId account;
    bool household = false;
    std::int64_t bills = 0;
    std::int64_t fromReadings = 0;
    BilledQuantity use = BilledQuantity::zero();
    ReplayMoney own;
    ReplayMoney behalf;
    ReplayMoney levies;
    ReplayMoney rounding;
    ReplayMoney total;
    ReplayMoney tax;
    TierVolumes before{};
    TierVolumes after{};
    int months = 0;   ///< from its first reading to its last
    int wholeUse = 0; ///< the tier all its use ends in; 0 without a ladder

    static AccountReplay of(AccountId account, Currency currency);
    /// A bill of it, rated by the prices.
    Result<void> add(const Bill& bill, BillPrices prices, bool isAfter);
};

/// Sums of many accounts; sums of several threads are added to each other, in any order with the same result.
class ReplaySums {
public:
    ReplaySums(const ReplayCall& call, Currency currency);

    Result<void> add(const AccountReplay& account);
    void refuse(AccountId account, Error reason);
    Result<void> add(const ReplaySums& other);
    /// With tiers and coverage filled in; names are not.
    TariffReplay take(bool hasLadder);

private:
    Result<void> addGroup(ReplayGroup& group, Money difference);
    Result<void> judge(const AccountReplay& account);
    void addExtreme(const ReplayedAccountRow& row);
    void keepFew();

    const ReplayCall* m_call;
    TariffReplay m_sums;
    std::array<ReplayTier, Ladder::maxTiers + 1> m_tiers{};
    std::array<std::int64_t, Ladder::maxTiers + 1> m_households{}; ///< by the tier all their use ends in
};

} // namespace meterhall::services
