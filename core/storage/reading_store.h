#pragma once

#include "core/base/page_mark.h"
#include "core/readings/validation.h"
#include "core/storage/database.h"
#include "core/storage/reading_parts.h"
#include "core/storage/unit_of_work.h"

namespace meterhall::storage {

/// A reading with the supervisor's word on it, if there is one.
struct ReviewedReading {
    Reading reading;
    std::optional<Decision> decision;
    std::optional<Instant> decidedAt{};

    /// Billable: nobody doubts it, or the supervisor accepted it.
    bool billable() const { return decision ? *decision == Decision::Accepted : !reading.doubts.any(); }
    bool waits() const { return !decision && reading.doubts.any(); }
};

/// An open exception: a doubtful reading nobody has decided on, of a meter that hangs, that no correction supersedes
/// and no bill has passed: a bill to its day or a later one took another reading, and none will take this one.
struct ReadingException {
    Reading reading;
    AccountId account;
    QString accountNumber;
    QString meterNumber;
    BookId book;
};

/// Open exceptions of a book with the same doubts.
struct ExceptionCount {
    BookId book;
    Doubts doubts;
    int count = 0;
};

/// What one run did with one meter.
struct RunTarget {
    MeterId meter;
    bool read = false;
    QString cause;
    QString evidence;
    int tries = 0;
};

/// A register: one meter may have several.
struct RegisterKey {
    MeterId meter;
    QString code;
};

/// As much of a register's newest reading as the next one is judged by.
struct LastReading {
    Decimal value;
    Date receivedOn;
    bool billable = false;
};

/// Register readings as they were received, reviews, and reading runs. Readings lie in many tables (reading_parts.h);
/// whoever asks for a register goes through them from the newest to the oldest, an index look-up each.
class ReadingStore {
public:
    explicit ReadingStore(Database& database)
        : m_database(database) {}

    /// Stores those of one day of reception that were not stored before, on whatever day; says which were new. All of
    /// them in one go: this is the way of many.
    static Result<std::vector<bool>> insert(UnitOfWork& work, const ReceptionDay& received,
                                            std::span<const Reading> readings);
    /// False when the same report was stored before (then nothing is written).
    static Result<bool> insert(UnitOfWork& work, const Reading& reading);
    /// Many readings nobody can have stored before; one that was stored on its day fails the unit.
    static Result<void> insertNew(UnitOfWork& work, std::span<const Reading> readings);
    /// The first word on a reading, or one after all before were taken back.
    static Result<void> insert(UnitOfWork& work, const ReadingReview& review);
    /// The last word on it does not count any more.
    static Result<void> takeBack(UnitOfWork& work, ReadingId reading, OperatorId by, const QString& note);

    Result<std::optional<ReviewedReading>> reading(ReadingId id) const;
    /// The newest reading of the register received after `after` and not after `to`.
    Result<std::optional<ReviewedReading>> newest(MeterId meter, const QString& registerCode, Date after,
                                                  Date to) const;
    /// The same for this register of many meters, in their order.
    Result<std::vector<std::optional<ReviewedReading>>> newest(std::span<const MeterId> meters,
                                                               const QString& registerCode, Date after, Date to) const;
    /// Readings of the register received on the days from `from` to `to`, newest first, behind `after` (its key is the
    /// instant of reception in microseconds). Looks into no more tables than it takes to find `limit` of them.
    Result<std::vector<ReviewedReading>> history(const RegisterKey& ofRegister, Date from, Date to,
                                                 const PageMark& after, int limit) const;
    /// Those among them that were doubted, whatever was decided.
    Result<std::vector<ReviewedReading>> doubted(const RegisterKey& ofRegister, Date from, Date to, int limit) const;
    /// The newest reading of each register received not after `to`, in their order.
    Result<std::vector<std::optional<LastReading>>> last(std::span<const RegisterKey> registers, Date to) const;
    /// The one that takes its place.
    Result<std::optional<ReadingId>> correctionOf(const Reading& reading) const;
    /// Every reading in turn, with the address of the meter that gave it.
    Result<void> each(const std::function<Result<void>(const Reading&, const QString& deviceAddress)>& visit) const;
    Result<std::vector<ReadingException>> exceptions(std::optional<BookId> book) const;
    /// The same counted, of those in the parts that reach to `since`.
    Result<std::vector<ExceptionCount>> exceptionCounts(Date since) const;
    /// Whether a bill of the place where the meter hung reaches the day on which the reading came in.
    Result<bool> passedByBill(const Reading& reading) const;
    /// Whether this person decided on a reading of the book received after `after`.
    Result<bool> reviewedBy(OperatorId reviewer, BookId book, Date after) const;

    static Result<void> startRun(UnitOfWork& work, std::int64_t run, const QString& scope, Instant at, OperatorId by);
    static Result<void> finishRun(UnitOfWork& work, std::int64_t run, Instant at);
    static Result<void> saveTarget(UnitOfWork& work, std::int64_t run, const RunTarget& target);
    Result<std::optional<std::int64_t>> lastRun() const;
    Result<std::vector<RunTarget>> targetsOf(std::int64_t run) const;

private:
    Database& m_database;
};

} // namespace meterhall::storage
