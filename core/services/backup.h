#pragma once

#include "core/services/session.h"
#include "core/services/verify.h"

#include <map>

namespace meterhall::services {

METERHALL_ERRORS(BackupError, "backup", DoesNotVerify, NotEmpty, CannotMove, OperatorUnknown, NotTheProved,
                 CannotBeRestored)

/// PostgreSQL only: a login that may make databases. A backup is opened in a database of its own that is dropped again.
struct BackupRequest {
    QString file; ///< must not be there yet
    std::optional<PostgresAdmin> admin{};
};

struct BackupResult {
    qint64 bytes = 0;
    int schema = 0;
    std::map<QString, std::int64_t> rows; ///< by table, the same in the database and in the backup
    /// Opened, its schema and everything verifyBooks checks in order: the proof that migrations want lies beside it.
    /// False on PostgreSQL without an admin (the archive was read from end to end and its rows counted) and when
    /// something does not hold.
    bool proved = false;
    std::vector<Violation> violations;
};

/// Writes one unchanging state of the database to a new file while work goes on, and opens that file again. Leaves an
/// audit entry of its own before, so that the backup knows of itself. What cannot be read back is removed:
/// BackupDiffers, Corrupt, ToolFailed.
Result<BackupResult> backUp(Session& session, const BackupRequest& request);

struct DrillRequest {
    QString file;
    std::optional<PostgresAdmin> admin{}; ///< as in BackupRequest
};

struct DrillResult {
    int schema = 0;                       ///< 0: the archive was only read
    std::map<QString, std::int64_t> rows; ///< by table
    VerifyResult verified;
    bool hadProof = false; ///< the file is, byte for byte, the one that was proved before
    bool proved = false;   ///< as in BackupResult; the proof was written anew
};

/// The restore drill: puts a backup into a place of its own, opens and verifies it there as restoreWorkplace() would,
/// and removes that place again. The database of the session is not touched but for the audit entry that says how the
/// drill ended. NotTheProved: the file is not the one its proof speaks of. CannotBeRestored names what kept it from
/// being opened. `progress` as for verifyBooks(); a drill that is broken off leaves nothing.
Result<DrillResult> drillBackup(Session& session, const DrillRequest& request, const WorkProgress& progress = {});

/// When the backup was proved for the last time, as its proof lies beside it; whether it is still the same file only
/// a drill or a restoring tells.
std::optional<Instant> provedAt(const QString& backup);

struct RestoreRequest {
    QString file;
    QString operatorNumber; ///< an administrator of the backup; his password is the one the backup knows
    QByteArray password;
    PostgresAdmin admin; ///< PostgreSQL: a login that may make and rename databases
    bool replace = false;
    bool withoutProof = false; ///< take a file that lost its proof, judged only by what it holds
};

struct RestoreResult {
    VerifyResult verified;
    QString keptAside; ///< the file or database whose place the backup took; empty when there was none
    QStringList notesKeptAside;
};

/// Puts a backup in the place `workplace` names. First it is filled into a file or database of its own, opened and
/// verified (a backup that does not hold is not restored: DoesNotVerify), and the restoring is written into its audit
/// chain; then it changes places with what is there. That is refused while it is in use (Busy) and, without `replace`,
/// when it holds something (NotEmpty); it is never deleted but kept under another name, and with it the notes that the
/// seats of the workplace's folder have of its last entries. Work done since the backup is not in it.
/// NoVerifiedBackup: the file has no proof or is not the one that was proved.
Result<RestoreResult> restoreWorkplace(const Workplace& workplace, const RestoreRequest& request);

struct MigrateResult {
    int from = 0;
    int to = 0;
    QString copy; ///< SQLite: where the file was copied before; empty when nothing was pending
};

/// Brings the database to this program's schema. SQLite: the file is copied first. PostgreSQL: `admin` must own the
/// schema, nobody else may be connected, and `verifiedBackup` names a backup with its proof.
Result<MigrateResult> migrateWorkplace(const Workplace& workplace, const PostgresAdmin& admin,
                                       const QString& verifiedBackup);

} // namespace meterhall::services
