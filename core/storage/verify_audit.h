#pragma once

#include "core/base/progress.h"
#include "core/storage/database.h"
#include "core/storage/witness.h"

namespace meterhall::storage {

/// What may be wrong with the evidence.
enum class AuditFault : std::uint8_t {
    EntryAltered,    ///< an entry does not hash to what it says
    ChainBroken,     ///< an entry does not name the hash of the one before, or its number is not the next
    HeadDiffers,     ///< a chain does not end where its head row says: the tail was cut off or the head changed
    CheckpointGone,  ///< a chain lacks an entry that a day close saw
    WitnessGone,     ///< a chain lacks an entry that the seat itself remembers
    RowsDiffer,      ///< the rows of a unit are not those it digested: changed, removed or added
    RowsWithoutUnit, ///< rows whose unit has no entry
    Unbalanced,      ///< a group of a balanced table does not sum to nothing
    GuardMissing,    ///< a table could be changed
};

struct AuditViolation {
    AuditFault fault;
    UnitId unit;   ///< zero when it is not about one unit
    QString table; ///< empty when it is not about one table
    QString what;  ///< stable words for logs and JSON; no values of rows

    QString toString() const;
};

struct VerifyOptions {
    /// What the seats' own files remember (witness.h).
    std::vector<WitnessFile::Note> witnesses = {};
    /// Areas "audit entries" and "rows".
    WorkProgress progress = {};
};

/// Recomputes everything from one unchanging view of the database: every chain, every digest of every row, the heads
/// that day closes recorded. An empty list means that nothing is wrong. Cost: one ordered read of each guarded table;
/// memory grows with the number of units, not with the number of rows.
Result<std::vector<AuditViolation>> verifyAudit(Database& database, const VerifyOptions& options = {});

} // namespace meterhall::storage
