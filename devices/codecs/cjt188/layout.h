#pragma once

#include "devices/codecs/cjt188/data.h"

namespace meterhall::cjt188 {

/// How the bytes of a field are read. All multi-byte numbers are packed digits, low byte first.
enum class Format : std::uint8_t {
    DigitsWithUnit, ///< digits, then one unit code
    Digits,
    Binary, ///< one byte, 0..255
    Clock,
    Status,
    Opaque,
};

struct Field {
    Quantity quantity;
    Format format;
    std::uint8_t size;      ///< with the unit code
    std::uint8_t scale = 0; ///< decimals
};

enum class Direction : std::uint8_t { Request, Reply };
enum class Family : std::uint8_t { Any, Heat, NotHeat };

/// What stands after DI and SER for one function and a range of data identifiers.
struct Layout {
    std::uint8_t function;
    Direction direction;
    std::uint16_t firstDi;
    std::uint16_t lastDi;
    std::span<const Field> fields;
    Family family = Family::Any; ///< what T ought to say; a contradiction is a doubt, not a refusal
    bool vendorDependent = false;

    std::size_t size() const;
};

/// The layout with exactly this length, or null. `known` tells whether the DI has a layout of any other length.
const Layout* findLayout(std::uint8_t function, Direction direction, std::uint16_t di, std::size_t size, bool* known);

/// What kind of unit may stand behind a quantity.
bool unitFits(Quantity quantity, UnitKind kind);

/// T of a heat meter (20H decade).
constexpr bool isHeatType(std::uint8_t meterType) {
    return (meterType & 0xF0) == 0x20;
}

} // namespace meterhall::cjt188
