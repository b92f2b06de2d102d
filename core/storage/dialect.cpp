#include "core/storage/dialect.h"

#include "core/storage/storage_error.h"

#include <array>

namespace meterhall::storage {

namespace {
struct Macro {
    std::string_view name;
    std::string_view sqlite;
    std::string_view postgres;
};

// Text sorts and compares by bytes on both engines, so that a page ends at the same row.
constexpr std::array macros{
    Macro{"int64", "INTEGER", "BIGINT"},
    Macro{"int32", "INTEGER", "INTEGER"},
    Macro{"text", "TEXT", "TEXT COLLATE \"C\""},
    Macro{"bytes", "BLOB", "BYTEA"},
    Macro{"strict", "STRICT", ""},
    Macro{"clustered", "STRICT, WITHOUT ROWID", ""},
    Macro{"for_update", "", "FOR UPDATE"},
    Macro{"greatest", "MAX", "GREATEST"},
    Macro{"least", "MIN", "LEAST"},
};

std::size_t endOfLine(std::string_view sql, std::size_t at) {
    const std::size_t end = sql.find('\n', at);
    return end == std::string_view::npos ? sql.size() : end;
}

std::size_t afterQuote(std::string_view sql, std::size_t at) {
    const std::size_t end = sql.find(sql[at], at + 1);
    return end == std::string_view::npos ? sql.size() : end + 1;
}
} // namespace

Result<std::string> expandMacros(std::string_view sql, DatabaseKind kind) {
    std::string expanded;
    std::size_t at = 0;
    for (std::size_t open = sql.find("${"); open != std::string_view::npos; open = sql.find("${", at)) {
        const std::size_t close = sql.find('}', open);
        const std::string_view name = sql.substr(open + 2, close == std::string_view::npos ? 0 : close - open - 2);
        const auto macro = std::find_if(macros.begin(), macros.end(), [&](const Macro& m) { return m.name == name; });
        if (macro == macros.end())
            return Error(StorageError::BadMigration,
                         {QStringLiteral("unknown macro"), QString::fromUtf8(name.data(), qsizetype(name.size()))});
        expanded.append(sql.substr(at, open - at));
        expanded.append(kind == DatabaseKind::Sqlite ? macro->sqlite : macro->postgres);
        at = close + 1;
    }
    expanded.append(sql.substr(at));
    return expanded;
}

std::string numberPlaceholders(std::string_view sql) {
    std::string numbered;
    int count = 0;
    for (std::size_t at = 0; at < sql.size();) {
        std::size_t next = at + 1;
        if (sql[at] == '\'' || sql[at] == '"')
            next = afterQuote(sql, at);
        else if (sql.substr(at, 2) == "--")
            next = endOfLine(sql, at);
        if (sql[at] == '?')
            numbered += '$' + std::to_string(++count);
        else
            numbered.append(sql.substr(at, next - at));
        at = next;
    }
    return numbered;
}

} // namespace meterhall::storage
