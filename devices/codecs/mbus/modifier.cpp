#include "devices/codecs/mbus/vif.h"

namespace meterhall::mbus {

namespace {
using Modifiers = std::array<Modifier, 128>;

constexpr Modifier reservedModifier{"reserved", Effect::Reserved};

struct Named {
    std::uint8_t code;
    Modifier modifier;
};

template <std::size_t count>
constexpr Modifiers tableOf(const std::array<Named, count>& entries) {
    Modifiers table{};
    for (Modifier& modifier : table)
        modifier = reservedModifier;
    for (const Named& entry : entries)
        table[entry.code] = entry.modifier;
    return table;
}

constexpr std::uint32_t minute = 60;
constexpr std::uint32_t hour = 3600;
constexpr std::uint32_t day = 86400;

constexpr std::array combinableEntries = std::to_array<Named>({
    {0x00, {"no_error", Effect::Qualifies}},
    {0x01, {"too_many_dife", Effect::Error}},
    {0x02, {"storage_not_implemented", Effect::Error}},
    {0x03, {"subunit_not_implemented", Effect::Error}},
    {0x04, {"tariff_not_implemented", Effect::Error}},
    {0x05, {"function_not_implemented", Effect::Error}},
    {0x06, {"data_class_not_implemented", Effect::Error}},
    {0x07, {"data_size_not_implemented", Effect::Error}},
    {0x0B, {"too_many_vife", Effect::Error}},
    {0x0C, {"illegal_vif_group", Effect::Error}},
    {0x0D, {"illegal_vif_exponent", Effect::Error}},
    {0x0E, {"vif_dif_mismatch", Effect::Error}},
    {0x0F, {"unimplemented_action", Effect::Error}},
    {0x15, {"no_data_available", Effect::Error}},
    {0x16, {"data_overflow", Effect::Error}},
    {0x17, {"data_underflow", Effect::Error}},
    {0x18, {"data_error", Effect::Error}},
    {0x1C, {"premature_end_of_record", Effect::Error}},
    {0x20, {"per_second", Effect::PerOrTimes, 0, 1, "/s"}},
    {0x21, {"per_minute", Effect::PerOrTimes, 0, 1, "/min"}},
    {0x22, {"per_hour", Effect::PerOrTimes, 0, 1, "/h"}},
    {0x23, {"per_day", Effect::PerOrTimes, 0, 1, "/d"}},
    {0x24, {"per_week", Effect::PerOrTimes, 0, 1, "/week"}},
    {0x25, {"per_month", Effect::PerOrTimes, 0, 1, "/month"}},
    {0x26, {"per_year", Effect::PerOrTimes, 0, 1, "/year"}},
    {0x27, {"per_revolution", Effect::PerOrTimes, 0, 1, "/rev"}},
    {0x28, {"per_input_pulse_0", Effect::PerOrTimes, 0, 1, "/pulse"}},
    {0x29, {"per_input_pulse_1", Effect::PerOrTimes, 0, 1, "/pulse"}},
    {0x2A, {"per_output_pulse_0", Effect::PerOrTimes, 0, 1, "/pulse"}},
    {0x2B, {"per_output_pulse_1", Effect::PerOrTimes, 0, 1, "/pulse"}},
    {0x2C, {"per_litre", Effect::PerOrTimes, 0, 1, "/L"}},
    {0x2D, {"per_cubic_metre", Effect::PerOrTimes, 0, 1, "/m3"}},
    {0x2E, {"per_kilogram", Effect::PerOrTimes, 0, 1, "/kg"}},
    {0x2F, {"per_kelvin", Effect::PerOrTimes, 0, 1, "/K"}},
    {0x30, {"per_kilowatt_hour", Effect::PerOrTimes, 0, 1, "/kWh"}},
    {0x31, {"per_gigajoule", Effect::PerOrTimes, 0, 1, "/GJ"}},
    {0x32, {"per_kilowatt", Effect::PerOrTimes, 0, 1, "/kW"}},
    {0x33, {"per_kelvin_litre", Effect::PerOrTimes, 0, 1, "/(K*L)"}},
    {0x34, {"per_volt", Effect::PerOrTimes, 0, 1, "/V"}},
    {0x35, {"per_ampere", Effect::PerOrTimes, 0, 1, "/A"}},
    {0x36, {"times_second", Effect::PerOrTimes, 0, 1, "*s"}},
    {0x37, {"times_second_per_volt", Effect::PerOrTimes, 0, 1, "*s/V"}},
    {0x38, {"times_second_per_ampere", Effect::PerOrTimes, 0, 1, "*s/A"}},
    {0x39, {"start_of", Effect::Moment}},
    {0x3A, {"uncorrected", Effect::Qualifies}},
    {0x3B, {"accumulates_positive", Effect::Qualifies}},
    {0x3C, {"accumulates_negative", Effect::Qualifies}},
    {0x3D, {"non_metric", Effect::Qualifies}},
    {0x3E, {"at_base_conditions", Effect::Qualifies}},
    {0x3F, {"obis_declaration", Effect::Qualifies}},
    {0x40, {"lower_limit", Effect::Qualifies}},
    {0x41, {"lower_limit_exceeds", Effect::Count}},
    {0x42, {"lower_limit_first_begin", Effect::Moment}},
    {0x43, {"lower_limit_first_end", Effect::Moment}},
    {0x46, {"lower_limit_last_begin", Effect::Moment}},
    {0x47, {"lower_limit_last_end", Effect::Moment}},
    {0x48, {"upper_limit", Effect::Qualifies}},
    {0x49, {"upper_limit_exceeds", Effect::Count}},
    {0x4A, {"upper_limit_first_begin", Effect::Moment}},
    {0x4B, {"upper_limit_first_end", Effect::Moment}},
    {0x4E, {"upper_limit_last_begin", Effect::Moment}},
    {0x4F, {"upper_limit_last_end", Effect::Moment}},
    {0x50, {"lower_limit_first_duration", Effect::Duration, 0, 1}},
    {0x51, {"lower_limit_first_duration", Effect::Duration, 0, minute}},
    {0x52, {"lower_limit_first_duration", Effect::Duration, 0, hour}},
    {0x53, {"lower_limit_first_duration", Effect::Duration, 0, day}},
    {0x54, {"lower_limit_last_duration", Effect::Duration, 0, 1}},
    {0x55, {"lower_limit_last_duration", Effect::Duration, 0, minute}},
    {0x56, {"lower_limit_last_duration", Effect::Duration, 0, hour}},
    {0x57, {"lower_limit_last_duration", Effect::Duration, 0, day}},
    {0x58, {"upper_limit_first_duration", Effect::Duration, 0, 1}},
    {0x59, {"upper_limit_first_duration", Effect::Duration, 0, minute}},
    {0x5A, {"upper_limit_first_duration", Effect::Duration, 0, hour}},
    {0x5B, {"upper_limit_first_duration", Effect::Duration, 0, day}},
    {0x5C, {"upper_limit_last_duration", Effect::Duration, 0, 1}},
    {0x5D, {"upper_limit_last_duration", Effect::Duration, 0, minute}},
    {0x5E, {"upper_limit_last_duration", Effect::Duration, 0, hour}},
    {0x5F, {"upper_limit_last_duration", Effect::Duration, 0, day}},
    {0x60, {"first_duration", Effect::Duration, 0, 1}},
    {0x61, {"first_duration", Effect::Duration, 0, minute}},
    {0x62, {"first_duration", Effect::Duration, 0, hour}},
    {0x63, {"first_duration", Effect::Duration, 0, day}},
    {0x64, {"last_duration", Effect::Duration, 0, 1}},
    {0x65, {"last_duration", Effect::Duration, 0, minute}},
    {0x66, {"last_duration", Effect::Duration, 0, hour}},
    {0x67, {"last_duration", Effect::Duration, 0, day}},
    {0x68, {"during_lower_limit_exceed", Effect::Qualifies}},
    {0x69, {"leakage", Effect::Qualifies}},
    {0x6A, {"first_begin", Effect::Moment}},
    {0x6B, {"first_end", Effect::Moment}},
    {0x6C, {"during_upper_limit_exceed", Effect::Qualifies}},
    {0x6D, {"overflow", Effect::Qualifies}},
    {0x6E, {"last_begin", Effect::Moment}},
    {0x6F, {"last_end", Effect::Moment}},
    {0x70, {"times_1e-6", Effect::Multiplies, -6}},
    {0x71, {"times_1e-5", Effect::Multiplies, -5}},
    {0x72, {"times_1e-4", Effect::Multiplies, -4}},
    {0x73, {"times_1e-3", Effect::Multiplies, -3}},
    {0x74, {"times_1e-2", Effect::Multiplies, -2}},
    {0x75, {"times_1e-1", Effect::Multiplies, -1}},
    {0x76, {"times_1", Effect::Multiplies, 0}},
    {0x77, {"times_10", Effect::Multiplies, 1}},
    {0x78, {"offset_1e-3", Effect::Offset}},
    {0x79, {"offset_1e-2", Effect::Offset}},
    {0x7A, {"offset_1e-1", Effect::Offset}},
    {0x7B, {"offset_1", Effect::Offset}},
    {0x7C, {"extension", Effect::Extension}},
    {0x7D, {"times_1000", Effect::Multiplies, 3}},
    {0x7E, {"future_value", Effect::Qualifies}},
    {0x7F, {"manufacturer_specific", Effect::Manufacturer}},
});

constexpr std::array extendedEntries = std::to_array<Named>({
    {0x01, {"phase_l1", Effect::Qualifies}},
    {0x02, {"phase_l2", Effect::Qualifies}},
    {0x03, {"phase_l3", Effect::Qualifies}},
    {0x04, {"neutral", Effect::Qualifies}},
    {0x05, {"phases_l1_l2", Effect::Qualifies}},
    {0x06, {"phases_l2_l3", Effect::Qualifies}},
    {0x07, {"phases_l3_l1", Effect::Qualifies}},
    {0x08, {"quadrant_1", Effect::Qualifies}},
    {0x09, {"quadrant_2", Effect::Qualifies}},
    {0x0A, {"quadrant_3", Effect::Qualifies}},
    {0x0B, {"quadrant_4", Effect::Qualifies}},
    {0x0C, {"import_minus_export", Effect::Qualifies}},
    {0x10, {"accumulates_absolute", Effect::Qualifies}},
    {0x11, {"data_type_c", Effect::Qualifies}},
    {0x12, {"data_type_d", Effect::Qualifies}},
    {0x13, {"to_meter", Effect::Qualifies}},
    {0x14, {"from_meter", Effect::Qualifies}},
});

constexpr std::array actionEntries = std::to_array<Named>({
    {0x00, {"write", Effect::Qualifies}},
    {0x01, {"add", Effect::Qualifies}},
    {0x02, {"subtract", Effect::Qualifies}},
    {0x03, {"set_bits", Effect::Qualifies}},
    {0x04, {"mask_bits", Effect::Qualifies}},
    {0x05, {"toggle_bits", Effect::Qualifies}},
    {0x06, {"clear_bits", Effect::Qualifies}},
    {0x07, {"add_entry", Effect::Qualifies}},
    {0x08, {"delete_entry", Effect::Qualifies}},
    {0x09, {"delayed_action", Effect::Qualifies}},
    {0x0A, {"freeze", Effect::Qualifies}},
    {0x0B, {"add_to_readout", Effect::Qualifies}},
    {0x0C, {"delete_from_readout", Effect::Qualifies}},
});

constexpr Modifiers combinableTable = tableOf(combinableEntries);
constexpr Modifiers extendedTable = tableOf(extendedEntries);
constexpr Modifiers actionTable = tableOf(actionEntries);

// EN 13757-7, table of device types.
struct MediumName {
    std::uint8_t code;
    std::string_view key;
};
constexpr std::array mediumNames = std::to_array<MediumName>({
    {0x00, "other"},
    {0x01, "oil"},
    {0x02, "electricity"},
    {0x03, "gas"},
    {0x04, "heat_outlet"},
    {0x05, "steam"},
    {0x06, "warm_water"},
    {0x07, "water"},
    {0x08, "heat_cost_allocator"},
    {0x09, "compressed_air"},
    {0x0A, "cooling_outlet"},
    {0x0B, "cooling_inlet"},
    {0x0C, "heat_inlet"},
    {0x0D, "heat_cooling"},
    {0x0E, "bus_system"},
    {0x0F, "unknown"},
    {0x10, "irrigation_water"},
    {0x11, "water_data_logger"},
    {0x12, "gas_data_logger"},
    {0x13, "gas_converter"},
    {0x14, "calorific_value"},
    {0x15, "hot_water"},
    {0x16, "cold_water"},
    {0x17, "dual_water"},
    {0x18, "pressure"},
    {0x19, "ad_converter"},
    {0x1A, "smoke_detector"},
    {0x1B, "room_sensor"},
    {0x1C, "gas_detector"},
    {0x1D, "carbon_monoxide_detector"},
    {0x1E, "heat_detector"},
    {0x1F, "sensor"},
    {0x20, "breaker"},
    {0x21, "valve"},
    {0x25, "customer_unit"},
    {0x28, "waste_water"},
    {0x29, "garbage"},
    {0x2A, "carbon_dioxide"},
    {0x30, "service_tool"},
    {0x31, "communication_controller"},
    {0x32, "unidirectional_repeater"},
    {0x33, "bidirectional_repeater"},
    {0x36, "radio_converter_system"},
    {0x37, "radio_converter_meter"},
    {0x38, "bus_converter_meter"},
    {0xFF, "any"},
});
constexpr std::array<std::string_view, 256> mediumTable = [] {
    std::array<std::string_view, 256> table{};
    for (std::string_view& name : table)
        name = "reserved";
    for (const MediumName& medium : mediumNames)
        table[medium.code] = medium.key;
    return table;
}();
} // namespace

const Modifier& combinableModifier(std::uint8_t vife) {
    return combinableTable[vife & 0x7FU];
}

const Modifier& extendedModifier(std::uint8_t vife) {
    return extendedTable[vife & 0x7FU];
}

const Modifier& actionModifier(std::uint8_t vife) {
    return actionTable[vife & 0x7FU];
}

std::string_view mediumKey(std::uint8_t medium) {
    return mediumTable[medium];
}

// Codes 9 to D are those of 3, 4, 6, 7 and 8 with the high byte first.
std::string_view fixedMediumKey(std::uint8_t medium) {
    constexpr std::array<std::string_view, 16> keys{"other",
                                                    "oil",
                                                    "electricity",
                                                    "gas",
                                                    "heat",
                                                    "steam",
                                                    "hot_water",
                                                    "water",
                                                    "heat_cost_allocator",
                                                    "gas",
                                                    "heat",
                                                    "hot_water",
                                                    "water",
                                                    "heat_cost_allocator",
                                                    "reserved",
                                                    "reserved"};
    return keys[medium & 0x0FU];
}

} // namespace meterhall::mbus
