#pragma once

#include "core/billing/loss_sharing.h"
#include "core/storage/unit_of_work.h"

namespace meterhall::storage {

/// Losses of master meters that accounts share. Whether there is anything to ask for stands in an account's row
/// (AccountRow::losses).
class LossStore {
public:
    explicit LossStore(Database& database)
        : m_database(database) {}

    /// Whatever was agreed about the masters that this account ever shared the loss of, or about the meters of its own
    /// place; the oldest first.
    Result<std::vector<LossSharing>> sharingsOf(AccountId account, ServicePointId place) const;
    Result<std::vector<LossSharing>> sharingsAt(ServicePointId master) const;
    Result<std::optional<LossSharing>> sharing(std::int64_t id) const;

    static Result<void> insert(UnitOfWork& work, const LossSharing& sharing, OperatorId by);

private:
    Result<std::vector<LossSharing>> sharings(const char* condition, const Values& values) const;

    Database& m_database;
};

} // namespace meterhall::storage
