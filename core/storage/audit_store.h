#pragma once

#include "core/base/page_mark.h"
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

/// An audit entry without its place in the chain.
struct StoredEntry {
    UnitId unit;
    QString action;
    QString operatorNumber;
    Instant at;
    std::optional<Date> businessDay;
    QString details;
    std::int64_t rowCount = 0;
};

/// What the engine writes of itself, for people to read: seats and audit entries.
class AuditStore {
public:
    explicit AuditStore(Database& database)
        : m_database(database) {}

    Result<std::vector<StoredSeat>> seats() const;

    /// A page of entries; `after` is where the page before ended.
    struct Wanted {
        PageMark after{};
        QString action{}; ///< empty: all
        int limit = 0;
    };
    /// Newest first.
    Result<std::vector<StoredEntry>> entries(const Wanted& wanted) const;

private:
    Database& m_database;
};

} // namespace meterhall::storage
