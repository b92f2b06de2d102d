#include "core/storage/bulk_writers.h"
#include "core/storage/sqlite_driver.h"

#include <sqlite3.h>

namespace meterhall::storage {

namespace {
struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

class SqliteWriter final : public BulkWriter {
public:
    SqliteWriter(sqlite3* connection, sqlite3_stmt* statement)
        : m_connection(connection)
        , m_statement(statement) {}

    Result<void> write(std::span<const Cell> cells) override {
        int index = 0;
        for (const Cell& cell : cells) {
            if (const int bound = bind(++index, cell); bound != SQLITE_OK)
                return bound == SQLITE_MISMATCH ? Error(StorageError::BadText) : sqliteError(m_connection, bound);
        }
        const int stepped = sqlite3_step(m_statement.get());
        if (stepped != SQLITE_DONE) {
            Error error = sqliteError(m_connection, stepped);
            sqlite3_reset(m_statement.get());
            return error;
        }
        sqlite3_reset(m_statement.get());
        return {};
    }
    Result<void> flush() override { return {}; }
    std::size_t waiting() const override { return 0; }

private:
    /// What is bound lives until the step that follows at once.
    int bind(int index, const Cell& cell) {
        sqlite3_stmt* statement = m_statement.get();
        switch (cell.kind) {
        case Cell::Kind::Null:
            return sqlite3_bind_null(statement, index);
        case Cell::Kind::Integer:
            return sqlite3_bind_int64(statement, index, cell.integer);
        case Cell::Kind::Text:
            if (cell.data.find('\0') != std::string_view::npos)
                return SQLITE_MISMATCH;
            return sqlite3_bind_text(statement, index, cell.data.data(), int(cell.data.size()), SQLITE_STATIC);
        case Cell::Kind::Bytes:
            if (cell.data.empty())
                return sqlite3_bind_zeroblob(statement, index, 0);
            return sqlite3_bind_blob(statement, index, cell.data.data(), int(cell.data.size()), SQLITE_STATIC);
        }
        return SQLITE_MISUSE;
    }

    sqlite3* m_connection;
    std::unique_ptr<sqlite3_stmt, FinalizeStatement> m_statement;
};
} // namespace

Result<std::unique_ptr<BulkWriter>> makeSqliteWriter(Database& database, std::string_view table,
                                                     const Columns& columns) {
    std::string names;
    std::string marks;
    for (const std::string_view column : columns) {
        names.append(names.empty() ? "" : ", ").append(column);
        marks.append(marks.empty() ? "?" : ", ?");
    }
    const std::string sql = "INSERT INTO " + std::string(table) + " (" + names + ") VALUES (" + marks + ")";
    auto* connection = static_cast<sqlite3*>(database.driver().handle());
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(connection, sql.c_str(), -1, &statement, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(connection, code);
    return std::unique_ptr<BulkWriter>(std::make_unique<SqliteWriter>(connection, statement));
}

} // namespace meterhall::storage
