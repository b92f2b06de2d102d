#pragma once

#include "core/gateway/meter_report.h"
#include "core/quantity/commodity.h"
#include "devices/codecs/cjt188/data.h"

#include <map>

namespace meterhall::devices {

METERHALL_ERRORS(ProfileError, "profile", NotJson, UnknownField, MissingField, BadValue, DoubleId, CannotRead,
                 NotAnAnswer, TestFailed)

/// The line a meter sits on; wireless and tunnelled channels pass it to the device that has the line.
struct SerialLine {
    int baud = 2400;
    int dataBits = 8;
    char parity = 'E'; ///< 'E', 'O' or 'N'
    int stopBits = 1;
    bool operator==(const SerialLine&) const = default;
};

/// One value of an answer becomes one register.
struct RegisterMapping {
    QString registerCode; ///< "volume", "settlement_volume", "heat_energy", "flow" …
    cjt188::Quantity field = cjt188::Quantity::Current;
    std::uint16_t di = 0x901F; ///< the answer it is expected in
    QString unit;              ///< "m3", "kWh", "GJ", "m3/h", "kW", "Cel", "h"
    /// For values sent with a unit code: code -> decimals of the digits when they are read in `unit`. This is the
    /// model's own truth and overrides what the standard says: whole litres under code 29 are {0x29, 3} in m3. A
    /// value under a code that is not listed is kept as the wire says it, is not billable and makes the report
    /// doubtful ("unit_code").
    std::map<std::uint8_t, int> decimalsByUnitCode;
    /// For values sent without one (temperatures, hours).
    std::optional<int> fixedDecimals;
    bool billable = false;
};

/// Values that are kept for a time gone by: D120 to D12B of CJ/T 188, the register at the last settlements.
/// The register code is `registerCode` + "_" + months back, "month_end_volume_3".
struct HistoryMapping {
    RegisterMapping value;
    int months = 0; ///< how many the model keeps, 1 to 12
};

/// How to recognise the model on a line nobody has written down: type byte and vendor digits of the address.
struct Detection {
    std::uint8_t meterType = 0;
    QString vendor; ///< the first four digits of the address as shown, "7833"
};

/// A meter model as data. One file of resources/profiles each; a new model needs no code.
struct DeviceProfile {
    QString id;
    QString maker;
    QString model;
    Commodity commodity = Commodity::Water;
    QString protocol; ///< "cjt188" is the only one so far
    cjt188::Model wire;
    SerialLine serial;
    /// Data identifiers that together make one reading, in the order they are asked.
    std::vector<std::uint16_t> requests;
    std::vector<Detection> detect;
    std::vector<RegisterMapping> registers;
    std::optional<HistoryMapping> history;
};

} // namespace meterhall::devices
