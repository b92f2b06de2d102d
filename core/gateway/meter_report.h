#pragma once

#include "core/base/bytes.h"
#include "core/base/decimal.h"
#include "core/base/time.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace meterhall {

/// How far the clock inside a report may be believed.
enum class ClockTrust : std::uint8_t {
    None,      ///< no clock was sent, or it was not a date
    Plausible, ///< a real date and time near the moment of reception
    Wrong,     ///< a real date, but far from the moment of reception: kept, never used to place the reading
};

enum class ReportSource : std::uint8_t { Concentrator, Dtu, Manual, Handheld, File, Platform };

enum class ValveState : std::uint8_t { Unknown, Open, Closed, Fault };

/// One value of one register, in the unit the profile mapped it to. `registerCode` is the standard quantity of
/// the profile ("volume", "heat_energy", "settlement_volume" …): a register is (meter, code).
struct ReportedValue {
    QString registerCode;
    Decimal value;
    QString unit;         ///< "m3", "kWh", "GJ", "m3/h", "Cel" …
    bool billable = true; ///< false for rates and temperatures, and for values a profile does not vouch for
    bool inexact = false; ///< came as a binary float
};

/// Everything one answer of one meter said. The only way into the readings, whatever the channel.
struct MeterReport {
    QString protocol;      ///< "cjt188"
    QString deviceAddress; ///< as the protocol shows it, "78330011223344"
    QString terminal;      ///< concentrator or DTU that carried it; empty for hand-typed values
    QString profile;       ///< id of the device profile that mapped it
    std::vector<ReportedValue> values;
    std::optional<Instant> meterTime; ///< the meter's own clock as UTC
    ClockTrust clockTrust = ClockTrust::None;
    Instant receivedAt = Instant::fromMicroseconds(0);
    ReportSource source = ReportSource::Concentrator;
    ValveState valve = ValveState::Unknown;
    std::optional<bool> batteryLow;
    /// Why a person should look before this is billed: stable codes of the profile mapping and the codec
    /// ("unit_code", "not_bcd", "unconfirmed" …). Empty for an answer nothing speaks against.
    QStringList doubts;
    Bytes frame; ///< the answer as it came, for the flight recorder and for dedupe
};

/// Where reports go. Implemented above core by what stores readings; must be safe to call from the hub's thread.
class ReportSink {
public:
    ReportSink() = default;
    ReportSink(const ReportSink&) = delete;
    ReportSink& operator=(const ReportSink&) = delete;
    virtual ~ReportSink() = default;

    /// Takes all reports or none; the hub keeps and repeats what was refused. The same report twice is stored once.
    virtual Result<void> accept(std::span<const MeterReport> reports) = 0;
};

} // namespace meterhall
