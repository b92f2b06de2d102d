#pragma once

#include "core/money/rate.h"
#include "core/money/rounding_rule.h"
#include "core/tariffs/billed_quantity.h"
#include "core/tariffs/fact.h"
#include "core/tariffs/ladder.h"

namespace meterhall {

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
    bool included = true;  ///< the price holds the tax; otherwise it is added on top of each line
    bool netFirst = false; ///< of a tax inside the price: the net is rounded and the tax is what remains, not the tax
    bool operator==(const ComponentTax&) const = default;
};

/// A kind of charge, one line of the table in core/tariffs/components/catalog.h. The number is stored.
enum class ChargeKindId : std::uint8_t {};
constexpr ChargeKindId lastOf(ChargeKindId) {
    return ChargeKindId{0xFF};
}

/// What is rounded by the component's rule. Lines that are not rounded themselves show the minor unit nearest to them;
/// what the exact total differs from their sum is the bill's rounding difference.
enum class RoundingScope : std::uint8_t {
    Line = 0,
    Component = 1, ///< all its lines together
    Bill = 2,      ///< nothing but the bill's total
};
constexpr RoundingScope lastOf(RoundingScope) {
    return RoundingScope::Bill;
}

/// What a percentage is taken of.
enum class PercentOf : std::uint8_t {
    LinesSoFar = 0, ///< all lines before it: a discount
    Subtotal = 1,   ///< all charges, rounded by BillingPolicy::subtotalRounding: a tax, a fund
    Running = 2,    ///< the subtotal and the percentages before this one: a tax on a tax
    Components = 3, ///< the lines of some components, with a rate for each tier or one for all
};
constexpr PercentOf lastOf(PercentOf) {
    return PercentOf::Components;
}

/// Prices that hold for a season or a category instead of the component's own.
struct VariantPrices {
    std::uint8_t variant = 0; ///< in Ladder::variants, from 1
    std::vector<BilledPrice> prices{};
    std::vector<BilledPrice> registerPrices{};
    bool operator==(const VariantPrices&) const = default;
};

/// The price where a fact of the account has a value: 1170 yen for a pipe of 20 mm, 286 yen for 10 A.
struct TablePrice {
    QString key;                                   ///< as the price order prints it
    BilledQuantity value = BilledQuantity::zero(); ///< the key as a number, or its place from 1 where it is none
    BilledPrice price = BilledPrice::ofMicro(0);
    bool operator==(const TablePrice&) const = default;
};

/// One thing the bill charges for. The fields are what all kinds share; a kind says which of them it uses.
struct TariffComponent {
    QString code;  ///< "water", "sewage": unique in the version, names ledger lines
    QString label; ///< for papers: 污水处理费
    ChargeKindId kind;
    FactKind per = FactKind::Bill; ///< what a fixed charge is counted by
    Payee payee = Payee::OwnIncome;
    std::vector<BilledPrice> prices;         ///< by row of the ladder, or one for all; of a percentage: its rates
    Ratio share = Ratio::ofMicro(1'000'000); ///< of the volume that is charged: sewage on 90 % of it
    ComponentTax tax;
    RoundingRule rounding; ///< of every line: 0.01 half up in China
    RoundingScope scope = RoundingScope::Line;
    /// By row and register (row x registers + register), where a meter counts by time of use. Used when the bill has
    /// such registers; `prices` when it has one dial.
    std::vector<BilledPrice> registerPrices{};
    std::vector<VariantPrices> variantPrices{};
    std::vector<FactKind> factors{}; ///< that a fixed charge is multiplied by: days, a factor of the building
    FactKind by = FactKind::Bill;    ///< whose value chooses from `table`
    std::vector<TablePrice> table{}; ///< price of a fixed charge by that value
    std::vector<BilledQuantity>
        bands{}; ///< of a rebate: ascending inclusive bounds of the whole use, as many as prices
    PercentOf percentOf = PercentOf::LinesSoFar;
    std::vector<std::uint16_t> of{}; ///< components a percentage is taken of; all of them stand before it
    bool operator==(const TariffComponent&) const = default;

    /// `tier` counts from 1; tier 0 is "whatever the tier".
    BilledPrice priceOf(int tier) const { return prices[prices.size() == 1 || tier == 0 ? 0 : std::size_t(tier) - 1]; }
};

/// The prices of a component for one bill.
struct PriceList {
    std::span<const BilledPrice> plain;
    std::span<const BilledPrice> byRegister;

    /// `row` from 0; one price holds for all rows.
    BilledPrice of(std::size_t row) const { return plain[plain.size() == 1 ? 0 : row]; }
    BilledPrice of(std::size_t row, std::size_t registerNumber, std::size_t registers) const {
        return byRegister[(byRegister.size() == registers ? 0 : row * registers) + registerNumber];
    }
};
/// Of a season or a category that was chosen.
PriceList pricesOfVariant(const TariffComponent& component, VariantChoice choice);
inline PriceList pricesFor(const TariffComponent& component, VariantChoice choice) {
    if (choice == VariantChoice{}) [[likely]]
        return {component.prices, component.registerPrices};
    return pricesOfVariant(component, choice);
}

} // namespace meterhall
