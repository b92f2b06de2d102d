#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/storage/sha256.h"

#include <QString>

namespace meterhall::storage {

/// The identity of a unit of work: 0 | seat (14) | epoch (17) | sequence (32). Every guarded row carries it. An epoch
/// is one life of one process at its seat; sequences begin at 1.
struct UnitId {
    SeatNumber seat = 0;
    int epoch = 0;
    std::int64_t sequence = 0;

    static constexpr int epochBits = 17;
    static constexpr int sequenceBits = 32;
    static constexpr int maxEpoch = (1 << epochBits) - 1;
    static constexpr std::int64_t maxSequence = (std::int64_t(1) << sequenceBits) - 1;

    static constexpr UnitId fromRaw(std::int64_t raw) {
        return {static_cast<SeatNumber>(raw >> (epochBits + sequenceBits)),
                static_cast<int>(raw >> sequenceBits & maxEpoch), raw & maxSequence};
    }
    constexpr std::int64_t raw() const {
        return std::int64_t(seat) << (epochBits + sequenceBits) | std::int64_t(epoch) << sequenceBits | sequence;
    }
    constexpr bool operator==(const UnitId&) const = default;
};

/// One link of a seat's chain: who did what when, and the digest of every guarded row it wrote. The first entry of an
/// epoch names the last hash of the epoch before, so a seat has one chain from its first day on.
struct AuditEntry {
    UnitId unit;
    QString action; ///< "takePayment"
    QString operatorName;
    Instant at = Instant::fromMicroseconds(0);
    std::optional<Date> businessDay;
    QString details; ///< no personal data
    std::int64_t rowCount = 0;
    Hash digest{};
    Hash previous{};

    /// SHA-256 of "meterhall.audit.1", previous, unit, at, day (yyyymmdd or 0), action, operator, details, count,
    /// digest: numbers as 8 bytes high byte first, texts with 4 bytes of length. append_audit() on PostgreSQL computes
    /// the same.
    Hash hash() const;
};

} // namespace meterhall::storage
