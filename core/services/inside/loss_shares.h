#pragma once

#include "core/storage/loss_store.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

/// The master meters an account shares the loss of. A bill goes over no day on which that changed, nor over the last
/// day of one who shares. An account that never shared a loss, nor has a master meter, asks the database nothing.
/// Included by the .cpp files of services only.
class LossShares {
public:
    static Result<LossShares> of(storage::Database& database, const storage::BilledAccount& row);

    /// The day up to which a bill that begins on `from` may be read.
    Date lastDay(Date from, Date readTo) const;
    /// What the account shares behind a day, with those who are not closed by then.
    std::vector<LossSharing> behind(Date day) const;
    /// The day on which a bill begins behind one that was read on `from`: that day, or, where what the meters of its
    /// own place count is billed to others, the one on which that ends; empty while it does not.
    std::optional<Date> beginBehind(Date from) const;

private:
    LossShares(AccountId account, ServicePointId place)
        : m_account(account)
        , m_place(place) {}
    /// Of each master the agreement that counts behind a day.
    std::vector<const LossSharing*> standing(Date day) const;
    bool isMaster(Date day) const;

    std::vector<LossSharing> m_sharings; ///< in the order of their days
    AccountId m_account;
    ServicePointId m_place;
};

} // namespace meterhall::services
