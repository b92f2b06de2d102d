#pragma once

#include "core/storage/database.h"

namespace meterhall::storage {

/// How rows enter an append-only table on PostgreSQL. On SQLite all routes are a plain INSERT of the unit of work.
enum class InsertRoute : std::uint8_t {
    Function, ///< insert_<table>(rows), a SECURITY DEFINER function granted to the duties
    Copy,     ///< INSERT and COPY are granted to the duties; statement triggers check
    Engine,   ///< written by the engine itself; neither digested nor open to stores
};

/// In every group of rows the amounts sum to nothing; `also` are further columns a group must balance in by itself
/// (currency, legal entity).
struct Balance {
    std::string groupColumn;
    std::vector<std::string> alsoColumns;
    std::string amountColumn;
};

struct GuardedColumn {
    std::string name;
    bool notNull = false;
    unsigned postgresType = 0; ///< pg_type number, 0 on SQLite
};

struct GuardedTable {
    std::string name;
    std::string logicalName; ///< what its rows are hashed under; differs from name for partitions and days
    InsertRoute route = InsertRoute::Function;
    std::vector<std::string> duties;
    std::vector<GuardedColumn> columns; ///< sorted by name, the order in which they are hashed
    std::optional<Balance> balance;

    /// Index in `columns`; UnknownColumn.
    Result<std::size_t> indexOf(std::string_view column) const;
};

/// The append-only tables of an open database, as its migrations declared them.
class Catalogue {
public:
    static Result<Catalogue> read(Database& database);

    /// UnknownTable when the name is not a guarded table that stores may write.
    Result<const GuardedTable*> find(std::string_view table) const;
    const std::vector<GuardedTable>& tables() const { return m_tables; }

private:
    std::vector<GuardedTable> m_tables; ///< sorted by name
};

} // namespace meterhall::storage
