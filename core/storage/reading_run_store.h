#pragma once

#include "core/registry/registry.h"
#include "core/storage/reading_store.h"

#include <map>

namespace meterhall::storage {

/// What a run made of one terminal. While it is under way nothing is read.
struct TerminalRun {
    std::int64_t run = 0;
    Instant startedAt;
    int asked = 0;
    int read = 0;
    int unread = 0;
};

struct StoredTerminal {
    RegisteredTerminal terminal;
    std::optional<Instant> heardAt;
    std::optional<TerminalRun> last;     ///< whole and over
    std::optional<TerminalRun> underWay; ///< the newest, when it is not over
};

struct CauseCount {
    QString terminal;
    QString cause;
    int count = 0;
};

/// A meter that hangs behind a terminal, with what the last run that asked it heard.
struct TerminalMeter {
    MeterId meter;
    QString number;
    QString deviceAddress;
    int port = 0;
    QString accountNumber;
    QString holder;
    QString address;
    std::optional<std::int64_t> run; ///< empty: none has asked it since the terminal's last whole run
    Instant askedAt;
    RunTarget target;
};

struct StoredReadingRun {
    std::int64_t run = 0;
    QString scope;
    Instant startedAt;
    std::optional<Instant> finishedAt;
    OperatorId startedBy;
    int asked = 0;
    int read = 0;
    int unread = 0;
};

struct UnreadTarget {
    QString meterNumber;
    QString cause;
    QString evidence;
};

/// What reading runs made of the terminals they asked: kept with each run, so that a list of terminals adds nothing up.
class ReadingRunStore {
public:
    explicit ReadingRunStore(Database& database)
        : m_database(database) {}

    /// A run begins: how many meters it asks behind each terminal, and whether these are all that hang there.
    static Result<void> ask(UnitOfWork& work, std::int64_t run, bool whole, const std::map<QString, int>& terminals);
    /// It is over, and its targets are saved: adds them up.
    static Result<void> addUp(UnitOfWork& work, std::int64_t run);
    /// Over all terminals, of the last run each that asked everything behind it and is over; the time and number of the
    /// newest. Nothing asked: there was none.
    Result<TerminalRun> lastRuns() const;

    /// All of the archive, by name.
    Result<std::vector<StoredTerminal>> terminals() const;
    Result<int> hangingBehind(const QString& terminal) const;
    Result<std::vector<CauseCount>> causesOf(std::int64_t run) const;
    Result<std::vector<TerminalMeter>> metersOf(const QString& terminal) const;

    /// Newest first.
    Result<std::vector<StoredReadingRun>> runs(const PageMark& after, int limit) const;
    Result<std::vector<UnreadTarget>> unreadOf(std::int64_t run, int limit) const;

private:
    Database& m_database;
};

} // namespace meterhall::storage
