#pragma once

#include "core/registry/registry.h"
#include "core/services/archive.h"

namespace meterhall::services {

/// A reading that somebody wrote down: on paper, in a handheld, in another system.
struct WrittenReading {
    int row = 0;
    QByteArray content; ///< for the list of errors
    QString meterNumber;
    QString registerCode = QStringLiteral("volume");
    Decimal value;
    QString unit;                    ///< empty: the unit the meter's commodity is billed in
    std::optional<Instant> readAt{}; ///< when it was read; empty: when it comes in
};

struct ReadingImportResult {
    int stored = 0;
    int known = 0;    ///< the same value of the same moment was stored before
    int doubtful = 0; ///< of the stored: wait for the supervisor
    std::vector<RowError> errors;
};

/// Stores readings from a file like any others: validated, doubtful ones wait. Each good row once, also when the file
/// comes again. A reading counts for the business day it comes in; the moment it was read is kept. Row errors:
/// UnknownMeter (hangs nowhere), BadRow(date) (in the future).
Result<ReadingImportResult> importReadings(Session& session, std::span<const WrittenReading> readings);

/// Meters into the archive that hang nowhere yet: from a delivery, before they are installed. A number that is there
/// with the same data is known, with other data it is an error (AlreadyKnown).
struct DeliveredMeter {
    int row = 0;
    QByteArray content;
    Meter meter; ///< its id is made here
};
Result<ImportResult> importMeters(Session& session, std::span<const DeliveredMeter> meters);

} // namespace meterhall::services
