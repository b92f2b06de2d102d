#include "core/billing/ladder_position.h"

namespace meterhall {

Result<BilledQuantity> ladderPosition(const LadderWindow& window, std::span<const IssuedUse> issued,
                                      std::span<const LadderEvent> events) {
    BilledQuantity position = BilledQuantity::zero();
    for (const IssuedUse& use : issued) {
        if (!window.contains(use.readOn))
            continue;
        MH_TRY(position, position.plus(use.quantity));
    }
    for (const LadderEvent& event : events) {
        if (!window.contains(event.on))
            continue;
        MH_TRY(position, position.plus(event.moves));
    }
    return position;
}

} // namespace meterhall
