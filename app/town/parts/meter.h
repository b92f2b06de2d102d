#pragma once

#include "app/town/parts/meter_model.h"
#include "app/town/wire/cjt188_wire.h"

#include <array>

namespace meterhall::town {

/// Why a meter says nothing; a meter that speaks has None.
enum class Silence : std::uint8_t { None, DeadMeter, DeadBranch, ClosedSlots };

/// What is wrong with the dial or with what passes it; each begins at the previous reading or later.
enum class Trouble : std::uint8_t { None, Leak, Stopped, Reversed, Rollover, Exchanged };

enum class ClockFault : std::uint8_t { None, NeverSet, EightHoursOff, YearAhead, SecondSixty };

const char* nameOf(Silence silence);
const char* nameOf(Trouble trouble);
const char* nameOf(ClockFault fault);

/// One meter on the wall. Its register is the truth of the town: litres that really passed, without a turn-over;
/// what the dial shows is cut to hundredths and to its digits.
struct Meter {
    const MeterModel* model = nullptr;
    MeterAddress address{};
    Habit habit;
    int home = 0;
    int terminal = 0; ///< index in the town
    int port = 0;
    int sequence = 0; ///< in its book

    Date installed = *Date::of(2000, 1, 1);
    std::int64_t startLitres = 0;
    std::int64_t yearStartLitres = 0;       ///< at 1 January or at the installation, whichever was later
    std::int64_t previousLitres = 0;        ///< at the previous reading of the archive
    std::int64_t litres = 0;                ///< now
    std::array<std::int64_t, 12> settled{}; ///< litres at the last twelve firsts of a month, newest first
    std::int64_t exchangedLitres = 0;       ///< what the removed meter showed, Trouble::Exchanged only

    Trouble trouble = Trouble::None;
    Silence silence = Silence::None;
    ClockFault clockFault = ClockFault::None;
    bool valveClosed = false;
    bool batteryLow = false;
    std::uint8_t valveNoise = 0;        ///< ST of a model without a valve
    std::int64_t clockShiftSeconds = 0; ///< what writing the clock left behind
    std::uint8_t settlementDay = 1;
    std::uint8_t readingDay = 20;
    std::uint8_t ownSer = 0;
    std::uint32_t requests = 0; ///< heard since the town began; numbers the draws of faults

    /// Hundredths of a cubic metre, with the turn-over of the dial.
    std::int64_t shown(std::int64_t ofLitres) const;
    std::int64_t shownNow() const { return shown(litres); }
};

/// "1834.27".
QString shownText(std::int64_t hundredths);

/// Litres that pass in one civil day from `fromHour` to `toHour`, as the dial counts them: a stopped meter counts
/// nothing, a reversed one downwards, a leak adds by the hour, a closed valve holds.
std::int64_t countedLitres(const Meter& meter, Date day, int fromHour, int toHour);

} // namespace meterhall::town
