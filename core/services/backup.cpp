#include "core/services/backup.h"

#include "core/services/inside/open_database.h"
#include "core/services/inside/place_swap.h"
#include "core/services/inside/session_inside.h"
#include "core/services/inside/verify_database.h"
#include "core/storage/backup.h"
#include "core/storage/backup_proof.h"
#include "core/storage/migrations.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace meterhall::services {

using storage::Database;

namespace {

/// What the opened backup says about itself.
struct Opened {
    int schema = 0;
    storage::RowCounts rows;
    VerifyResult verified;
};

Result<Opened> readBack(Database& database, const WorkProgress& progress = {}) {
    MH_CHECK(storage::requireIntact(database));
    MH_CHECK(storage::requireCurrentSchema(database));
    MH_TRY(const int schema, storage::schemaVersion(database));
    MH_TRY(auto rows, storage::rowCounts(database));
    MH_TRY(auto verified, verifyDatabase(database, {}, progress));
    return Opened{schema, std::move(rows), std::move(verified)};
}

Result<Opened> openSqliteBackup(const QString& file) {
    Result<Opened> opened = storage::StorageError::CannotOpen;
    {
        MH_TRY(const auto database, Database::open(QStringLiteral("sqlite:") + file, {.createFile = false}));
        opened = readBack(*database);
    }
    MH_CHECK(storage::standAlone(file));
    return opened;
}

// The archive becomes a database beside the real one for as long as it is looked at.
Result<Opened> openPostgresBackup(const Workplace& workplace, const PostgresAdmin& admin, const QString& file) {
    MH_TRY(const auto scratch, NewDatabase::make(workplace, admin, QStringLiteral("_backup_check")));
    MH_TRY(const auto database, scratch->fill(file));
    return readBack(*database);
}

/// Judges what was written. Without somebody who may make a database, a PostgreSQL archive is read to its end and its
/// rows are counted: that finds a damaged file, but proves nothing about the schema in it.
Result<void> judge(Session& session, const BackupRequest& request, const QString& file, BackupResult& result) {
    const Workplace& workplace = session.inside().workplace();
    if (isPostgres(workplace) && !request.admin) {
        MH_TRY(const auto rows, storage::countArchive(file));
        return storage::requireSameRows(result.rows, rows);
    }
    MH_TRY(Opened opened,
           isPostgres(workplace) ? openPostgresBackup(workplace, *request.admin, file) : openSqliteBackup(file));
    MH_CHECK(storage::requireSameRows(result.rows, opened.rows));
    result.violations = std::move(opened.verified.violations);
    result.proved = result.violations.empty();
    return {};
}

Result<void> announce(Session& session, const QString& details) {
    MH_TRY(auto work, beginUnit(session, Service::BackUp, details));
    return work.commit();
}

} // namespace

Result<BackupResult> backUp(Session& session, const BackupRequest& request) {
    MH_CHECK(require(session, Service::BackUp));
    if (QFile::exists(request.file))
        return Error(storage::StorageError::CannotOpen, {request.file, QStringLiteral("exists already")});
    MH_CHECK(announce(session, QStringLiteral("to ") + QFileInfo(request.file).fileName()));
    // Under its own name only once it was read back: a file of this name is a whole backup.
    const QString unread = request.file + QStringLiteral(".unread");
    QFile::remove(unread);
    Database& database = session.inside().database();
    BackupResult result;
    MH_TRY(result.rows, storage::writeBackup(database, unread));
    MH_TRY(result.schema, storage::schemaVersion(database));
    auto judged = judge(session, request, unread, result);
    if (!judged.ok()) {
        QFile::remove(unread);
        return std::move(judged).error();
    }
    if (!QFile::rename(unread, request.file))
        return Error(BackupError::CannotMove, {unread, request.file});
    result.bytes = QFileInfo(request.file).size();
    if (result.proved)
        MH_CHECK(storage::writeBackupProof(request.file));
    return result;
}

namespace {

/// Progress that remembers whether it broke the work off: that says nothing about the backup.
struct Listened {
    WorkProgress progress;
    std::optional<Error> brokenOff{};

    WorkProgress listen() {
        return [this](const WorkStep& step) -> Result<void> {
            auto told = tell(progress, step);
            if (!told.ok())
                brokenOff = told.error();
            return told;
        };
    }
    /// What is wrong with a file comes in many words, of the database and of its tools; said is that it is the backup.
    Result<Opened> judged(const QString& file, Result<Opened> opened) const {
        if (opened.ok())
            return opened;
        if (brokenOff)
            return *brokenOff;
        return Error(BackupError::CannotBeRestored, {QFileInfo(file).fileName(), opened.error().code().toString()});
    }
};

Result<Opened> drillSqlite(const QString& file, Listened& listened) {
    const QTemporaryDir scratch(QFileInfo(file).absolutePath() + QStringLiteral("/drill-XXXXXX"));
    if (!scratch.isValid())
        return Error(storage::StorageError::CannotOpen, {scratch.path(), scratch.errorString()});
    Workplace place;
    place.url = QStringLiteral("sqlite:") + scratch.filePath(QStringLiteral("drill.db"));
    MH_TRY(const NewFile fresh, NewFile::copyOf(file, place));
    const auto opened = [&]() -> Result<Opened> {
        MH_TRY(const auto database, Database::open(fresh.workplace().url, {.createFile = false}));
        return readBack(*database, listened.listen());
    };
    return listened.judged(file, opened());
}

Result<Opened> drillPostgres(const Workplace& workplace, const DrillRequest& request, Listened& listened) {
    const auto read = [&]() -> Result<Opened> {
        MH_TRY(auto rows, storage::countArchive(request.file));
        return Opened{0, std::move(rows), {}};
    };
    if (!request.admin)
        return listened.judged(request.file, read());
    MH_TRY(const auto scratch, NewDatabase::make(workplace, *request.admin, QStringLiteral("_drill")));
    const auto opened = [&]() -> Result<Opened> {
        MH_TRY(const auto database, scratch->fill(request.file));
        return readBack(*database, listened.listen());
    };
    return listened.judged(request.file, opened());
}

// A file without a proof is judged by what it holds; one with a proof must be the file that was proved.
Result<DrillResult> drill(const Workplace& workplace, const DrillRequest& request, Listened& listened) {
    DrillResult result;
    result.hadProof = provedAt(request.file).has_value();
    if (result.hadProof && !storage::requireBackupProof(request.file).ok())
        return Error(BackupError::NotTheProved, {QFileInfo(request.file).fileName()});
    MH_TRY(Opened opened,
           isPostgres(workplace) ? drillPostgres(workplace, request, listened) : drillSqlite(request.file, listened));
    result.schema = opened.schema;
    result.rows = std::move(opened.rows);
    result.verified = std::move(opened.verified);
    result.proved = result.schema > 0 && result.verified.violations.empty();
    if (result.proved)
        MH_CHECK(storage::writeBackupProof(request.file));
    return result;
}

} // namespace

Result<DrillResult> drillBackup(Session& session, const DrillRequest& request, const WorkProgress& progress) {
    MH_CHECK(require(session, Service::BackUp));
    MH_CHECK(requireSeat(session));
    if (!QFile::exists(request.file))
        return Error(storage::StorageError::CannotOpen, {request.file});
    Listened listened{progress};
    auto result = drill(session.inside().workplace(), request, listened);
    if (listened.brokenOff)
        return *listened.brokenOff;
    const bool held = result.ok() && result->proved;
    const bool read = result.ok() && result->schema == 0;
    const QString outcome = held   ? QStringLiteral("held")
                            : read ? QStringLiteral("read only")
                                   : QStringLiteral("did not hold");
    MH_CHECK(announce(session, QStringLiteral("drill of %1: %2").arg(QFileInfo(request.file).fileName(), outcome)));
    return result;
}

std::optional<Instant> provedAt(const QString& backup) {
    const QFileInfo proof(storage::backupProofOf(backup));
    if (!proof.exists())
        return {};
    return Instant::fromMicroseconds(proof.lastModified().toMSecsSinceEpoch() * 1000);
}

namespace {

Result<VerifyResult> mustVerify(Database& database) {
    MH_CHECK(storage::requireIntact(database));
    MH_CHECK(storage::requireCurrentSchema(database));
    MH_TRY(VerifyResult verified, verifyDatabase(database, {}));
    if (!verified.violations.empty()) {
        const Violation& first = verified.violations.front();
        return Error(BackupError::DoesNotVerify, {first.kind, first.subject, first.detail});
    }
    return verified;
}

// In the restored chain stands who restored it, before anybody works with it. The seat's own note is of the database
// that is replaced, and nothing of it is overwritten here.
Result<void> signRestored(Workplace restored, const RestoreRequest& request) {
    restored.witnessFolder.clear();
    MH_TRY(Session session, signIn(restored, request.operatorNumber, request.password));
    MH_CHECK(require(session, Service::BackUp));
    return announce(session, QStringLiteral("restored from ") + QFileInfo(request.file).fileName());
}

Result<RestoreResult> restoreSqlite(const Workplace& workplace, const RestoreRequest& request) {
    MH_TRY(NewFile fresh, NewFile::copyOf(request.file, workplace));
    RestoreResult result;
    {
        MH_TRY(const auto database, Database::open(fresh.workplace().url, {.createFile = false}));
        MH_TRY(result.verified, mustVerify(*database));
    }
    MH_CHECK(signRestored(fresh.workplace(), request));
    MH_TRY(result.keptAside, fresh.takePlace(workplace));
    return result;
}

Result<RestoreResult> restorePostgres(const Workplace& workplace, const RestoreRequest& request) {
    MH_TRY(const auto fresh, NewDatabase::make(workplace, request.admin, QStringLiteral("_restoring")));
    RestoreResult result;
    {
        MH_TRY(const auto database, fresh->fill(request.file));
        MH_TRY(result.verified, mustVerify(*database));
    }
    MH_CHECK(signRestored(fresh->workplace(), request));
    MH_TRY(result.keptAside, fresh->takePlace());
    return result;
}

} // namespace

Result<RestoreResult> restoreWorkplace(const Workplace& workplace, const RestoreRequest& request) {
    if (!QFile::exists(request.file))
        return Error(storage::StorageError::CannotOpen, {request.file});
    // Names and addresses are digested by nobody: only the proof can tell that the file is the one that was written.
    if (!request.withoutProof)
        MH_CHECK(storage::requireBackupProof(request.file));
    MH_TRY(const bool holds, holdsSomething(workplace, request.admin));
    if (holds && !request.replace)
        return Error(BackupError::NotEmpty, {workplace.url});
    MH_TRY(RestoreResult result,
           isPostgres(workplace) ? restorePostgres(workplace, request) : restoreSqlite(workplace, request));
    if (!result.keptAside.isEmpty()) {
        MH_TRY(result.notesKeptAside, keepNotesAside(workplace));
    }
    return result;
}

Result<MigrateResult> migrateWorkplace(const Workplace& workplace, const PostgresAdmin& admin,
                                       const QString& verifiedBackup) {
    MH_TRY(const auto database, openAs(workplace, admin.login, admin.password, false));
    MigrateResult result;
    MH_TRY(result.from, storage::schemaVersion(*database));
    if (result.from == 0)
        return WorkplaceError::NotSetUp;
    MH_TRY(const int applied,
           storage::migrate(*database, {.now = workplace.clock(), .verifiedBackup = verifiedBackup}));
    result.to = result.from + applied;
    if (applied > 0 && database->isSqlite())
        result.copy = QStringLiteral("%1.before-%2").arg(database->file()).arg(result.from + 1);
    return result;
}

} // namespace meterhall::services
