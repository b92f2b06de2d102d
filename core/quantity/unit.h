#pragma once

#include "core/base/result.h"

#include <QLatin1StringView>

namespace meterhall {

/// The units a register or a price can have, for where the unit is data. Where it is known, use Quantity<Unit>.
enum class MeasureUnit : std::uint8_t {
    CubicMetre,
    KilowattHour,
    Gigajoule,
    SquareMetre,
    CubicMetrePerHour,
    Kilowatt,
    DegreeCelsius,
    Kilopascal,
    Hour,
    One,
    Tonne,     ///< of water: a cubic metre, as some tariffs print it
    Therm,     ///< gas in the United States
    Megajoule, ///< gas by energy
    Kilolitre, ///< of water: a cubic metre, as some tariffs print it
};

/// "m3", "kWh", "GJ", "m2", "m3/h", "kW", "Cel", "kPa", "h", "1", "t", "therm", "MJ", "kL": the codes of device
/// profiles and tariff files.
QLatin1StringView unitCode(MeasureUnit unit);
Result<MeasureUnit> parseUnit(QStringView code);

/// Tags of Quantity and Price. `additive` is whether two values may be added: volumes yes, temperatures no.
namespace units {
struct CubicMetre {
    static constexpr MeasureUnit unit = MeasureUnit::CubicMetre;
    static constexpr bool additive = true;
};
struct KilowattHour {
    static constexpr MeasureUnit unit = MeasureUnit::KilowattHour;
    static constexpr bool additive = true;
};
struct Gigajoule {
    static constexpr MeasureUnit unit = MeasureUnit::Gigajoule;
    static constexpr bool additive = true;
};
struct SquareMetre {
    static constexpr MeasureUnit unit = MeasureUnit::SquareMetre;
    static constexpr bool additive = true;
};
struct CubicMetrePerHour {
    static constexpr MeasureUnit unit = MeasureUnit::CubicMetrePerHour;
    static constexpr bool additive = true;
};
struct Kilowatt {
    static constexpr MeasureUnit unit = MeasureUnit::Kilowatt;
    static constexpr bool additive = true;
};
struct DegreeCelsius {
    static constexpr MeasureUnit unit = MeasureUnit::DegreeCelsius;
    static constexpr bool additive = false;
};
struct Kilopascal {
    static constexpr MeasureUnit unit = MeasureUnit::Kilopascal;
    static constexpr bool additive = false;
};
struct Hour {
    static constexpr MeasureUnit unit = MeasureUnit::Hour;
    static constexpr bool additive = true;
};
/// A number without a unit: shares, multipliers, months.
struct One {
    static constexpr MeasureUnit unit = MeasureUnit::One;
    static constexpr bool additive = true;
};
} // namespace units

} // namespace meterhall
