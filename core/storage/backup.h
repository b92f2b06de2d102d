#pragma once

#include "core/storage/database.h"

#include <map>

namespace meterhall::storage {

/// Rows of every table by its name: what a backup must have as many of.
using RowCounts = std::map<QString, std::int64_t>;
Result<RowCounts> rowCounts(Database& database);
/// BackupDiffers names the first table that has another number of rows.
Result<void> requireSameRows(const RowCounts& expected, const RowCounts& found);

/// Corrupt when an SQLite file's pages or indexes do not fit together. PostgreSQL checks while it restores.
Result<void> requireIntact(Database& database);

/// One unchanging state of the database as a new file, mode 0600: the SQLite file, or PostgreSQL's custom format
/// (pg_dump, as the login of this connection). Work goes on meanwhile. Gives the rows of that state.
Result<RowCounts> writeBackup(Database& database, const QString& file);

/// Reads a custom-format archive from end to end and counts its rows, without a server. ToolFailed when it is damaged.
Result<RowCounts> countArchive(const QString& file);

/// Fills the empty database of this connection from a custom-format archive, in one transaction. The roles must be
/// there (preparePostgres). The login must be allowed to give tables to meterhall_owner.
Result<void> loadArchive(Database& database, const QString& file);

/// Databases of a PostgreSQL server, made and moved by a login that may. Names are quoted here.
Result<bool> databaseExists(Database& server, const QString& name);
Result<void> createDatabase(Database& server, const QString& name);
Result<void> dropDatabase(Database& server, const QString& name);
/// Busy while anybody is connected to it.
Result<void> renameDatabase(Database& server, const QString& name, const QString& newName);
/// postgresql://host:port/name?… with another database; BadUrl when it names none.
Result<QString> urlOfDatabase(const QString& url, const QString& name);
Result<QString> databaseOfUrl(const QString& url);

/// Folds an SQLite file's log into it, so that the file stands alone and can be moved. Busy when any other connection
/// has it open.
Result<void> standAlone(const QString& file);

} // namespace meterhall::storage
