#include "core/storage/postgres_values.h"

#include "core/base/checked.h"

namespace meterhall::storage::postgres {

namespace {
std::uint64_t bigEndian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes)
        value = value << 8 | static_cast<std::uint8_t>(byte);
    return value;
}

Result<std::int64_t> signedField(std::string_view field) {
    switch (field.size()) {
    case 2:
        return std::int64_t(static_cast<std::int16_t>(bigEndian(field)));
    case 4:
        return std::int64_t(static_cast<std::int32_t>(bigEndian(field)));
    case 8:
        return static_cast<std::int64_t>(bigEndian(field));
    default:
        return StorageError::WrongType;
    }
}

/// numeric: count of base-10000 digits, weight of the first, sign, display scale, digits; each 16 bits.
Result<std::int64_t> wholeNumeric(std::string_view field) {
    constexpr std::size_t header = 8;
    constexpr unsigned negative = 0x4000;
    if (field.size() < header)
        return StorageError::WrongType;
    const auto word = [&](std::size_t i) { return static_cast<std::uint16_t>(bigEndian(field.substr(i * 2, 2))); };
    const int count = word(0);
    const int weight = static_cast<std::int16_t>(word(1));
    const unsigned sign = word(2);
    const bool isNumber = sign == 0 || sign == negative;
    if (!isNumber || count > weight + 1 || field.size() != header + std::size_t(count) * 2)
        return StorageError::WrongType; // NaN, infinity, or digits behind the point
    Int128 value = 0;
    for (int i = 0; i <= weight; ++i) {
        const int digit = i < count ? word(4 + std::size_t(i)) : 0;
        value = value * 10000 + digit;
        if (value > Int128(1) << 100)
            return BaseError::Overflow;
    }
    return narrow(sign == negative ? -value : value);
}
} // namespace

Result<Cell> decodeField(Type type, std::string_view field) {
    switch (type) {
    case Type::Bool:
        return Cell{Cell::Kind::Integer, !field.empty() && field[0] != 0, {}};
    case Type::Int2:
    case Type::Int4:
    case Type::Int8: {
        MH_TRY(const std::int64_t number, signedField(field));
        return Cell{Cell::Kind::Integer, number, {}};
    }
    case Type::Oid:
        return Cell{Cell::Kind::Integer, static_cast<std::int64_t>(bigEndian(field)), {}};
    case Type::Numeric: {
        MH_TRY(const std::int64_t number, wholeNumeric(field));
        return Cell{Cell::Kind::Integer, number, {}};
    }
    case Type::Bytea:
        return Cell{Cell::Kind::Bytes, 0, field};
    case Type::Char:
    case Type::Name:
    case Type::Text:
    case Type::Json:
    case Type::Unknown:
    case Type::Bpchar:
    case Type::Varchar:
        return Cell{Cell::Kind::Text, 0, field};
    case Type::Void:
        return Cell{};
    }
    return Error(StorageError::WrongType, {QStringLiteral("type %1").arg(static_cast<unsigned>(type))});
}

void appendInt(std::string& out, std::uint64_t value, int bytes) {
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
        out += static_cast<char>(value >> shift & 0xFF);
}

} // namespace meterhall::storage::postgres
