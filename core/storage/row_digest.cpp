#include "core/storage/row_digest.h"

#include "core/storage/postgres_values.h"

namespace meterhall::storage {

namespace {
void appendPrefixed(std::string& message, std::string_view bytes) {
    postgres::appendInt(message, bytes.size(), 4);
    message.append(bytes);
}
} // namespace

RowHasher::RowHasher(const GuardedTable& table) {
    appendPrefixed(m_table, table.logicalName);
    for (const GuardedColumn& column : table.columns)
        appendPrefixed(m_columns.emplace_back(), column.name);
}

Hash RowHasher::hash(std::span<const Cell> cells) {
    Q_ASSERT(cells.size() == m_columns.size());
    m_message = m_table;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Cell& cell = cells[i];
        if (cell.kind == Cell::Kind::Null)
            continue;
        m_message += m_columns[i];
        if (cell.kind == Cell::Kind::Integer) {
            m_message += 'i';
            postgres::appendInt(m_message, static_cast<std::uint64_t>(cell.integer), 8);
        } else {
            m_message += cell.kind == Cell::Kind::Text ? 't' : 'b';
            appendPrefixed(m_message, cell.data);
        }
    }
    return m_sha.add(m_message).finish();
}

Hash digestOfTable(std::vector<Hash>& rows) {
    std::sort(rows.begin(), rows.end());
    Sha256 sha;
    for (const Hash& row : rows)
        sha.add(ByteView(row));
    return sha.finish();
}

void UnitDigest::addTable(std::string_view logicalName, std::int64_t count, const Hash& digest) {
    m_sha.addPrefixed(logicalName).addInteger(count).add(ByteView(digest));
}

Hash UnitDigest::finish() {
    return m_sha.finish();
}

Hash digestOfUnit(RowsByTable& rows) {
    UnitDigest unit;
    for (auto& [table, hashes] : rows) {
        if (!hashes.empty())
            unit.addTable(table, std::int64_t(hashes.size()), digestOfTable(hashes));
    }
    return unit.finish();
}

} // namespace meterhall::storage
