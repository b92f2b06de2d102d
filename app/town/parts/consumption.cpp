#include "app/town/parts/consumption.h"

#include "app/town/parts/dice.h"

#include <array>
#include <numeric>

namespace meterhall::town {

namespace {
// Parts of a thousand of a heating day's gas by month; the boiler rests from April to October.
constexpr std::array<int, 12> heatingByMonth{1000, 900, 500, 0, 0, 0, 0, 0, 0, 0, 450, 850};

// Weight of each hour: meals for gas; morning, noon and evening for water.
constexpr std::array<int, 24> gasHours{1, 1, 1, 1, 2, 6, 12, 10, 4, 3, 5, 14, 12, 4, 3, 3, 8, 18, 20, 12, 8, 6, 4, 2};
constexpr std::array<int, 24> waterHours{1, 1, 1, 1, 2, 6, 14, 12, 8, 6, 6, 8, 9, 5, 4, 4, 6, 10, 13, 14, 13, 10, 6, 2};

std::int64_t gasOfDay(const Habit& habit, Date day, Dice& dice) {
    // Cooking and hot water: 8 to 20 m3 a month for most homes.
    std::int64_t litres = dice.between(120, 260) + habit.people * dice.between(50, 110);
    if (day.dayOfWeek() >= 6)
        litres = litres * 5 / 4;
    if (habit.heating)
        litres += dice.between(4200, 7600) * heatingByMonth[static_cast<std::size_t>(day.month() - 1)] / 1000;
    return litres;
}

std::int64_t waterOfDay(const Habit& habit, Date day, Dice& dice) {
    std::int64_t litres = dice.between(15, 60) + habit.people * dice.between(60, 125);
    if (day.month() >= 6 && day.month() <= 9)
        litres = litres * 6 / 5;
    return litres;
}
} // namespace

std::int64_t litresOfDay(const Habit& habit, Date day) {
    Dice dice(habit.seed, {purpose::dayUse, habit.meter, static_cast<std::uint64_t>(day.number())});
    const bool nobodyAtHome = dice.oneIn(30);
    const std::int64_t litres =
        habit.commodity == Commodity::Gas ? gasOfDay(habit, day, dice) : waterOfDay(habit, day, dice);
    return nobodyAtHome ? litres / 40 : litres;
}

std::int64_t litresBeforeHour(Commodity commodity, std::int64_t litresOfDay, int hour) {
    const auto& weights = commodity == Commodity::Gas ? gasHours : waterHours;
    const int before = std::accumulate(weights.begin(), weights.begin() + hour, 0);
    return litresOfDay * before / std::accumulate(weights.begin(), weights.end(), 0);
}

} // namespace meterhall::town
