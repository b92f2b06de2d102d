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

/// What begins at a byte.
enum class Candidate : std::uint8_t {
    None,
    Unfinished, ///< it may become a frame
    Shape,      ///< marks and length are those of a frame, and the check does not hold
    Whole,
};
struct Judged {
    Candidate candidate = Candidate::None;
    std::size_t size = 0; ///< of a shape or a whole frame
};

/// The first whole frame; what is none is stepped over one byte at a time. `judge` gets all bytes from a place on.
template <class Judge>
Found firstFrame(ByteView bytes, AtEnd atEnd, const Judge& judge) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const Judged judged = judge(bytes.subspan(at));
        if (judged.candidate == Candidate::Whole)
            return {ScanStatus::Found, at, judged.size};
        if (judged.candidate == Candidate::Unfinished && atEnd == AtEnd::MoreMayCome)
            return {ScanStatus::NeedMore, at, 0};
    }
    return {ScanStatus::NotFound, bytes.size(), 0};
}

/// The first place that has the shape of a frame, whatever its check says.
template <class Judge>
Found firstShape(ByteView bytes, const Judge& judge) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const Judged judged = judge(bytes.subspan(at));
        if (judged.candidate == Candidate::Whole || judged.candidate == Candidate::Shape)
            return {ScanStatus::Found, at, judged.size};
    }
    return {ScanStatus::NotFound, bytes.size(), 0};
}

/// Sum modulo 256, the check of the whole "68H ... 16H" family.
constexpr std::uint8_t sum8(ByteView bytes) {
    unsigned sum = 0;
    for (const std::uint8_t byte : bytes)
        sum += byte;
    return static_cast<std::uint8_t>(sum & 0xFFU);
}

} // namespace meterhall::devices
