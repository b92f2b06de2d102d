#include "core/quantity/unit.h"

#include "core/quantity/quantity_error.h"

#include <array>

namespace meterhall {

namespace {
struct UnitRow {
    MeasureUnit unit = MeasureUnit::CubicMetre;
    QLatin1StringView code;
};

constexpr std::array unitTable{
    UnitRow{MeasureUnit::CubicMetre, QLatin1StringView("m3")},
    UnitRow{MeasureUnit::KilowattHour, QLatin1StringView("kWh")},
    UnitRow{MeasureUnit::Gigajoule, QLatin1StringView("GJ")},
    UnitRow{MeasureUnit::SquareMetre, QLatin1StringView("m2")},
    UnitRow{MeasureUnit::CubicMetrePerHour, QLatin1StringView("m3/h")},
    UnitRow{MeasureUnit::Kilowatt, QLatin1StringView("kW")},
    UnitRow{MeasureUnit::DegreeCelsius, QLatin1StringView("Cel")},
    UnitRow{MeasureUnit::Kilopascal, QLatin1StringView("kPa")},
    UnitRow{MeasureUnit::Hour, QLatin1StringView("h")},
    UnitRow{MeasureUnit::One, QLatin1StringView("1")},
    UnitRow{MeasureUnit::Tonne, QLatin1StringView("t")},
    UnitRow{MeasureUnit::Therm, QLatin1StringView("therm")},
    UnitRow{MeasureUnit::Megajoule, QLatin1StringView("MJ")},
    UnitRow{MeasureUnit::Kilolitre, QLatin1StringView("kL")},
};
} // namespace

QLatin1StringView unitCode(MeasureUnit unit) {
    for (const UnitRow& row : unitTable) {
        if (row.unit == unit)
            return row.code;
    }
    return {};
}

Result<MeasureUnit> parseUnit(QStringView code) {
    for (const UnitRow& row : unitTable) {
        if (code == row.code)
            return row.unit;
    }
    return Error(QuantityError::UnknownUnit, {code.left(40).toString()});
}

} // namespace meterhall
