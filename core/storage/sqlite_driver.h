#pragma once

#include "core/storage/driver.h"

struct sqlite3;

namespace meterhall::storage {

struct SqliteOptions {
    bool create = true;
    int busyMilliseconds = 5000;
};

/// Opens (or creates, mode 0600) the file with everything that keeps it honest: WAL and synchronous FULL, both read
/// back; foreign keys; recursive triggers, without which INSERT OR REPLACE slips past the guards; no double-quoted
/// strings; no trusted schema.
Result<std::unique_ptr<Driver>> openSqlite(const QString& file, const SqliteOptions& options);

/// Opens a file that may be somebody else's for reading only, and sets nothing in it.
Result<std::unique_ptr<Driver>> openSqliteToLook(const QString& file);

/// A faithful copy of the open database as a new file (mode 0600), checked by reading it back.
Result<void> copySqlite(Driver& driver, const QString& target);

/// The error of the last failed call.
Error sqliteError(sqlite3* connection, int code);

} // namespace meterhall::storage
