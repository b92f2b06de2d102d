#include "tests/small_town/tampering.h"

#include <numeric>

namespace meterhall::tests {

using storage::Row;

Tampering::Tampering(storage::Database& database)
    : m_database(database) {
    execute(database.isSqlite() ? "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF"
                                : "SET session_replication_role = replica; SET synchronous_commit = off");
}

void Tampering::execute(const std::string& script) {
    const auto done = m_database.driver().script(script);
    if (!done.ok())
        qFatal("tampering: %s: %s", script.c_str(), qPrintable(done.error().toString()));
}

std::vector<std::string> Tampering::names() {
    auto names = m_database.all("SELECT name FROM guarded_table ORDER BY name", {},
                                [](const Row& row) { return std::string(row.utf8(0)); });
    return names.ok() ? *names : std::vector<std::string>();
}

std::vector<std::string> Tampering::patterns() {
    std::vector<std::string> patterns;
    const auto all = names();
    std::copy_if(all.begin(), all.end(), std::back_inserter(patterns), [&](const std::string& pattern) {
        return std::any_of(all.begin(), all.end(), [&](const std::string& part) {
            return part.starts_with(pattern + '_') &&
                   part.find_first_not_of("0123456789", pattern.size() + 1) == std::string::npos;
        });
    });
    return patterns;
}

std::vector<std::string> Tampering::tables() {
    auto tables = names();
    const auto without = patterns();
    std::erase_if(tables, [&](const std::string& table) {
        return std::find(without.begin(), without.end(), table) != without.end();
    });
    return tables;
}

std::vector<Tampering::Column> Tampering::columns(const std::string& table) {
    constexpr std::string_view sqlite = "SELECT name, type, pk > 0 FROM pragma_table_info(?) ORDER BY cid";
    constexpr std::string_view postgres =
        "SELECT a.attname, format_type(a.atttypid, NULL), EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = "
        "a.attrelid AND i.indisprimary AND a.attnum = ANY (i.indkey)) FROM pg_attribute a WHERE a.attrelid = "
        "('meterhall.' || quote_ident(?))::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum";
    auto found = m_database.all(m_database.isSqlite() ? sqlite : postgres, {table}, [](const Row& row) {
        return Column{std::string(row.utf8(0)), std::string(row.utf8(1)), row.get<bool>(2)};
    });
    if (!found.ok())
        qFatal("tampering: %s", qPrintable(found.error().toString()));
    return *found;
}

std::string Tampering::firstRow(const std::string& table) {
    std::string key;
    for (const Column& column : columns(table)) {
        if (column.key)
            key += (key.empty() ? "" : ", ") + column.name;
    }
    return "(" + key + ") = (SELECT " + key + " FROM " + table + " ORDER BY " + key + " LIMIT 1)";
}

namespace {
std::string otherValue(const Tampering::Column& column, const std::string& more) {
    if (column.type == "bytea")
        return "coalesce(" + column.name + ", '') || '\\x31'::bytea";
    if (column.type == "BLOB")
        return "CAST(coalesce(" + column.name + ", x'') || x'31' AS BLOB)";
    if (column.type == "text" || column.type == "TEXT")
        return "coalesce(" + column.name + ", '') || '1'";
    return "coalesce(" + column.name + ", 0) + " + more;
}
} // namespace

std::vector<std::vector<std::string>> Tampering::changesOf(const std::string& table, const Column& column) {
    const std::string head = "UPDATE " + table + " SET " + column.name + " = ";
    const std::string where = " WHERE " + firstRow(table);
    const std::string others = "FROM " + table + " o WHERE o." + column.name + " <> " + table + "." + column.name;
    return {{head + "(SELECT o." + column.name + " " + others + " ORDER BY o." + column.name + " LIMIT 1)" + where +
                 " AND EXISTS (SELECT 1 " + others + ")",
             head + otherValue(column, "1") + where, head + otherValue(column, "-1") + where,
             head + otherValue(column, "7001") + where},
            {head + "NULL" + where}};
}

std::vector<std::string> Tampering::additionsTo(const std::string& table) {
    std::string names;
    std::string otherKey;
    std::string otherIds;
    std::string otherRow;
    for (const Column& column : columns(table)) {
        const char* comma = names.empty() ? "" : ", ";
        const bool firstKey = column.key && otherKey.find("coalesce") == std::string::npos;
        const bool isId = column.key || column.name == "id" || column.name == "account_id";
        const std::string other = otherValue(column, "7001");
        otherKey += comma + (firstKey ? other : column.name);
        otherIds += comma + (isId ? other : column.name);
        otherRow += comma + (column.key || column.name != "unit_id" ? other : column.name);
        names += comma + column.name;
    }
    const std::string head = "INSERT INTO " + table + " (" + names + ") SELECT ";
    const std::string from = " FROM " + table + " WHERE " + firstRow(table);
    return {head + otherKey + from, head + otherIds + from, head + otherRow + from};
}

std::vector<std::string> Tampering::removalsFrom(const std::string& table) {
    return {"DELETE FROM " + table + " WHERE " + firstRow(table)};
}

std::string Tampering::withoutGuards(const std::string& table, const std::string& sql) {
    if (!m_database.isSqlite())
        return "ALTER TABLE " + table + " DISABLE TRIGGER USER; " + sql +
               "; DO $$ DECLARE guard NAME; BEGIN FOR guard IN SELECT tgname FROM pg_trigger WHERE tgrelid = '" +
               table + "'::regclass AND NOT tgisinternal LOOP EXECUTE format('ALTER TABLE " + table +
               " ENABLE ALWAYS TRIGGER %I', guard); END LOOP; END $$";
    std::string away;
    std::string back;
    const auto read = m_database.each("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?",
                                      {table}, [&](const Row& row) -> Result<void> {
                                          away += "DROP TRIGGER " + std::string(row.utf8(0)) + ";";
                                          back += std::string(row.utf8(1)) + ";";
                                          return {};
                                      });
    return read.ok() ? away + sql + ";" + back : std::string();
}

/// All rows as one text: whether anything is different now.
std::string Tampering::contentOf(const std::string& table) {
    std::vector<std::string> lines;
    const std::size_t width = columns(table).size();
    const auto read = m_database.each("SELECT * FROM " + table, {}, [&](const Row& row) -> Result<void> {
        std::string line;
        for (std::size_t i = 0; i < width; ++i) {
            const auto cell = row.cell(int(i));
            line += std::to_string(int(cell.kind)) + ':' + std::to_string(cell.integer) + ':';
            line.append(cell.data.begin(), cell.data.end());
            line += '|';
        }
        lines.push_back(line);
        return {};
    });
    if (!read.ok())
        qFatal("tampering: %s", qPrintable(read.error().toString()));
    std::sort(lines.begin(), lines.end());
    return std::accumulate(lines.begin(), lines.end(), std::string());
}

bool Tampering::apply(const std::string& table, const std::string& sql) {
    const std::string before = contentOf(table);
    execute("BEGIN");
    const bool done = m_database.driver().script(withoutGuards(table, sql)).ok();
    execute(done ? "COMMIT" : "ROLLBACK");
    return done && contentOf(table) != before;
}

void Tampering::keep(const std::string& table) {
    execute("DROP TABLE IF EXISTS kept; CREATE TEMP TABLE kept AS SELECT * FROM " + table);
}

void Tampering::restore(const std::string& table) {
    execute("BEGIN;" + withoutGuards(table, "DELETE FROM " + table + "; INSERT INTO " + table + " SELECT * FROM kept") +
            ";COMMIT");
}

} // namespace meterhall::tests
