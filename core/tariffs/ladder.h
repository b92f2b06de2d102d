#pragma once

#include "core/calendar/ladder_window.h"
#include "core/tariffs/billed_quantity.h"

#include <optional>
#include <vector>

namespace meterhall {

/// How the position on the ladder decides the price. A base price with surcharges on the upper tiers is no mode of its
/// own: it is a marginal ladder, a levy on all the use, and a volume charge whose first price is zero.
enum class LadderMode : std::uint8_t {
    Flat = 0,      ///< one tier; the position is still counted
    Marginal = 1,  ///< each unit costs what its own tier says (阶梯)
    WholeBand = 2, ///< the tier a bill's whole use lies in prices all of it (a cliff at every bound)
    BandTable = 3, ///< the band a bill's whole use lies in chooses a marginal table of its own (Ladder::bandTables)
};
constexpr LadderMode lastOf(LadderMode) {
    return LadderMode::BandTable;
}

/// How long the counter of the ladder runs on.
enum class LadderCounting : std::uint8_t {
    Window = 0,  ///< over all bills of a window of `length` months that begins on the reset day (a year, a season)
    PerBill = 1, ///< every bill begins at zero; the bounds are those of `length` months or days
};
constexpr LadderCounting lastOf(LadderCounting) {
    return LadderCounting::PerBill;
}

enum class SpanUnit : std::uint8_t { Months = 0, Days = 1 };
constexpr SpanUnit lastOf(SpanUnit) {
    return SpanUnit::Days;
}

/// The time the bounds of a ladder are stated for (阶梯周期).
struct LadderCycle {
    LadderCounting counting = LadderCounting::Window;
    SpanUnit unit = SpanUnit::Months; ///< windows are counted in months
    int length = 12;
    int resetMonth = 1;
    int resetDay = 1; ///< some window begins on this day of some year
    bool operator==(const LadderCycle&) const = default;

    /// The window a reading of `date` belongs to; empty when every bill begins at zero.
    Result<std::optional<LadderWindow>> windowOf(Date date) const;
};

/// Bounds of a ladder are multiplied by it: 6/12 for an account opened in July, 2/1 for a two-month reading of a
/// monthly ladder. Positive.
struct BoundScale {
    std::int32_t numerator = 1;
    std::int32_t denominator = 1;
    bool operator==(const BoundScale&) const = default;
};
/// Both together, in lowest terms; a BadField where it is out of range or not positive.
Result<BoundScale> product(BoundScale a, BoundScale b);

/// What a household of `fromPeople` or more gets; of several rows the last one it reaches counts. The bound of a tier
/// is then
///
///     (onTop ? the ladder's own bound : 0) + add + perPerson x (people - beyond)
///
/// which is all four rules in use (facts: ladder rules of Chinese cities): so much more for each person above four
/// (add to the upper bounds; additions to the widths of tiers are their running sums), a step for five and more, and
/// 6.25 m3 a head from five heads on.
struct QuotaStep {
    int fromPeople = 1;
    bool onTop = true;
    std::vector<BilledQuantity> add{};       ///< by bound; empty: nothing
    std::vector<BilledQuantity> perPerson{}; ///< by bound; empty: nothing
    int beyond = 0;
    bool operator==(const QuotaStep&) const = default;
};

/// What an account may differ in: the season a bill lies in, and the category of the account (heating households).
enum class VariantAxis : std::uint8_t { Season = 0, Category = 1 };
constexpr VariantAxis lastOf(VariantAxis) {
    return VariantAxis::Category;
}

/// A season or a category of accounts: bounds of its own, or those of the ladder. Prices of its own stand in the
/// components (VariantPrices).
struct LadderVariant {
    VariantAxis axis = VariantAxis::Season;
    QString code; ///< "summer", "boiler": unique on its axis
    bool ownBounds = false;
    std::vector<BilledQuantity> upperBounds{};
    /// A season begins on this day of every year and lasts until the next one begins. Zero: nobody said when.
    int fromMonth = 0;
    int fromDay = 0;
    bool operator==(const LadderVariant&) const = default;
};

/// Which variants a bill is rated by: positions in Ladder::variants counted from 1, 0 is none. Where both say
/// something, the category does.
struct VariantChoice {
    std::uint8_t season = 0;
    std::uint8_t category = 0;
    bool operator==(const VariantChoice&) const = default;
};

/// Bounds of the table that one band of a BandTable ladder chooses; the last tier is open.
struct BandTable {
    std::vector<BilledQuantity> upperBounds{};
    bool operator==(const BandTable&) const = default;
};

/// Tiers 1, 2, 3 … with inclusive upper bounds: exactly 180 is still tier 1 of 180 / 260. The last tier is open.
struct Ladder {
    LadderMode mode = LadderMode::Flat;
    std::vector<BilledQuantity> upperBounds; ///< ascending; one less than there are tiers
    LadderCycle cycle;
    std::vector<QuotaStep> quota{};        ///< ascending by fromPeople
    std::vector<LadderVariant> variants{}; ///< never reordered once billed
    std::vector<BandTable> bandTables{};   ///< one for each tier of a BandTable ladder
    bool operator==(const Ladder&) const = default;

    static constexpr int maxTiers = 12;
    static constexpr std::size_t maxVariants = 32;
    int tiers() const { return static_cast<int>(upperBounds.size()) + 1; }
    /// The bounds a bill is rated by, before people, months and days change them.
    const std::vector<BilledQuantity>& boundsFor(VariantChoice choice) const;
    /// Whether bills are of seasons.
    bool hasSeasons() const;
    /// The season a day lies in, as VariantChoice counts; 0 where nobody said when seasons begin.
    std::uint8_t seasonOn(Date date) const;
    /// The first day after `date` on which a season begins.
    std::optional<Date> nextSeason(Date date) const;
    /// How many prices a component has that has one for each: tiers, or all tiers of all band tables.
    int priceRows(VariantChoice choice) const;
};

} // namespace meterhall
