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

/// When charges fall due that do not depend on the use, on a bill that is divided. What is charged by the day is
/// charged for the days of each part.
enum class StandingChargeRule : std::uint8_t {
    WithLastPart = 0, ///< once, by the price of the reading's day
    WithEachPart = 1, ///< every part is charged as a whole bill is
};
constexpr StandingChargeRule lastOf(StandingChargeRule) {
    return StandingChargeRule::WithEachPart;
}
/// Where the ladder stands when a new price comes in the midst of its window.
enum class NewPriceLadderRule : std::uint8_t {
    GoesOn = 0,     ///< what was used by the old price counts
    BeginsAnew = 1, ///< nothing does; the bounds are those of a whole window
};
constexpr NewPriceLadderRule lastOf(NewPriceLadderRule) {
    return NewPriceLadderRule::BeginsAnew;
}
/// What a bill on which nothing was used is charged of what does not depend on the use.
enum class ZeroUseRule : std::uint8_t {
    StandingCharges = 0, ///< all of it, and the lowest amount of a bill
    Nothing = 1,         ///< neither (零用量不收基本费)
};
constexpr ZeroUseRule lastOf(ZeroUseRule) {
    return ZeroUseRule::Nothing;
}
/// Which bounds an account has in a ladder window in which it was opened or closed.
enum class PartialWindowRule : std::uint8_t {
    Whole = 0,
    ByMonths = 1, ///< cut by the months it has; a broken month counts
};
constexpr PartialWindowRule lastOf(PartialWindowRule) {
    return PartialWindowRule::ByMonths;
}
/// Which bounds a household has whose size changed in a ladder window.
enum class HouseholdChangeRule : std::uint8_t {
    AsRead = 0,   ///< those of its size on the day of the reading
    ByMonths = 1, ///< the mean of those of its sizes, by the months it had them; a size counts from its month on
};
constexpr HouseholdChangeRule lastOf(HouseholdChangeRule) {
    return HouseholdChangeRule::ByMonths;
}
/// A bill over unusually many or few days has its bounds multiplied by its days / `days`.
struct ProrationRule {
    int days = 0; ///< 0: no bill has
    int from = 0; ///< a bill of `from` to `to` days is usual
    int to = 0;
    bool operator==(const ProrationRule&) const = default;
};

/// What the price order leaves to the utility, decided and written down; new questions get new fields.
struct BillingPolicy {
    PriceChangeRule priceChange = PriceChangeRule::ByReadingDate;
    WindowBoundaryRule windowBoundary = WindowBoundaryRule::WholeToReadingDate;
    /// To which step bounds are rounded once they are scaled by people, months and days.
    BilledQuantity boundStep = BilledQuantity::ofMicro(1);
    RoundingMode boundRounding = RoundingMode::HalfUp;
    /// The bill's total is rounded once more where cash asks for it (5 sen); its difference is a line of its own.
    std::optional<RoundingRule> totalRounding{};
    /// The charges are rounded together before taxes and funds are taken of them (whole yen before consumption tax).
    std::optional<RoundingRule> subtotalRounding{};
    SliceAllocation sliceAllocation = SliceAllocation::ProRata;
    /// Where use goes that a new season cuts in two; with ByDay each season has its share of a bill's bounds.
    WindowBoundaryRule seasonBoundary = WindowBoundaryRule::WholeToReadingDate;
    /// To which step divided use is rounded; the part behind takes what is left. Empty: to the dial step, half up.
    std::optional<RoundingRule> useRounding{};
    StandingChargeRule standingCharges = StandingChargeRule::WithLastPart;
    PartialWindowRule partialWindow = PartialWindowRule::Whole;
    HouseholdChangeRule householdChange = HouseholdChangeRule::AsRead;
    /// A bill covers days / this many months; 0: those of the calendar, and one at least.
    int daysOfMonth = 0;
    ProrationRule proration{};
    NewPriceLadderRule newPriceLadder = NewPriceLadderRule::GoesOn; ///< of this version's price
    ZeroUseRule zeroUse = ZeroUseRule::StandingCharges;
    bool operator==(const BillingPolicy&) const = default;
};

} // namespace meterhall
