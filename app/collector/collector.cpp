#include "app/collector/collector.h"

#include "core/services/stations.h"

namespace meterhall::app {

using devices::Hub;
using devices::TargetResult;

namespace {

/// postgresql://host/name becomes postgresql://login@host/name.
QString urlWithLogin(const QString& url, const QString& login) {
    const QString scheme = QStringLiteral("postgresql://");
    return scheme + login + u'@' + url.mid(scheme.size());
}

} // namespace

Collector::Collector(CollectorSettings settings, QObject* parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_profiles(devices::ProfileCatalog::builtIn())
    , m_sink([this] {
        services::Workplace workplace = m_settings.workplace;
        workplace.seat = m_settings.sinkSeat;
        return services::signIn(workplace, m_settings.login, m_settings.password);
    }) {
    connect(&m_timer, &QTimer::timeout, this, [this] { attempt(turn()); });
}

Collector::~Collector() {
    stop();
}

Result<void> Collector::start() {
    if (!m_settings.workplace.url.startsWith(QLatin1String("postgresql:")))
        return CollectorError::NeedsPostgres;
    if (!m_profiles.ok())
        return m_profiles.error();
    MH_TRY(services::Session session, services::signIn(m_settings.workplace, m_settings.login, m_settings.password));
    m_session.emplace(std::move(session));
    MH_CHECK(listen());

    m_hub = std::make_unique<Hub>(*m_profiles, m_sink, m_clock);
    connect(m_hub.get(), &Hub::terminalChanged, this, [this](const devices::TerminalInfo& terminal) {
        if (terminal.state == devices::TerminalState::Online)
            m_online.insert(terminal.id);
        else
            m_online.erase(terminal.id);
        attempt(turn());
    });
    connect(m_hub.get(), &Hub::targetsDone, this, [this](qint64 run, const std::vector<TargetResult>& results) {
        if (Held* held = withRun(run))
            for (const TargetResult& result : results)
                held->outcomes.push_back(outcomeOf(result));
    });
    connect(m_hub.get(), &Hub::finished, this,
            [this](const devices::RunSummary& summary) { attempt(finished(summary)); });
    m_courier = std::make_unique<CommandCourier>(*m_hub, *m_session);

    devices::HubSettings hub;
    hub.doors = m_settings.doors;
    hub.commands = m_settings.commands;
    MH_TRY(const auto served, services::servedTerminals(*m_session));
    hub.terminals = knownTerminals(served);
    MH_TRY(const auto ports, m_hub->start(hub));
    QJsonObject line{{QStringLiteral("event"), QStringLiteral("listening")}};
    for (std::size_t i = 0; i < ports.size(); ++i)
        line.insert(m_settings.doors[i].uplink == devices::Uplink::Dtu ? QStringLiteral("dtu") : QStringLiteral("gdw"),
                    int(ports[i]));
    Q_EMIT told(line);
    // Three chances to renew before a lease ends.
    m_timer.start(int(std::max<std::int64_t>(100, m_settings.lease.inMilliseconds() / 3)));
    return {};
}

Result<void> Collector::listen() {
    storage::OpenOptions options;
    options.password = m_settings.password;
    MH_TRY(auto listener, storage::Listener::open(urlWithLogin(m_settings.workplace.url, m_settings.login), options,
                                                  {QStringLiteral("device_commands")}));
    m_listener.emplace(std::move(listener));
    m_notifier = std::make_unique<QSocketNotifier>(m_listener->socket(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] { attempt(notified()); });
    return {};
}

void Collector::stop() {
    m_timer.stop();
    m_notifier.reset();
    if (m_hub)
        m_hub->stop();
    if (!m_session)
        return;
    for (const auto& [terminal, held] : m_held)
        (void)services::letTerminalGo(*m_session, terminal, m_settings.owner).ok();
    m_held.clear();
}

// What cannot be done now ends the program: a collector without its database must not talk to meters.
void Collector::attempt(const Result<void>& result) {
    if (!result.ok())
        Q_EMIT failed(result.error());
}

Result<void> Collector::turn() {
    for (const QString& terminal : std::set(m_online))
        MH_CHECK(renew(terminal));
    for (auto at = m_held.begin(); at != m_held.end();) {
        const QString terminal = (at++)->first;
        if (!m_online.contains(terminal)) {
            MH_CHECK(services::letTerminalGo(session(), terminal, m_settings.owner));
            lost(terminal);
        }
    }
    for (auto& [terminal, held] : m_held) {
        MH_CHECK(readWhenDue(terminal, held));
        // A rule that held a command may have ended: a crew arrives without telling the database's listeners.
        MH_CHECK(m_courier->carry(terminal));
    }
    return {};
}

Result<void> Collector::renew(const QString& terminal) {
    MH_TRY(const bool ours, services::holdTerminal(session(), terminal, m_settings.owner, m_settings.lease));
    if (ours && !m_held.contains(terminal))
        return taken(terminal);
    if (!ours && m_held.contains(terminal))
        lost(terminal);
    return {};
}

Result<void> Collector::taken(const QString& terminal) {
    m_held.emplace(terminal, Held{session().now(), 0, {}});
    Q_EMIT told({{QStringLiteral("event"), QStringLiteral("lease")},
                 {QStringLiteral("terminal"), terminal},
                 {QStringLiteral("held"), true}});
    // What whoever had it before sent and did not hear of is unknown now.
    MH_CHECK(m_courier->recover(terminal));
    MH_CHECK(m_courier->lookAgain(terminal));
    return {};
}

void Collector::lost(const QString& terminal) {
    const auto found = m_held.find(terminal);
    if (found == m_held.end())
        return;
    if (found->second.run != 0)
        m_hub->cancelRun(found->second.run);
    m_held.erase(found);
    Q_EMIT told({{QStringLiteral("event"), QStringLiteral("lease")},
                 {QStringLiteral("terminal"), terminal},
                 {QStringLiteral("held"), false}});
}

Result<void> Collector::readWhenDue(const QString& terminal, Held& held) {
    if (held.run != 0 || session().now() < held.readAt)
        return {};
    held.readAt = session().now() + m_settings.every;
    MH_TRY(const auto start, services::startReadingRun(session(), {.terminal = terminal}));
    if (start.meters.empty())
        return {};
    held.run = start.run;
    held.outcomes.clear();
    return m_hub->startRun(planOf(start, m_settings.reading));
}

Result<void> Collector::finished(const devices::RunSummary& summary) {
    Held* held = withRun(summary.run);
    if (held == nullptr)
        return {};
    held->run = 0;
    MH_CHECK(services::finishReadingRun(session(), summary.run, std::exchange(held->outcomes, {})));
    Q_EMIT told({{QStringLiteral("event"), QStringLiteral("run")},
                 {QStringLiteral("run"), QString::number(summary.run)},
                 {QStringLiteral("read"), summary.read},
                 {QStringLiteral("failed"), summary.failed}});
    return {};
}

Result<void> Collector::notified() {
    MH_TRY(const auto notifications, m_listener->take());
    for (const storage::Notification& notification : notifications) {
        if (m_held.contains(notification.payload))
            MH_CHECK(m_courier->carry(notification.payload));
    }
    return {};
}

Collector::Held* Collector::withRun(std::int64_t run) {
    for (auto& [terminal, held] : m_held)
        if (held.run == run)
            return &held;
    return nullptr;
}

} // namespace meterhall::app
