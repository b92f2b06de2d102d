#include "app/town/parts/history.h"

#include "core/base/checked.h"

namespace meterhall::town {

namespace {
std::int64_t averageLitresOfDay(const Habit& habit, int year) {
    std::int64_t sum = 0;
    constexpr std::array sampledMonths{1, 3, 5, 7, 9, 11};
    for (const int month : sampledMonths)
        sum += litresOfDay(habit, *Date::of(year, month, 15));
    return sum / std::int64_t(sampledMonths.size());
}

// The dial turns over about half-way between the previous reading and today.
void shiftToTurnOver(Meter& meter) {
    const std::int64_t turn = powerOfTen(meter.model->digits) * 1000;
    const std::int64_t shift = turn - (meter.previousLitres + (meter.litres - meter.previousLitres) / 2);
    for (std::int64_t* litres : {&meter.startLitres, &meter.yearStartLitres, &meter.previousLitres, &meter.litres})
        *litres += shift;
    for (std::int64_t& litres : meter.settled) {
        if (litres != 0)
            litres += shift;
    }
}

void exchange(Meter& meter, Dice& dice) {
    meter.exchangedLitres = meter.litres;
    meter.litres = dice.between(10, 900);
    meter.settled.fill(0);
}
} // namespace

void settle(Meter& meter) {
    std::copy_backward(meter.settled.begin(), meter.settled.end() - 1, meter.settled.end());
    meter.settled[0] = meter.litres;
}

void liveUntilToday(Meter& meter, const TownPlan& plan) {
    const Date newYear = *Date::of(plan.today.year(), 1, 1);
    const Date thirteenMonthsAgo = *Date::of(plan.today.addMonths(-13).year(), plan.today.addMonths(-13).month(), 1);
    const Date known = std::min({newYear, thirteenMonthsAgo, plan.previousReading});
    Dice dice(plan.seed, {purpose::meter, meter.habit.meter, 1});
    const Trouble trouble = std::exchange(meter.trouble, Trouble::None);
    const int daysToday = plan.today.daysSince(plan.previousReading);
    const Date exchangeDay = plan.previousReading.addDays(static_cast<int>(daysToday * dice.between(30, 80) / 100));

    // Days before the kept history pass at an average; every later day is lived.
    meter.litres = meter.startLitres;
    Date day = std::max(known, meter.installed);
    meter.litres += std::int64_t(day.daysSince(meter.installed)) * averageLitresOfDay(meter.habit, newYear.year());
    meter.yearStartLitres = meter.litres;
    for (; day < plan.today; day = day.addDays(1)) {
        if (day == newYear)
            meter.yearStartLitres = meter.litres;
        if (day.day() == meter.settlementDay)
            settle(meter);
        if (day == plan.previousReading) {
            meter.previousLitres = meter.litres;
            meter.trouble = trouble;
        }
        if (day == exchangeDay && trouble == Trouble::Exchanged)
            exchange(meter, dice);
        meter.litres += countedLitres(meter, day, 0, 24);
    }
    if (plan.today.day() == meter.settlementDay)
        settle(meter);
    if (trouble == Trouble::Rollover)
        shiftToTurnOver(meter);
}

} // namespace meterhall::town
