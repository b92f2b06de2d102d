#include "devices/hub/reading_run.h"

#include "devices/codecs/cjt188/frame.h"

#include <QSet>

namespace meterhall::devices {

namespace {
constexpr int mostTries = 20;
constexpr int mostRounds = 50;

/// Why a target cannot be asked at all; empty when it can.
QString whyUnsupported(const ReadingTarget& target, const DeviceProfile* profile) {
    if (profile == nullptr)
        return QStringLiteral("profile %1").arg(target.profile);
    const auto address = cjt188::Address::parse(target.deviceAddress);
    if (!address.ok())
        return QStringLiteral("address %1").arg(target.deviceAddress);
    if (address->isBroadcast())
        return QStringLiteral("broadcast address %1").arg(target.deviceAddress);
    if (target.terminal.isEmpty())
        return QStringLiteral("no terminal");
    return {};
}

Error badPolicy(const char* field) {
    return {HubError::BadPolicy, {QString::fromLatin1(field)}};
}
} // namespace

QString toString(NotReadCause cause) {
    switch (cause) {
    case NotReadCause::NoAnswer:
        return QStringLiteral("no answer");
    case NotReadCause::TerminalOffline:
        return QStringLiteral("terminal offline");
    case NotReadCause::Quarantined:
        return QStringLiteral("quarantined");
    case NotReadCause::Refused:
        return QStringLiteral("refused");
    case NotReadCause::Damaged:
        return QStringLiteral("damaged");
    case NotReadCause::Unsupported:
        return QStringLiteral("unsupported");
    case NotReadCause::NotStored:
        return QStringLiteral("not stored");
    case NotReadCause::Cancelled:
        return QStringLiteral("cancelled");
    }
    Q_UNREACHABLE();
}

Result<void> checkPlan(const ReadingPlan& plan) {
    const ReadingPolicy& policy = plan.policy;
    if (plan.targets.empty())
        return HubError::EmptyPlan;
    if (policy.triesPerRound < 1 || policy.triesPerRound > mostTries)
        return badPolicy("triesPerRound");
    if (policy.rounds < 1 || policy.rounds > mostRounds)
        return badPolicy("rounds");
    if (policy.perTerminalInFlight != 1)
        return badPolicy("perTerminalInFlight");
    if (policy.answerWithin < Duration::milliseconds(1) || policy.answerWithin > Duration::minutes(10))
        return badPolicy("answerWithin");
    QSet<std::int64_t> meters;
    for (const ReadingTarget& target : plan.targets) {
        if (meters.contains(target.meter))
            return Error(HubError::DoubleTarget, {QString::number(target.meter)});
        meters.insert(target.meter);
    }
    return {};
}

ReadingRun::ReadingRun(ReadingPlan plan, const ProfileCatalog& profiles, Instant now)
    : m_id(plan.run)
    , m_policy(plan.policy) {
    m_targets.reserve(plan.targets.size());
    for (ReadingTarget& target : plan.targets) {
        const DeviceProfile* profile = profiles.find(target.profile);
        const QString unsupported = whyUnsupported(target, profile);
        Route& route = m_routes[target.terminal];
        route.awaySince = now;
        ++route.total;
        const std::size_t index = m_targets.size();
        m_targets.push_back({std::move(target), profile, State::Pending, 0, 0, {}});
        if (unsupported.isEmpty())
            route.due.push_back(index);
        else
            fail(index, {NotReadCause::Unsupported, unsupported});
    }
    m_summary.run = m_id;
    m_summary.total = int(m_targets.size());
}

bool ReadingRun::isDue(const QString& terminal, Instant now) const {
    const auto found = m_routes.find(terminal);
    if (found == m_routes.end())
        return false;
    const Route& route = found->second;
    return !route.due.empty() && route.asked < m_policy.perTerminalInFlight && now >= route.notBefore;
}

std::optional<std::size_t> ReadingRun::next(const QString& terminal, Instant now) {
    if (!isDue(terminal, now))
        return std::nullopt;
    Route& route = m_routes.at(terminal);
    const std::size_t index = route.due.front();
    route.due.pop_front();
    ++route.asked;
    m_targets[index].state = State::Asked;
    m_targets[index].round = route.round;
    return index;
}

void ReadingRun::requestSent(std::size_t index) {
    ++m_targets[index].tries;
    ++m_summary.requests;
}

void ReadingRun::missed(std::size_t index, NotRead why, Instant now) {
    Entry& entry = m_targets[index];
    Q_ASSERT(entry.state == State::Asked);
    Route& route = routeOf(entry);
    --route.asked;
    entry.state = State::Pending;
    if (m_cancelled) {
        fail(index, {NotReadCause::Cancelled, why.evidence});
    } else if (entry.round >= m_policy.rounds) {
        fail(index, std::move(why));
    } else {
        entry.lastMiss = std::move(why);
        route.missed.push_back(index);
    }
    turnRound(route, now);
}

void ReadingRun::answered(std::size_t index, Instant now) {
    Entry& entry = m_targets[index];
    Q_ASSERT(entry.state == State::Asked);
    entry.state = State::Answered;
    ++m_unstored;
    Route& route = routeOf(entry);
    --route.asked;
    turnRound(route, now);
}

void ReadingRun::turnRound(Route& route, Instant now) const {
    if (!route.due.empty() || route.asked > 0 || route.missed.empty())
        return;
    ++route.round;
    route.due.assign(route.missed.begin(), route.missed.end());
    route.missed.clear();
    route.notBefore = now + m_policy.betweenRounds;
}

void ReadingRun::stored(std::size_t index, MeterReport report) {
    Entry& entry = m_targets[index];
    Q_ASSERT(entry.state == State::Answered);
    entry.state = State::Done;
    --m_unstored;
    ++m_read;
    ++routeOf(entry).read;
    if (!report.doubts.isEmpty())
        ++m_summary.doubtfulReports;
    m_results.push_back({entry.target.meter, std::move(report), entry.tries, entry.round});
}

void ReadingRun::notStored(std::size_t index, const QString& evidence) {
    Q_ASSERT(m_targets[index].state == State::Answered);
    --m_unstored;
    fail(index, {NotReadCause::NotStored, evidence});
}

void ReadingRun::fail(std::size_t index, NotRead why) {
    Entry& entry = m_targets[index];
    entry.state = State::Done;
    ++m_failed;
    ++routeOf(entry).failed;
    m_results.push_back({entry.target.meter, std::move(why), entry.tries, entry.round});
}

void ReadingRun::failAll(Route& route, const NotRead& why) {
    for (const std::size_t index : std::exchange(route.due, {}))
        fail(index, why);
    for (const std::size_t index : std::exchange(route.missed, {}))
        fail(index, why);
}

void ReadingRun::terminalOnline(const QString& terminal) {
    if (const auto found = m_routes.find(terminal); found != m_routes.end())
        found->second.online = true;
}

void ReadingRun::terminalOffline(const QString& terminal, NotReadCause cause, Instant now) {
    const auto found = m_routes.find(terminal);
    if (found == m_routes.end())
        return;
    Route& route = found->second;
    if (std::exchange(route.online, false))
        route.awaySince = now;
    route.awayCause = cause;
}

void ReadingRun::expire(Instant now) {
    for (auto& [terminal, route] : m_routes) {
        const Duration away = now - route.awaySince;
        if (route.online || away < m_policy.terminalWithin)
            continue;
        failAll(route,
                {route.awayCause, QStringLiteral("%1 away for %2 s").arg(terminal).arg(away.inMilliseconds() / 1000)});
    }
}

void ReadingRun::cancel() {
    m_cancelled = true;
    for (auto& [terminal, route] : m_routes)
        failAll(route, {NotReadCause::Cancelled, {}});
}

std::vector<QString> ReadingRun::terminals() const {
    std::vector<QString> all;
    for (const auto& [terminal, route] : m_routes)
        all.push_back(terminal);
    return all;
}

std::vector<TargetResult> ReadingRun::takeResults() {
    return std::exchange(m_results, {});
}

RunProgress ReadingRun::progress() const {
    RunProgress progress;
    progress.run = m_id;
    progress.total = int(m_targets.size());
    progress.read = m_read;
    progress.failed = m_failed;
    progress.pending = progress.total - m_read - m_failed;
    progress.unstored = m_unstored;
    for (const auto& [terminal, route] : m_routes) {
        progress.terminals.push_back({terminal, route.online, route.total, route.read, route.failed,
                                      route.total - route.read - route.failed, route.round});
    }
    return progress;
}

RunSummary ReadingRun::summary() const {
    RunSummary summary = m_summary;
    summary.cancelled = m_cancelled;
    summary.read = m_read;
    summary.failed = m_failed;
    return summary;
}

} // namespace meterhall::devices
