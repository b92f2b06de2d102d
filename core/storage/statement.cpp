#include "core/storage/statement.h"

namespace meterhall::storage {

Cell Row::cell(int column) const {
    auto cell = m_statement.cell(column);
    if (cell.ok())
        return *cell;
    if (!m_failure)
        m_failure = cell.error();
    return {};
}

Cell Row::cell(int column, Cell::Kind expected) const {
    const Cell found = cell(column);
    if (found.kind == expected)
        return found;
    fail(column);
    return {expected, 0, {}};
}

QString Row::text(int column) const {
    const std::string_view text = utf8(column);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

Bytes Row::bytes(int column) const {
    const ByteView view = bytesView(column);
    return Bytes(view.begin(), view.end());
}

void Row::fail(int column) const {
    if (!m_failure)
        m_failure = Error(StorageError::WrongType, {QStringLiteral("column %1").arg(column)});
}

Result<void> Row::check() const {
    if (m_failure)
        return *m_failure;
    return {};
}

Date ColumnForm<Date>::read(const Row& row, int column) {
    const auto date = Date::fromNumber(row.integer(column));
    if (date.ok())
        return *date;
    row.fail(column);
    return *Date::of(1900, 1, 1);
}

} // namespace meterhall::storage
