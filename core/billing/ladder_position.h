#pragma once

#include "core/calendar/ladder_window.h"
#include "core/registry/ids.h"
#include "core/tariffs/billed_quantity.h"

#include <optional>
#include <span>
#include <vector>

namespace meterhall {

/// Why a ladder does not begin where its issued bills say.
enum class LadderEventKind : std::uint8_t {
    Imported = 1, ///< opening position of an account taken over from another system
    Transfer = 2, ///< a new holder whose ladder begins anew, at what the event moves; one who carries on has none
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
///
/// It is asked for a bill that begins on `from`: where the ladder began anew on that day or before, what was counted
/// until then is the former holder's and left out. A transfer behind that day is none of this bill's.
Result<BilledQuantity> ladderPosition(const LadderWindow& window, std::span<const IssuedUse> issued,
                                      std::span<const LadderEvent> events, Date from);

/// The last day on which the ladder of a bill that begins on `from` began anew: use until then does not count on it.
std::optional<Date> ladderBegan(std::span<const LadderEvent> events, Date from);

} // namespace meterhall
