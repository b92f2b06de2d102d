#pragma once

#include "core/money/rounding_rule.h"
#include "core/tariffs/billed_quantity.h"

#include <optional>

namespace meterhall {

/// Which price an interval gets that a new version cuts in two.
enum class PriceChangeRule : std::uint8_t {
    ByReadingDate = 0, ///< the price of the reading's day for all of it: usual at Chinese counters
    ByDay = 1,         ///< use divided by days; the effective day has the new price
    BySubReading = 2,  ///< a reading was taken at the change
};
constexpr PriceChangeRule lastOf(PriceChangeRule) {
    return PriceChangeRule::BySubReading;
}
/// Where use goes that a new ladder window cuts in two.
enum class WindowBoundaryRule : std::uint8_t {
    WholeToReadingDate = 0, ///< all of it in the window of the reading
    ByDay = 1,
    WholeToOldWindow = 2,
};
constexpr WindowBoundaryRule lastOf(WindowBoundaryRule) {
    return WindowBoundaryRule::WholeToOldWindow;
}
/// How a tier's slice is shared by the registers of a bill.
enum class SliceAllocation : std::uint8_t {
    ProRata = 0, ///< as the registers of the bill relate to each other
};
constexpr SliceAllocation lastOf(SliceAllocation) {
    return SliceAllocation::ProRata;
}

/// What the price order leaves to the utility, decided and written down; new questions get new fields.
struct BillingPolicy {
    PriceChangeRule priceChange = PriceChangeRule::ByReadingDate;
    WindowBoundaryRule windowBoundary = WindowBoundaryRule::WholeToReadingDate;
    /// To which step bounds are rounded that were scaled by months or days.
    BilledQuantity boundStep = BilledQuantity::ofMicro(1);
    RoundingMode boundRounding = RoundingMode::HalfUp;
    /// The bill's total is rounded once more where cash asks for it (5 sen); its difference is a line of its own.
    std::optional<RoundingRule> totalRounding{};
    /// The charges are rounded together before taxes and funds are taken of them (whole yen before consumption tax).
    std::optional<RoundingRule> subtotalRounding{};
    SliceAllocation sliceAllocation = SliceAllocation::ProRata;
    bool operator==(const BillingPolicy&) const = default;
};

} // namespace meterhall
