#include "devices/codecs/cjt188/unit.h"

#include <array>

namespace meterhall::cjt188 {

namespace {
using enum UnitKind;

// 40 J/h stands alone: 41 and 42 are not defined.
constexpr std::array units{
    Unit{0x01, Energy, "J", 0},      Unit{0x02, Energy, "Wh", 0},     Unit{0x03, Energy, "Wh", 1},
    Unit{0x04, Energy, "Wh", 2},     Unit{0x05, Energy, "kWh", 0},    Unit{0x06, Energy, "kWh", 1},
    Unit{0x07, Energy, "kWh", 2},    Unit{0x08, Energy, "MWh", 0},    Unit{0x09, Energy, "MWh", 1},
    Unit{0x0A, Energy, "MWh", 2},    Unit{0x0B, Energy, "kJ", 0},     Unit{0x0C, Energy, "kJ", 1},
    Unit{0x0D, Energy, "kJ", 2},     Unit{0x0E, Energy, "MJ", 0},     Unit{0x0F, Energy, "MJ", 1},
    Unit{0x10, Energy, "MJ", 2},     Unit{0x11, Energy, "GJ", 0},     Unit{0x12, Energy, "GJ", 1},
    Unit{0x13, Energy, "GJ", 2},     Unit{0x14, Power, "W", 0},       Unit{0x15, Power, "W", 1},
    Unit{0x16, Power, "W", 2},       Unit{0x17, Power, "kW", 0},      Unit{0x18, Power, "kW", 1},
    Unit{0x19, Power, "kW", 2},      Unit{0x1A, Power, "MW", 0},      Unit{0x1B, Power, "MW", 1},
    Unit{0x1C, Power, "MW", 2},      Unit{0x29, Volume, "L", 0},      Unit{0x2A, Volume, "L", 1},
    Unit{0x2B, Volume, "L", 2},      Unit{0x2C, Volume, "m3", 0},     Unit{0x2D, Volume, "m3", 1},
    Unit{0x2E, Volume, "m3", 2},     Unit{0x32, Flow, "L/h", 0},      Unit{0x33, Flow, "L/h", 1},
    Unit{0x34, Flow, "L/h", 2},      Unit{0x35, Flow, "m3/h", 0},     Unit{0x36, Flow, "m3/h", 1},
    Unit{0x37, Flow, "m3/h", 2},     Unit{0x40, HeatFlow, "J/h", 0},  Unit{0x43, HeatFlow, "kJ/h", 0},
    Unit{0x44, HeatFlow, "kJ/h", 1}, Unit{0x45, HeatFlow, "kJ/h", 2}, Unit{0x46, HeatFlow, "MJ/h", 0},
    Unit{0x47, HeatFlow, "MJ/h", 1}, Unit{0x48, HeatFlow, "MJ/h", 2}, Unit{0x49, HeatFlow, "GJ/h", 0},
    Unit{0x4A, HeatFlow, "GJ/h", 1}, Unit{0x4B, HeatFlow, "GJ/h", 2},
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
    for (const Unit& unit : units) {
        if (unit.code == code)
            return unit;
    }
    return std::nullopt;
}

} // namespace meterhall::cjt188
