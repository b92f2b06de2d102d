#pragma once

#include "core/base/decimal.h"
#include "core/money/exact_amount.h"
#include "core/quantity/quantity.h"

#include <concepts>

namespace meterhall {

/// Money for one unit of a quantity, in millionths of the currency unit: 2.07 a cubic metre is 2'070'000. It only
/// multiplies quantities of its own unit. The currency is the tariff's; prices may be negative (a rebate per unit).
template <class UnitTag>
class Price {
public:
    using Unit = UnitTag;
    static constexpr int decimals = 6;

    static constexpr Price ofMicro(std::int64_t micro) { return Price(micro); }
    template <std::floating_point Number>
    static Price ofMicro(Number micro) = delete;
    /// "2.07"; more than six decimals are an error unless they are zeros.
    static Result<Price> parse(QStringView text) {
        MH_TRY(const std::int64_t micro, parseScaled(text, decimals));
        return Price(micro);
    }

    constexpr std::int64_t micro() const { return m_micro; }
    constexpr auto operator<=>(const Price&) const = default;
    QString toString() const { return formatScaled(m_micro, decimals); }

    /// The sum of two prices for the same unit.
    Result<Price> plus(Price other) const {
        MH_TRY(const std::int64_t micro, checkedAdd(m_micro, other.m_micro));
        return Price(micro);
    }
    /// The price of a share of the unit: 1.36 on 0.9 of the volume is 1.224 on the whole of it. Rounded at the sixth
    /// decimal by a named mode: for showing what a unit costs, never for charging it.
    Result<Price> times(Quantity<units::One> share, RoundingMode mode) const {
        constexpr std::int64_t one = Quantity<units::One>::microPerUnit;
        MH_TRY(const std::int64_t micro, narrow(divideRounded(product(m_micro, share.micro()), one, mode)));
        return Price(micro);
    }

    /// Exact, and never too large.
    constexpr ExactAmount of(Quantity<UnitTag> quantity) const {
        return ExactAmount::ofProduct(m_micro, quantity.micro());
    }
    Result<Money> of(Quantity<UnitTag> quantity, Currency currency, RoundingRule rule) const {
        return of(quantity).rounded(currency, rule);
    }

private:
    explicit constexpr Price(std::int64_t micro)
        : m_micro(micro) {}
    std::int64_t m_micro;
};

using VolumePrice = Price<units::CubicMetre>;
using EnergyPrice = Price<units::KilowattHour>;
using HeatPrice = Price<units::Gigajoule>;
using AreaPrice = Price<units::SquareMetre>;

} // namespace meterhall
