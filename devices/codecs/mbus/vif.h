#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// M-Bus, value information of EN 13757-3: what a record's value is, its unit and power of ten. Tables 10 (primary
/// VIF), 12 (behind FB), 14 (behind FD), 14b (behind FD FD), 15 and 15b (combinable VIFE, and those behind FC).
namespace meterhall::mbus {

/// `key()` is its stable name in JSON, cases and profiles.
enum class Quantity : std::uint8_t {
    Unknown, ///< a reserved VIF
    Energy,
    Volume,
    Mass,
    OnTime,
    OperatingTime,
    Power,
    VolumeFlow,
    MassFlow,
    FlowTemperature,
    ReturnTemperature,
    TemperatureDifference,
    ExternalTemperature,
    Pressure,
    TimePoint,
    HeatCostUnits,
    AveragingDuration,
    ActualityDuration,
    FabricationNumber,
    Identification,
    Address,
    PlainText, ///< named by the meter in words (VIF 7C)
    AnyVif,
    ManufacturerSpecific,
    ReactiveEnergy,
    ApparentEnergy,
    ReactivePower,
    ApparentPower,
    RelativeHumidity,
    PhaseVoltageToVoltage,
    PhaseVoltageToCurrent,
    Frequency,
    TemperatureLimit,
    MaximumPowerCumulated,
    Credit,
    Debit,
    AccessNumber,
    Medium,
    Manufacturer,
    ParameterSet,
    Model,
    HardwareVersion,
    FirmwareVersion,
    SoftwareVersion,
    CustomerLocation,
    Customer,
    AccessCodeUser,
    AccessCodeOperator,
    AccessCodeSystemOperator,
    AccessCodeDeveloper,
    Password,
    ErrorFlags,
    ErrorMask,
    SecurityKey,
    DigitalOutput,
    DigitalInput,
    BaudRate,
    ResponseDelay,
    Retry,
    RemoteControl,
    FirstStorage,
    LastStorage,
    StorageBlockSize,
    TariffAndSubunit,
    StorageInterval,
    OperatorData,
    TimePointSecond,
    DurationSinceReadout,
    TariffStart,
    TariffDuration,
    TariffPeriod,
    Dimensionless,
    WirelessContainer,
    TransmissionPeriod,
    Voltage,
    Current,
    ResetCounter,
    CumulationCounter,
    ControlSignal,
    DayOfWeek,
    WeekNumber,
    DayChangeTime,
    ParameterActivation,
    SupplierInformation,
    DurationSinceCumulation,
    BatteryOperatingTime,
    BatteryChange,
    RfLevel,
    DaylightSaving,
    ListeningWindow,
    BatteryRemaining,
    StopCounter,
    ManufacturerContainer,
    CurrentApplication,
    Time,        ///< fixed data structure only: h, min, s
    Temperature, ///< fixed data structure only
    Historic,    ///< fixed data structure only: a stored value, its unit is the other counter's
};
std::string_view key(Quantity quantity);

/// Units in which values are given. Powers of ten of the wire are in the value: 1.5 MWh comes as 1500000 Wh.
enum class Unit : std::uint8_t {
    None,
    WattHour,
    Joule,
    CubicMetre,
    Kilogram,
    Second,
    Month,
    Year,
    Watt,
    JoulePerHour,
    CubicMetrePerHour,
    CubicMetrePerMinute,
    CubicMetrePerSecond,
    KilogramPerHour,
    Celsius,
    Kelvin,
    Fahrenheit,
    Bar,
    HeatCostUnit,
    Calorie,
    VarHour,
    VoltAmpereHour,
    Var,
    VoltAmpere,
    Percent,
    Degree,
    Hertz,
    Volt,
    Ampere,
    CubicFoot,
    Gallon, ///< US liquid
    GallonPerMinute,
    GallonPerHour,
    Currency, ///< of the country, not named
    Baud,
    BitTime,
    DecibelMilliwatt,
    Day,
};
/// "Wh", "m3", "m3/h", "Cel", "K" …; empty for none.
std::string_view key(Unit unit);

/// How the data field is to be read, where that does not follow from its coding alone.
enum class Nature : std::uint8_t {
    Number,   ///< type B, signed
    Unsigned, ///< type C or D: counters, numbers of things, flags
    Duration, ///< type C; all bits set: not available
    Moment,   ///< type G, F, I or J by its length
    Opaque,   ///< a structure or text: bytes unless it is coded as a number
};

struct Meaning {
    Quantity quantity = Quantity::Unknown;
    Unit unit = Unit::None;
    std::int8_t exponent = 0; ///< value = number x factor x 10^exponent
    std::uint32_t factor = 1; ///< 60, 3600, 86400 for durations
    Nature nature = Nature::Number;
};

/// Meaning of a VIF or VIFE; the extension bit is not looked at.
const Meaning& primaryMeaning(std::uint8_t vif);    ///< table 10
const Meaning& alternateMeaning(std::uint8_t vife); ///< behind FB
const Meaning& mainMeaning(std::uint8_t vife);      ///< behind FD
const Meaning& secondMeaning(std::uint8_t vife);    ///< behind FD FD

/// What a combinable VIFE does to the record.
enum class Effect : std::uint8_t {
    Qualifies,    ///< says more about the same value (import, phase, limit …)
    Multiplies,   ///< 10^exponent
    PerOrTimes,   ///< changes the unit (per litre, times second …)
    Moment,       ///< the value is a date or time of something
    Duration,     ///< the value is a duration in units of `factor` seconds
    Count,        ///< the value is a number of events
    Offset,       ///< an additive constant is named; it is not added here, since sources differ on what it adds to
    Extension,    ///< FC: the next VIFE is of table 15b
    Manufacturer, ///< everything behind is the maker's own
    Error,        ///< record error: the value does not exist
    Reserved,
};

/// A combinable VIFE.
struct Modifier {
    std::string_view key; ///< "per_hour", "upper_limit_last_duration" …
    Effect effect = Effect::Reserved;
    std::int8_t exponent = 0;
    std::uint32_t factor = 1;
    std::string_view unitSuffix{}; ///< of PerOrTimes: "/h", "*s"
};
const Modifier& combinableModifier(std::uint8_t vife); ///< table 15
const Modifier& extendedModifier(std::uint8_t vife);   ///< table 15b
/// Codes 00..1F in frames to the meter: what to do with the object ("write", "add" …); reserved otherwise.
const Modifier& actionModifier(std::uint8_t vife);

/// Medium of a header, "water", "heat_outlet"; "reserved" for codes the standard leaves open.
std::string_view mediumKey(std::uint8_t medium);
/// Medium of the fixed data structure, four bits.
std::string_view fixedMediumKey(std::uint8_t medium);

/// Meaning of the six unit bits of a counter in the fixed data structure (CI 73).
const Meaning& fixedMeaning(std::uint8_t unit);

} // namespace meterhall::mbus
