#pragma once

#include "core/base/decimal.h"

#include <optional>
#include <string_view>

namespace meterhall::cjt188 {

enum class UnitKind : std::uint8_t { Energy, Power, Volume, Flow, HeatFlow };

/// A unit code of CJ/T 188: a base unit times 10^tens (2A is 10 L).
struct Unit {
    std::uint8_t code = 0;
    UnitKind kind = UnitKind::Volume;
    std::string_view base; ///< "m3", "L", "kWh", "GJ", "m3/h" …
    std::uint8_t tens = 0;

    /// "m3", "L x10".
    QString toString() const;
    /// The value in `base`: 1.5 in "L x10" is 15.
    Decimal inBase(Decimal value) const;
};

/// Empty for codes that the standard does not define; such a value has no meaning and is never billable.
std::optional<Unit> unitOf(std::uint8_t code);

} // namespace meterhall::cjt188
