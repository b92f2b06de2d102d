#pragma once

#include "core/storage/driver.h"

struct pg_conn;
struct pg_result;

namespace meterhall::storage {

struct PostgresOptions {
    QByteArray password; ///< empty: .pgpass, or what the server asks of local logins
    QString applicationName = QStringLiteral("meterhall");
    int connectSeconds = 10;
    int statementSeconds = 0; ///< 0: no limit
};

/// Opens postgresql://user@host:port/name. A host that is not this machine must prove who it is (sslmode=verify-full).
/// Sets the search path, UTC and UTF-8, and refuses a server or login with weak durability (synchronous_commit, fsync,
/// full_page_writes).
Result<std::unique_ptr<Driver>> openPostgres(const QString& url, const PostgresOptions& options);

/// Whether a host of an address is this machine: a socket folder, or a name of the loopback.
bool isThisMachine(const QByteArray& host);

/// The error of a result; null result: of the connection.
Error postgresError(pg_conn* connection, const pg_result* result);

} // namespace meterhall::storage
