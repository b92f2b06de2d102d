#pragma once

#include "app/town/parts/dice.h"
#include "app/town/parts/town_error.h"

#include <QByteArray>
#include <QJsonObject>

namespace meterhall::town {

/// What goes wrong in the town. Rates are parts of a million of all answers, each answer meets at most one; counts are
/// meters (branches for `deadBranches`) picked by the seed, no meter twice.
struct FaultPlan {
    std::int64_t lost = 0;
    std::int64_t lateDuplicate = 0;
    std::int64_t corrupt = 0;
    std::int64_t torn = 0;

    std::int64_t deadMeters = 0;
    std::int64_t deadBranches = 0;
    std::int64_t closedSlots = 0;
    std::int64_t wrongClocks = 0;
    std::int64_t rollovers = 0;
    std::int64_t exchanged = 0;
    std::int64_t leaks = 0;
    std::int64_t stopped = 0;
    std::int64_t reversed = 0;

    bool operator==(const FaultPlan&) const = default;
};

/// What every town of that size has even on a good day, so that the review of readings has work: leaks, stopped and
/// reversed meters, and from 200 homes on a turn-over and an exchange that the archive does not know yet.
FaultPlan everydayFaults(int homes);

/// Reads the keys of a faults file over `base`; a key that is not there keeps its value. Unknown keys, keys that only
/// concern handhelds, and values out of range are refused with a sentence.
Result<FaultPlan> faultsFrom(const QByteArray& json, FaultPlan base);
Result<FaultPlan> faultsFrom(const QJsonObject& object, FaultPlan base);
QJsonObject toJson(const FaultPlan& plan);

/// What happens to one answer on its way.
enum class Mishap : std::uint8_t { None, Lost, LateDuplicate, Corrupt, Torn };
const char* nameOf(Mishap mishap);

/// The dice of the n-th request to a meter. Its first throw decides the mishap, the rest its details.
Dice diceOfRequest(std::uint64_t seed, std::uint64_t meter, std::uint32_t request);
Mishap drawMishap(const FaultPlan& plan, Dice& dice);

} // namespace meterhall::town
