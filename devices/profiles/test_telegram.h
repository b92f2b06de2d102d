#pragma once

#include "devices/profiles/device_profile.h"

namespace meterhall::devices {

/// What a profile promises about one frame. Own-made frames; the real ones in the vectors arbitrate.
struct TestTelegram {
    QString name;
    /// Asked with: shown address and SER; then `frame` is the request, preamble included.
    std::optional<QString> asks;
    std::uint16_t asksFor = 0x901F;
    std::uint8_t serial = 0;
    Bytes frame;
    /// Register code -> "1234.56 m3". All values the answer must map to, and no other.
    std::map<QString, QString> values;
    QStringList notBillable; ///< those of `values` no money may be asked for
    /// The meter's civil time, "2026-11-20T08:00:00"; empty when the clock must not be believed.
    QString clock;
    ValveState valve = ValveState::Unknown;
    std::optional<bool> batteryLow;
    QStringList doubts; ///< exactly these, in order of the alphabet
};

/// TestFailed(name, what, expected, got) for the first promise that does not hold.
Result<void> check(const DeviceProfile& profile, const TestTelegram& test);

} // namespace meterhall::devices
