#include "core/storage/verify_audit.h"

#include "core/storage/catalogue.h"
#include "core/storage/guards.h"
#include "core/storage/row_digest.h"

namespace meterhall::storage {

namespace {

constexpr std::int64_t stepRows = 10'000; ///< between two words on how far it is

/// What is kept of an entry while rows are read.
struct Link {
    std::int64_t unit;
    std::int64_t rowCount;
    Hash hash;
    Hash digest;
};

/// The digest of what one unit left in one logical table.
struct TableDigest {
    std::int64_t unit;
    std::size_t table; ///< index in the sorted list of logical names
    std::int64_t count;
    Hash digest;
};

class Verifier {
public:
    Verifier(Database& database, const VerifyOptions& options)
        : m_database(database)
        , m_options(options) {}

    Result<std::vector<AuditViolation>> run() {
        m_database.forgetCatalogue(); // what it says now is part of what is judged
        MH_TRY(const ReadView view, ReadView::begin(m_database));
        MH_CHECK(readChains());
        MH_CHECK(compareHeads());
        MH_CHECK(compareCheckpoints());
        compareWitnesses();
        MH_CHECK(readRows());
        compareDigests();
        MH_CHECK(checkBalances());
        MH_CHECK(checkGuards());
        return std::move(m_violations);
    }

private:
    void report(AuditFault fault, std::int64_t unit, const QString& table, const QString& what) {
        m_violations.push_back({fault, UnitId::fromRaw(unit), table, what});
    }

    Result<void> readChains();
    void checkLink(const AuditEntry& entry, const Hash& stored, const UnitId& columns);
    const Link* lastAtOrBefore(UnitId unit) const;
    bool knows(UnitId unit, const Hash& hash) const;
    Result<void> compareHeads();
    Result<void> compareCheckpoints();
    void compareWitnesses();
    Result<void> readRows();
    Result<void> readTable(std::size_t index, std::span<const GuardedTable* const> parts);
    void closeUnit(std::size_t table, std::int64_t unit, std::vector<Hash>& rows);
    void compareDigests();
    Result<void> checkBalances();
    Result<void> checkGuards();

    Result<void> tellRows() const { return tell(m_options.progress, {QStringLiteral("rows"), m_rowsRead, m_rowsTold}); }

    Database& m_database;
    const VerifyOptions& m_options;
    std::int64_t m_rowsRead = 0;
    std::int64_t m_rowsTold = 0; ///< rows that the entries say they wrote
    std::vector<Link> m_links;   ///< sorted by unit, that is by seat, epoch and sequence
    std::vector<std::string> m_tables;
    std::vector<TableDigest> m_digests;
    std::vector<AuditViolation> m_violations;
};

AuditEntry entryFrom(const Row& row) {
    AuditEntry entry;
    entry.unit = UnitId::fromRaw(row.integer(0));
    entry.action = row.text(4);
    entry.operatorName = row.text(5);
    entry.at = row.get<Instant>(6);
    entry.businessDay = row.get<std::optional<Date>>(7);
    entry.details = row.text(8);
    entry.rowCount = row.integer(9);
    entry.digest = row.get<Hash>(10);
    entry.previous = row.get<Hash>(11);
    return entry;
}

Result<void> Verifier::readChains() {
    return m_database.stream(
        "SELECT unit_id, seat, epoch, sequence, action, operator, at, business_day, details, row_count, "
        "digest, previous_hash, hash FROM audit_entry ORDER BY unit_id",
        {}, [&](const Row& row) -> Result<void> {
            const UnitId columns{row.get<SeatNumber>(1), row.get<int>(2), row.integer(3)};
            const AuditEntry entry = entryFrom(row);
            const Hash stored = row.get<Hash>(12);
            MH_CHECK(row.check());
            checkLink(entry, stored, columns);
            m_links.push_back({entry.unit.raw(), entry.rowCount, stored, entry.digest});
            m_rowsTold += entry.rowCount;
            const auto count = std::int64_t(m_links.size());
            return count % stepRows == 0 ? tell(m_options.progress, {QStringLiteral("audit entries"), count})
                                         : Result<void>();
        });
}

void Verifier::checkLink(const AuditEntry& entry, const Hash& stored, const UnitId& columns) {
    const std::int64_t unit = entry.unit.raw();
    if (entry.hash() != stored || columns != entry.unit)
        report(AuditFault::EntryAltered, unit, {}, QStringLiteral("audit entry altered"));
    const bool continues = !m_links.empty() && UnitId::fromRaw(m_links.back().unit).seat == entry.unit.seat;
    const Hash& before = continues ? m_links.back().hash : emptyHash();
    const UnitId last = continues ? UnitId::fromRaw(m_links.back().unit) : UnitId{};
    const std::int64_t expected = continues && last.epoch == entry.unit.epoch ? last.sequence + 1 : 1;
    if (entry.previous != before || entry.unit.sequence != expected)
        report(AuditFault::ChainBroken, unit, {}, QStringLiteral("entry missing before this one"));
}

const Link* Verifier::lastAtOrBefore(UnitId unit) const {
    const auto after = std::upper_bound(m_links.begin(), m_links.end(), unit.raw(),
                                        [](std::int64_t raw, const Link& link) { return raw < link.unit; });
    if (after == m_links.begin() || UnitId::fromRaw(std::prev(after)->unit).seat != unit.seat)
        return nullptr;
    return &*std::prev(after);
}

/// The head of a chain was once at `unit` (sequence 0: the epoch had no entry yet) with this hash.
bool Verifier::knows(UnitId unit, const Hash& hash) const {
    const Link* link = lastAtOrBefore(unit);
    if (unit.sequence > 0 && (!link || link->unit != unit.raw()))
        return false;
    return (link ? link->hash : emptyHash()) == hash;
}

struct HeadRow {
    UnitId unit;
    Hash hash;
};

HeadRow headFrom(const Row& row) {
    return {{row.get<SeatNumber>(0), row.get<int>(1), row.integer(2)}, row.get<Hash>(3)};
}

Result<void> Verifier::compareHeads() {
    MH_TRY(const auto heads,
           m_database.all("SELECT s.seat, coalesce(h.epoch, -1), coalesce(h.sequence, -1), coalesce(h.hash, s.none) "
                          "FROM (SELECT seat, ? AS none FROM seat UNION SELECT seat, ? FROM audit_entry) s "
                          "LEFT JOIN audit_head h ON h.seat = s.seat ORDER BY s.seat",
                          {emptyHash(), emptyHash()}, headFrom));
    for (const HeadRow& head : heads) {
        const bool there = head.unit.epoch >= 0;
        const Link* last = lastAtOrBefore({head.unit.seat, UnitId::maxEpoch, UnitId::maxSequence});
        const bool nothingAfter = !last || last->unit <= head.unit.raw();
        if (!there || !nothingAfter || !knows(head.unit, head.hash))
            report(AuditFault::HeadDiffers, UnitId{head.unit.seat, std::max(head.unit.epoch, 0), 0}.raw(), {},
                   QStringLiteral("the chain of the seat does not end at its head"));
    }
    return {};
}

Result<void> Verifier::compareCheckpoints() {
    return m_database.each("SELECT seat, epoch, sequence, hash FROM audit_checkpoint", {},
                           [&](const Row& row) -> Result<void> {
                               const HeadRow seen = headFrom(row);
                               MH_CHECK(row.check());
                               if (!knows(seen.unit, seen.hash))
                                   report(AuditFault::CheckpointGone, seen.unit.raw(), {},
                                          QStringLiteral("entry seen at a day close is gone"));
                               return {};
                           });
}

void Verifier::compareWitnesses() {
    for (const WitnessFile::Note& note : m_options.witnesses) {
        if (!knows(note.unit, note.hash))
            report(AuditFault::WitnessGone, note.unit.raw(), {},
                   QStringLiteral("entry remembered by its seat is gone"));
    }
}

Result<void> Verifier::readRows() {
    MH_TRY(const Catalogue* catalogue, m_database.catalogue());
    std::map<std::string, std::vector<const GuardedTable*>> logical;
    for (const GuardedTable& table : catalogue->tables()) {
        if (table.route != InsertRoute::Engine)
            logical[table.logicalName].push_back(&table);
    }
    for (const auto& [name, parts] : logical) {
        m_tables.push_back(name);
        MH_CHECK(readTable(m_tables.size() - 1, parts));
    }
    return {};
}

/// All parts of a logical table in order of units. Columns that a part lacks (an older day) count as null.
std::string selectOf(std::span<const GuardedTable* const> parts, std::vector<GuardedColumn>& columns) {
    for (const GuardedTable* part : parts) {
        for (const GuardedColumn& column : part->columns) {
            const auto place =
                std::lower_bound(columns.begin(), columns.end(), column.name,
                                 [](const GuardedColumn& c, const std::string& name) { return c.name < name; });
            if (place == columns.end() || place->name != column.name)
                columns.insert(place, column);
        }
    }
    std::string sql = "SELECT * FROM (";
    for (const GuardedTable* part : parts) {
        sql += part == parts.front() ? "SELECT " : " UNION ALL SELECT ";
        for (const GuardedColumn& column : columns)
            sql += (&column == &columns.front() ? "" : ", ") + (part->indexOf(column.name).ok() ? column.name : "NULL");
        sql += " FROM " + part->name;
    }
    return sql + ") rows_of_all_parts ORDER BY unit_id";
}

Result<void> Verifier::readTable(std::size_t index, std::span<const GuardedTable* const> parts) {
    GuardedTable whole;
    whole.name = m_tables[index];
    whole.logicalName = m_tables[index];
    const std::string sql = selectOf(parts, whole.columns);
    MH_TRY(const std::size_t unitColumn, whole.indexOf("unit_id"));
    RowHasher hasher(whole);
    std::vector<Cell> cells(whole.columns.size());
    std::vector<Hash> rows;
    std::int64_t unit = 0;
    MH_CHECK(m_database.stream(sql, {}, [&](const Row& row) -> Result<void> {
        for (std::size_t i = 0; i < cells.size(); ++i)
            cells[i] = row.cell(int(i));
        if (cells[unitColumn].integer != unit)
            closeUnit(index, unit, rows);
        unit = cells[unitColumn].integer;
        rows.push_back(hasher.hash(cells));
        return ++m_rowsRead % stepRows == 0 ? tellRows() : Result<void>();
    }));
    closeUnit(index, unit, rows);
    return tellRows();
}

void Verifier::closeUnit(std::size_t table, std::int64_t unit, std::vector<Hash>& rows) {
    if (rows.empty())
        return;
    m_digests.push_back({unit, table, std::int64_t(rows.size()), digestOfTable(rows)});
    rows.clear();
}

void Verifier::compareDigests() {
    std::sort(m_digests.begin(), m_digests.end(), [](const TableDigest& a, const TableDigest& b) {
        return std::pair(a.unit, a.table) < std::pair(b.unit, b.table);
    });
    auto digest = m_digests.begin();
    const auto reportOrphans = [&](std::int64_t before) {
        for (; digest != m_digests.end() && digest->unit < before; ++digest)
            report(AuditFault::RowsWithoutUnit, digest->unit, QString::fromStdString(m_tables[digest->table]),
                   QStringLiteral("rows without an audit entry"));
    };
    for (const Link& link : m_links) {
        reportOrphans(link.unit);
        UnitDigest unit;
        std::int64_t count = 0;
        QStringList tables;
        for (; digest != m_digests.end() && digest->unit == link.unit; ++digest) {
            unit.addTable(m_tables[digest->table], digest->count, digest->digest);
            count += digest->count;
            tables += QString::fromStdString(m_tables[digest->table]);
        }
        if (unit.finish() != link.digest || count != link.rowCount)
            report(AuditFault::RowsDiffer, link.unit, tables.join(u','),
                   count == link.rowCount ? QStringLiteral("rows altered")
                                          : QStringLiteral("%1 rows instead of %2").arg(count).arg(link.rowCount));
    }
    reportOrphans(std::numeric_limits<std::int64_t>::max());
}

Result<void> Verifier::checkBalances() {
    MH_TRY(const Catalogue* catalogue, m_database.catalogue());
    for (const GuardedTable& table : catalogue->tables()) {
        if (!table.balance)
            continue;
        std::string groups = table.balance->groupColumn;
        for (const std::string& column : table.balance->alsoColumns)
            groups += ", " + column;
        MH_TRY(const std::int64_t open,
               m_database.number("SELECT count(*) FROM (SELECT 1 AS one FROM " + table.name + " GROUP BY " + groups +
                                 " HAVING sum(" + table.balance->amountColumn + ") <> 0) g"));
        if (open != 0)
            report(AuditFault::Unbalanced, 0, QString::fromStdString(table.name),
                   QStringLiteral("%1 groups do not balance").arg(open));
    }
    return {};
}

Result<void> Verifier::checkGuards() {
    MH_TRY(const auto faults, guardFaults(m_database));
    for (const GuardFault& fault : faults)
        report(AuditFault::GuardMissing, 0, fault.table, QStringLiteral("missing: ") + fault.what);
    return {};
}

} // namespace

QString AuditViolation::toString() const {
    return QStringLiteral("seat %1 epoch %2 unit %3 %4: %5")
        .arg(unit.seat)
        .arg(unit.epoch)
        .arg(unit.sequence)
        .arg(table, what);
}

Result<std::vector<AuditViolation>> verifyAudit(Database& database, const VerifyOptions& options) {
    return Verifier(database, options).run();
}

} // namespace meterhall::storage
