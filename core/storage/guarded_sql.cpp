#include "core/storage/guarded_sql.h"

namespace meterhall::storage {

namespace {
constexpr std::string_view hexDigits = "0123456789abcdef";

void appendJsonText(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<std::uint8_t>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += hexDigits[byte >> 4];
            out += hexDigits[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

void appendJsonBytes(std::string& out, std::string_view bytes) {
    out += "\"\\\\x";
    for (const char c : bytes) {
        const auto byte = static_cast<std::uint8_t>(c);
        out += hexDigits[byte >> 4];
        out += hexDigits[byte & 15];
    }
    out += '"';
}
} // namespace

Result<GuardedRows> GuardedRows::of(const GuardedTable& table, std::span<const std::string_view> columns,
                                    std::int64_t unitId) {
    GuardedRows rows(table);
    MH_TRY(const std::size_t unit, table.indexOf("unit_id"));
    rows.m_cells.resize(table.columns.size());
    for (const std::string_view column : columns) {
        MH_TRY(const std::size_t place, table.indexOf(column));
        if (place == unit || std::find(rows.m_places.begin(), rows.m_places.end(), place) != rows.m_places.end())
            return Error(StorageError::UnknownColumn,
                         {QString::fromStdString(table.name), QString::fromStdString(std::string(column))});
        rows.m_places.push_back(place);
    }
    rows.m_places.push_back(unit);
    rows.m_cells[unit] = {Cell::Kind::Integer, unitId, {}};
    return rows;
}

std::span<const Cell> GuardedRows::arrange(std::span<const Cell> given) {
    Q_ASSERT(given.size() + 1 == m_places.size());
    for (std::size_t i = 0; i < given.size(); ++i)
        m_cells[m_places[i]] = given[i];
    return m_cells;
}

std::string GuardedRows::insertStatement() const {
    std::string names;
    std::string marks;
    for (const std::size_t place : m_places) {
        names += (names.empty() ? "" : ", ") + m_table->columns[place].name;
        marks += marks.empty() ? "?" : ", ?";
    }
    return "INSERT INTO " + m_table->name + " (" + names + ") VALUES (" + marks + ")";
}

void appendJson(std::string& out, const GuardedTable& table, std::span<const Cell> cells) {
    out += out.empty() || out.back() == '[' ? "{" : ",{";
    bool first = true;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].kind == Cell::Kind::Null)
            continue;
        out += first ? "\"" : ",\"";
        out += table.columns[i].name + "\":";
        first = false;
        if (cells[i].kind == Cell::Kind::Integer)
            out += std::to_string(cells[i].integer);
        else if (cells[i].kind == Cell::Kind::Text)
            appendJsonText(out, cells[i].data);
        else
            appendJsonBytes(out, cells[i].data);
    }
    out += '}';
}

} // namespace meterhall::storage
