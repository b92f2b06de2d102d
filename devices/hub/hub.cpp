#include "devices/hub/hub.h"

#include "devices/hub/hub_core.h"

#include <QPointer>
#include <QThread>

namespace meterhall::devices {

/// The threads and what lives in them. The core's thread never waits; the sink's may.
struct Hub::Threads {
    QThread coreThread;
    QThread sinkThread;
    Mailbox coreBox;
    Mailbox sinkBox;
    std::unique_ptr<HubCore> core; ///< made, used and destroyed in the core's thread

    Threads() {
        coreThread.setObjectName(QStringLiteral("hub"));
        sinkThread.setObjectName(QStringLiteral("hub-sink"));
        coreBox.moveToThread(&coreThread);
        sinkBox.moveToThread(&sinkThread);
        coreThread.start();
        sinkThread.start();
    }
    ~Threads() {
        coreBox.postAndWait([this] { core.reset(); });
        coreThread.quit();
        sinkThread.quit();
        coreThread.wait();
        sinkThread.wait();
    }
    Threads(const Threads&) = delete;
    Threads& operator=(const Threads&) = delete;
};

Hub::Hub(const ProfileCatalog& profiles, ReportSink& sink, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_sink(sink)
    , m_clock(clock) {}

Hub::~Hub() {
    blockSignals(true);
    stop();
}

/// What the core says in its thread is said again in this object's thread. The core is gone before the mailbox is.
HubEvents Hub::relay(Threads& threads) {
    HubEvents events;
    events.progressed = [this](RunProgress progress) {
        m_mailbox.post([this, progress = std::move(progress)] { Q_EMIT progressed(progress); });
    };
    events.targetsDone = [this](std::int64_t run, std::vector<TargetResult> results) {
        m_mailbox.post([this, run, results = std::move(results)] { Q_EMIT targetsDone(run, results); });
    };
    events.finished = [this](const RunSummary& summary) {
        m_mailbox.post([this, summary] {
            {
                const std::lock_guard lock(m_mutex);
                m_active.remove(summary.run);
            }
            Q_EMIT finished(summary);
        });
    };
    events.terminalChanged = [this](const TerminalInfo& terminal) {
        m_mailbox.post([this, terminal] { Q_EMIT terminalChanged(terminal); });
    };
    events.alarmRaised = [this](const TerminalAlarm& alarm) {
        m_mailbox.post([this, alarm] { Q_EMIT alarmRaised(alarm); });
    };
    events.commandSent = [this](CommandId command) {
        m_mailbox.post([this, command] { Q_EMIT commandSent(command); });
    };
    events.commandDone = [this](CommandOutcome outcome) {
        m_mailbox.post([this, outcome = std::move(outcome)] { Q_EMIT commandDone(outcome); });
    };
    events.offer = [this, &threads](std::vector<MeterReport> batch) {
        threads.sinkBox.post([this, &threads, batch = std::move(batch)] {
            threads.coreBox.post([&threads, answer = m_sink.accept(batch)] { threads.core->sinkAnswered(answer); });
        });
    };
    return events;
}

Result<std::vector<std::uint16_t>> Hub::start(const HubSettings& settings) {
    const std::lock_guard lock(m_mutex);
    if (m_threads)
        return HubError::AlreadyStarted;
    MH_TRY(const ModemCatalog modems, ModemCatalog::builtIn());
    auto threads = std::make_unique<Threads>();
    Result<std::vector<std::uint16_t>> ports(HubError::NotStarted);
    threads->coreBox.postAndWait([&] {
        threads->core = std::make_unique<HubCore>(m_profiles, modems, m_clock, settings, relay(*threads));
        ports = threads->core->open();
    });
    if (ports.ok())
        m_threads = std::move(threads);
    return ports;
}

void Hub::stop() {
    std::unique_ptr<Threads> threads;
    {
        const std::lock_guard lock(m_mutex);
        threads = std::move(m_threads);
    }
    if (!threads)
        return;
    threads->coreBox.postAndWait([&] { threads->core->quiesce(); });
    // The sink's thread is done with the batch it had when this returns, and its answer waits in the core's mailbox.
    threads->sinkBox.postAndWait([] {});
    std::vector<MeterReport> last;
    threads->coreBox.postAndWait([&] { last = threads->core->lastOffer(); });
    Result<void> answer;
    if (!last.empty())
        threads->sinkBox.postAndWait([&] { answer = m_sink.accept(last); });
    threads->coreBox.postAndWait([&] { threads->core->concludeLastOffer(answer); });
}

void Hub::setTerminals(std::vector<KnownTerminal> terminals) {
    const std::lock_guard lock(m_mutex);
    if (Threads* threads = m_threads.get())
        threads->coreBox.post([threads, terminals = std::move(terminals)] { threads->core->admit(terminals); });
}

Result<void> Hub::startRun(ReadingPlan plan) {
    MH_CHECK(checkPlan(plan));
    const std::lock_guard lock(m_mutex);
    Threads* threads = m_threads.get();
    if (threads == nullptr)
        return HubError::NotStarted;
    if (m_active.contains(plan.run))
        return Error(HubError::RunExists, {QString::number(plan.run)});
    m_active.insert(plan.run);
    threads->coreBox.post([threads, plan = std::move(plan)] { threads->core->startRun(plan); });
    return {};
}

void Hub::cancelRun(std::int64_t run) {
    const std::lock_guard lock(m_mutex);
    if (Threads* threads = m_threads.get())
        threads->coreBox.post([threads, run] { threads->core->cancelRun(run); });
}

Result<void> Hub::sendCommand(ReleasedCommand command) {
    const std::lock_guard lock(m_mutex);
    Threads* threads = m_threads.get();
    if (threads == nullptr)
        return HubError::NotStarted;
    // A call in a mailbox can be copied, a clearance cannot.
    const auto shared = std::make_shared<ReleasedCommand>(std::move(command));
    threads->coreBox.post([threads, shared] { threads->core->sendCommand(std::move(*shared)); });
    return {};
}

template <class Value, class Get>
void Hub::fetch(QObject* receiver, std::function<void(Value)> done, Get get) const {
    const std::lock_guard lock(m_mutex);
    Threads* threads = m_threads.get();
    if (threads == nullptr)
        return;
    const QPointer<QObject> guard(receiver);
    threads->coreBox.post([this, threads, guard, done = std::move(done), get] {
        m_mailbox.post([guard, done, value = (*threads->core.*get)()] {
            if (guard)
                done(value);
        });
    });
}

void Hub::terminals(QObject* receiver, std::function<void(std::vector<TerminalInfo>)> done) const {
    fetch(receiver, std::move(done), &HubCore::terminals);
}

void Hub::inFlight(QObject* receiver, std::function<void(std::vector<InFlight>)> done) const {
    fetch(receiver, std::move(done), &HubCore::inFlight);
}

void Hub::frames(QObject* receiver, std::function<void(std::vector<LineFrame>)> done) const {
    fetch(receiver, std::move(done), &HubCore::takeFrames);
}

} // namespace meterhall::devices
