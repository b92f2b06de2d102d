#include "core/quantity/quantity.h"

namespace meterhall {

namespace {
// 1 GJ = 10^9 J and 1 kWh = 3.6 x 10^6 J, so 9 GJ = 2500 kWh.
constexpr std::int64_t gigajoules = 9;
constexpr std::int64_t kilowattHours = 2500;
} // namespace

Result<HeatEnergy> toHeatEnergy(Energy energy, RoundingMode mode) {
    return HeatEnergy::fromStored(static_cast<std::int64_t>(
        divideRounded(product(energy.micro(), gigajoules), kilowattHours, mode))); // smaller than it was: fits
}

Result<Energy> toEnergy(HeatEnergy heat, RoundingMode mode) {
    const auto micro = narrow(divideRounded(product(heat.micro(), kilowattHours), gigajoules, mode));
    if (!micro.ok())
        return Error(QuantityError::Overflow, {QString(unitCode(MeasureUnit::KilowattHour))});
    return Energy::fromStored(*micro);
}

} // namespace meterhall
