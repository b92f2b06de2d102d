#pragma once

#include "core/storage/audit_chain.h"
#include "core/storage/database.h"

namespace meterhall::storage {

/// A seat with its last claim.
struct StoredSeat {
    SeatNumber number = 0;
    QString name;
    Instant registeredAt;
    int epoch = 0; ///< how often it was claimed
    std::optional<Instant> claimedAt{};
    QString claimedBy{}; ///< the operator's number
};

/// What the engine writes of itself, for people to read: seats and audit entries.
class AuditStore {
public:
    explicit AuditStore(Database& database)
        : m_database(database) {}

    Result<std::vector<StoredSeat>> seats() const;

private:
    Database& m_database;
};

} // namespace meterhall::storage
