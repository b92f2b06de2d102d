#pragma once

#include "core/storage/database.h"
#include "core/storage/sha256.h"

namespace meterhall::storage {

/// One numbered folder of resources/sql. Each engine runs `common`, then its own text.
struct Migration {
    int version = 0;
    QString name;
    std::string common;
    std::string sqlite;
    std::string postgres;

    Hash checksum() const;
};

/// What is built into this program, lowest version first, without gaps.
Result<std::vector<Migration>> builtInMigrations();

struct MigrateOptions {
    Instant now;
    /// PostgreSQL, for a database that holds something: a backup file whose proof (backup_proof.h) is beside it.
    QString verifiedBackup = {};
};

/// The version of an open database; 0 when it is empty.
Result<int> schemaVersion(Database& database);

/// NewerDatabase, OlderDatabase, AlteredMigration, or all is well: every program asks before it works.
Result<void> requireCurrentSchema(Database& database);
Result<void> requireCurrentSchema(Database& database, std::span<const Migration> migrations);

/// Brings a database to this program's version in one transaction, and gives the number of migrations it took. An
/// SQLite file that holds something is copied first, to FILE.before-<version>. On PostgreSQL the login must be a
/// member of meterhall_owner (preparePostgres in roles.h comes first), nobody else may be connected, and a database
/// that holds something needs its verified backup named.
Result<int> migrate(Database& database, const MigrateOptions& options);
Result<int> migrate(Database& database, std::span<const Migration> migrations, const MigrateOptions& options);

} // namespace meterhall::storage
