#pragma once

#include "devices/hub/reading_plan.h"
#include "devices/profiles/profile_catalog.h"
#include "devices/transports/clock.h"

#include <deque>
#include <map>

namespace meterhall::devices {

/// One reading run as a book of who is still to be asked: rounds, misses, results. Knows no sockets and no time of
/// its own. A target is pending, asked, answered (its report is on the way to the sink), and then read or not read;
/// what is read or not read stays so.
class ReadingRun {
public:
    ReadingRun(ReadingPlan plan, const ProfileCatalog& profiles, Instant now);

    std::int64_t id() const { return m_id; }
    const ReadingPolicy& policy() const { return m_policy; }
    const ReadingTarget& target(std::size_t index) const { return m_targets[index].target; }
    /// Only of targets that `next` gave out.
    const DeviceProfile& profile(std::size_t index) const { return *m_targets[index].profile; }
    int round(std::size_t index) const { return m_targets[index].round; }

    /// The next meter to ask through this terminal; it counts as asked from now on. Empty when none is due.
    std::optional<std::size_t> next(const QString& terminal, Instant now);
    /// Whether `next` would give one.
    bool isDue(const QString& terminal, Instant now) const;

    void requestSent(std::size_t index);
    /// Asked in vain: the target waits for the next round, or is not read when this was the last.
    void missed(std::size_t index, NotRead why, Instant now);
    void answered(std::size_t index, Instant now);
    void stored(std::size_t index, MeterReport report);
    void notStored(std::size_t index, const QString& evidence);

    void terminalOnline(const QString& terminal);
    void terminalOffline(const QString& terminal, NotReadCause cause, Instant now);
    /// Gives up on terminals that have been away too long.
    void expire(Instant now);
    /// Everything that is not on its way is not read any more.
    void cancel();
    bool isCancelled() const { return m_cancelled; }

    bool isFinished() const { return m_read + m_failed == int(m_targets.size()); }
    std::vector<QString> terminals() const;
    /// Results since the last call.
    std::vector<TargetResult> takeResults();
    RunProgress progress() const;
    RunSummary& counters() { return m_summary; }
    RunSummary summary() const;

private:
    enum class State : std::uint8_t { Pending, Asked, Answered, Done };

    struct Entry {
        ReadingTarget target;
        const DeviceProfile* profile = nullptr;
        State state = State::Pending;
        int tries = 0;
        int round = 0;
        std::optional<NotRead> lastMiss;
    };

    /// The targets behind one terminal, which are asked one after the other.
    struct Route {
        std::deque<std::size_t> due;
        std::vector<std::size_t> missed;
        int round = 1;
        int asked = 0;
        int total = 0;
        int read = 0;
        int failed = 0;
        Instant notBefore = Instant::fromMicroseconds(0);
        bool online = false;
        Instant awaySince = Instant::fromMicroseconds(0);
        NotReadCause awayCause = NotReadCause::TerminalOffline;
    };

    Route& routeOf(const Entry& entry) { return m_routes.at(entry.target.terminal); }
    void fail(std::size_t index, NotRead why);
    void failAll(Route& route, const NotRead& why);
    void turnRound(Route& route, Instant now) const;

    std::int64_t m_id;
    ReadingPolicy m_policy;
    std::vector<Entry> m_targets;
    std::map<QString, Route> m_routes;
    std::vector<TargetResult> m_results;
    RunSummary m_summary;
    int m_read = 0;
    int m_failed = 0;
    int m_unstored = 0;
    bool m_cancelled = false;
};

/// What keeps a plan from being a run: EmptyPlan, DoubleTarget (one meter id twice), BadPolicy (named).
Result<void> checkPlan(const ReadingPlan& plan);

} // namespace meterhall::devices
