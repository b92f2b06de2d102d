#pragma once

#include "core/base/id.h"
#include "core/storage/database.h"

namespace meterhall::storage {

/// Many ids as the one parameter of a query, the same text on both engines:
///
///     database.all("SELECT a.number FROM " + idRows(database) + " CROSS JOIN account a WHERE a.id = n.value",
///                  {idsFor(database, ids)}, …);
///
/// CROSS JOIN, so that SQLite begins with the ids.
std::string idRows(const Database& database);

/// The same with the rows of a table, whatever PostgreSQL thinks of how many there are: they are looked up by an
/// indexed column, id by id. The condition is written out all the same: `… WHERE bill.account_id = n.value`.
std::string idRowsOf(const Database& database, const std::string& table, const std::string& column);

Value idsFor(const Database& database, std::span<const std::int64_t> ids);

template <class Tag>
Value idsFor(const Database& database, std::span<const Id<Tag>> ids) {
    std::vector<std::int64_t> numbers(ids.size());
    std::transform(ids.begin(), ids.end(), numbers.begin(), [](Id<Tag> id) { return id.raw(); });
    return idsFor(database, std::span<const std::int64_t>(numbers));
}

/// On PostgreSQL a plan is kept, and the table it was made for may have been empty: until the end of the transaction no
/// table is read as a whole where there is an index.
Result<void> preferIndexes(Database& database);

} // namespace meterhall::storage
