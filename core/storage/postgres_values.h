#pragma once

#include "core/storage/statement.h"

namespace meterhall::storage::postgres {

/// Type numbers of pg_type.dat; they never change.
enum class Type : unsigned {
    Bool = 16,
    Bytea = 17,
    Char = 18,
    Name = 19,
    Int8 = 20,
    Int2 = 21,
    Int4 = 23,
    Text = 25,
    Oid = 26,
    Json = 114,
    Unknown = 705,
    Bpchar = 1042,
    Varchar = 1043,
    Numeric = 1700,
    Void = 2278,
};

/// One field in the server's binary form. Sums of 64-bit integers arrive as numeric: whole ones that fit are integers.
Result<Cell> decodeField(Type type, std::string_view field);

/// Network byte order.
void appendInt(std::string& out, std::uint64_t value, int bytes);

} // namespace meterhall::storage::postgres
