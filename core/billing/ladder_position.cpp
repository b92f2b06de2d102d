#include "core/billing/ladder_position.h"

#include <algorithm>

namespace meterhall {

std::optional<Date> ladderBegan(std::span<const LadderEvent> events, Date from) {
    std::optional<Date> began;
    for (const LadderEvent& event : events)
        if (event.kind == LadderEventKind::Transfer && event.on <= from)
            began = std::max(began.value_or(event.on), event.on);
    return began;
}

Result<BilledQuantity> ladderPosition(const LadderWindow& window, std::span<const IssuedUse> issued,
                                      std::span<const LadderEvent> events, Date from) {
    const std::optional<Date> began = ladderBegan(events, from);
    BilledQuantity position = BilledQuantity::zero();
    for (const IssuedUse& use : issued) {
        if (!window.contains(use.readOn) || (began && use.readOn <= *began))
            continue;
        MH_TRY(position, position.plus(use.quantity));
    }
    for (const LadderEvent& event : events) {
        const bool isTransfer = event.kind == LadderEventKind::Transfer;
        const bool counts = isTransfer ? event.on == began : !began || event.on > *began;
        if (!counts || !window.contains(event.on))
            continue;
        MH_TRY(position, position.plus(event.moves));
    }
    return position;
}

} // namespace meterhall
