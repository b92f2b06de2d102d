#pragma once

#include "core/storage/catalogue.h"

namespace meterhall::storage {

/// Rows of a guarded table on their way into the database: which of the table's columns a caller gave, in the table's
/// order, with unit_id added.
class GuardedRows {
public:
    /// UnknownColumn for a name the table does not have, for unit_id and for a name given twice.
    static Result<GuardedRows> of(const GuardedTable& table, std::span<const std::string_view> columns,
                                  std::int64_t unitId);

    /// One row's cells in the order of GuardedTable::columns; null where nothing was given.
    std::span<const Cell> arrange(std::span<const Cell> given);

    /// INSERT INTO table (given columns, unit_id) VALUES (?, …); the values follow the caller's order, unit_id last.
    std::string insertStatement() const;

private:
    explicit GuardedRows(const GuardedTable& table)
        : m_table(&table) {}

    const GuardedTable* m_table;
    std::vector<std::size_t> m_places; ///< of the caller's columns, then of unit_id
    std::vector<Cell> m_cells;
};

/// Appends {"column":value,…} for insert_<table>(): bytes as "\\x…", nulls left out.
void appendJson(std::string& out, const GuardedTable& table, std::span<const Cell> cells);

} // namespace meterhall::storage
