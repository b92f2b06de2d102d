#pragma once

#include <cstdint>
#include <optional>

namespace meterhall::dlt645 {

/// DL/T 645-1997 has identifiers of two bytes, DL/T 645-2007 of four and other function codes.
enum class Edition : std::uint8_t { Of1997, Of2007 };

/// What the codec and the session must know of a kind of meter.
struct Settings {
    /// Empty: each frame tells by its function code and the shape of its identifier (editionOf in data.h).
    std::optional<Edition> edition{};
    std::uint8_t preambleBytes = 4; ///< FE before each request; at most 20
    /// False for meters that answer a wildcard question with the wildcard itself as their address (some of 1997).
    bool answersWithItsAddress = true;

    bool operator==(const Settings&) const = default;
};

} // namespace meterhall::dlt645
