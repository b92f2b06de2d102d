#pragma once

#include "core/money/price.h"

namespace meterhall {

/// The unit a tariff counts in. Which one it is stands in the tariff version (TariffVersion::unit), so that rating gas
/// by m3 and heat by kWh is one piece of code; m3 and kWh cannot meet, because one rating has one version.
struct BilledUnit {
    static constexpr MeasureUnit unit = MeasureUnit::One;
    static constexpr bool additive = true;
};
using BilledQuantity = Quantity<BilledUnit>;
using BilledPrice = Price<BilledUnit>;

/// A number without unit: a share of the volume (0.9), a meter's multiplier (80), months of a window (6).
using Ratio = Quantity<units::One>;

} // namespace meterhall
