#pragma once

#include "core/storage/catalogue.h"
#include "core/storage/sha256.h"

#include <map>

namespace meterhall::storage {

/// The hash of one row of a guarded table, the same on both engines: the logical name of the table, then for each
/// column in order of names, unless it is null: its name, its kind and its value, texts with their length before
/// them. A null column does not count, so a later migration may add a column without changing what was hashed.
class RowHasher {
public:
    explicit RowHasher(const GuardedTable& table);

    /// Cells in the order of GuardedTable::columns.
    Hash hash(std::span<const Cell> cells);

private:
    std::string m_table;
    std::vector<std::string> m_columns;
    std::string m_message;
    Sha256 m_sha;
};

/// Row hashes of one unit by the logical name of their table.
using RowsByTable = std::map<std::string, std::vector<Hash>, std::less<>>;

/// The rows that one unit wrote into one table: their hashes in order of their bytes, so that neither the order of
/// writing nor the order of reading back matters. Sorts the list.
Hash digestOfTable(std::vector<Hash>& rows);

/// What a unit wrote: for each of its tables in order of names, the name, how many rows, and their digest. Made of
/// table digests, so that verifying needs the rows of one unit and one table in memory, never more.
class UnitDigest {
public:
    /// In order of names; a table without rows is left out.
    void addTable(std::string_view logicalName, std::int64_t count, const Hash& digest);
    Hash finish();

private:
    Sha256 m_sha;
};

Hash digestOfUnit(RowsByTable& rows);

} // namespace meterhall::storage
