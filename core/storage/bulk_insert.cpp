#include "core/storage/bulk_insert.h"

#include "core/storage/bulk_writers.h"

namespace meterhall::storage {

namespace {
constexpr std::size_t maxWaiting = 4 << 20;
} // namespace

BulkInsert::BulkInsert(UnitOfWork& work, std::unique_ptr<BulkWriter> writer, std::size_t columns)
    : m_work(&work)
    , m_writer(std::move(writer))
    , m_columns(columns) {}

Result<BulkInsert> BulkInsert::into(UnitOfWork& work, std::string_view table, const Columns& columns) {
    Database& database = work.database();
    MH_TRY(const Catalogue* catalogue, database.catalogue());
    const bool isGuarded = catalogue->find(table).ok();
    UnitOfWork::Target* target = nullptr;
    std::optional<GuardedRows> guarded;
    Columns written = columns;
    if (isGuarded) {
        MH_TRY(target, work.target(table));
        MH_TRY(GuardedRows arranged, GuardedRows::of(target->table, columns, work.id().raw()));
        guarded.emplace(std::move(arranged));
        written.push_back("unit_id");
    }
    const bool throughFunction = !database.isSqlite() && target && target->table.route == InsertRoute::Function;
    MH_TRY(auto writer, database.isSqlite() ? makeSqliteWriter(database, table, written)
                        : throughFunction   ? makeFunctionWriter(database, target->table, written)
                                            : makeCopyWriter(database, table, written));
    BulkInsert bulk(work, std::move(writer), columns.size());
    bulk.m_target = target;
    bulk.m_guarded = std::move(guarded);
    bulk.m_flushesItself = !target || !target->table.balance;
    return bulk;
}

BulkInsert& BulkInsert::add(Cell::Kind kind, std::int64_t integer, std::string_view data) {
    m_pieces.push_back({kind, integer, m_data.size(), data.size()});
    m_data.append(data);
    return *this;
}

BulkInsert& BulkInsert::integer(std::int64_t value) {
    return add(Cell::Kind::Integer, value, {});
}

BulkInsert& BulkInsert::text(std::string_view utf8) {
    return add(Cell::Kind::Text, 0, utf8);
}

BulkInsert& BulkInsert::text(QStringView text) {
    const QByteArray utf8 = text.toUtf8();
    return add(Cell::Kind::Text, 0, {utf8.constData(), std::size_t(utf8.size())});
}

BulkInsert& BulkInsert::text(QLatin1StringView ascii) {
    return add(Cell::Kind::Text, 0, {ascii.data(), std::size_t(ascii.size())});
}

BulkInsert& BulkInsert::bytes(ByteView bytes) {
    return add(Cell::Kind::Bytes, 0, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

BulkInsert& BulkInsert::null() {
    return add(Cell::Kind::Null, 0, {});
}

BulkInsert& BulkInsert::value(const Value& value) {
    const Cell cell = Cell::of(value);
    return add(cell.kind, cell.integer, cell.data);
}

Result<void> BulkInsert::writeRow() {
    if (m_pieces.size() != m_columns)
        return StorageError::UnknownColumn;
    m_cells.clear();
    for (const Piece& piece : m_pieces)
        m_cells.push_back({piece.kind, piece.integer, std::string_view(m_data).substr(piece.offset, piece.size)});
    if (m_guarded) {
        MH_CHECK(m_work->record(*m_target, m_guarded->arrange(m_cells)));
        m_cells.push_back({Cell::Kind::Integer, m_work->id().raw(), {}});
    }
    MH_CHECK(m_writer->write(m_cells));
    return m_flushesItself && m_writer->waiting() > maxWaiting ? m_writer->flush() : Result<void>();
}

Result<void> BulkInsert::endRow() {
    if (m_work->m_failed)
        return StorageError::UnitFailed;
    auto written = m_work->remember(writeRow());
    m_pieces.clear();
    m_data.clear();
    ++m_count;
    return written;
}

Result<void> BulkInsert::flush() {
    if (m_work->m_failed)
        return StorageError::UnitFailed;
    return m_work->remember(m_writer->flush());
}

ChunkPacer::ChunkPacer(Duration goal, std::int64_t firstRows)
    : m_goal(goal)
    , m_rows(firstRows) {}

void ChunkPacer::took(std::int64_t rows, Duration time) {
    constexpr std::int64_t fewest = 20;
    constexpr std::int64_t most = 100'000;
    const std::int64_t microseconds = std::max<std::int64_t>(time.inMicroseconds(), 1);
    const std::int64_t fitting = std::max<std::int64_t>(rows, 1) * m_goal.inMicroseconds() / microseconds;
    m_rows = std::clamp(std::clamp(fitting, m_rows / 2, m_rows + m_rows / 2), fewest, most);
}

} // namespace meterhall::storage
