#include "core/storage/bulk_writers.h"
#include "core/storage/postgres_driver.h"
#include "core/storage/postgres_values.h"

#include <libpq-fe.h>

namespace meterhall::storage {

namespace {
/// Signature, flags, length of the header extension (COPY, "Binary Format").
constexpr std::string_view copyHeader("PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19);

class CopyWriter final : public BulkWriter {
public:
    CopyWriter(PGconn* connection, std::string statement, std::vector<postgres::Type> types)
        : m_connection(connection)
        , m_statement(std::move(statement))
        , m_types(std::move(types)) {}

    Result<void> write(std::span<const Cell> cells) override {
        if (m_buffer.empty())
            m_buffer = copyHeader;
        postgres::appendInt(m_buffer, cells.size(), 2);
        for (std::size_t i = 0; i < cells.size(); ++i)
            MH_CHECK(append(cells[i], m_types[i]));
        return {};
    }

    std::size_t waiting() const override { return m_buffer.size(); }

    Result<void> flush() override {
        if (m_buffer.empty())
            return {};
        postgres::appendInt(m_buffer, 0xFFFF, 2);
        const std::string rows = std::exchange(m_buffer, {});
        MH_CHECK(expect(PQexec(m_connection, m_statement.c_str()), PGRES_COPY_IN));
        const bool sent =
            PQputCopyData(m_connection, rows.data(), int(rows.size())) == 1 && PQputCopyEnd(m_connection, nullptr) == 1;
        // The server's answer says more than a failed send; it must be read to its end in any case.
        auto answered = expect(PQgetResult(m_connection), PGRES_COMMAND_OK);
        while (PGresult* rest = PQgetResult(m_connection))
            PQclear(rest);
        return sent || !answered.ok() ? std::move(answered) : Result<void>(StorageError::ConnectionLost);
    }

private:
    Result<void> expect(PGresult* taken, ExecStatusType wanted) {
        const std::unique_ptr<PGresult, void (*)(PGresult*)> result(taken, PQclear);
        if (PQresultStatus(taken) == wanted)
            return {};
        return postgresError(m_connection, taken);
    }

    Result<void> append(const Cell& cell, postgres::Type type) {
        switch (cell.kind) {
        case Cell::Kind::Null:
            postgres::appendInt(m_buffer, 0xFFFFFFFF, 4);
            return {};
        case Cell::Kind::Integer:
            return appendInteger(cell.integer, type);
        case Cell::Kind::Text:
        case Cell::Kind::Bytes:
            break;
        }
        const bool isText = cell.kind == Cell::Kind::Text;
        if (type != (isText ? postgres::Type::Text : postgres::Type::Bytea))
            return StorageError::WrongType;
        if (isText && cell.data.find('\0') != std::string_view::npos)
            return StorageError::BadText;
        postgres::appendInt(m_buffer, cell.data.size(), 4);
        m_buffer.append(cell.data);
        return {};
    }

    Result<void> appendInteger(std::int64_t value, postgres::Type type) {
        const bool isWide = type == postgres::Type::Int8;
        if (!isWide && (type != postgres::Type::Int4 || !std::in_range<std::int32_t>(value)))
            return StorageError::WrongType;
        postgres::appendInt(m_buffer, isWide ? 8 : 4, 4);
        postgres::appendInt(m_buffer, static_cast<std::uint64_t>(value), isWide ? 8 : 4);
        return {};
    }

    PGconn* m_connection;
    std::string m_statement;
    std::vector<postgres::Type> m_types;
    std::string m_buffer;
};
} // namespace

Result<std::unique_ptr<BulkWriter>> makeCopyWriter(Database& database, std::string_view table, const Columns& columns) {
    std::map<std::string, postgres::Type, std::less<>> types;
    MH_CHECK(database.each("SELECT attname, atttypid FROM pg_attribute WHERE attrelid = to_regclass('meterhall.' || "
                           "quote_ident(?)) AND attnum > 0 AND NOT attisdropped",
                           {std::string(table)}, [&](const Row& row) -> Result<void> {
                               types[std::string(row.utf8(0))] = postgres::Type(row.integer(1));
                               return {};
                           }));
    std::string names;
    std::vector<postgres::Type> columnTypes;
    for (const std::string_view column : columns) {
        const auto found = types.find(column);
        if (found == types.end())
            return Error(StorageError::UnknownColumn,
                         {QString::fromStdString(std::string(table)), QString::fromStdString(std::string(column))});
        columnTypes.push_back(found->second);
        names.append(names.empty() ? "" : ", ").append(column);
    }
    const std::string statement = "COPY " + std::string(table) + " (" + names + ") FROM STDIN (FORMAT binary)";
    return std::unique_ptr<BulkWriter>(std::make_unique<CopyWriter>(static_cast<PGconn*>(database.driver().handle()),
                                                                    statement, std::move(columnTypes)));
}

} // namespace meterhall::storage
