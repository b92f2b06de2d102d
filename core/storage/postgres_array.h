#pragma once

#include "core/base/bytes.h"

#include <string>
#include <string_view>

namespace meterhall::storage {

/// Many values as one parameter of a query on PostgreSQL, in the text form of an array: `unnest(?::bigint[])`.
class PostgresArray {
public:
    void add(std::int64_t number) { begin() += std::to_string(number); }
    void add(std::string_view text);
    void add(ByteView bytes);
    std::string text() const { return m_text.empty() ? "{}" : m_text + '}'; }

private:
    std::string& begin() { return m_text += m_text.empty() ? '{' : ','; }

    std::string m_text;
};

} // namespace meterhall::storage
