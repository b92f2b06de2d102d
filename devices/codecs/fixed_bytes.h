#pragma once

#include "core/base/bytes.h"

#include <algorithm>
#include <array>

namespace meterhall::devices {

/// Up to `capacity` bytes without the heap: a frame that is made, or what a line has brought so far.
template <std::size_t capacity>
class FixedBytes {
public:
    ByteView bytes() const { return ByteView(m_bytes).first(m_size); }
    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    bool isFull() const { return m_size == capacity; }
    void clear() { m_size = 0; }

    /// False, and unchanged, when the bytes do not fit.
    bool append(ByteView bytes) {
        if (bytes.size() > capacity - m_size)
            return false;
        take(bytes);
        return true;
    }
    bool append(std::uint8_t byte) { return append(ByteView(&byte, 1)); }

    /// As many of the first bytes as fit; gives how many.
    std::size_t take(ByteView bytes) {
        const std::size_t count = std::min(capacity - m_size, bytes.size());
        std::copy_n(bytes.begin(), count, m_bytes.begin() + std::ptrdiff_t(m_size));
        m_size += count;
        return count;
    }
    /// The first `count` bytes, of which there are so many, go.
    void drop(std::size_t count) {
        Q_ASSERT(count <= m_size);
        std::copy(m_bytes.begin() + std::ptrdiff_t(count), m_bytes.begin() + std::ptrdiff_t(m_size), m_bytes.begin());
        m_size -= count;
    }

private:
    std::array<std::uint8_t, capacity> m_bytes{};
    std::size_t m_size = 0;
};

} // namespace meterhall::devices
