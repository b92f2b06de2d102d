#pragma once

#include "core/billing/ids.h"
#include "core/money/money.h"
#include "core/registry/ids.h"
#include "core/storage/database.h"
#include "core/storage/unit_of_work.h"

namespace meterhall::storage {

/// What somebody found to be true of issued bills.
struct StoredCorrection {
    std::int64_t id = 0;
    AccountId account; ///< the first one it touches
    QString truth;     ///< JSON
    QString reason;
    Bytes digest; ///< of all bills that follow from it
    OperatorId preparedBy;
    Instant preparedAt;
    std::optional<OperatorId> approvedBy{};
};

/// A bill that was taken back, and the one that stands in its place.
struct BillReversal {
    BillId bill;
    BillId replacedBy;
    Money released; ///< had been paid of it
};

class CorrectionStore {
public:
    explicit CorrectionStore(Database& database)
        : m_database(database) {}

    static Result<void> insert(UnitOfWork& work, const StoredCorrection& correction);
    static Result<void> approve(UnitOfWork& work, std::int64_t correction, OperatorId by);
    static Result<void> insert(UnitOfWork& work, std::int64_t correction, const BillReversal& reversal, Date on);

    Result<std::optional<StoredCorrection>> correction(std::int64_t id) const;
    /// Of an approved correction, in the order of accounts and readings.
    Result<std::vector<BillReversal>> reversalsOf(std::int64_t correction) const;

private:
    Database& m_database;
};

} // namespace meterhall::storage
