#pragma once

#include "core/calendar/accounting_month.h"
#include "core/readings/validation.h"
#include "core/services/session.h"
#include "core/tariffs/billed_quantity.h"

#include <map>

namespace meterhall::services {

/// Open exceptions of one book (reading_work.h says what waits, and for how long).
struct BookExceptions {
    BookId book;
    QString bookNumber;
    int readings = 0;
    std::map<QString, int> byReason; ///< name of the rule -> readings; one that two rules doubt counts under both
};
/// Books with any, by number (Service::ReviewReading).
Result<std::vector<BookExceptions>> exceptionsByBook(Session& session);

/// A reading of the register before the one that is looked at.
struct PastReading {
    ReadingId reading;
    Date receivedOn;
    Decimal dial;
    std::optional<Decimal> use{}; ///< since the one before; empty when the dial went back or nothing is known before
    Origin origin = Origin::Remote;
    Doubts doubts{};
    std::optional<Decision> decision{};
};

/// What one bill of the account was for.
struct PastBill {
    AccountingMonth month;
    Date readTo;
    BilledQuantity use;
};

/// All a person needs to believe a reading or not. Dials and uses are in `unit`.
struct ReadingCard {
    ReadingId reading;
    BookId book;
    AccountId account;
    QString accountNumber;
    QString holder;
    QString address;
    QString meterNumber;
    QString registerCode;
    QString unit;
    Decimal dial;
    Date receivedOn;
    Instant receivedAt;
    Origin origin = Origin::Remote;
    std::optional<Decimal> previousDial{}; ///< what it is compared with
    std::optional<Date> previousOn{};
    std::optional<Decimal> use{};            ///< empty when the dial went back
    std::optional<PlausibleUse> plausible{}; ///< where the rules know what the place uses
    std::vector<DoubtReason> reasons{};      ///< the likeliest first
    std::optional<Decision> decision{};      ///< the last word that stands
    std::optional<ReadingId> correctedBy{};
    bool billed = false;             ///< a bill reaches its day: no decision is taken back, nothing corrected
    std::vector<PastReading> past{}; ///< up to twelve, the newest first
    std::vector<PastBill> bills{};   ///< up to twelve, the newest first
};
/// The card of any reading of a meter that hangs, waiting or not (Service::ReviewReading). UnknownReading,
/// NotInstalled.
Result<ReadingCard> readingCard(Session& session, ReadingId reading);

/// The dial as the supervisor has it from the place, a photo or the reader. It comes in today like any typed reading,
/// is judged by the rules like any, and takes the place of the one it corrects, which stays. Guards: duty
/// (Service::ReviewReading), NoteMissing, UnknownReading, NotInstalled, Superseded (corrected before: correct the
/// correction), BilledAlready, BadRow (no number this dial can show).
struct Correction {
    ReadingId reading;
    Decimal dial;
    QString note; ///< how it is known; kept in the audit
};
struct Corrected {
    ReadingId reading;
    Doubts doubts; ///< with any it waits for a decision itself
};
Result<Corrected> correctReading(Session& session, const Correction& correction);

} // namespace meterhall::services
