#include "core/storage/migrations.h"

#include "core/storage/backup_proof.h"
#include "core/storage/directives.h"
#include "core/storage/sqlite_driver.h"

#include <QDir>
#include <QFile>

// The resources of a static library are not linked unless somebody asks for them, and not from inside a namespace.
static void loadMigrationResources() {
    Q_INIT_RESOURCE(storage_sql);
}

namespace meterhall::storage {

namespace {
Error badMigration(const QString& what) {
    return {StorageError::BadMigration, {what}};
}

Result<std::string> readText(const QString& name) {
    QFile file(name);
    if (!file.exists())
        return std::string();
    if (!file.open(QIODevice::ReadOnly))
        return badMigration(name);
    return file.readAll().toStdString();
}

Result<Migration> readMigration(const QString& folder) {
    const QString path = QStringLiteral(":/sql/") + folder;
    Migration migration;
    bool isNumber = false;
    migration.version = folder.section(u'_', 0, 0).toInt(&isNumber);
    migration.name = folder.section(u'_', 1);
    if (!isNumber || migration.name.isEmpty())
        return badMigration(folder);
    MH_TRY(migration.common, readText(path + QStringLiteral("/common.sql")));
    MH_TRY(migration.sqlite, readText(path + QStringLiteral("/sqlite.sql")));
    MH_TRY(migration.postgres, readText(path + QStringLiteral("/postgresql.sql")));
    return migration;
}

Result<void> requireOrder(std::span<const Migration> migrations) {
    int expected = 1;
    for (const Migration& migration : migrations) {
        if (migration.version != expected++)
            return badMigration(QStringLiteral("version %1 is missing").arg(expected - 1));
    }
    return {};
}

/// Ordinary SQL goes to the engine in pieces, as long as no directive comes between.
Result<void> runText(Database& database, const std::string& text) {
    MH_TRY(const std::string sql, expandMacros(text, database.kind()));
    std::string piece;
    const auto flush = [&]() -> Result<void> {
        const std::string ready = std::exchange(piece, {});
        return ready.empty() ? Result<void>() : database.driver().script(ready);
    };
    for (std::size_t at = 0; at < sql.size();) {
        const std::size_t end = std::min(sql.find('\n', at), sql.size());
        const std::string_view line = std::string_view(sql).substr(at, end - at);
        at = end + 1;
        MH_TRY(const auto directive, parseDirective(line));
        if (!directive) {
            piece.append(line).append("\n");
            continue;
        }
        MH_CHECK(flush());
        MH_CHECK(apply(database, *directive).within(QString::fromUtf8(line.data(), qsizetype(line.size()))));
    }
    return flush();
}

Result<void> runMigration(Database& database, const Migration& migration, Instant now) {
    const QString place = QStringLiteral("migration %1").arg(migration.version);
    MH_CHECK(runText(database, migration.common).within(QStringLiteral("common.sql")).within(place));
    const bool sqlite = database.isSqlite();
    MH_CHECK(runText(database, sqlite ? migration.sqlite : migration.postgres)
                 .within(sqlite ? QStringLiteral("sqlite.sql") : QStringLiteral("postgresql.sql"))
                 .within(place));
    MH_CHECK(database.executeUnaudited(
        "INSERT INTO schema_version (version, name, checksum, applied_at) VALUES (?, ?, ?, ?)",
        {migration.version, migration.name, migration.checksum(), now}));
    return {};
}

Result<void> requireOwner(Database& database) {
    MH_TRY(const bool prepared, database.exists("SELECT 1 FROM pg_roles WHERE rolname = 'meterhall_owner'"));
    if (!prepared)
        return StorageError::RolesMissing;
    MH_TRY(const bool isOwner,
           database.exists("SELECT 1 WHERE pg_has_role(session_user, 'meterhall_owner', 'MEMBER')"));
    return isOwner ? Result<void>() : Result<void>(StorageError::NotOwner);
}

Result<void> requireAlone(Database& database) {
    MH_TRY(const std::int64_t others, database.number("SELECT count(*) FROM pg_stat_activity WHERE datname = "
                                                      "current_database() AND pid <> pg_backend_pid() AND "
                                                      "backend_type = 'client backend'"));
    if (others > 0)
        return Error(StorageError::OthersConnected, {QString::number(others)});
    return {};
}

Result<void> beginOnPostgres(Database& database, int version, const MigrateOptions& options) {
    MH_CHECK(requireOwner(database));
    if (version > 0)
        MH_CHECK(requireBackupProof(options.verifiedBackup));
    MH_CHECK(requireAlone(database));
    return database.driver().script("BEGIN; SET LOCAL ROLE meterhall_owner");
}

Result<void> beginOnSqlite(Database& database, int version) {
    // The lock first, so that the copy is of what is migrated. A copy left by an attempt that failed is still good.
    MH_CHECK(database.driver().script("BEGIN IMMEDIATE"));
    if (version == 0)
        return {};
    const QString copy = QStringLiteral("%1.before-%2").arg(database.file()).arg(version + 1);
    if (QFile::exists(copy) && !QFile::remove(copy))
        return Error(StorageError::CannotOpen, {copy});
    // A backup cannot read through the connection that holds the lock: another one sees the same committed state.
    MH_TRY(const auto reader, openSqlite(database.file(), {}));
    return copySqlite(*reader, copy);
}

Result<void> runAll(Database& database, std::span<const Migration> pending, Instant now) {
    for (const Migration& migration : pending)
        MH_CHECK(runMigration(database, migration, now));
    return database.driver().script("COMMIT");
}
} // namespace

Hash Migration::checksum() const {
    return Sha256().addPrefixed(common).addPrefixed(sqlite).addPrefixed(postgres).finish();
}

Result<std::vector<Migration>> builtInMigrations() {
    loadMigrationResources();
    std::vector<Migration> migrations;
    for (const QString& folder : QDir(QStringLiteral(":/sql")).entryList(QDir::Dirs, QDir::Name)) {
        MH_TRY(Migration migration, readMigration(folder));
        migrations.push_back(std::move(migration));
    }
    if (migrations.empty())
        return badMigration(QStringLiteral("none built in"));
    MH_CHECK(requireOrder(migrations));
    return migrations;
}

Result<int> schemaVersion(Database& database) {
    MH_TRY(const bool hasTable,
           database.exists(
               database.isSqlite()
                   ? "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_version'"
                   : "SELECT 1 FROM pg_tables WHERE schemaname = 'meterhall' AND tablename = 'schema_version'"));
    if (!hasTable)
        return 0;
    MH_TRY(const std::int64_t version, database.number("SELECT max(version) FROM schema_version"));
    return static_cast<int>(version);
}

Result<void> requireCurrentSchema(Database& database, std::span<const Migration> migrations) {
    const int known = static_cast<int>(migrations.size());
    MH_TRY(const int found, schemaVersion(database));
    const QStringList versions{QString::number(found), QString::number(known)};
    if (found > known)
        return Error(StorageError::NewerDatabase, versions);
    if (found < known)
        return Error(StorageError::OlderDatabase, versions);
    return {};
}

Result<void> requireCurrentSchema(Database& database) {
    MH_TRY(const auto migrations, builtInMigrations());
    return requireCurrentSchema(database, migrations);
}

namespace {
/// What was applied must be what this program would have applied.
Result<void> requireUnaltered(Database& database, std::span<const Migration> applied) {
    for (const Migration& migration : applied) {
        MH_TRY(const Hash found, database.one("SELECT checksum FROM schema_version WHERE version = ?",
                                              {migration.version}, [](const Row& row) { return row.get<Hash>(0); }));
        if (found != migration.checksum())
            return Error(StorageError::AlteredMigration, {QString::number(migration.version), migration.name});
    }
    return {};
}
} // namespace

Result<int> migrate(Database& database, std::span<const Migration> migrations, const MigrateOptions& options) {
    MH_CHECK(requireOrder(migrations));
    MH_TRY(const int version, schemaVersion(database));
    if (std::size_t(version) > migrations.size())
        return Error(StorageError::NewerDatabase, {QString::number(version), QString::number(migrations.size())});
    MH_CHECK(requireUnaltered(database, migrations.first(std::size_t(version))));
    const auto pending = migrations.subspan(std::size_t(version));
    if (pending.empty())
        return 0;
    auto done = database.isSqlite() ? beginOnSqlite(database, version) : beginOnPostgres(database, version, options);
    if (done.ok())
        done = runAll(database, pending, options.now);
    if (!done.ok() && database.driver().inTransaction())
        (void)database.driver().script("ROLLBACK").ok(); // the first error is the one to tell
    database.forgetCatalogue();
    if (!done.ok())
        return std::move(done).error();
    return static_cast<int>(pending.size());
}

Result<int> migrate(Database& database, const MigrateOptions& options) {
    MH_TRY(const auto migrations, builtInMigrations());
    return migrate(database, migrations, options);
}

} // namespace meterhall::storage
