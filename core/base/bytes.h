#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <vector>

namespace meterhall {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

/// The bytes that Qt holds, seen as ours; lives as long as they do.
inline ByteView viewOf(const QByteArray& bytes) {
    return {reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

/// "68 AA 0b" or "68aa0b" -> bytes; anything else is refused.
Result<Bytes> fromHex(QStringView text);
/// Upper case, no separators: "68AA0B".
QString toHex(ByteView bytes);

/// Reads untrusted bytes from the front; every step can fail and none reads past the end.
class ByteReader {
public:
    explicit ByteReader(ByteView bytes)
        : m_rest(bytes) {}

    std::size_t left() const { return m_rest.size(); }
    ByteView rest() const { return m_rest; }

    Result<ByteView> take(std::size_t count);
    Result<std::uint8_t> takeByte();
    /// Low byte first, 1 to 8 bytes.
    Result<std::uint64_t> takeLittleEndian(std::size_t count);

private:
    ByteView m_rest;
};

} // namespace meterhall
