#pragma once

#include "core/base/result.h"

#include <QLatin1StringView>

namespace meterhall {

/// What a service point delivers. The numbers are those of the database.
enum class Commodity : std::uint8_t { Gas = 1, Water = 2, Heat = 3, Electricity = 4 };

/// "gas", "water", "heat", "electricity": files, command line.
QLatin1StringView commodityCode(Commodity commodity);
/// The unit of dials and of what is billed: "m3" for gas and water, "kWh" for heat and electricity.
QLatin1StringView billedUnit(Commodity commodity);
Result<Commodity> parseCommodity(QStringView code);
Result<Commodity> commodityFromNumber(std::int64_t number);

} // namespace meterhall
