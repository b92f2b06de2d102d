#pragma once

#include "core/storage/catalogue.h"
#include "core/storage/sha256.h"

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

/// What a unit wrote: its row hashes in order of their bytes, so that neither the order of writing nor the order of
/// reading back matters. Sorts the list.
Hash digestOf(std::vector<Hash>& rows);

} // namespace meterhall::storage
