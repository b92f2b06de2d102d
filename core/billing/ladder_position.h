#pragma once

#include "core/calendar/ladder_window.h"
#include "core/registry/ids.h"
#include "core/tariffs/billed_quantity.h"

#include <span>
#include <vector>

namespace meterhall {

/// Why a ladder does not begin where its issued bills say.
enum class LadderEventKind : std::uint8_t {
    Imported = 1, ///< opening position of an account taken over from another system
    Transfer = 2, ///< a new owner: by policy he starts at zero or carries on (the event's amount says which)
    Adjustment = 3,
};

/// Moves the ladder of one account at one service point from a date on. An event is added to what was issued; none is
/// ever changed.
struct LadderEvent {
    AccountId account;
    ServicePointId servicePoint;
    Date on;
    LadderEventKind kind;
    BilledQuantity moves; ///< up or down
    bool operator==(const LadderEvent&) const = default;
};

/// What a bill put on the ladder, as storage keeps it. A reversal counts with its negative quantity.
struct IssuedUse {
    Date readOn; ///< end of the bill's reading interval, or the day in whose window it counts (ladderDay)
    BilledQuantity quantity;
};

/// Position on the ladder = what was issued for the account at the service point with a reading date in the window,
/// plus the events in it. Nothing else is remembered: neither a new price nor a new meter touches it. Issued use and
/// events of other windows are left out here, so the caller may hand over what it has.
Result<BilledQuantity> ladderPosition(const LadderWindow& window, std::span<const IssuedUse> issued,
                                      std::span<const LadderEvent> events);

} // namespace meterhall
