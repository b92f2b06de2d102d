#pragma once

#include "core/gateway/meter_report.h"
#include "core/registry/ids.h"

namespace meterhall {

METERHALL_ERRORS(ReadingError, "readings", UnknownReading, AlreadyReviewed, NotBillable, OwnReading, NoPreviousReading,
                 UnknownDecision, DialBackwards, NoteMissing, NotReviewed, BilledAlready, Superseded)

using ReadingId = Id<struct ReadingTag>;

/// Why a reading waits for the supervisor. Each name is one rule of core/readings/rules; the bit is stored.
enum class Doubt : std::uint32_t {
    LowerThanPrevious = 1u << 0, ///< dial went back and it is no rollover
    HighUse = 1u << 1,           ///< far above what the place used before
    ZeroUse = 1u << 2,           ///< nothing where there was use before
    WrongClock = 1u << 3,        ///< meter's clock is far from the moment of reception
    FrameDoubt = 1u << 4,        ///< the codec saw something odd in an answer whose checksum held
    UnknownUnit = 1u << 5,       ///< unit differs from the one the meter's commodity is billed in
    Rollover = 1u << 6,          ///< dial passed its highest number: plausible, looked at once
};

class Doubts {
public:
    constexpr Doubts() = default;
    static constexpr Doubts fromBits(std::uint32_t bits) { return Doubts(bits); }
    constexpr std::uint32_t bits() const { return m_bits; }
    constexpr bool any() const { return m_bits != 0; }
    constexpr bool has(Doubt doubt) const { return (m_bits & static_cast<std::uint32_t>(doubt)) != 0; }
    constexpr void add(Doubt doubt) { m_bits |= static_cast<std::uint32_t>(doubt); }
    constexpr bool operator==(const Doubts&) const = default;
    /// "high-use", "wrong-clock": stable names for scripts; people read the presenter's words.
    QStringList names() const;

private:
    explicit constexpr Doubts(std::uint32_t bits)
        : m_bits(bits) {}
    std::uint32_t m_bits = 0;
};

/// Where a reading came from (实抄 / 估抄 / 自报 / 远传 are shown from it).
enum class Origin : std::uint8_t { Actual = 1, Estimated = 2, SelfReported = 3, Remote = 4 };

/// One value of one register as it was received. Never changed; a correction is a new reading that supersedes.
struct Reading {
    ReadingId id;
    MeterId meter;
    QString registerCode;
    Decimal value;
    QString unit;
    std::optional<Instant> meterTime;
    ClockTrust clockTrust = ClockTrust::None;
    Instant receivedAt;
    Date receivedOn; ///< business day of reception; decides the partition
    Origin origin = Origin::Remote;
    QString terminal;
    QString profile;
    Doubts doubts;
    Bytes frame;
    std::optional<ReadingId> supersedes;
};

/// The supervisor's word on a doubtful reading.
enum class Decision : std::uint8_t {
    Accepted = 1, ///< it is true, bill it
    Rejected = 2, ///< it is not true, never bill it; the account waits for a new one
};

struct ReadingReview {
    ReadingId reading;
    Decision decision;
    OperatorId reviewer;
    Instant at;
    QString note;
};

} // namespace meterhall
