#pragma once

#include "core/storage/database.h"

namespace meterhall::storage {

/// A line `-- @word table key=value …` of a migration; resources/sql/README.md lists the words.
struct Directive {
    std::string word;
    std::string table;
    std::map<std::string, std::string> options;

    std::string option(const std::string& key, const std::string& otherwise = {}) const;
};

/// Nothing for an ordinary line; BadMigration for a directive that is not understood.
Result<std::optional<Directive>> parseDirective(std::string_view line);

/// Carries it out on the open transaction of a migration.
Result<void> apply(Database& database, const Directive& directive);

/// The guards of one append-only table: what @guarded does. For partitions and days of reception made at run time on
/// SQLite; PostgreSQL has the function guard_table() for them.
Result<void> guardOnSqlite(Database& database, const std::string& table);

} // namespace meterhall::storage
