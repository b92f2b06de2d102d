#pragma once

#include "core/readings/reading.h"
#include "core/storage/parts.h"

namespace meterhall::storage {

/// A table of readings: a day of reception that is open, or a month of sealed days.
struct ReadingPart {
    std::string table;
    Date first; ///< days of reception it may hold, both inclusive
    Date last;
    bool sealed = false;
};

/// All of them as they are now, newest first. Other programs make and seal parts too, so nobody keeps this list for
/// longer than one unit of work.
Result<std::vector<ReadingPart>> readingParts(Database& database);

/// The same report twice is the same reading. A clock that is to be believed tells two reports apart; where there is
/// none, the day of reception and the bytes of the answer do.
Bytes sameKeyOf(const Reading& reading);

/// The business day readings are received on, and the instant it began in the utility's zone.
struct ReceptionDay {
    Date day;
    Instant start;
};

/// The first day of reception on which this report may have arrived before: its clock is believed within a day.
Date firstReceptionOf(const Reading& reading, const ReceptionDay& received);

/// Makes the part of the day unless it is there, and keeps two programs from storing the same late report on two days:
/// units that write into the newest day run side by side; one that begins a day or writes into an older one runs alone
/// until it ends. On SQLite every unit has the file for itself. Busy when another day began meanwhile: do the unit
/// again.
struct OpenedDay {
    std::string table;
    std::vector<ReadingPart> others; ///< parts that may hold what arrived on `earliest` or later, newest first
};
Result<OpenedDay> openReceptionDay(UnitOfWork& work, Date day, Date earliest);

/// Moves the days of every month before that of `today` into one part a month, clustered by meter; the digests stay.
/// Gives the number of readings moved.
Result<std::int64_t> sealReadings(UnitOfWork& work, Date today);

} // namespace meterhall::storage
