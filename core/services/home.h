#pragma once

#include "core/registry/registry.h"
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

} // namespace meterhall::services
