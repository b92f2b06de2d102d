#pragma once

#include "core/storage/database.h"

namespace meterhall::storage {

/// PostgreSQL's own programs, of the server's major version where Debian keeps several. A failure is
/// ToolFailed(program, last words).

/// With the connection settings of `database` (server, login, password, certificates) in the program's environment.
Result<void> runPostgresTool(Database& database, const QString& program, const QStringList& arguments);

/// Without a server; each line of its output in turn, without the line end.
Result<void> readPostgresTool(const QString& program, const QStringList& arguments,
                              const std::function<void(const QByteArray&)>& line);

/// Which database the connection is to.
QString databaseName(Database& database);

} // namespace meterhall::storage
