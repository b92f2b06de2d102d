#include "core/money/allocation.h"

namespace meterhall {

Result<std::vector<Money>> allocate(Money total, std::span<const std::int64_t> weights) {
    MH_TRY(const auto shares, allocateUnits(total.minor(), weights));
    std::vector<Money> parts;
    parts.reserve(shares.size());
    for (const std::int64_t minor : shares)
        parts.push_back(Money::ofMinor(minor, total.currency()));
    return parts;
}

} // namespace meterhall
