#pragma once

#include "core/storage/bulk_insert.h"

namespace meterhall::storage {

Result<std::unique_ptr<BulkWriter>> makeSqliteWriter(Database& database, std::string_view table,
                                                     const Columns& columns);
Result<std::unique_ptr<BulkWriter>> makeCopyWriter(Database& database, std::string_view table, const Columns& columns);
/// Through insert_<table>() of PostgreSQL. `table` stays where it is while the writer lives.
Result<std::unique_ptr<BulkWriter>> makeFunctionWriter(Database& database, const GuardedTable& table,
                                                       const Columns& columns);

} // namespace meterhall::storage
