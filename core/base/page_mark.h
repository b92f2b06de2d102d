#pragma once

#include <cstdint>
#include <limits>

namespace meterhall {

/// Where a page of rows ended that are sorted newest first by a number (an instant, a day) and, among equals, by their
/// id: the next page holds what comes behind it. Rows that arrive meanwhile move nothing.
struct PageMark {
    std::int64_t key = std::numeric_limits<std::int64_t>::max();
    std::int64_t id = std::numeric_limits<std::int64_t>::max();

    bool operator==(const PageMark&) const = default;
};

} // namespace meterhall
