#pragma once

#include "core/base/bytes.h"
#include "core/base/decimal.h"
#include "core/gateway/meter_report.h"
#include "core/quantity/commodity.h"

#include <QHash>

#include <optional>
#include <vector>

namespace meterhall::devices {

METERHALL_ERRORS(ProfileError, "profile", NotJson, UnknownField, MissingField, BadValue, DoubleId, NoSuchProfile,
                 CannotRead, TestFailed, NotForThisProfile)

/// Order of the two DI bytes in requests. Answers are understood in both.
enum class DiOrder : std::uint8_t { HighFirst, LowFirst };

enum class Cjt188Edition : std::uint16_t { Of2004 = 2004, Of2018 = 2018 };

struct SerialSettings {
    int baud = 2400;
    int dataBits = 8;
    char parity = 'E'; ///< 'E', 'O' or 'N'
    int stopBits = 1;
};

/// Masks over the two status bytes, the first one on the wire in the high byte. `closed` and `fault` are compared
/// with the status under `valveMask`.
struct StatusMasks {
    std::uint16_t valveMask = 0x0300;
    std::uint16_t valveOpen = 0x0000;
    std::uint16_t valveClosed = 0x0100;
    std::uint16_t valveFault = 0x0300;
    std::uint16_t batteryLow = 0x0400;
};

struct Cjt188Settings {
    Cjt188Edition edition = Cjt188Edition::Of2004;
    std::uint8_t meterType = 0x10;
    DiOrder diOrder = DiOrder::HighFirst;
    bool echoesSerial = true; ///< an answer with another SER is not ours
    bool hasValve = false;    ///< without one the valve bits are noise
    StatusMasks status;
    SerialSettings serial;
    int wakeUpBytes = 4;                            ///< FE bytes before a request
    std::vector<std::uint16_t> requests = {0x901F}; ///< data identifiers of one reading, in the order asked
};

/// One value of an answer becomes one register.
struct RegisterMapping {
    QString registerCode; ///< "volume", "settlement_volume", "heat_energy", "flow" …
    QString field;        ///< the codec's name of the value: "current", "settlement", "heat" …
    std::uint16_t di = 0x901F;
    QString unit; ///< "m3", "kWh", "GJ", "m3/h", "Cel", "h"
    /// Unit code on the wire -> decimals of the BCD digits in `unit`. The model's own truth: whole litres under
    /// code 29 are {0x29, 3}. A code that is not listed makes the value not billable and the report doubtful.
    QHash<std::uint8_t, int> decimals;
    /// For values that carry no unit code (temperatures, hours).
    std::optional<int> fixedDecimals;
    bool billable = false;
};

/// How to recognise the model on an unknown bus: the type byte and the vendor digits of the address.
struct Detection {
    std::uint8_t meterType = 0;
    QString vendor; ///< first four digits of the shown address, "7833"
};

struct DeviceProfile {
    QString id;
    QString maker;
    QString model;
    Commodity commodity = Commodity::Water;
    QString protocol; ///< "cjt188"
    Cjt188Settings cjt188;
    std::vector<Detection> detect;
    std::vector<RegisterMapping> registers;
};

/// All profiles of the program, immutable once loaded.
class ProfileCatalog {
public:
    /// The data files built into the program (resources/profiles).
    static Result<ProfileCatalog> builtIn();

    const DeviceProfile* find(const QString& id) const;
    /// The profiles whose detection fits, in order of id.
    std::vector<const DeviceProfile*> detect(std::uint8_t meterType, const QString& deviceAddress) const;
    const std::vector<DeviceProfile>& all() const { return m_profiles; }

    Result<void> add(DeviceProfile profile);

private:
    std::vector<DeviceProfile> m_profiles;
};

} // namespace meterhall::devices
