#include "core/storage/guards.h"

#include "core/storage/catalogue.h"

namespace meterhall::storage {

namespace {
/// Append-only tables and their partitions.
Result<std::vector<std::string>> guardedNames(Database& database) {
    constexpr std::string_view sqlite =
        "SELECT g.name FROM guarded_table g JOIN sqlite_schema s ON s.type = 'table' AND "
        "s.name = g.name ORDER BY g.name";
    constexpr std::string_view postgres =
        "WITH RECURSIVE part(oid) AS (SELECT to_regclass('meterhall.' || quote_ident(name))::oid FROM guarded_table "
        "UNION SELECT i.inhrelid FROM pg_inherits i JOIN part ON part.oid = i.inhparent) "
        "SELECT c.relname FROM part JOIN pg_class c ON c.oid = part.oid ORDER BY c.relname COLLATE \"C\"";
    return database.all(database.isSqlite() ? sqlite : postgres, {},
                        [](const Row& row) { return std::string(row.utf8(0)); });
}

std::string sqliteTrigger(const std::string& table, const char* suffix, const char* event) {
    return "CREATE TRIGGER " + table + suffix + " BEFORE " + event + " ON " + table +
           " BEGIN SELECT RAISE(ABORT, 'guarded:" + table + "'); END";
}

void addFault(std::vector<GuardFault>& faults, const std::string& table, const std::string& what) {
    faults.push_back({QString::fromStdString(table), QString::fromStdString(what)});
}

Result<std::vector<GuardFault>> faultsOnSqlite(Database& database) {
    std::vector<GuardFault> faults;
    MH_TRY(const auto tables, guardedNames(database));
    for (const std::string& table : tables) {
        for (const auto& [suffix, event] : {std::pair("_no_update", "UPDATE"), std::pair("_no_delete", "DELETE")}) {
            MH_TRY(const bool there,
                   database.exists("SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? AND sql = ?",
                                   {table, sqliteTrigger(table, suffix, event)}));
            if (!there)
                addFault(faults, table, "trigger " + table + suffix);
        }
    }
    return faults;
}

/// Bits of pg_trigger.tgtype: BEFORE 2, INSERT 4, DELETE 8, UPDATE 16, TRUNCATE 32; statement level is no bit at all.
constexpr std::string_view changeTrigger =
    "SELECT 1 FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE t.tgrelid = ('meterhall.' || "
    "quote_ident(?))::regclass "
    "AND t.tgtype = 2 + 8 + 16 + 32 AND t.tgenabled = 'A' AND t.tgqual IS NULL AND p.proname = 'refuse_change' "
    "AND p.pronamespace = 'meterhall'::regnamespace";
constexpr std::string_view unitTrigger =
    "SELECT 1 FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE t.tgrelid = ('meterhall.' || "
    "quote_ident(?))::regclass "
    "AND t.tgtype = 4 AND t.tgenabled = 'A' AND t.tgqual IS NULL AND p.proname = 'check_unit' "
    "AND p.pronamespace = 'meterhall'::regnamespace";
constexpr std::string_view strangeGrants =
    "SELECT c.relname, a.privilege_type, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END "
    "FROM pg_class c CROSS JOIN aclexplode(c.relacl) a WHERE c.oid = ('meterhall.' || quote_ident(?))::regclass "
    "AND a.grantee <> c.relowner AND a.privilege_type NOT IN ('SELECT', 'INSERT')";

Result<std::vector<GuardFault>> faultsOnPostgres(Database& database) {
    std::vector<GuardFault> faults;
    MH_TRY(const auto tables, guardedNames(database));
    MH_TRY(const Catalogue* catalogue, database.catalogue());
    for (const std::string& table : tables) {
        MH_TRY(const bool refuses, database.exists(changeTrigger, {table}));
        if (!refuses)
            addFault(faults, table, "trigger against changes");
        const bool engineOnly =
            !catalogue->find(table).ok() && std::any_of(catalogue->tables().begin(), catalogue->tables().end(),
                                                        [&](const GuardedTable& known) { return known.name == table; });
        MH_TRY(const bool checksUnit, database.exists(unitTrigger, {table}));
        if (!checksUnit && !engineOnly)
            addFault(faults, table, "trigger that checks the unit");
        MH_CHECK(database.each(strangeGrants, {table}, [&](const Row& row) -> Result<void> {
            addFault(faults, table, std::string(row.utf8(1)) + " granted to " + std::string(row.utf8(2)));
            return {};
        }));
    }
    return faults;
}

Result<std::vector<std::string>> columnsOf(Database& database, const std::string& table) {
    constexpr std::string_view sqlite = "SELECT name FROM pragma_table_info(?) ORDER BY cid";
    constexpr std::string_view postgres =
        "SELECT attname FROM pg_attribute WHERE attrelid = ('meterhall.' || quote_ident(?))"
        "::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum";
    return database.all(database.isSqlite() ? sqlite : postgres, {table},
                        [](const Row& row) { return std::string(row.utf8(0)); });
}
} // namespace

Result<std::vector<GuardFault>> guardFaults(Database& database) {
    return database.isSqlite() ? faultsOnSqlite(database) : faultsOnPostgres(database);
}

Result<std::vector<ChangeStatement>> changeStatements(Database& database) {
    std::vector<ChangeStatement> statements;
    MH_TRY(const auto tables, guardedNames(database));
    for (const std::string& table : tables) {
        MH_TRY(const auto columns, columnsOf(database, table));
        for (const std::string& column : columns) {
            statements.push_back({table, "UPDATE " + table + " SET " + column + " = " + column});
            if (database.isSqlite())
                statements.push_back({table, "UPDATE OR REPLACE " + table + " SET " + column + " = " + column});
        }
        statements.push_back({table, "DELETE FROM " + table});
        if (database.isSqlite())
            statements.push_back({table, "INSERT OR REPLACE INTO " + table + " SELECT * FROM " + table});
        else
            statements.push_back({table, "TRUNCATE " + table + " CASCADE"});
    }
    return statements;
}

} // namespace meterhall::storage
