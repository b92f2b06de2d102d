#pragma once

#include "core/tariffs/tariff_version.h"

namespace meterhall {

/// What one more unit of use costs in the tier (from 1) over all components that are charged by use, tax included: the
/// price a customer is told. Bills are not made from it: each component rounds its own lines.
Result<BilledPrice> unitPrice(const TariffVersion& version, int tier);

} // namespace meterhall
