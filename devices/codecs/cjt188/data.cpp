#include "devices/codecs/cjt188/data.h"

#include "core/base/time.h"
#include "devices/codecs/cjt188/layout.h"

#include <bit>

namespace meterhall::cjt188 {

namespace {
constexpr std::array<std::string_view, 33> quantityKeys{"current",
                                                        "settlement",
                                                        "settlement_heat_or_cold",
                                                        "settlement_cold",
                                                        "current_heat",
                                                        "current_cold",
                                                        "power",
                                                        "flow",
                                                        "volume",
                                                        "supply_temp_c",
                                                        "return_temp_c",
                                                        "supply_pressure",
                                                        "return_pressure",
                                                        "temperature_c",
                                                        "pressure",
                                                        "work_hours",
                                                        "clock",
                                                        "status",
                                                        "price1",
                                                        "volume1",
                                                        "price2",
                                                        "volume2",
                                                        "price3",
                                                        "start_day",
                                                        "day",
                                                        "purchase_serial",
                                                        "this_purchase",
                                                        "total_purchase",
                                                        "remaining",
                                                        "key_version",
                                                        "key",
                                                        "valve_command",
                                                        "new_address"};
static_assert(quantityKeys.size() == std::size_t(Quantity::NewAddress) + 1);

constexpr std::array<std::string_view, 15> doubtKeys{"not_interpreted",
                                                     "layout_vendor_dependent",
                                                     "value_not_digits",
                                                     "unit_unknown",
                                                     "unit_unexpected",
                                                     "units_differ",
                                                     "settlement_above_current",
                                                     "clock_invalid",
                                                     "reserved_status_bits",
                                                     "type_differs",
                                                     "serial_differs",
                                                     "out_of_range",
                                                     "contradicted",
                                                     "unconfirmed",
                                                     "more_follows"};
static_assert(doubtKeys.size() == std::size_t(Doubt::MoreFollows) + 1);

bool digitsLowFirst(ByteView bytes, std::int64_t& number) {
    number = 0;
    for (std::size_t i = bytes.size(); i > 0; --i) {
        const unsigned high = bytes[i - 1] >> 4;
        const unsigned low = bytes[i - 1] & 15U;
        if (high > 9 || low > 9)
            return false;
        number = number * 100 + std::int64_t(high * 10 + low);
    }
    return true;
}

// The first bytes that a data identifier of the standard can have.
bool isDiPage(std::uint8_t byte) {
    constexpr std::array<std::uint8_t, 9> pages{0x90, 0x91, 0x81, 0xA0, 0xA1, 0xD1, 0xD2, 0xD3, 0xD4};
    return std::find(pages.begin(), pages.end(), byte) != pages.end();
}

bool hasStandardFunction(Control control, Edition edition) {
    if (control.followUp() && !(edition == Edition::Of2018 && control.isReply()))
        return false;
    switch (control.function()) {
    case 0x01:
    case 0x03:
    case 0x04:
    case 0x09:
        return true;
    case 0x15:
    case 0x16:
        return true;
    default:
        return false;
    }
}

void readNumber(Item& item, ByteView digits, const Field& field) {
    item.isNumber = true;
    if (field.format == Format::Binary) {
        item.available = true;
        item.value = {digits[0], 0};
        return;
    }
    std::int64_t number = 0;
    item.available = digitsLowFirst(digits, number);
    if (item.available)
        item.value = {number, field.scale};
}

void readField(Data& data, const Field& field, ByteView bytes, std::size_t offset, const Model& model) {
    Item& item = data.items[data.count++];
    item.quantity = field.quantity;
    item.offset = static_cast<std::uint8_t>(offset);
    item.size = field.size;
    std::copy(bytes.begin(), bytes.end(), item.raw.begin());
    switch (field.format) {
    case Format::DigitsWithUnit:
        item.hasUnit = true;
        item.unitCode = bytes.back();
        readNumber(item, bytes.first(bytes.size() - 1), field);
        break;
    case Format::Digits:
    case Format::Binary:
        readNumber(item, bytes, field);
        break;
    case Format::Clock:
        data.clock = decodeClock(bytes);
        item.available = data.clock.valid;
        break;
    case Format::Status:
        data.status = decodeStatus(bytes, model.status);
        item.available = true;
        break;
    case Format::Opaque:
        item.available = true;
        break;
    }
}

void doubtItem(Data& data, const Item& item) {
    if (item.isNumber && !item.available)
        data.doubts.add(Doubt::ValueNotDigits);
    if (!item.hasUnit)
        return;
    const auto unit = item.unit();
    if (!unit)
        data.doubts.add(Doubt::UnitUnknown);
    else if (!unitFits(item.quantity, unit->kind))
        data.doubts.add(Doubt::UnitUnexpected);
}

void doubtPair(Data& data, const Item* current, const Item* settlement) {
    if (!current || !settlement)
        return;
    if (current->unitCode != settlement->unitCode)
        data.doubts.add(Doubt::UnitsDiffer);
    else if (current->available && settlement->available && settlement->value.digits > current->value.digits)
        data.doubts.add(Doubt::SettlementAboveCurrent);
}

void doubtData(Data& data, const Model& model) {
    for (const Item& item : data.all())
        doubtItem(data, item);
    doubtPair(data, data.find(Quantity::Current), data.find(Quantity::Settlement));
    // A heat meter's first value may be cold: only its unit can be compared.
    const Item* heat = data.find(Quantity::CurrentHeat);
    const Item* settled = data.find(Quantity::SettlementHeatOrCold);
    if (heat && settled && heat->unitCode != settled->unitCode)
        data.doubts.add(Doubt::UnitsDiffer);
    if (data.clock.sent && !data.clock.valid && model.keepsClock)
        data.doubts.add(Doubt::ClockInvalid);
    const bool oddValve = model.hasValve && data.status.valve == Valve::Reserved;
    if (data.status.sent && (oddValve || data.status.reservedBitsSet))
        data.doubts.add(Doubt::ReservedStatusBits);
}

void interpret(Data& data, const Frame& frame, const Model& model) {
    const Direction direction = frame.control.isReply() ? Direction::Reply : Direction::Request;
    bool known = false;
    const Layout* layout = findLayout(frame.control.function(), direction, data.di, data.payloadSize, &known);
    if (!layout) {
        data.doubts.add(Doubt::NotInterpreted);
        return;
    }
    data.interpreted = true;
    std::size_t at = data.payloadAt;
    for (const Field& field : layout->fields) {
        readField(data, field, frame.data.subspan(at, field.size), at, model);
        at += field.size;
    }
    if (data.di >= 0xD120 && data.di <= 0xD12B)
        data.monthsBack = data.di - 0xD120 + 1;
    if (data.di >= 0xD200 && data.di <= 0xD2FF)
        data.monthsBack = data.di - 0xD200 + 1;
    if (layout->vendorDependent)
        data.doubts.add(Doubt::LayoutVendorDependent);
    const bool isHeat = isHeatType(frame.meterType);
    if ((layout->family == Family::Heat && !isHeat) || (layout->family == Family::NotHeat && isHeat))
        data.doubts.add(Doubt::TypeDiffers);
    if (frame.control.followUp())
        data.doubts.add(Doubt::MoreFollows);
    doubtData(data, model);
}

void readDi(Data& data, std::uint8_t first, std::uint8_t second, std::optional<std::uint16_t> asked) {
    const auto highFirst = static_cast<std::uint16_t>(first << 8 | second);
    const auto lowFirst = static_cast<std::uint16_t>(second << 8 | first);
    data.hasDi = true;
    data.diOrder = isDiPage(first) ? DiOrder::HighFirst : DiOrder::LowFirst;
    if (asked == highFirst)
        data.diOrder = DiOrder::HighFirst;
    else if (asked == lowFirst)
        data.diOrder = DiOrder::LowFirst;
    data.di = data.diOrder == DiOrder::HighFirst ? highFirst : lowFirst;
}

// The standard's error data is SER and ST; others send one status byte, or DI, SER and a byte. Only the first form
// is taken apart, the others are kept as they are.
void readError(Data& data, const Frame& frame, const Model& model) {
    constexpr std::size_t standardSize = 3;
    data.isErrorReply = true;
    if (frame.data.size() != standardSize)
        return;
    data.hasSerial = true;
    data.serial = frame.data[0];
    data.status = decodeStatus(frame.data.subspan(1), model.status);
}
} // namespace

std::string_view key(Quantity quantity) {
    return quantityKeys[std::size_t(quantity)];
}

std::string_view key(Doubt doubt) {
    return doubtKeys[std::size_t(doubt)];
}

std::string_view fixedUnit(Quantity quantity) {
    switch (quantity) {
    case Quantity::SupplyTemperature:
    case Quantity::ReturnTemperature:
    case Quantity::Temperature:
        return "Cel";
    case Quantity::WorkHours:
        return "h";
    case Quantity::Price1:
    case Quantity::Price2:
    case Quantity::Price3:
        return "CNY/m3";
    case Quantity::Volume1:
    case Quantity::Volume2:
        return "m3";
    case Quantity::ThisPurchase:
    case Quantity::TotalPurchase:
    case Quantity::Remaining:
        return "CNY";
    default:
        return {};
    }
}

std::int64_t ClockReading::civilSeconds() const {
    Q_ASSERT(valid);
    // Days from civil, Howard Hinnant's algorithm, for years from 2000 on.
    const std::int64_t y = month <= 2 ? year - 1 : year;
    const std::int64_t era = y / 400;
    const std::int64_t yearOfEra = y - era * 400;
    const std::int64_t dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const std::int64_t days = era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
    return ((days * 24 + hour) * 60 + minute) * 60 + second;
}

QString ClockReading::toString() const {
    Q_ASSERT(valid);
    const auto two = [](int number) { return QStringLiteral("%1").arg(number, 2, 10, QChar(u'0')); };
    return QString::number(year) + u'-' + two(month) + u'-' + two(day) + u'T' + two(hour) + u':' + two(minute) + u':' +
           two(second);
}

ClockReading decodeClock(ByteView raw) {
    ClockReading clock;
    Q_ASSERT(raw.size() == clock.raw.size());
    clock.sent = true;
    std::copy(raw.begin(), raw.end(), clock.raw.begin());
    std::array<std::int64_t, 7> part{};
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (!digitsLowFirst(raw.subspan(i, 1), part[i]))
            return clock;
    }
    const auto [second, minute, hour, day, month, year, century] = part;
    if (century != 20 || second > 59 || minute > 59 || hour > 23 || month < 1 || month > 12 || day < 1)
        return clock;
    clock.year = static_cast<std::int16_t>(century * 100 + year);
    if (day > daysInMonth(clock.year, int(month)))
        return clock;
    clock.month = static_cast<std::uint8_t>(month);
    clock.day = static_cast<std::uint8_t>(day);
    clock.hour = static_cast<std::uint8_t>(hour);
    clock.minute = static_cast<std::uint8_t>(minute);
    clock.second = static_cast<std::uint8_t>(second);
    clock.valid = true;
    return clock;
}

StatusReading decodeStatus(ByteView raw, const StatusMasks& masks) {
    StatusReading status;
    Q_ASSERT(raw.size() == status.raw.size());
    status.sent = true;
    std::copy(raw.begin(), raw.end(), status.raw.begin());
    const int shift = masks.valve == 0 ? 0 : std::countr_zero(masks.valve);
    status.valve = static_cast<Valve>(((raw[0] & masks.valve) >> shift) & 3);
    status.batteryLow = (raw[0] & masks.battery) != 0;
    status.reservedBitsSet = (raw[0] & masks.reserved) != 0;
    return status;
}

const Item* Data::find(Quantity quantity) const {
    for (const Item& item : all()) {
        if (item.quantity == quantity)
            return &item;
    }
    return nullptr;
}

Data decodeData(const Frame& frame, const Model& model, std::optional<std::uint16_t> askedDi) {
    constexpr std::size_t diSize = 2;
    Data data;
    data.payloadSize = static_cast<std::uint8_t>(frame.data.size());
    if (!hasStandardFunction(frame.control, model.edition))
        return data;
    if (frame.control.isReply() && frame.control.isError()) {
        readError(data, frame, model);
        return data;
    }
    if (frame.data.size() < diSize)
        return data;
    readDi(data, frame.data[0], frame.data[1], askedDi);
    std::size_t payloadAt = diSize;
    if (frame.data.size() > diSize) {
        data.hasSerial = true;
        data.serial = frame.data[diSize];
        ++payloadAt;
    }
    data.payloadAt = static_cast<std::uint8_t>(payloadAt);
    data.payloadSize = static_cast<std::uint8_t>(frame.data.size() - payloadAt);
    interpret(data, frame, model);
    return data;
}

} // namespace meterhall::cjt188
