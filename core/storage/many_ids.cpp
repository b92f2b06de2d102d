#include "core/storage/many_ids.h"

#include "core/storage/postgres_array.h"

namespace meterhall::storage {

std::string idRows(const Database& database) {
    return database.isSqlite() ? "json_each(?) n" : "unnest(?::BIGINT[]) n(value)";
}

// OFFSET 0 keeps the planner from joining otherwise: made while the table was empty, its plan would read all of it.
std::string idRowsOf(const Database& database, const std::string& table, const std::string& column) {
    const std::string rows = database.isSqlite() ? table
                                                 : "LATERAL (SELECT * FROM " + table + " o WHERE o." + column +
                                                       " = n.value OFFSET 0) " + table;
    return idRows(database) + " CROSS JOIN " + rows;
}

Value idsFor(const Database& database, std::span<const std::int64_t> ids) {
    if (!database.isSqlite()) {
        PostgresArray array;
        for (const std::int64_t id : ids)
            array.add(id);
        return array.text();
    }
    std::string json = "[";
    for (const std::int64_t id : ids)
        json += (json.size() > 1 ? "," : "") + std::to_string(id);
    return json + ']';
}

Result<void> preferIndexes(Database& database) {
    return database.isSqlite() ? Result<void>() : database.driver().script("SET LOCAL enable_seqscan = off");
}

} // namespace meterhall::storage
