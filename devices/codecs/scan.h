#pragma once

#include "core/base/bytes.h"

namespace meterhall::devices {

/// What the caller knows about the end of the bytes it shows to a scanner.
enum class AtEnd : std::uint8_t {
    MoreMayCome,    ///< a stream: an unfinished candidate is waited for
    NothingFollows, ///< the line fell silent: an unfinished candidate is no frame
};

enum class ScanStatus : std::uint8_t {
    Found,    ///< a whole frame with the right checksum: [offset, offset + size)
    NeedMore, ///< bytes from `offset` on may become a frame: keep them; everything before may be dropped
    NotFound, ///< nothing here can become a frame
};

struct Found {
    ScanStatus status = ScanStatus::NotFound;
    std::size_t offset = 0;
    std::size_t size = 0;

    bool isFrame() const { return status == ScanStatus::Found; }
    std::size_t end() const { return offset + size; }
    bool operator==(const Found&) const = default;
};

/// Sum modulo 256, the check of the whole "68H ... 16H" family.
constexpr std::uint8_t sum8(ByteView bytes) {
    unsigned sum = 0;
    for (const std::uint8_t byte : bytes)
        sum += byte;
    return static_cast<std::uint8_t>(sum & 0xFFU);
}

} // namespace meterhall::devices
