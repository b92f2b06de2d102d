#include "devices/codecs/mbus/vif.h"

namespace meterhall::mbus {

namespace {
using Table = std::array<Meaning, 128>;

constexpr std::array<std::string_view, 97> quantityKeys{"unknown",
                                                        "energy",
                                                        "volume",
                                                        "mass",
                                                        "on_time",
                                                        "operating_time",
                                                        "power",
                                                        "volume_flow",
                                                        "mass_flow",
                                                        "flow_temperature",
                                                        "return_temperature",
                                                        "temperature_difference",
                                                        "external_temperature",
                                                        "pressure",
                                                        "time_point",
                                                        "heat_cost_units",
                                                        "averaging_duration",
                                                        "actuality_duration",
                                                        "fabrication_number",
                                                        "identification",
                                                        "bus_address",
                                                        "plain_text",
                                                        "any_vif",
                                                        "manufacturer_specific",
                                                        "reactive_energy",
                                                        "apparent_energy",
                                                        "reactive_power",
                                                        "apparent_power",
                                                        "relative_humidity",
                                                        "phase_voltage_to_voltage",
                                                        "phase_voltage_to_current",
                                                        "frequency",
                                                        "temperature_limit",
                                                        "maximum_power_cumulated",
                                                        "credit",
                                                        "debit",
                                                        "access_number",
                                                        "medium",
                                                        "manufacturer",
                                                        "parameter_set",
                                                        "model",
                                                        "hardware_version",
                                                        "firmware_version",
                                                        "software_version",
                                                        "customer_location",
                                                        "customer",
                                                        "access_code_user",
                                                        "access_code_operator",
                                                        "access_code_system_operator",
                                                        "access_code_developer",
                                                        "password",
                                                        "error_flags",
                                                        "error_mask",
                                                        "security_key",
                                                        "digital_output",
                                                        "digital_input",
                                                        "baud_rate",
                                                        "response_delay",
                                                        "retry",
                                                        "remote_control",
                                                        "first_storage",
                                                        "last_storage",
                                                        "storage_block_size",
                                                        "tariff_and_subunit",
                                                        "storage_interval",
                                                        "operator_data",
                                                        "time_point_second",
                                                        "duration_since_readout",
                                                        "tariff_start",
                                                        "tariff_duration",
                                                        "tariff_period",
                                                        "dimensionless",
                                                        "wireless_container",
                                                        "transmission_period",
                                                        "voltage",
                                                        "current",
                                                        "reset_counter",
                                                        "cumulation_counter",
                                                        "control_signal",
                                                        "day_of_week",
                                                        "week_number",
                                                        "day_change_time",
                                                        "parameter_activation",
                                                        "supplier_information",
                                                        "duration_since_cumulation",
                                                        "battery_operating_time",
                                                        "battery_change",
                                                        "rf_level",
                                                        "daylight_saving",
                                                        "listening_window",
                                                        "battery_remaining",
                                                        "stop_counter",
                                                        "manufacturer_container",
                                                        "current_application",
                                                        "time",
                                                        "temperature",
                                                        "historic"};
static_assert(quantityKeys.size() == std::size_t(Quantity::Historic) + 1);

constexpr std::array<std::string_view, 38> unitKeys{
    "",     "Wh",  "J", "m3",   "kg",  "s",       "month", "year",     "W",   "J/h",      "m3/h", "m3/min", "m3/s",
    "kg/h", "Cel", "K", "degF", "bar", "HCA",     "cal",   "varh",     "VAh", "var",      "VA",   "%",      "deg",
    "Hz",   "V",   "A", "ft3",  "gal", "gal/min", "gal/h", "currency", "Bd",  "bit_time", "dBm",  "d"};
static_assert(unitKeys.size() == std::size_t(Unit::Day) + 1);

// Codes first..last share quantity and unit; the first has 10^exponent and each next one ten times more.
constexpr void decades(Table& table, int first, int last, Quantity quantity, Unit unit, int exponent) {
    for (int code = first; code <= last; ++code)
        table[std::size_t(code)] = {quantity, unit, static_cast<std::int8_t>(exponent + code - first)};
}

// Durations in s, min, h, d from `first` on, the last ones only when the table leaves out the short ones.
constexpr void durations(Table& table, int first, int last, Quantity quantity, int shortest = 0) {
    constexpr std::array<std::uint32_t, 4> seconds{1, 60, 3600, 86400};
    auto factor = seconds.begin() + shortest;
    for (int code = first; code <= last; ++code, ++factor)
        table[std::size_t(code)] = {quantity, Unit::Second, 0, *factor, Nature::Duration};
}

constexpr void monthsAndYears(Table& table, int first, Quantity quantity) {
    table[std::size_t(first)] = {quantity, Unit::Month, 0, 1, Nature::Duration};
    table[std::size_t(first) + 1] = {quantity, Unit::Year, 0, 1, Nature::Duration};
}

constexpr void one(Table& table, int code, Quantity quantity, Nature nature, Unit unit = Unit::None) {
    table[std::size_t(code)] = {quantity, unit, 0, 1, nature};
}

constexpr Table primaryTable = [] {
    Table table{};
    decades(table, 0x00, 0x07, Quantity::Energy, Unit::WattHour, -3);
    decades(table, 0x08, 0x0F, Quantity::Energy, Unit::Joule, 0);
    decades(table, 0x10, 0x17, Quantity::Volume, Unit::CubicMetre, -6);
    decades(table, 0x18, 0x1F, Quantity::Mass, Unit::Kilogram, -3);
    durations(table, 0x20, 0x23, Quantity::OnTime);
    durations(table, 0x24, 0x27, Quantity::OperatingTime);
    decades(table, 0x28, 0x2F, Quantity::Power, Unit::Watt, -3);
    decades(table, 0x30, 0x37, Quantity::Power, Unit::JoulePerHour, 0);
    decades(table, 0x38, 0x3F, Quantity::VolumeFlow, Unit::CubicMetrePerHour, -6);
    decades(table, 0x40, 0x47, Quantity::VolumeFlow, Unit::CubicMetrePerMinute, -7);
    decades(table, 0x48, 0x4F, Quantity::VolumeFlow, Unit::CubicMetrePerSecond, -9);
    decades(table, 0x50, 0x57, Quantity::MassFlow, Unit::KilogramPerHour, -3);
    decades(table, 0x58, 0x5B, Quantity::FlowTemperature, Unit::Celsius, -3);
    decades(table, 0x5C, 0x5F, Quantity::ReturnTemperature, Unit::Celsius, -3);
    decades(table, 0x60, 0x63, Quantity::TemperatureDifference, Unit::Kelvin, -3);
    decades(table, 0x64, 0x67, Quantity::ExternalTemperature, Unit::Celsius, -3);
    decades(table, 0x68, 0x6B, Quantity::Pressure, Unit::Bar, -3);
    one(table, 0x6C, Quantity::TimePoint, Nature::Moment);
    one(table, 0x6D, Quantity::TimePoint, Nature::Moment);
    one(table, 0x6E, Quantity::HeatCostUnits, Nature::Number, Unit::HeatCostUnit);
    durations(table, 0x70, 0x73, Quantity::AveragingDuration);
    durations(table, 0x74, 0x77, Quantity::ActualityDuration);
    one(table, 0x78, Quantity::FabricationNumber, Nature::Unsigned);
    one(table, 0x79, Quantity::Identification, Nature::Unsigned);
    one(table, 0x7A, Quantity::Address, Nature::Unsigned);
    one(table, 0x7C, Quantity::PlainText, Nature::Number);
    one(table, 0x7E, Quantity::AnyVif, Nature::Number);
    one(table, 0x7F, Quantity::ManufacturerSpecific, Nature::Number);
    return table;
}();

constexpr Table alternateTable = [] {
    Table table{};
    decades(table, 0x00, 0x01, Quantity::Energy, Unit::WattHour, 5);
    decades(table, 0x02, 0x03, Quantity::ReactiveEnergy, Unit::VarHour, 3);
    decades(table, 0x04, 0x05, Quantity::ApparentEnergy, Unit::VoltAmpereHour, 3);
    decades(table, 0x08, 0x09, Quantity::Energy, Unit::Joule, 8);
    decades(table, 0x0C, 0x0F, Quantity::Energy, Unit::Calorie, 5);
    decades(table, 0x10, 0x11, Quantity::Volume, Unit::CubicMetre, 2);
    decades(table, 0x14, 0x17, Quantity::ReactivePower, Unit::Var, 0);
    decades(table, 0x18, 0x19, Quantity::Mass, Unit::Kilogram, 5);
    decades(table, 0x1A, 0x1B, Quantity::RelativeHumidity, Unit::Percent, -1);
    decades(table, 0x20, 0x20, Quantity::Volume, Unit::CubicFoot, 0);
    decades(table, 0x21, 0x21, Quantity::Volume, Unit::CubicFoot, -1);
    decades(table, 0x22, 0x23, Quantity::Volume, Unit::Gallon, -1);
    decades(table, 0x24, 0x24, Quantity::VolumeFlow, Unit::GallonPerMinute, -3);
    decades(table, 0x25, 0x25, Quantity::VolumeFlow, Unit::GallonPerMinute, 0);
    decades(table, 0x26, 0x26, Quantity::VolumeFlow, Unit::GallonPerHour, 0);
    decades(table, 0x28, 0x29, Quantity::Power, Unit::Watt, 5);
    decades(table, 0x2A, 0x2A, Quantity::PhaseVoltageToVoltage, Unit::Degree, -1);
    decades(table, 0x2B, 0x2B, Quantity::PhaseVoltageToCurrent, Unit::Degree, -1);
    decades(table, 0x2C, 0x2F, Quantity::Frequency, Unit::Hertz, -3);
    decades(table, 0x30, 0x31, Quantity::Power, Unit::JoulePerHour, 8);
    decades(table, 0x34, 0x37, Quantity::ApparentPower, Unit::VoltAmpere, 0);
    decades(table, 0x58, 0x5B, Quantity::FlowTemperature, Unit::Fahrenheit, -3);
    decades(table, 0x5C, 0x5F, Quantity::ReturnTemperature, Unit::Fahrenheit, -3);
    decades(table, 0x60, 0x63, Quantity::TemperatureDifference, Unit::Fahrenheit, -3);
    decades(table, 0x64, 0x67, Quantity::ExternalTemperature, Unit::Fahrenheit, -3);
    decades(table, 0x70, 0x73, Quantity::TemperatureLimit, Unit::Fahrenheit, -3);
    decades(table, 0x74, 0x77, Quantity::TemperatureLimit, Unit::Celsius, -3);
    decades(table, 0x78, 0x7F, Quantity::MaximumPowerCumulated, Unit::Watt, -3);
    return table;
}();

constexpr void describeDevice(Table& table) {
    one(table, 0x08, Quantity::AccessNumber, Nature::Unsigned);
    one(table, 0x09, Quantity::Medium, Nature::Unsigned);
    one(table, 0x0A, Quantity::Manufacturer, Nature::Unsigned);
    one(table, 0x0B, Quantity::ParameterSet, Nature::Unsigned);
    one(table, 0x0C, Quantity::Model, Nature::Unsigned);
    one(table, 0x0D, Quantity::HardwareVersion, Nature::Unsigned);
    one(table, 0x0E, Quantity::FirmwareVersion, Nature::Unsigned);
    one(table, 0x0F, Quantity::SoftwareVersion, Nature::Unsigned);
    one(table, 0x10, Quantity::CustomerLocation, Nature::Unsigned);
    one(table, 0x11, Quantity::Customer, Nature::Unsigned);
    one(table, 0x12, Quantity::AccessCodeUser, Nature::Unsigned);
    one(table, 0x13, Quantity::AccessCodeOperator, Nature::Unsigned);
    one(table, 0x14, Quantity::AccessCodeSystemOperator, Nature::Unsigned);
    one(table, 0x15, Quantity::AccessCodeDeveloper, Nature::Unsigned);
    one(table, 0x16, Quantity::Password, Nature::Unsigned);
    one(table, 0x17, Quantity::ErrorFlags, Nature::Unsigned);
    one(table, 0x18, Quantity::ErrorMask, Nature::Unsigned);
    one(table, 0x19, Quantity::SecurityKey, Nature::Opaque);
    one(table, 0x1A, Quantity::DigitalOutput, Nature::Unsigned);
    one(table, 0x1B, Quantity::DigitalInput, Nature::Unsigned);
    one(table, 0x1C, Quantity::BaudRate, Nature::Unsigned, Unit::Baud);
    one(table, 0x1D, Quantity::ResponseDelay, Nature::Unsigned, Unit::BitTime);
    one(table, 0x1E, Quantity::Retry, Nature::Unsigned);
    one(table, 0x1F, Quantity::RemoteControl, Nature::Unsigned);
}

constexpr void describeStorage(Table& table) {
    one(table, 0x20, Quantity::FirstStorage, Nature::Unsigned);
    one(table, 0x21, Quantity::LastStorage, Nature::Unsigned);
    one(table, 0x22, Quantity::StorageBlockSize, Nature::Unsigned);
    one(table, 0x23, Quantity::TariffAndSubunit, Nature::Unsigned);
    durations(table, 0x24, 0x27, Quantity::StorageInterval);
    monthsAndYears(table, 0x28, Quantity::StorageInterval);
    one(table, 0x2A, Quantity::OperatorData, Nature::Unsigned);
    one(table, 0x2B, Quantity::TimePointSecond, Nature::Unsigned, Unit::Second);
    durations(table, 0x2C, 0x2F, Quantity::DurationSinceReadout);
    one(table, 0x30, Quantity::TariffStart, Nature::Moment);
    durations(table, 0x31, 0x33, Quantity::TariffDuration, 1);
    durations(table, 0x34, 0x37, Quantity::TariffPeriod);
    monthsAndYears(table, 0x38, Quantity::TariffPeriod);
    one(table, 0x3A, Quantity::Dimensionless, Nature::Number);
    one(table, 0x3B, Quantity::WirelessContainer, Nature::Opaque);
    durations(table, 0x3C, 0x3F, Quantity::TransmissionPeriod);
}

constexpr Table mainTable = [] {
    Table table{};
    decades(table, 0x00, 0x03, Quantity::Credit, Unit::Currency, -3);
    decades(table, 0x04, 0x07, Quantity::Debit, Unit::Currency, -3);
    describeDevice(table);
    describeStorage(table);
    decades(table, 0x40, 0x4F, Quantity::Voltage, Unit::Volt, -9);
    decades(table, 0x50, 0x5F, Quantity::Current, Unit::Ampere, -12);
    one(table, 0x60, Quantity::ResetCounter, Nature::Unsigned);
    one(table, 0x61, Quantity::CumulationCounter, Nature::Unsigned);
    one(table, 0x62, Quantity::ControlSignal, Nature::Unsigned);
    one(table, 0x63, Quantity::DayOfWeek, Nature::Unsigned);
    one(table, 0x64, Quantity::WeekNumber, Nature::Unsigned);
    one(table, 0x65, Quantity::DayChangeTime, Nature::Unsigned);
    one(table, 0x66, Quantity::ParameterActivation, Nature::Unsigned);
    one(table, 0x67, Quantity::SupplierInformation, Nature::Unsigned);
    durations(table, 0x68, 0x69, Quantity::DurationSinceCumulation, 2);
    monthsAndYears(table, 0x6A, Quantity::DurationSinceCumulation);
    durations(table, 0x6C, 0x6D, Quantity::BatteryOperatingTime, 2);
    monthsAndYears(table, 0x6E, Quantity::BatteryOperatingTime);
    one(table, 0x70, Quantity::BatteryChange, Nature::Moment);
    one(table, 0x71, Quantity::RfLevel, Nature::Number, Unit::DecibelMilliwatt);
    one(table, 0x72, Quantity::DaylightSaving, Nature::Opaque);
    one(table, 0x73, Quantity::ListeningWindow, Nature::Opaque);
    one(table, 0x74, Quantity::BatteryRemaining, Nature::Duration, Unit::Day);
    one(table, 0x75, Quantity::StopCounter, Nature::Unsigned);
    one(table, 0x76, Quantity::ManufacturerContainer, Nature::Opaque);
    return table;
}();

constexpr Table secondTable = [] {
    Table table{};
    one(table, 0x00, Quantity::CurrentApplication, Nature::Unsigned);
    monthsAndYears(table, 0x02, Quantity::BatteryRemaining);
    return table;
}();

// Six unit bits of the fixed data structure, EN 1434-3 (1997), table 6.2.2.
constexpr std::array<Meaning, 64> fixedTable = [] {
    Table table{};
    one(table, 0x00, Quantity::Time, Nature::Opaque);
    one(table, 0x01, Quantity::TimePoint, Nature::Opaque);
    decades(table, 0x02, 0x0A, Quantity::Energy, Unit::WattHour, 0);
    decades(table, 0x0B, 0x13, Quantity::Energy, Unit::Joule, 3);
    decades(table, 0x14, 0x1C, Quantity::Power, Unit::Watt, 0);
    decades(table, 0x1D, 0x25, Quantity::Power, Unit::JoulePerHour, 3);
    decades(table, 0x26, 0x2E, Quantity::Volume, Unit::CubicMetre, -6);
    decades(table, 0x2F, 0x37, Quantity::VolumeFlow, Unit::CubicMetrePerHour, -6);
    decades(table, 0x38, 0x38, Quantity::Temperature, Unit::Celsius, -3);
    one(table, 0x39, Quantity::HeatCostUnits, Nature::Number, Unit::HeatCostUnit);
    one(table, 0x3E, Quantity::Historic, Nature::Number);
    one(table, 0x3F, Quantity::Dimensionless, Nature::Number);
    std::array<Meaning, 64> fixed{};
    for (std::size_t i = 0; i < fixed.size(); ++i)
        fixed[i] = table[i];
    return fixed;
}();
} // namespace

std::string_view key(Quantity quantity) {
    return quantityKeys[std::size_t(quantity)];
}

std::string_view key(Unit unit) {
    return unitKeys[std::size_t(unit)];
}

const Meaning& primaryMeaning(std::uint8_t vif) {
    return primaryTable[vif & 0x7FU];
}

const Meaning& alternateMeaning(std::uint8_t vife) {
    return alternateTable[vife & 0x7FU];
}

const Meaning& mainMeaning(std::uint8_t vife) {
    return mainTable[vife & 0x7FU];
}

const Meaning& secondMeaning(std::uint8_t vife) {
    return secondTable[vife & 0x7FU];
}

const Meaning& fixedMeaning(std::uint8_t unit) {
    return fixedTable[unit & 0x3FU];
}

} // namespace meterhall::mbus
