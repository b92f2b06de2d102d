#pragma once

#include "core/storage/database.h"

namespace meterhall::storage {

/// A guard that is not there: of which table, and what is missing ("trigger bill_no_change", "UPDATE granted to x").
struct GuardFault {
    QString table;
    QString what;
};

/// Whether every append-only table, every partition of one, refuses changes as @guarded made it, and (PostgreSQL)
/// whether anybody but the owner was granted a way around.
Result<std::vector<GuardFault>> guardFaults(Database& database);

/// Every way to change what is guarded, made from the catalogue of the open database: UPDATE of each column, DELETE,
/// TRUNCATE (PostgreSQL), INSERT OR REPLACE and UPDATE OR REPLACE (SQLite), for every append-only table and partition.
/// Each must be refused, whoever runs it (on SQLite when the table has rows: its triggers are per row).
struct ChangeStatement {
    std::string table;
    std::string sql;
};
Result<std::vector<ChangeStatement>> changeStatements(Database& database);

} // namespace meterhall::storage
