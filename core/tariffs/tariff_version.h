#pragma once

#include "core/base/bytes.h"
#include "core/calendar/ladder_window.h"
#include "core/money/rate.h"
#include "core/quantity/commodity.h"
#include "core/tariffs/billed_quantity.h"
#include "core/tariffs/fact.h"
#include "core/tariffs/ids.h"
#include "core/tariffs/tariff_error.h"

#include <vector>

namespace meterhall {

/// A price list of the utility (价目): what an account is assigned to. What it costs stands in its versions.
struct Tariff {
    TariffId id;
    QString code; ///< "gas-residential", unique
    QString name;
    Commodity commodity;
    bool operator==(const Tariff&) const = default;
};

/// How the position on the ladder decides the price.
enum class LadderMode : std::uint8_t {
    Flat = 0,     ///< one tier; the position is still counted
    Marginal = 1, ///< each unit costs what its own tier says (阶梯)
};
constexpr LadderMode lastOf(LadderMode) {
    return LadderMode::Marginal;
}

/// How long the counter of the ladder runs on.
enum class LadderCounting : std::uint8_t {
    Window = 0,  ///< over all bills of a window of `length` months that begins on the reset day (a year)
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

/// Tiers 1, 2, 3 … with inclusive upper bounds: exactly 180 is still tier 1 of 180 / 260. The last tier is open.
struct Ladder {
    LadderMode mode = LadderMode::Flat;
    std::vector<BilledQuantity> upperBounds; ///< ascending; one less than there are tiers
    LadderCycle cycle;
    bool operator==(const Ladder&) const = default;

    static constexpr int maxTiers = 12;
    int tiers() const { return static_cast<int>(upperBounds.size()) + 1; }
};

/// Whose money a component is.
enum class Payee : std::uint8_t {
    OwnIncome = 1,
    FeeOnBehalf = 2, ///< 代征费: sewage, garbage: collected for the government, not our income
    Tax = 3,         ///< levied by law on the volume, such as the water resource tax
};
constexpr Payee lastOf(Payee) {
    return Payee::Tax;
}

struct ComponentTax {
    Rate rate = Rate::ofMicro(0);
    bool included = true; ///< the price holds the tax; otherwise it is added on top of each line
    bool operator==(const ComponentTax&) const = default;
};

/// A kind of charge, one line of the table in core/tariffs/components/catalog.h. The number is stored.
enum class ChargeKindId : std::uint8_t {};
constexpr ChargeKindId lastOf(ChargeKindId) {
    return ChargeKindId{0xFF};
}

/// One thing the bill charges for. The fields are what all kinds share; a kind says which of them it uses.
struct TariffComponent {
    QString code;  ///< "water", "sewage": unique in the version, names ledger lines
    QString label; ///< for papers: 污水处理费
    ChargeKindId kind;
    FactKind per = FactKind::Bill; ///< what a fixed charge is counted by
    Payee payee = Payee::OwnIncome;
    std::vector<BilledPrice> prices;         ///< by tier, or one for all of them
    Ratio share = Ratio::ofMicro(1'000'000); ///< of the volume that is charged: sewage on 90 % of it
    ComponentTax tax;
    RoundingRule rounding; ///< of every line: 0.01 half up in China
    bool operator==(const TariffComponent&) const = default;

    /// `tier` counts from 1; tier 0 is "whatever the tier".
    BilledPrice priceOf(int tier) const { return prices[prices.size() == 1 || tier == 0 ? 0 : std::size_t(tier) - 1]; }
};

/// Which price an interval gets that a new version cuts in two.
enum class PriceChangeRule : std::uint8_t { ByReadingDate = 0 };
constexpr PriceChangeRule lastOf(PriceChangeRule) {
    return PriceChangeRule::ByReadingDate;
}
/// Where use goes that a new ladder window cuts in two.
enum class WindowBoundaryRule : std::uint8_t { WholeToReadingDate = 0 };
constexpr WindowBoundaryRule lastOf(WindowBoundaryRule) {
    return WindowBoundaryRule::WholeToReadingDate;
}

/// What the price order leaves to the utility, decided and written down; new questions get new fields.
struct BillingPolicy {
    PriceChangeRule priceChange = PriceChangeRule::ByReadingDate;
    WindowBoundaryRule windowBoundary = WindowBoundaryRule::WholeToReadingDate;
    /// To which step bounds are rounded that were scaled by months or days.
    BilledQuantity boundStep = BilledQuantity::ofMicro(1);
    RoundingMode boundRounding = RoundingMode::HalfUp;
    /// The bill's total is rounded once more where cash asks for it (5 sen); its difference is a line of its own.
    std::optional<RoundingRule> totalRounding;
    bool operator==(const BillingPolicy&) const = default;
};

/// A tariff as one price order made it. Never changed once a bill used it: a new order is a new version.
struct TariffVersion {
    TariffVersionId id;
    TariffId tariff;
    Date effectiveFrom; ///< readings of this day already get the new price
    QString priceOrder; ///< 价格文件: number and date of the government's paper
    Currency currency;
    MeasureUnit unit;
    /// Dials are cut to whole multiples of it before they are subtracted: 1 m3.
    BilledQuantity dialStep;
    Ladder ladder;
    std::vector<TariffComponent> components;
    BillingPolicy policy;
    bool operator==(const TariffVersion&) const = default;

    static constexpr std::size_t maxComponents = 64;
};

/// Whether the version can be rated at all: bounds ascend, prices match the tiers, codes are unique, every kind of
/// charge exists and finds what it needs. Rating relies on it; storage and import refuse what fails it.
Result<void> checkTariffVersion(const TariffVersion& version);

/// The version whose price a reading of `date` gets: the latest that is in force, whatever the order of `versions`.
Result<const TariffVersion*> versionOn(std::span<const TariffVersion> versions, Date date);

/// The stored form (core/base/canonical.h); decoding refuses every other spelling and every version that cannot be
/// rated, so a decoded version encodes to the same bytes.
Bytes encodeTariffVersion(const TariffVersion& version);
Result<TariffVersion> decodeTariffVersion(ByteView bytes);

} // namespace meterhall
