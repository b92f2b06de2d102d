#pragma once

#include "core/registry/registry.h"
#include "core/tariffs/billed_quantity.h"

#include <optional>
#include <vector>

namespace meterhall {

/// By what the accounts behind a master meter share its loss.
enum class LossRule : std::uint8_t {
    ByUse = 1,   ///< what their own meters counted; where none counted anything, equally
    Equally = 2, ///< one home, one part
    ByArea = 3,  ///< the square metres of their terms
};
constexpr LossRule lastOf(LossRule) {
    return LossRule::ByArea;
}
/// "use", "equal", "area".
QLatin1StringView lossRuleCode(LossRule rule);

/// 总表分摊: what the meters of a place count more than those of the accounts is billed to the accounts, for readings
/// behind a day, until the next agreement of the same master.
struct LossSharing {
    /// One of those who share, in their order.
    struct Member {
        AccountId account;
        std::optional<Date> closedOn{}; ///< its last day; read only
    };
    std::int64_t id = 0;
    ServicePointId master;
    Date on;
    LossRule rule = LossRule::ByUse;
    BilledQuantity step = BilledQuantity::ofMicro(BilledQuantity::microPerUnit / 100);
    RoundingMode rounding = RoundingMode::HalfUp;
    QString document;
    std::vector<Member> members; ///< empty: the loss is shared no more
};

} // namespace meterhall
