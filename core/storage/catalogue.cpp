#include "core/storage/catalogue.h"

namespace meterhall::storage {

namespace {
InsertRoute routeOf(std::string_view text) {
    if (text == "copy")
        return InsertRoute::Copy;
    return text == "engine" ? InsertRoute::Engine : InsertRoute::Function;
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t comma = text.find(',');
        parts.emplace_back(text.substr(0, comma));
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
    }
    return parts;
}

struct ColumnOfTable {
    std::string table;
    GuardedColumn column;
};

ColumnOfTable columnFrom(const Row& row) {
    return {std::string(row.utf8(0)),
            {std::string(row.utf8(1)), row.get<bool>(2), static_cast<unsigned>(row.integer(3))}};
}

Result<std::vector<ColumnOfTable>> readColumns(Database& database) {
    // The primary key of a rowid table may be null in SQLite by history; STRICT INTEGER keys and WITHOUT ROWID may not.
    constexpr std::string_view sqlite =
        "SELECT g.name, c.name, c.\"notnull\" OR c.pk > 0, 0 FROM guarded_table g, pragma_table_info(g.name) c "
        "ORDER BY g.name, c.name";
    constexpr std::string_view postgres =
        "SELECT g.name, a.attname, a.attnotnull, a.atttypid FROM guarded_table g "
        "JOIN pg_attribute a ON a.attrelid = to_regclass('meterhall.' || quote_ident(g.name)) AND a.attnum > 0 "
        "AND NOT a.attisdropped ORDER BY g.name, a.attname COLLATE \"C\"";
    return database.all(database.isSqlite() ? sqlite : postgres, {}, columnFrom);
}
} // namespace

Result<std::size_t> GuardedTable::indexOf(std::string_view column) const {
    const auto found =
        std::lower_bound(columns.begin(), columns.end(), column,
                         [](const GuardedColumn& c, std::string_view wanted) { return c.name < wanted; });
    if (found == columns.end() || found->name != column)
        return Error(StorageError::UnknownColumn,
                     {QString::fromStdString(name), QString::fromUtf8(column.data(), qsizetype(column.size()))});
    return std::size_t(found - columns.begin());
}

Result<Catalogue> Catalogue::read(Database& database) {
    Catalogue catalogue;
    MH_TRY(catalogue.m_tables, database.all("SELECT name, logical_name, route, duties FROM guarded_table ORDER BY name",
                                            {}, [](const Row& row) {
                                                GuardedTable table;
                                                table.name = row.utf8(0);
                                                table.logicalName = row.utf8(1);
                                                table.route = routeOf(row.utf8(2));
                                                table.duties = split(row.utf8(3));
                                                return table;
                                            }));
    const auto tableNamed = [&](std::string_view name) {
        return std::find_if(catalogue.m_tables.begin(), catalogue.m_tables.end(),
                            [&](const GuardedTable& table) { return table.name == name; });
    };
    MH_TRY(const auto columns, readColumns(database));
    for (const ColumnOfTable& found : columns)
        tableNamed(found.table)->columns.push_back(found.column);
    MH_CHECK(database.each(
        "SELECT name, group_column, also_columns, amount_column FROM balanced_table", {},
        [&](const Row& row) -> Result<void> {
            const auto table = tableNamed(row.utf8(0));
            if (table == catalogue.m_tables.end())
                return StorageError::UnknownTable;
            table->balance = Balance{std::string(row.utf8(1)), split(row.utf8(2)), std::string(row.utf8(3))};
            return {};
        }));
    // A part that was sealed leaves its name behind: the list itself is append-only.
    std::erase_if(catalogue.m_tables, [](const GuardedTable& table) { return table.columns.empty(); });
    return catalogue;
}

Result<const GuardedTable*> Catalogue::find(std::string_view table) const {
    const auto found = std::lower_bound(m_tables.begin(), m_tables.end(), table,
                                        [](const GuardedTable& t, std::string_view name) { return t.name < name; });
    if (found == m_tables.end() || found->name != table || found->route == InsertRoute::Engine)
        return Error(StorageError::UnknownTable, {QString::fromUtf8(table.data(), qsizetype(table.size()))});
    return &*found;
}

} // namespace meterhall::storage
