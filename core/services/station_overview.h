#pragma once

#include "core/base/page_mark.h"
#include "core/registry/registry.h"
#include "core/services/reading_work.h"
#include "core/services/session.h"
#include "core/services/staff_name.h"

#include <map>

namespace meterhall::services {

/// What a run made of the meters behind one terminal.
struct RunOfTerminal {
    std::int64_t run = 0;
    Instant startedAt;
    int asked = 0;
    int read = 0;
    int unread = 0;
    std::map<QString, int> causes{}; ///< of the unread ones
};

/// A concentrator or DTU as the list shows it.
struct TerminalOverview {
    QString name;
    Carrier carrier = Carrier::Gdw376;
    int meters = 0;                          ///< hanging behind it; where it was read whole, as of that run
    std::optional<RunOfTerminal> lastRun{};  ///< the last one that asked everything behind it and is over
    std::optional<RunOfTerminal> underWay{}; ///< one that is not over: begun now, or stopped for good
    std::optional<Instant> heardAt{};        ///< when something came from it, give or take a minute
    std::optional<QString> heldBy{};         ///< the station that talks to it now
};
/// All terminals of the archive, by name (Service::ShowReadingRuns).
Result<std::vector<TerminalOverview>> terminalOverviews(Session& session);

/// What the last run that asked a meter heard of it.
struct OutcomeOfMeter {
    std::int64_t run = 0;
    Instant startedAt;
    bool read = false;
    QString cause{};
    QString evidence{};
    int tries = 0;
};
struct MeterOfTerminal {
    MeterId meter;
    QString number;
    QString deviceAddress;
    int port = 0;
    QString accountNumber;
    QString holder;
    QString address;
    std::optional<Decimal> dial{}; ///< of its newest reading of the billed register
    std::optional<Date> receivedOn{};
    bool billable = false; ///< nobody doubts that reading, or somebody accepted it
    std::optional<OutcomeOfMeter> outcome{};
};
/// The meters that hang behind a terminal, by their number (Service::ShowReadingRuns). Outcomes go back to the last
/// whole run of the terminal. UnknownTerminal.
Result<std::vector<MeterOfTerminal>> metersOfTerminal(Session& session, const QString& terminal);

enum class RunScopeKind : std::uint8_t { All, Book, Terminal, Meter };
/// A reading run as the list shows it.
struct ReadingRunRow {
    std::int64_t run = 0;
    Instant startedAt;
    std::optional<Instant> finishedAt{}; ///< empty: under way, or stopped for good
    StaffName startedBy;
    RunScopeKind scope = RunScopeKind::All;
    QString subject{}; ///< number of the book or meter, name of the terminal
    int asked = 0;
    int read = 0;
    int unread = 0;

    PageMark mark() const { return {startedAt.microseconds(), run}; }
};
/// A page of the reading runs, newest first, behind the mark of the last row of the page before; at most 500
/// (Service::ShowReadingRuns).
Result<std::vector<ReadingRunRow>> readingRuns(Session& session, const PageMark& after = {}, int limit = 50);

/// The meters one run did not read, by their number, at most `limit` (Service::ShowReadingRuns).
Result<std::vector<UnreadMeter>> unreadInRun(Session& session, std::int64_t run, int limit = 500);

} // namespace meterhall::services
