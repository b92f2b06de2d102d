#pragma once

#include "core/base/decimal.h"
#include "core/quantity/quantity_error.h"
#include "core/quantity/rounding.h"
#include "core/quantity/unit.h"

#include <compare>
#include <concepts>
#include <limits>
#include <optional>

namespace meterhall {

/// An exact quantity of one unit, held as millionths (10^-6) in 64 bits: up to 9.2 x 10^12 units. The range is
/// symmetric, so every value has a negative. Quantities of different units neither convert nor compare.
template <class UnitTag>
class Quantity {
public:
    using Unit = UnitTag;
    static constexpr int decimals = 6;
    static constexpr std::int64_t microPerUnit = 1'000'000;

    static constexpr Quantity zero() { return Quantity(0); }
    /// The column form. The one value without a negative (INT64_MIN) is a programming error; see fromStored().
    static constexpr Quantity ofMicro(std::int64_t micro) {
        Q_ASSERT(micro != std::numeric_limits<std::int64_t>::min());
        return Quantity(micro);
    }
    template <std::floating_point Number>
    static Quantity ofMicro(Number micro) = delete;
    /// For numbers that come from a file or a database.
    static Result<Quantity> fromStored(std::int64_t micro) { return checked(micro); }
    static Result<Quantity> ofWhole(std::int64_t units) { return checked(product(units, microPerUnit)); }
    /// "12.5"; more than six decimals are an error unless they are zeros.
    static Result<Quantity> parse(QStringView text) {
        MH_TRY(const std::int64_t micro, parseScaled(text, decimals));
        return checked(micro);
    }
    /// A device's own decimal, exactly or not at all.
    static Result<Quantity> fromDecimal(const Decimal& value) {
        MH_TRY(const std::int64_t micro, value.scaledTo(decimals));
        return checked(micro);
    }

    constexpr std::int64_t micro() const { return m_micro; }
    constexpr bool isZero() const { return m_micro == 0; }
    constexpr bool isNegative() const { return m_micro < 0; }
    constexpr auto operator<=>(const Quantity&) const = default;
    /// "12.5", without the unit; unitCode(Unit::unit) names it.
    QString toString() const { return formatScaled(m_micro, decimals); }

    Result<Quantity> plus(Quantity other) const requires UnitTag::additive { return orTooLarge(plusInRange(other)); }
    Result<Quantity> minus(Quantity other) const requires UnitTag::additive { return orTooLarge(minusInRange(other)); }
    /// The same without an error, which costs more than the sum: nothing where it is no quantity.
    constexpr std::optional<Quantity> plusInRange(Quantity other) const requires UnitTag::additive {
        std::int64_t micro = 0;
        if (__builtin_add_overflow(m_micro, other.m_micro, &micro)) [[unlikely]]
            return {};
        return inRange(micro);
    }
    constexpr std::optional<Quantity> minusInRange(Quantity other) const requires UnitTag::additive {
        std::int64_t micro = 0;
        if (__builtin_sub_overflow(m_micro, other.m_micro, &micro)) [[unlikely]]
            return {};
        return inRange(micro);
    }
    /// By a whole factor: a meter's multiplier, a number of people.
    Result<Quantity> times(std::int64_t factor) const requires UnitTag::additive {
        return checked(product(m_micro, factor));
    }
    /// x numerator / denominator, rounded at the sixth decimal by a named mode. The denominator is positive.
    Result<Quantity> timesRatio(std::int64_t numerator, std::int64_t denominator,
                                RoundingMode mode) const requires UnitTag::additive {
        if (denominator <= 0)
            return QuantityError::BadStep;
        return checked(divideRounded(product(m_micro, numerator), denominator, mode));
    }
    constexpr Quantity negated() const requires UnitTag::additive { return Quantity(-m_micro); }

    /// What the bill sees of a dial: everything below `step` is cut off, toward zero. 12.987 in steps of 1 is 12.
    /// The reading is cut, not the difference of two readings, so that no fraction is ever lost between bills.
    Result<Quantity> cutToStep(Quantity step) const {
        if (const auto cut = cutInRange(step)) [[likely]]
            return *cut;
        return Error(QuantityError::BadStep, {step.toString()});
    }
    /// The same without an error: nothing where the step is none.
    constexpr std::optional<Quantity> cutInRange(Quantity step) const {
        if (step.m_micro <= 0) [[unlikely]]
            return {};
        return Quantity(m_micro - m_micro % step.m_micro);
    }
    Result<Quantity> roundedToStep(Quantity step, RoundingMode mode) const {
        if (step.m_micro <= 0)
            return Error(QuantityError::BadStep, {step.toString()});
        return checked(divideRounded(m_micro, step.m_micro, mode) * step.m_micro);
    }

private:
    explicit constexpr Quantity(std::int64_t micro)
        : m_micro(micro) {}

    static constexpr std::optional<Quantity> inRange(std::int64_t micro) {
        if (micro == std::numeric_limits<std::int64_t>::min()) [[unlikely]]
            return {};
        return Quantity(micro);
    }
    static Result<Quantity> orTooLarge(std::optional<Quantity> value) {
        if (!value) [[unlikely]]
            return tooLarge();
        return *value;
    }
    static Result<Quantity> checked(Int128 micro) {
        constexpr Int128 largest = std::numeric_limits<std::int64_t>::max();
        if (micro > largest || micro < -largest) [[unlikely]]
            return tooLarge();
        return Quantity(static_cast<std::int64_t>(micro));
    }
    // Out of the way of what a million bills do.
    [[gnu::cold, gnu::noinline]] static Error tooLarge() {
        return {QuantityError::Overflow, {QString(unitCode(UnitTag::unit))}};
    }

    std::int64_t m_micro;
};

using Volume = Quantity<units::CubicMetre>;      ///< gas and water
using Energy = Quantity<units::KilowattHour>;    ///< electricity; heat where it is sold by kWh
using HeatEnergy = Quantity<units::Gigajoule>;   ///< heat
using Area = Quantity<units::SquareMetre>;       ///< heated floor
using Flow = Quantity<units::CubicMetrePerHour>; ///< of the moment
using Power = Quantity<units::Kilowatt>;         ///< of the moment
using Temperature = Quantity<units::DegreeCelsius>;
using Pressure = Quantity<units::Kilopascal>; ///< against the atmosphere
using OperatingTime = Quantity<units::Hour>;

/// 1 kWh = 0.0036 GJ exactly; the way back is not exact and names its rounding.
Result<HeatEnergy> toHeatEnergy(Energy energy, RoundingMode mode);
Result<Energy> toEnergy(HeatEnergy heat, RoundingMode mode);

} // namespace meterhall
