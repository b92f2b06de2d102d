#pragma once

#include "core/base/time.h"

#include <cstdint>

namespace meterhall::town {

enum class Commodity : std::uint8_t { Gas, Water };

/// What a household draws through one meter. Pure: the same day gives the same litres for ever.
struct Habit {
    std::uint64_t seed = 0; ///< of the town
    std::uint64_t meter = 0;
    Commodity commodity = Commodity::Gas;
    int people = 1;
    bool heating = false; ///< a gas boiler that heats the flat from November to March
};

/// Litres of one civil day.
std::int64_t litresOfDay(const Habit& habit, Date day);

/// The share of a day's litres that runs before `hour` (0 to 24); shares of 24 hours add up to the day.
std::int64_t litresBeforeHour(Commodity commodity, std::int64_t litresOfDay, int hour);

} // namespace meterhall::town
