#pragma once

#include "core/storage/guarded_sql.h"
#include "core/storage/unit_of_work.h"

namespace meterhall::storage {

/// Where the rows of a BulkInsert go: sqlite3 directly, a binary COPY, or the table's own function.
class BulkWriter {
public:
    BulkWriter() = default;
    BulkWriter(const BulkWriter&) = delete;
    BulkWriter& operator=(const BulkWriter&) = delete;
    virtual ~BulkWriter() = default;
    /// Cells in the order of the columns the writer was made for.
    virtual Result<void> write(std::span<const Cell> cells) = 0;
    virtual Result<void> flush() = 0;
    /// Bytes waiting for flush().
    virtual std::size_t waiting() const = 0;
};

/// Many rows of one table inside a unit of work, without a QString or a Value in the loop:
///
///     MH_TRY(BulkInsert readings, BulkInsert::into(work, "reading", {"id", "meter", "value"}));
///     for (…) {
///         readings.integer(id).integer(meter).integer(value);
///         MH_CHECK(readings.endRow());
///     }
///     MH_CHECK(readings.finish());
///
/// Guarded tables get their unit_id and are digested; on PostgreSQL their rows go the way that the table was declared
/// with, `via=copy` being the fast one. A unit is one chunk: how many rows belong into it is for ChunkPacer. On
/// PostgreSQL rows are sent by finish(), and before that whenever some
/// megabytes wait; those of a balanced table only by finish() or flush(), since a group must come in one statement. The
/// unit must stay where it is while the bulk lives.
class BulkInsert {
public:
    static Result<BulkInsert> into(UnitOfWork& work, std::string_view table, const Columns& columns);

    BulkInsert& integer(std::int64_t value);
    BulkInsert& text(std::string_view utf8);
    BulkInsert& text(QStringView text);
    BulkInsert& text(QLatin1StringView ascii);
    BulkInsert& bytes(ByteView bytes);
    BulkInsert& null();
    /// Anything a Value can be made of; slower than the calls above for texts and bytes.
    BulkInsert& value(const Value& value);

    Result<void> endRow();
    Result<void> flush();
    Result<void> finish() { return flush(); }
    std::int64_t rows() const { return m_count; }

private:
    struct Piece {
        Cell::Kind kind;
        std::int64_t integer;
        std::size_t offset;
        std::size_t size;
    };
    BulkInsert(UnitOfWork& work, std::unique_ptr<BulkWriter> writer, std::size_t columns);
    BulkInsert& add(Cell::Kind kind, std::int64_t integer, std::string_view data);
    Result<void> writeRow();

    UnitOfWork* m_work;
    std::unique_ptr<BulkWriter> m_writer;
    std::size_t m_columns;
    UnitOfWork::Target* m_target = nullptr; ///< of a guarded table
    std::optional<GuardedRows> m_guarded;
    bool m_flushesItself = true;
    std::vector<Piece> m_pieces;
    std::string m_data; ///< texts and bytes of the current row
    std::vector<Cell> m_cells;
    std::int64_t m_count = 0;
};

/// How many rows a chunk may have so that it takes about the time given (25 ms: a payment that waits for it does not
/// notice). The caller measures; chunks grow and shrink by at most half.
class ChunkPacer {
public:
    /// After the first one no chunk has fewer than 20 rows, however long it takes: the cost of a transaction must not
    /// become the cost of a row.
    explicit ChunkPacer(Duration goal = Duration::milliseconds(25), std::int64_t firstRows = 200);
    std::int64_t rows() const { return m_rows; }
    void took(std::int64_t rows, Duration time);

private:
    Duration m_goal;
    std::int64_t m_rows;
};

} // namespace meterhall::storage
