#include "app/station_host/host_worker.h"

#include "app/station_host/heard_frames.h"
#include "core/services/stations.h"
#include "core/storage/storage_error.h"

namespace meterhall::app {

using services::Session;

namespace {
constexpr int lookMilliseconds = 250;

devices::ReadingPolicy policyOf(const StationPlace& place) {
    devices::ReadingPolicy policy;
    policy.answerWithin = Duration::milliseconds(place.answerMilliseconds);
    policy.terminalWithin = Duration::seconds(place.terminalSeconds);
    // A short answer time means a fast line, which needs no long pause either.
    policy.betweenRounds = std::min(policy.betweenRounds, policy.answerWithin * 2);
    return policy;
}
} // namespace

bool StationDatabase::isLost(const Error& error) {
    return error.is(storage::StorageError::ConnectionLost);
}

Result<void> HostSink::accept(std::span<const MeterReport> reports) {
    return m_database.ask([reports](Session& session) { return services::IngestSink(session).accept(reports); });
}

HostWorker::HostWorker(StationPlace place)
    : m_place(std::move(place))
    , m_look(this) {
    m_look.setInterval(lookMilliseconds);
    connect(&m_look, &QTimer::timeout, this, &HostWorker::look);
}

HostWorker::~HostWorker() = default;

void HostWorker::open(const ui::DatabaseThread::Opener& signIn) {
    if (m_closing) {
        m_next = signIn;
        return;
    }
    if (m_hub)
        return;
    const auto place = tryToOpen(signIn);
    if (place.ok()) {
        m_refusal.reset();
        m_look.start();
        Q_EMIT opened(*place);
        return;
    }
    drop();
    m_refusal = place.error();
    Q_EMIT refused(place.error());
}

Result<ui::ReadingStation::Place> HostWorker::tryToOpen(const ui::DatabaseThread::Opener& signIn) {
    if (!m_profiles) {
        MH_TRY(auto profiles, devices::ProfileCatalog::builtIn());
        m_profiles = std::make_unique<const devices::ProfileCatalog>(std::move(profiles));
    }
    m_database = std::make_unique<StationDatabase>(signIn);
    MH_TRY(const auto terminals, m_database->ask(services::servedTerminals));
    m_sink = std::make_unique<HostSink>(*m_database);
    m_hub = std::make_unique<devices::Hub>(*m_profiles, *m_sink, m_clock);
    listenToHub();
    devices::HubSettings settings;
    settings.doors = {{m_place.listen, m_place.gdwPort, devices::Uplink::Gdw376, {}},
                      {m_place.listen, m_place.dtuPort, devices::Uplink::Dtu, QStringLiteral("ctrl_text")}};
    settings.terminals = knownTerminals(terminals);
    settings.watchedFrames = ui::ReadingStation::framesKept;
    MH_TRY(const auto ports, m_hub->start(settings));
    return ui::ReadingStation::Place{m_place.listen, ports.at(0), ports.at(1)};
}

void HostWorker::listenToHub() {
    using devices::Hub;
    connect(m_hub.get(), &Hub::terminalChanged, this, [this](const devices::TerminalInfo& terminal) {
        m_onlineChanged = true;
        if (terminal.state == devices::TerminalState::Online)
            m_online.insert(terminal.id);
        else
            m_online.erase(terminal.id);
    });
    connect(m_hub.get(), &Hub::targetsDone, this,
            [this](qint64 run, const std::vector<devices::TargetResult>& results) {
                if (!m_run || m_run->number != run)
                    return;
                for (const devices::TargetResult& result : results)
                    m_run->outcomes.push_back(outcomeOf(result));
            });
    connect(m_hub.get(), &Hub::progressed, this, [this](const devices::RunProgress& progress) {
        if (m_run && m_run->number == progress.run)
            Q_EMIT progressed(progress.total, progress.read, progress.failed);
    });
    connect(m_hub.get(), &Hub::finished, this, &HostWorker::runEnded);
}

void HostWorker::begin(const services::ReadingScope& scope) {
    auto run = tryToBegin(scope);
    if (run.ok())
        m_run = std::move(*run);
    else
        Q_EMIT failed(run.error());
}

Result<HostWorker::Run> HostWorker::tryToBegin(const services::ReadingScope& scope) {
    if (m_closing || !m_hub)
        return m_refusal ? *m_refusal : Error(devices::HubError::NotStarted);
    if (m_run)
        return Error(devices::HubError::RunExists);
    // The archive may have other terminals by now.
    MH_TRY(const auto terminals, m_database->ask(services::servedTerminals));
    m_hub->setTerminals(knownTerminals(terminals));
    MH_TRY(const auto run,
           m_database->ask([&scope](Session& session) { return services::startReadingRun(session, scope); }));
    if (const auto started = m_hub->startRun(planOf(run, policyOf(m_place))); !started.ok()) {
        MH_CHECK(m_database->ask([&run](Session& session) { return finishReadingRun(session, run.run, {}); }));
        return started.error();
    }
    Q_EMIT progressed(int(run.meters.size()), 0, 0);
    return Run{run.run, {}};
}

void HostWorker::runEnded(const devices::RunSummary& summary) {
    if (!m_run || m_run->number != summary.run)
        return;
    const Run ended = *std::exchange(m_run, std::nullopt);
    const auto kept = m_database->ask(
        [&ended](Session& session) { return services::finishReadingRun(session, ended.number, ended.outcomes); });
    if (kept.ok())
        Q_EMIT finished(summary.total, summary.read, summary.failed);
    else
        Q_EMIT failed(kept.error());
}

void HostWorker::end() {
    if (m_run)
        m_hub->cancelRun(m_run->number);
}

void HostWorker::look() {
    if (std::exchange(m_onlineChanged, false))
        Q_EMIT online(m_online);
    m_hub->frames(this, [this](const std::vector<devices::LineFrame>& lines) {
        std::vector<ui::HeardFrame> frames;
        for (const devices::LineFrame& line : lines) {
            for (ui::HeardFrame& frame : heardFrames(line))
                frames.push_back(std::move(frame));
        }
        if (!frames.empty())
            Q_EMIT heard(frames);
    });
}

// What the hub says while it stops waits in this thread's queue; what is posted here comes after it.
void HostWorker::close() {
    m_next = {};
    if (m_closing)
        return;
    if (!m_hub) {
        Q_EMIT closed();
        return;
    }
    m_closing = true;
    m_look.stop();
    m_hub->stop();
    QMetaObject::invokeMethod(
        this,
        [this] {
            drop();
            m_closing = false;
            Q_EMIT closed();
            if (m_next)
                open(std::exchange(m_next, {}));
        },
        Qt::QueuedConnection);
}

void HostWorker::drop() {
    m_hub.reset();
    m_sink.reset();
    m_database.reset();
    m_online.clear();
    m_onlineChanged = false;
}

} // namespace meterhall::app
