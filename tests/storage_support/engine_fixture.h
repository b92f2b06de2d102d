#pragma once

#include "tests/storage_support/database_fixture.h"

namespace meterhall::tests {

/// A database with one table of every kind that the directives know: `voucher` (guarded, via function), `voucher_line`
/// (balanced per entity), `sample` (guarded, via copy, every kind of column), `tick_day` and `tick_month`
/// (patterns of parts) and `counter` (ordinary).
class EngineTest : public DatabaseTest {
    Q_OBJECT

protected:
    std::vector<storage::Migration> extraMigrations() override;

    /// A voucher and its lines {entity, amount}.
    Result<void> writeJournal(storage::UnitOfWork& work, std::int64_t id,
                              const std::vector<std::pair<int, std::int64_t>>& lines);
    Result<void> writeSample(storage::UnitOfWork& work, std::int64_t id, const QString& note);
    /// -1 when the query fails.
    std::int64_t count(std::string_view sql, const storage::Values& values = {});
    /// A script that takes a table's triggers away, runs the statement and puts them back.
    std::string withoutGuards(const std::string& sql, const std::string& table);
    /// Runs a statement as somebody whom no guard stops.
    Result<void> tamper(const std::string& sql, const std::string& table);
    std::unique_ptr<storage::Database> superuser();
};

} // namespace meterhall::tests
