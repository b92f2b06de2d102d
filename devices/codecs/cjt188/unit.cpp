#include "devices/codecs/cjt188/unit.h"

#include <array>

namespace meterhall::cjt188 {

namespace {

// 40 J/h stands alone: 41 and 42 are not defined.
constexpr std::array definedUnits{
    Unit{0x01, UnitKind::Energy, "J", 0},      Unit{0x02, UnitKind::Energy, "Wh", 0},
    Unit{0x03, UnitKind::Energy, "Wh", 1},     Unit{0x04, UnitKind::Energy, "Wh", 2},
    Unit{0x05, UnitKind::Energy, "kWh", 0},    Unit{0x06, UnitKind::Energy, "kWh", 1},
    Unit{0x07, UnitKind::Energy, "kWh", 2},    Unit{0x08, UnitKind::Energy, "MWh", 0},
    Unit{0x09, UnitKind::Energy, "MWh", 1},    Unit{0x0A, UnitKind::Energy, "MWh", 2},
    Unit{0x0B, UnitKind::Energy, "kJ", 0},     Unit{0x0C, UnitKind::Energy, "kJ", 1},
    Unit{0x0D, UnitKind::Energy, "kJ", 2},     Unit{0x0E, UnitKind::Energy, "MJ", 0},
    Unit{0x0F, UnitKind::Energy, "MJ", 1},     Unit{0x10, UnitKind::Energy, "MJ", 2},
    Unit{0x11, UnitKind::Energy, "GJ", 0},     Unit{0x12, UnitKind::Energy, "GJ", 1},
    Unit{0x13, UnitKind::Energy, "GJ", 2},     Unit{0x14, UnitKind::Power, "W", 0},
    Unit{0x15, UnitKind::Power, "W", 1},       Unit{0x16, UnitKind::Power, "W", 2},
    Unit{0x17, UnitKind::Power, "kW", 0},      Unit{0x18, UnitKind::Power, "kW", 1},
    Unit{0x19, UnitKind::Power, "kW", 2},      Unit{0x1A, UnitKind::Power, "MW", 0},
    Unit{0x1B, UnitKind::Power, "MW", 1},      Unit{0x1C, UnitKind::Power, "MW", 2},
    Unit{0x29, UnitKind::Volume, "L", 0},      Unit{0x2A, UnitKind::Volume, "L", 1},
    Unit{0x2B, UnitKind::Volume, "L", 2},      Unit{0x2C, UnitKind::Volume, "m3", 0},
    Unit{0x2D, UnitKind::Volume, "m3", 1},     Unit{0x2E, UnitKind::Volume, "m3", 2},
    Unit{0x32, UnitKind::Flow, "L/h", 0},      Unit{0x33, UnitKind::Flow, "L/h", 1},
    Unit{0x34, UnitKind::Flow, "L/h", 2},      Unit{0x35, UnitKind::Flow, "m3/h", 0},
    Unit{0x36, UnitKind::Flow, "m3/h", 1},     Unit{0x37, UnitKind::Flow, "m3/h", 2},
    Unit{0x40, UnitKind::HeatFlow, "J/h", 0},  Unit{0x43, UnitKind::HeatFlow, "kJ/h", 0},
    Unit{0x44, UnitKind::HeatFlow, "kJ/h", 1}, Unit{0x45, UnitKind::HeatFlow, "kJ/h", 2},
    Unit{0x46, UnitKind::HeatFlow, "MJ/h", 0}, Unit{0x47, UnitKind::HeatFlow, "MJ/h", 1},
    Unit{0x48, UnitKind::HeatFlow, "MJ/h", 2}, Unit{0x49, UnitKind::HeatFlow, "GJ/h", 0},
    Unit{0x4A, UnitKind::HeatFlow, "GJ/h", 1}, Unit{0x4B, UnitKind::HeatFlow, "GJ/h", 2},
};
} // namespace

QString Unit::toString() const {
    QString text = QString::fromLatin1(base.data(), qsizetype(base.size()));
    if (tens > 0)
        text += QStringLiteral(" x%1").arg(powerOfTen(tens));
    return text;
}

Decimal Unit::inBase(Decimal value) const {
    const int dropped = std::min<int>(tens, value.scale);
    return {value.digits * powerOfTen(tens - dropped), value.scale - dropped};
}

std::optional<Unit> unitOf(std::uint8_t code) {
    for (const Unit& unit : definedUnits) {
        if (unit.code == code)
            return unit;
    }
    return std::nullopt;
}

} // namespace meterhall::cjt188
