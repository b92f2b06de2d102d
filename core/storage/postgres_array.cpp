#include "core/storage/postgres_array.h"

namespace meterhall::storage {

void PostgresArray::add(std::string_view text) {
    begin() += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\')
            m_text += '\\';
        m_text += c;
    }
    m_text += '"';
}

void PostgresArray::add(ByteView bytes) {
    constexpr const char* digits = "0123456789abcdef";
    begin() += "\"\\\\x";
    for (const std::uint8_t byte : bytes) {
        m_text += digits[byte >> 4];
        m_text += digits[byte & 15];
    }
    m_text += '"';
}

} // namespace meterhall::storage
