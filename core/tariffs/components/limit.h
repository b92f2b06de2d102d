#pragma once

#include "core/tariffs/components/catalog.h"

/// What a minimum and a cap have in common: a line that moves the rounded total to the price.
namespace meterhall::limits {

enum class Limit : std::uint8_t { Lowest, Highest };

Result<void> check(const TariffComponent& component, const TariffVersion& version);
bool fits(const TariffComponent& component, const PriceList& prices, PriceShape shape);
void charge(std::size_t component, const ChargeBasis& basis, ChargeLines& lines, Limit limit);
Result<BilledPrice> perUnit(const TariffComponent& component, int tier, BilledPrice before);
ChargePhase phase(const TariffComponent& component);

} // namespace meterhall::limits
