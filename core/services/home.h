#pragma once

#include "core/registry/registry.h"
#include "core/services/seat_desk.h"
#include "core/services/session.h"

namespace meterhall::services {

/// Readings of one book that wait for a decision.
struct BookWaiting {
    BookId book;
    QString bookNumber;
    int readings = 0;
};

/// What waits for whoever is signed in. A member is empty when none of his duties may act on it, so a page shows no
/// line for it; zero means that nothing waits.
struct MyWork {
    std::optional<int> commandsToApprove; ///< asked for by others, and still in time to be sent
    std::optional<int> runsToCheck;       ///< drafted by others
    std::optional<int> runsToIssue;       ///< checked, or stopped while they were issued
    /// By the number of the book, books without any left out. Readings that have waited for more than a year are not
    /// looked for here; the review shows them.
    std::optional<std::vector<BookWaiting>> readingsToReview;
    std::optional<int> shiftsToClose; ///< counted, and not one's own
    /// The oldest day up to today that is not closed and on which something was posted; for whoever closes days.
    std::optional<Date> dayToClose;
    std::optional<int> unreadMeters; ///< of the last run of each terminal
};

/// One call for the first page. Everybody who is signed in may ask; each count is one look into an index.
Result<MyWork> myWork(Session& session);

/// What a business day has taken at all seats so far.
struct WholeDay {
    int receipts = 0; ///< reversals among them
    Money received;   ///< by all methods, what was given back counted off
    int shiftsOpen = 0;
    int shiftsCounted = 0;
    int shiftsClosed = 0;
};

/// The last run of each terminal that asked everything behind it, added up.
struct LastReadings {
    int asked = 0;
    int read = 0;
    Instant startedAt; ///< of the newest
};

/// A price that is put in force and begins on a later day.
struct PriceToCome {
    QString tariffCode;
    Date from;
};

/// What the day of whoever is signed in has come to so far, and what is planned. A member is empty when none of his
/// duties has to do with it.
struct MyToday {
    Date day;
    bool takesMoney = false;
    std::optional<ShiftAtSeat> shift{}; ///< the one that is open at this seat, for whoever takes money
    /// For whoever closes days or judges the books, and not while a drawer of his own is to be counted.
    std::optional<WholeDay> wholeDay{};
    std::optional<LastReadings> readings{}; ///< for whoever sees reading runs; empty, too, when there was none
    std::optional<int> runsToBeChecked{};   ///< drafted by him: they wait for somebody else
    std::optional<int> commandsUnderWay{};  ///< approved, and not known to be done
    std::vector<PriceToCome> prices{};      ///< the next ones, by day
    Date nextWorkingDay;                    ///< after today
};

/// Everybody who is signed in may ask; a few looks into indexes.
Result<MyToday> myToday(Session& session);

} // namespace meterhall::services
