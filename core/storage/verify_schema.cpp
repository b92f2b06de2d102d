#include "core/storage/verify_schema.h"

#include "core/storage/directives.h"
#include "core/storage/migrations.h"

#include <map>
#include <sstream>

namespace meterhall::storage {

namespace {

using SchemaViolations = std::vector<SchemaViolation>;

void addViolation(SchemaViolations& violations, const QString& subject, const QString& what) {
    violations.push_back({subject, what});
}

/// What this program's migrations say of a guarded table.
struct Declared {
    std::map<std::string, std::string> tables;   ///< name -> logical name|route|duties
    std::map<std::string, std::string> balances; ///< name -> group|also|amount
};

Result<void> addDeclared(Declared& declared, const std::string& script) {
    std::istringstream lines(script);
    for (std::string line; std::getline(lines, line);) {
        MH_TRY(const auto directive, parseDirective(line));
        if (!directive)
            continue;
        const std::string& table = directive->table;
        if (directive->word == "guarded")
            declared.tables[table] = directive->option("as", table) + '|' + directive->option("via", "function") + '|' +
                                     directive->option("duties");
        else if (directive->word == "append_only")
            declared.tables[table] = table + "|engine|";
        else if (directive->word == "balanced")
            declared.balances[table] =
                directive->option("group") + '|' + directive->option("also") + '|' + directive->option("amount");
    }
    return {};
}

/// A part is called like its pattern with four to eight digits.
std::string patternOf(const std::string& table) {
    const std::size_t end = table.find_last_not_of("0123456789");
    const std::size_t digits = table.size() - end - 1;
    return digits >= 4 && digits <= 8 && table[end] == '_' ? table.substr(0, end) : table;
}

/// The list of guarded tables is no business row, so no audit entry digests it; the migrations are its evidence.
Result<void> verifyCatalogue(Database& database, const Declared& declared, SchemaViolations& result) {
    std::size_t found = 0;
    MH_CHECK(database.each("SELECT name, logical_name || '|' || route || '|' || duties FROM guarded_table", {},
                           [&](const Row& row) -> Result<void> {
                               const std::string name(row.utf8(0));
                               const auto known = declared.tables.find(patternOf(name));
                               found += declared.tables.count(name);
                               if (known == declared.tables.end() || known->second != row.utf8(1))
                                   addViolation(result, row.text(0), QStringLiteral("not as declared"));
                               return {};
                           }));
    if (found != declared.tables.size())
        addViolation(result, {}, QStringLiteral("a guarded table is not in the list"));
    for (const auto& [name, columns] : declared.balances) {
        MH_TRY(const bool there, database.exists("SELECT 1 FROM balanced_table WHERE name = ? AND group_column || '|' "
                                                 "|| also_columns || '|' || amount_column = ?",
                                                 {name, columns}));
        if (!there)
            addViolation(result, QString::fromStdString(name), QStringLiteral("balance not as declared"));
    }
    return {};
}

} // namespace

Result<std::vector<SchemaViolation>> verifySchema(Database& database) {
    SchemaViolations result;
    MH_TRY(const auto migrations, builtInMigrations());
    Declared declared;
    for (const Migration& migration : migrations) {
        MH_TRY(const bool there,
               database.exists("SELECT 1 FROM schema_version WHERE version = ? AND name = ? AND checksum = ?",
                               {migration.version, migration.name, migration.checksum()}));
        if (!there)
            addViolation(result, migration.name, QStringLiteral("not the migration of this program"));
        MH_CHECK(addDeclared(declared, migration.common));
        MH_CHECK(addDeclared(declared, database.isSqlite() ? migration.sqlite : migration.postgres));
    }
    MH_TRY(const std::int64_t versions, database.number("SELECT count(*) FROM schema_version"));
    if (std::size_t(versions) != migrations.size())
        addViolation(result, {}, QStringLiteral("number of migrations"));
    MH_TRY(const bool seatGone,
           database.exists("SELECT 1 FROM audit_head h WHERE NOT EXISTS (SELECT 1 FROM seat s WHERE s.seat = h.seat)"));
    if (seatGone)
        addViolation(result, {}, QStringLiteral("a chain without its seat"));
    MH_CHECK(verifyCatalogue(database, declared, result));
    return result;
}

} // namespace meterhall::storage
