#include "app/town/parts/meter.h"

#include "core/base/decimal.h"

namespace meterhall::town {

namespace {
constexpr std::int64_t litresPerHundredth = 10;
constexpr std::int64_t gasLeakLitresPerHour = 310;
constexpr std::int64_t waterLeakLitresPerHour = 140;
} // namespace

const char* nameOf(Silence silence) {
    switch (silence) {
    case Silence::None:
        return "none";
    case Silence::DeadMeter:
        return "dead_meter";
    case Silence::DeadBranch:
        return "dead_branch";
    case Silence::ClosedSlots:
        return "closed_slots";
    }
    Q_UNREACHABLE();
}

const char* nameOf(Trouble trouble) {
    switch (trouble) {
    case Trouble::None:
        return "none";
    case Trouble::Leak:
        return "leak";
    case Trouble::Stopped:
        return "stopped";
    case Trouble::Reversed:
        return "reversed";
    case Trouble::Rollover:
        return "rollover";
    case Trouble::Exchanged:
        return "exchanged";
    }
    Q_UNREACHABLE();
}

const char* nameOf(ClockFault fault) {
    switch (fault) {
    case ClockFault::None:
        return "none";
    case ClockFault::NeverSet:
        return "never_set";
    case ClockFault::EightHoursOff:
        return "eight_hours_off";
    case ClockFault::YearAhead:
        return "year_ahead";
    case ClockFault::SecondSixty:
        return "second_sixty";
    }
    Q_UNREACHABLE();
}

std::int64_t Meter::shown(std::int64_t ofLitres) const {
    const std::int64_t turn = powerOfTen(model->digits) * 1000;
    const std::int64_t onDial = ((ofLitres % turn) + turn) % turn;
    return onDial / litresPerHundredth;
}

QString shownText(std::int64_t hundredths) {
    return formatScaled(hundredths, 2, 2);
}

std::int64_t countedLitres(const Meter& meter, Date day, int fromHour, int toHour) {
    if (meter.trouble == Trouble::Stopped || meter.valveClosed)
        return 0;
    const Commodity commodity = meter.habit.commodity;
    const std::int64_t whole = litresOfDay(meter.habit, day);
    std::int64_t passed = litresBeforeHour(commodity, whole, toHour) - litresBeforeHour(commodity, whole, fromHour);
    if (meter.trouble == Trouble::Leak)
        passed += (toHour - fromHour) * (commodity == Commodity::Gas ? gasLeakLitresPerHour : waterLeakLitresPerHour);
    return meter.trouble == Trouble::Reversed ? -passed : passed;
}

} // namespace meterhall::town
