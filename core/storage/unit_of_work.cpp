#include "core/storage/unit_of_work.h"

#include "core/storage/guarded_sql.h"

namespace meterhall::storage {

namespace {
std::string groupKey(const GuardedTable& table, const Balance& balance, std::span<const Cell> cells) {
    std::string key;
    const auto append = [&](const std::string& column) {
        const auto place = table.indexOf(column);
        const Cell cell = place.ok() ? cells[*place] : Cell{};
        key += cell.kind == Cell::Kind::Integer ? std::to_string(cell.integer) : std::string(cell.data);
        key += '\0';
    };
    append(balance.groupColumn);
    for (const std::string& column : balance.alsoColumns)
        append(column);
    return key;
}

std::vector<Cell> cellsOf(const Values& values) {
    std::vector<Cell> cells;
    cells.reserve(values.size());
    for (const Value& value : values)
        cells.push_back(Cell::of(value));
    return cells;
}
} // namespace

UnitOfWork::UnitOfWork(Database& database, UnitContext context)
    : m_database(&database)
    , m_context(std::move(context))
    , m_id(m_context.seat.nextUnit()) {}

UnitOfWork::UnitOfWork(UnitOfWork&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
    , m_context(std::move(other.m_context))
    , m_id(other.m_id)
    , m_targets(std::move(other.m_targets))
    , m_rows(std::move(other.m_rows))
    , m_failed(other.m_failed)
    , m_catalogueChanged(other.m_catalogueChanged) {}

UnitOfWork::~UnitOfWork() {
    if (m_database)
        rollBack();
}

Result<UnitOfWork> UnitOfWork::begin(Database& database, UnitContext context) {
    Q_ASSERT_X(!database.driver().inTransaction(), "UnitOfWork", "one unit of work at a time");
    if (context.seat.nextUnit().sequence > UnitId::maxSequence)
        return StorageError::WrongSeat; // four thousand million units: claim the seat again
    MH_CHECK(database.driver().script(database.isSqlite() ? "BEGIN IMMEDIATE" : "BEGIN"));
    return UnitOfWork(database, std::move(context));
}

Result<std::int64_t> UnitOfWork::execute(std::string_view sql, const Values& values) {
    if (m_failed)
        return StorageError::UnitFailed;
    return remember(m_database->executeUnaudited(sql, values));
}

Result<UnitOfWork::Target*> UnitOfWork::target(std::string_view table) {
    const auto known = m_targets.find(table);
    if (known != m_targets.end())
        return known->second.get();
    MH_TRY(const Catalogue* catalogue, m_database->catalogue());
    MH_TRY(const GuardedTable* guarded, catalogue->find(table));
    auto made = std::make_unique<Target>(*guarded, m_rows[guarded->logicalName]);
    return m_targets.emplace(std::string(table), std::move(made)).first->second.get();
}

Result<void> UnitOfWork::record(Target& target, std::span<const Cell> cells) {
    target.rows.push_back(target.hasher.hash(cells));
    if (!target.table.balance)
        return {};
    MH_TRY(const std::size_t amount, target.table.indexOf(target.table.balance->amountColumn));
    Int128& sum = target.openGroups[groupKey(target.table, *target.table.balance, cells)];
    MH_TRY(sum, checkedAdd128(sum, cells[amount].integer));
    return {};
}

Result<void> UnitOfWork::insertRows(std::string_view table, const Columns& columns, std::span<const Values> rows) {
    MH_TRY(Target* const into, target(table));
    MH_TRY(GuardedRows arranged, GuardedRows::of(into->table, columns, m_id.raw()));
    const bool throughFunction = !m_database->isSqlite() && into->table.route == InsertRoute::Function;
    const std::string insert = throughFunction ? std::string() : arranged.insertStatement();
    std::string json = "[";
    for (const Values& values : rows) {
        if (values.size() != columns.size())
            return Error(StorageError::UnknownColumn, {QString::fromStdString(into->table.name)});
        const auto cells = arranged.arrange(cellsOf(values));
        MH_CHECK(record(*into, cells));
        if (throughFunction) {
            appendJson(json, into->table, cells);
            continue;
        }
        Values withUnit = values;
        withUnit.emplace_back(m_id.raw());
        MH_CHECK(m_database->executeUnaudited(insert, withUnit));
    }
    if (throughFunction && !rows.empty())
        MH_CHECK(m_database->number("SELECT insert_" + into->table.name + "(?::jsonb)", {json + ']'}));
    return {};
}

Result<void> UnitOfWork::insertGuardedRows(std::string_view table, const Columns& columns,
                                           std::span<const Values> rows) {
    if (m_failed)
        return StorageError::UnitFailed;
    return remember(insertRows(table, columns, rows));
}

Result<void> UnitOfWork::insertGuarded(std::string_view table, const Columns& columns, const Values& values) {
    return insertGuardedRows(table, columns, {&values, 1});
}

Result<void> UnitOfWork::insertGuarded(std::string_view table, const Fields& fields) {
    Columns columns;
    Values values;
    for (const auto& [column, value] : fields) {
        columns.push_back(column);
        values.push_back(value);
    }
    return insertGuarded(table, columns, values);
}

void UnitOfWork::catalogueChanged() {
    m_catalogueChanged = true;
    m_database->forgetCatalogue();
}

std::int64_t UnitOfWork::guardedRows() const {
    std::size_t count = 0;
    for (const auto& [table, hashes] : m_rows)
        count += hashes.size();
    return std::int64_t(count);
}

Result<void> UnitOfWork::checkBalances() const {
    for (const auto& [name, target] : m_targets) {
        for (const auto& [group, sum] : target->openGroups) {
            if (sum != 0)
                return Error(StorageError::Unbalanced, {QString::fromStdString(name)});
        }
    }
    return {};
}

Result<Hash> UnitOfWork::appendEntry() {
    AuditEntry entry{m_id,          m_context.action,      m_context.operatorName,
                     m_context.now, m_context.businessDay, m_context.details};
    entry.rowCount = guardedRows();
    entry.digest = digestOfUnit(m_rows);
    entry.previous = m_context.seat.head();
    const std::int64_t counter = m_context.seat.ids().lastCounter();
    if (!m_database->isSqlite()) {
        entry.operatorName = m_database->login();
        MH_TRY(const Hash written, m_database->one("SELECT append_audit(?, ?, ?, ?::INTEGER, ?, ?, ?, ?)",
                                                   {m_id.raw(), entry.action, entry.at, entry.businessDay,
                                                    entry.details, entry.rowCount, entry.digest, counter},
                                                   [](const Row& row) { return row.get<Hash>(0); }));
        return written == entry.hash() ? Result<Hash>(written) : Result<Hash>(StorageError::BrokenChain);
    }
    const Hash hash = entry.hash();
    MH_TRY(const std::int64_t advanced,
           m_database->executeUnaudited(
               "UPDATE audit_head SET sequence = sequence + 1, hash = ?, id_counter = MAX(id_counter, ?) "
               "WHERE seat = ? AND epoch = ? AND sequence + 1 = ? AND hash = ?",
               {hash, counter, m_id.seat, m_id.epoch, m_id.sequence, entry.previous}));
    if (advanced != 1)
        return StorageError::WrongSeat; // another process claimed the seat since
    MH_CHECK(m_database->executeUnaudited("INSERT INTO audit_entry (unit_id, seat, epoch, sequence, action, operator, "
                                          "at, business_day, details, row_count, "
                                          "digest, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                          {m_id.raw(), m_id.seat, m_id.epoch, m_id.sequence, entry.action,
                                           entry.operatorName, entry.at, entry.businessDay, entry.details,
                                           entry.rowCount, entry.digest, entry.previous, hash}));
    return hash;
}

Result<void> UnitOfWork::finish() {
    if (m_failed)
        return StorageError::UnitFailed;
    MH_CHECK(checkBalances());
    MH_TRY(const Hash head, appendEntry());
    MH_CHECK(m_database->driver().script("COMMIT"));
    m_context.seat.advance(head);
    return {};
}

Result<void> UnitOfWork::commit() {
    Q_ASSERT_X(m_database, "UnitOfWork", "committed already");
    auto finished = finish();
    if (!finished.ok())
        rollBack();
    m_database = nullptr;
    return finished;
}

void UnitOfWork::rollBack() {
    // When rolling back fails the connection is gone, and the server or the next opening of the file rolls back.
    if (m_database->driver().inTransaction())
        (void)m_database->driver().script("ROLLBACK").ok();
    if (m_catalogueChanged)
        m_database->forgetCatalogue();
}

} // namespace meterhall::storage
