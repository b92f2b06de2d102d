#include "devices/codecs/cjt188/layout.h"

namespace meterhall::cjt188 {

namespace {
// A namespace of its own: these short names would meet others where folders are compiled as one file.
namespace fields {

constexpr Field clockField{Quantity::Clock, Format::Clock, 7};
constexpr Field statusField{Quantity::Status, Format::Status, 2};

constexpr Field volume(Quantity quantity) {
    return {quantity, Format::DigitsWithUnit, 5, 2};
}
constexpr Field money(Quantity quantity) {
    return {quantity, Format::Digits, 4, 2};
}
constexpr Field price(Quantity quantity) {
    return {quantity, Format::Digits, 3, 2};
}
constexpr Field bound(Quantity quantity) {
    return {quantity, Format::Digits, 3, 0};
}
constexpr Field byte(Quantity quantity, Format format) {
    return {quantity, format, 1, 0};
}

constexpr std::array meterData{volume(Quantity::Current), volume(Quantity::Settlement), clockField, statusField};

// Verified on frames of seven makers; the first value is heat for some and cold for others.
constexpr std::array heatData{volume(Quantity::SettlementHeatOrCold),
                              volume(Quantity::CurrentHeat),
                              volume(Quantity::Power),
                              Field{Quantity::Flow, Format::DigitsWithUnit, 5, 4},
                              volume(Quantity::Volume),
                              Field{Quantity::SupplyTemperature, Format::Digits, 3, 2},
                              Field{Quantity::ReturnTemperature, Format::Digits, 3, 2},
                              Field{Quantity::WorkHours, Format::Digits, 3, 0},
                              clockField,
                              statusField};

// 2018, from one source that no real frame confirms: every answer of this layout carries a doubt.
constexpr std::array heatAndColdData{volume(Quantity::SettlementHeatOrCold),
                                     volume(Quantity::SettlementCold),
                                     volume(Quantity::CurrentHeat),
                                     volume(Quantity::CurrentCold),
                                     Field{Quantity::Power, Format::DigitsWithUnit, 4, 2},
                                     Field{Quantity::Flow, Format::DigitsWithUnit, 4, 2},
                                     volume(Quantity::Volume),
                                     Field{Quantity::SupplyTemperature, Format::Digits, 2, 2},
                                     Field{Quantity::ReturnTemperature, Format::Digits, 2, 2},
                                     Field{Quantity::SupplyPressure, Format::Digits, 2, 2},
                                     Field{Quantity::ReturnPressure, Format::Digits, 2, 2},
                                     Field{Quantity::WorkHours, Format::Digits, 4, 0},
                                     clockField,
                                     statusField};

constexpr std::array history{volume(Quantity::Settlement)};
constexpr std::array freeze{clockField, volume(Quantity::Volume), Field{Quantity::Flow, Format::DigitsWithUnit, 5, 4},
                            Field{Quantity::Temperature, Format::Digits, 3, 2},
                            Field{Quantity::Pressure, Format::Digits, 3, 2}};
constexpr std::array priceTable{price(Quantity::Price1), bound(Quantity::Volume1), price(Quantity::Price2),
                                bound(Quantity::Volume2), price(Quantity::Price3)};
constexpr std::array priceTableOrder{price(Quantity::Price1), bound(Quantity::Volume1),
                                     price(Quantity::Price2), bound(Quantity::Volume2),
                                     price(Quantity::Price3), byte(Quantity::StartDay, Format::Digits)};
constexpr std::array day{byte(Quantity::Day, Format::Digits)};
constexpr std::array purchaseState{byte(Quantity::PurchaseSerial, Format::Binary), money(Quantity::ThisPurchase),
                                   money(Quantity::TotalPurchase), money(Quantity::Remaining), statusField};
constexpr std::array purchase{byte(Quantity::PurchaseSerial, Format::Binary), money(Quantity::ThisPurchase)};
constexpr std::array keyVersion{byte(Quantity::KeyVersion, Format::Binary)};
constexpr std::array newKey{byte(Quantity::KeyVersion, Format::Binary), Field{Quantity::Key, Format::Opaque, 8}};
constexpr std::array clock{clockField};
constexpr std::array status{statusField};
constexpr std::array valve{byte(Quantity::ValveCommand, Format::Binary)};
constexpr std::array newAddress{Field{Quantity::NewAddress, Format::Opaque, 7}};
constexpr std::array counter{volume(Quantity::Current)};
constexpr std::span<const Field> nothing;

// Ordered by function, then DI. Reads without parameters need no line for the request: `nothing` serves them all.
constexpr std::array layouts{
    Layout{0x01, Direction::Reply, 0x901F, 0x901F, meterData, Family::NotHeat},
    Layout{0x01, Direction::Reply, 0x901F, 0x901F, heatData, Family::Heat},
    Layout{0x01, Direction::Reply, 0x911F, 0x911F, heatAndColdData, Family::Heat, true},
    Layout{0x01, Direction::Reply, 0xD120, 0xD12B, history},
    Layout{0x01, Direction::Reply, 0xD200, 0xD2FF, history},
    Layout{0x01, Direction::Reply, 0xD300, 0xD4FF, freeze},
    Layout{0x01, Direction::Reply, 0x8102, 0x8102, priceTable},
    Layout{0x01, Direction::Reply, 0x8103, 0x8104, day},
    Layout{0x01, Direction::Reply, 0x8105, 0x8105, purchaseState},
    Layout{0x01, Direction::Request, 0x0000, 0xFFFF, nothing},
    Layout{0x03, Direction::Request, 0x0000, 0xFFFF, nothing},
    Layout{0x03, Direction::Reply, 0x810A, 0x810A, nothing},
    Layout{0x04, Direction::Request, 0xA010, 0xA010, priceTableOrder},
    Layout{0x04, Direction::Reply, 0xA010, 0xA010, status},
    Layout{0x04, Direction::Request, 0xA011, 0xA012, day},
    Layout{0x04, Direction::Reply, 0xA011, 0xA012, nothing},
    Layout{0x04, Direction::Request, 0xA013, 0xA013, purchase},
    Layout{0x04, Direction::Reply, 0xA013, 0xA013, purchase},
    Layout{0x04, Direction::Request, 0xA014, 0xA014, newKey},
    Layout{0x04, Direction::Reply, 0xA014, 0xA014, keyVersion},
    Layout{0x04, Direction::Request, 0xA015, 0xA015, clock},
    Layout{0x04, Direction::Reply, 0xA015, 0xA015, nothing},
    Layout{0x04, Direction::Request, 0xA017, 0xA017, valve},
    Layout{0x04, Direction::Reply, 0xA017, 0xA017, status},
    Layout{0x04, Direction::Request, 0xA019, 0xA019, nothing},
    Layout{0x04, Direction::Reply, 0xA019, 0xA019, nothing},
    Layout{0x09, Direction::Request, 0x0000, 0xFFFF, nothing},
    Layout{0x09, Direction::Reply, 0x8106, 0x8106, keyVersion},
    Layout{0x15, Direction::Request, 0xA018, 0xA018, newAddress},
    Layout{0x15, Direction::Reply, 0xA018, 0xA018, nothing},
    Layout{0x16, Direction::Request, 0xA016, 0xA016, counter},
    Layout{0x16, Direction::Reply, 0xA016, 0xA016, status},
};
} // namespace fields
} // namespace

std::size_t Layout::size() const {
    std::size_t sum = 0;
    for (const Field& field : fields)
        sum += field.size;
    return sum;
}

const Layout* findLayout(std::uint8_t function, Direction direction, std::uint16_t di, std::size_t size, bool* known) {
    *known = false;
    for (const Layout& layout : fields::layouts) {
        if (layout.function != function || layout.direction != direction || di < layout.firstDi || di > layout.lastDi)
            continue;
        *known = true;
        if (layout.size() == size)
            return &layout;
    }
    return nullptr;
}

bool unitFits(Quantity quantity, UnitKind kind) {
    switch (quantity) {
    case Quantity::Current:
    case Quantity::Settlement:
    case Quantity::Volume:
        return kind == UnitKind::Volume;
    case Quantity::SettlementHeatOrCold:
    case Quantity::SettlementCold:
    case Quantity::CurrentHeat:
    case Quantity::CurrentCold:
        return kind == UnitKind::Energy;
    case Quantity::Power:
        return kind == UnitKind::Power || kind == UnitKind::HeatFlow;
    case Quantity::Flow:
        return kind == UnitKind::Flow;
    default:
        return false; // carries no unit code
    }
}

} // namespace meterhall::cjt188
