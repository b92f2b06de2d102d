#pragma once

#include "devices/codecs/dlt645/data.h"

/// Inside of data.cpp: takes values from the bytes of a Data, in order.
namespace meterhall::dlt645 {

class Reader {
public:
    /// Reads bytes [at, end) of `data`.
    Reader(Data& data, std::size_t at, std::size_t end)
        : m_data(data)
        , m_at(at)
        , m_end(end) {}

    Data& data() { return m_data; }
    std::size_t left() const { return m_end - m_at; }
    ByteView rest() const { return m_data.bytes().subspan(m_at, left()); }
    void skip(std::size_t count) { m_at += std::min(count, left()); }

    /// One value that is not behind an identifier. False, with nothing read, when its bytes are not there.
    bool readField(const Field& field) { return add(field, Item{}); }
    /// The values of one identifier. False when its bytes end before: what is whole has been read.
    bool readRow(const Row& row, std::uint32_t di, std::uint8_t monthsBack = 0);
    /// A value of a record that has its own shape.
    bool add(const Field& field, Item item);

private:
    Data& m_data;
    std::size_t m_at;
    std::size_t m_end;
};

/// What stands behind the identifier of the data, to their end.
void readValues(Reader& reader);

} // namespace meterhall::dlt645
