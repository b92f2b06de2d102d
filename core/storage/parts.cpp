#include "core/storage/parts.h"

#include "core/storage/directives.h"

namespace meterhall::storage {

namespace {
Error badPart(const std::string& name) {
    return {StorageError::UnknownTable, {QString::fromStdString(name)}};
}

bool isSuffix(std::string_view suffix) {
    return suffix.size() >= 4 && suffix.size() <= 8 &&
           std::all_of(suffix.begin(), suffix.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Replaces the pattern's name where it stands as a word of its own.
std::string renamed(std::string sql, const std::string& from, const std::string& to) {
    const auto isWord = [&](std::size_t at) {
        const char c = at < sql.size() ? sql[at] : ' ';
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    for (std::size_t at = sql.find(from); at != std::string::npos; at = sql.find(from, at)) {
        const bool whole = !isWord(at + from.size()) && (at == 0 || !isWord(at - 1));
        if (whole)
            sql.replace(at, from.size(), to);
        at += whole ? to.size() : from.size();
    }
    return sql;
}

/// The table and its indexes again under another name. SQLite keeps the text they were made with.
Result<void> copyShapeOnSqlite(Database& database, const std::string& pattern, const std::string& part) {
    MH_TRY(const auto texts,
           database.all(
               "SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = ? AND type IN ('table', 'index') "
               "AND sql IS NOT NULL ORDER BY type DESC, name",
               {pattern}, [](const Row& row) {
                   return std::array{std::string(row.utf8(0)), std::string(row.utf8(1)), std::string(row.utf8(2))};
               }));
    for (const auto& [type, name, sql] : texts) {
        const std::string own = type == "table" ? sql : renamed(sql, name, name + part.substr(pattern.size()));
        MH_CHECK(database.driver().script(renamed(own, pattern, part)));
    }
    return {};
}

Result<void> guardPartOnSqlite(Database& database, const std::string& pattern, const std::string& part) {
    MH_CHECK(guardOnSqlite(database, part));
    MH_CHECK(database.executeUnaudited("INSERT INTO guarded_table (name, logical_name, route, duties) "
                                       "SELECT ?, logical_name, route, duties FROM guarded_table WHERE name = ?",
                                       {part, pattern}));
    return {};
}

Result<std::string> columnList(Database& database, const std::string& table) {
    MH_TRY(const Catalogue* catalogue, database.catalogue());
    MH_TRY(const GuardedTable* guarded, catalogue->find(table));
    std::string names;
    for (const GuardedColumn& column : guarded->columns)
        names += (names.empty() ? "" : ", ") + column.name;
    return names;
}

/// All parts of one logical table under its name, for people's own queries; the program asks the parts.
Result<void> viewParts(Database& database, const GuardedTable& pattern, const std::vector<std::string>& without) {
    if (pattern.logicalName == pattern.name)
        return {};
    MH_TRY(const std::string columns, columnList(database, pattern.name));
    MH_TRY(const auto tables,
           database.all("SELECT g.name FROM guarded_table g JOIN sqlite_schema s ON s.type = 'table' "
                        "AND s.name = g.name WHERE g.logical_name = ? ORDER BY g.name",
                        {pattern.logicalName}, [](const Row& row) { return std::string(row.utf8(0)); }));
    std::string all;
    for (const std::string& table : tables)
        if (std::find(without.begin(), without.end(), table) == without.end())
            all += (all.empty() ? "SELECT " : " UNION ALL SELECT ") + columns + " FROM " + table;
    return database.driver().script("DROP VIEW IF EXISTS " + pattern.logicalName + "; CREATE VIEW " +
                                    pattern.logicalName + " AS " + all);
}

Result<std::int64_t> moveOnSqlite(Database& database, const std::vector<std::string>& parts, const std::string& pattern,
                                  const std::string& part) {
    MH_TRY(const std::string columns, columnList(database, pattern));
    MH_TRY(const auto keys, database.all("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", {pattern},
                                         [](const Row& row) { return std::string(row.utf8(0)); }));
    std::string order;
    for (const std::string& key : keys)
        order += (order.empty() ? "" : ", ") + key;
    std::string all;
    std::int64_t before = 0;
    for (const std::string& from : parts) {
        all += (all.empty() ? "SELECT " : " UNION ALL SELECT ") + columns + " FROM " + from;
        MH_TRY(const std::int64_t rows, database.number("SELECT count(*) FROM " + from));
        before += rows;
    }
    MH_CHECK(copyShapeOnSqlite(database, pattern, part));
    MH_TRY(const std::int64_t moved, database.executeUnaudited("INSERT INTO " + part + " (" + columns +
                                                               ") SELECT * FROM (" + all + ") ORDER BY " + order));
    if (moved != before)
        return StorageError::Corrupt;
    MH_CHECK(guardPartOnSqlite(database, pattern, part));
    MH_TRY(const Catalogue* catalogue, database.catalogue());
    MH_TRY(const GuardedTable* like, catalogue->find(pattern));
    MH_CHECK(viewParts(database, *like, parts));
    for (const std::string& from : parts)
        MH_CHECK(database.driver().script("DROP TABLE " + from));
    return moved;
}
} // namespace

Result<std::string> ensurePart(UnitOfWork& work, const std::string& pattern, const std::string& suffix) {
    Database& database = work.database();
    const std::string part = pattern + "_" + suffix;
    MH_TRY(const auto parts, partsOf(database, pattern));
    MH_TRY(const Catalogue* catalogue, database.catalogue());
    if (std::binary_search(parts.begin(), parts.end(), part)) {
        if (!catalogue->find(part).ok())
            work.catalogueChanged(); // another program made it
        return part;
    }
    if (!isSuffix(suffix) || !catalogue->find(pattern).ok())
        return badPart(part);
    if (database.isSqlite()) {
        MH_TRY(const GuardedTable* like, catalogue->find(pattern));
        MH_CHECK(copyShapeOnSqlite(database, pattern, part));
        MH_CHECK(guardPartOnSqlite(database, pattern, part));
        MH_CHECK(viewParts(database, *like, {}));
    } else {
        MH_CHECK(database.exists("SELECT make_part(?, ?)", {pattern, suffix}));
    }
    work.catalogueChanged();
    return part;
}

// Asked anew each time: other programs make and seal parts as well. A sealed part leaves its name in the list.
Result<std::vector<std::string>> partsOf(Database& database, const std::string& pattern) {
    constexpr std::string_view sqlite =
        "SELECT g.name FROM guarded_table g JOIN sqlite_schema s ON s.type = 'table' AND s.name = g.name "
        "WHERE g.name > ? AND g.name < ? ORDER BY g.name";
    constexpr std::string_view postgres =
        "SELECT g.name FROM guarded_table g WHERE g.name > ? AND g.name < ? "
        "AND to_regclass('meterhall.' || quote_ident(g.name)) IS NOT NULL ORDER BY g.name";
    MH_TRY(auto names, database.all(database.isSqlite() ? sqlite : postgres, {pattern + "_", pattern + "_:"},
                                    [](const Row& row) { return std::string(row.utf8(0)); }));
    std::erase_if(names, [&](const std::string& name) { return !isSuffix(name.substr(pattern.size() + 1)); });
    return names;
}

Result<std::int64_t> sealParts(UnitOfWork& work, const std::vector<std::string>& parts, const std::string& pattern,
                               const std::string& suffix) {
    Database& database = work.database();
    MH_TRY(const Catalogue* catalogue, database.catalogue());
    MH_TRY(const GuardedTable* sealed, catalogue->find(pattern));
    std::string list;
    for (const std::string& part : parts) {
        MH_TRY(const GuardedTable* table, catalogue->find(part));
        const bool isPart = table->logicalName == sealed->logicalName && isSuffix(part.substr(part.rfind('_') + 1));
        if (!isPart)
            return badPart(part);
        list += (list.empty() ? "" : ",") + part;
    }
    if (!isSuffix(suffix) || parts.empty())
        return badPart(pattern + "_" + suffix);
    MH_TRY(const std::int64_t moved, database.isSqlite()
                                         ? moveOnSqlite(database, parts, pattern, pattern + "_" + suffix)
                                         : database.number("SELECT seal_parts(?, ?, ?)", {list, pattern, suffix}));
    work.catalogueChanged();
    return moved;
}

} // namespace meterhall::storage
