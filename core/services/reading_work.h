#pragma once

#include "core/readings/validation.h"
#include "core/registry/registry.h"
#include "core/services/session.h"

namespace meterhall::services {

/// A meter to be asked, and where it is reached.
struct MeterToRead {
    MeterId meter;
    QString number;
    QString deviceAddress;
    QString profile;
    QString terminal;
    int port = 0;
};

struct ReadingRunStart {
    std::int64_t run = 0;
    std::vector<MeterToRead> meters;
};

/// What is to be read: everything, one book, the meters behind one terminal, or one meter by its number.
struct ReadingScope {
    std::optional<BookId> book{};
    QString terminal{};
    QString meter{};
};

Result<ReadingRunStart> startReadingRun(Session& session, const ReadingScope& scope);

struct MeterOutcome {
    MeterId meter;
    bool read = false;
    QString cause;
    QString evidence;
    int tries = 0;
};
/// Keeps what became of every meter; the run is over.
Result<void> finishReadingRun(Session& session, std::int64_t run, const std::vector<MeterOutcome>& outcomes);

/// Meters the last run did not read.
struct UnreadMeter {
    QString meterNumber;
    QString cause;
    QString evidence;
};
Result<std::vector<UnreadMeter>> unreadMeters(Session& session);

/// A reading that waits for the supervisor, with what it is compared with. It waits until it is decided, superseded by
/// a correction, or passed by a bill that was made from a newer reading: then it can no longer decide what anybody
/// pays.
struct ExceptionItem {
    ReadingId reading;
    BookId book;
    QString accountNumber;
    QString meterNumber;
    Decimal value;
    Doubts doubts;
    std::vector<DoubtReason> reasons; ///< the likeliest first, with what the rules see in it now
};
Result<std::vector<ExceptionItem>> readingExceptions(Session& session, std::optional<BookId> book);

/// The supervisor's word. A rejection needs a note; a decision stands until it is taken back
/// (ReadingError::AlreadyReviewed).
Result<void> decideReading(Session& session, ReadingId reading, Decision decision, const QString& note);

/// Takes the last word on a reading back: it waits again, and all that was said stays. Guards: duty, UnknownReading,
/// NotReviewed, BilledAlready (bills of the account reach the day it came in).
Result<void> takeDecisionBack(Session& session, ReadingId reading, const QString& note = {});

Result<std::vector<Book>> books(Session& session);

/// Every stored reading in turn, for whoever compares them with another record.
Result<void> eachReading(Session& session,
                         const std::function<Result<void>(const Reading&, const QString& deviceAddress)>& visit);

} // namespace meterhall::services
