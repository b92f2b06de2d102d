#pragma once

#include "core/base/result.h"

#include <string>

namespace meterhall::storage {

enum class DatabaseKind : std::uint8_t { Sqlite, PostgreSql };

/// The few words in which the two engines differ. SQL of migrations and stores writes them as macros:
///     ${int64} ${int32} ${text} ${bytes}   column types: INTEGER INTEGER TEXT BLOB | BIGINT INTEGER TEXT(C) BYTEA
///     ${strict}                            after the closing bracket of CREATE TABLE: STRICT | nothing
///     ${clustered}                         the same for tables kept in the order of their key: STRICT, WITHOUT ROWID
///     ${for_update}                        row locks: nothing (the whole file is locked) | FOR UPDATE
///     ${greatest} ${least}                 MAX MIN (of several arguments) | GREATEST LEAST
/// An unknown macro is an error.
Result<std::string> expandMacros(std::string_view sql, DatabaseKind kind);

/// `?` becomes $1, $2 … outside of quotes and comments.
std::string numberPlaceholders(std::string_view sql);

} // namespace meterhall::storage
