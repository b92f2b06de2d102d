#include "devices/hub/hub.h"

#include "devices/hub/hub_core.h"

#include <QMutexLocker>
#include <QPointer>
#include <QThread>

namespace meterhall::devices {

namespace {
/// Calls the sink, which may block, in the sink's thread.
class SinkWorker final : public QObject {
public:
    explicit SinkWorker(ReportSink& sink)
        : m_sink(sink) {}
    Result<void> accept(const std::vector<MeterReport>& reports) { return m_sink.accept(reports); }

private:
    ReportSink& m_sink;
};
} // namespace

/// The threads and what lives in them. The core's thread never waits; the sink's may.
struct Hub::Threads {
    QThread coreThread;
    QThread sinkThread;
    std::unique_ptr<HubCore> core;
    std::unique_ptr<SinkWorker> sink;

    template <class Call>
    void post(Call call) {
        QMetaObject::invokeMethod(core.get(), std::move(call), Qt::QueuedConnection);
    }
    template <class Call>
    void callAndWait(QObject* where, Call call) {
        QMetaObject::invokeMethod(where, std::move(call), Qt::BlockingQueuedConnection);
    }

    Threads() {
        coreThread.setObjectName(QStringLiteral("hub"));
        sinkThread.setObjectName(QStringLiteral("hub-sink"));
    }
    ~Threads() {
        // Objects with timers and notifiers are destroyed where they lived.
        if (core)
            callAndWait(core.get(), [this] { core.release()->deleteLater(); });
        coreThread.quit();
        coreThread.wait();
        sinkThread.quit();
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

/// What the core says in its thread is said again in this object's thread. The core is gone before the hub is.
HubEvents Hub::relay(Threads& threads) {
    const auto queue = [this](auto call) { QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection); };
    HubEvents events;
    events.progressed = [this, queue](RunProgress progress) {
        queue([this, progress = std::move(progress)] { Q_EMIT progressed(progress); });
    };
    events.targetsDone = [this, queue](std::int64_t run, std::vector<TargetResult> results) {
        queue([this, run, results = std::move(results)] { Q_EMIT targetsDone(run, results); });
    };
    events.finished = [this, queue](const RunSummary& summary) {
        queue([this, summary] {
            const QMutexLocker lock(&m_mutex);
            m_active.remove(summary.run);
        });
        queue([this, summary] { Q_EMIT finished(summary); });
    };
    events.terminalChanged = [this, queue](const TerminalInfo& terminal) {
        queue([this, terminal] { Q_EMIT terminalChanged(terminal); });
    };
    events.alarmRaised = [this, queue](const TerminalAlarm& alarm) {
        queue([this, alarm] { Q_EMIT alarmRaised(alarm); });
    };
    events.offer = [&threads](std::vector<MeterReport> batch) {
        SinkWorker* sink = threads.sink.get();
        HubCore* core = threads.core.get();
        const auto offer = [sink, core, batch = std::move(batch)] {
            const Result<void> answer = sink->accept(batch);
            QMetaObject::invokeMethod(
                core, [core, answer] { core->sinkAnswered(answer); }, Qt::QueuedConnection);
        };
        QMetaObject::invokeMethod(sink, offer, Qt::QueuedConnection);
    };
    return events;
}

Result<std::vector<std::uint16_t>> Hub::start(const HubSettings& settings) {
    const QMutexLocker lock(&m_mutex);
    if (m_threads)
        return HubError::AlreadyStarted;
    MH_TRY(ModemCatalog modems, ModemCatalog::builtIn());
    auto threads = std::make_unique<Threads>();
    threads->sink = std::make_unique<SinkWorker>(m_sink);
    threads->core = std::make_unique<HubCore>(m_profiles, std::move(modems), m_clock, settings, relay(*threads));
    threads->sink->moveToThread(&threads->sinkThread);
    threads->core->moveToThread(&threads->coreThread);
    threads->sinkThread.start();
    threads->coreThread.start();
    Result<std::vector<std::uint16_t>> ports(HubError::NotStarted);
    HubCore* core = threads->core.get();
    threads->callAndWait(core, [core, &ports] { ports = core->open(); });
    if (ports.ok())
        m_threads = std::move(threads);
    return ports;
}

void Hub::stop() {
    std::unique_ptr<Threads> threads;
    {
        const QMutexLocker lock(&m_mutex);
        threads = std::move(m_threads);
    }
    if (!threads)
        return;
    HubCore* core = threads->core.get();
    SinkWorker* sink = threads->sink.get();
    threads->callAndWait(core, [core] { core->quiesce(); });
    // The sink's thread is done with the batch it had when this returns, and its answer is queued at the core.
    threads->callAndWait(sink, [] {});
    std::vector<MeterReport> last;
    threads->callAndWait(core, [core, &last] { last = core->lastOffer(); });
    Result<void> answer;
    if (!last.empty())
        threads->callAndWait(sink, [sink, &last, &answer] { answer = sink->accept(last); });
    threads->callAndWait(core, [core, &answer] { core->concludeLastOffer(answer); });
}

void Hub::setTerminals(std::vector<KnownTerminal> terminals) {
    const QMutexLocker lock(&m_mutex);
    if (m_threads)
        m_threads->post([core = m_threads->core.get(), terminals = std::move(terminals)] { core->admit(terminals); });
}

Result<void> Hub::startRun(ReadingPlan plan) {
    MH_CHECK(checkPlan(plan));
    const QMutexLocker lock(&m_mutex);
    if (!m_threads)
        return HubError::NotStarted;
    if (m_active.contains(plan.run))
        return Error(HubError::RunExists, {QString::number(plan.run)});
    m_active.insert(plan.run);
    m_threads->post([core = m_threads->core.get(), plan = std::move(plan)] { core->startRun(plan); });
    return {};
}

void Hub::cancelRun(std::int64_t run) {
    const QMutexLocker lock(&m_mutex);
    if (m_threads)
        m_threads->post([core = m_threads->core.get(), run] { core->cancelRun(run); });
}

template <class Value>
void Hub::fetch(QObject* receiver, std::function<void(Value)> done, Value (HubCore::*get)() const) const {
    const QMutexLocker lock(&m_mutex);
    if (!m_threads)
        return;
    const QPointer<QObject> guard(receiver);
    auto* self = const_cast<Hub*>(this); // only as the address of a queued call
    m_threads->post([core = m_threads->core.get(), self, guard, done = std::move(done), get] {
        const auto deliver = [guard, done, value = (core->*get)()] {
            if (guard)
                done(value);
        };
        QMetaObject::invokeMethod(self, deliver, Qt::QueuedConnection);
    });
}

void Hub::terminals(QObject* receiver, std::function<void(std::vector<TerminalInfo>)> done) const {
    fetch(receiver, std::move(done), &HubCore::terminals);
}

void Hub::inFlight(QObject* receiver, std::function<void(std::vector<InFlight>)> done) const {
    fetch(receiver, std::move(done), &HubCore::inFlight);
}

} // namespace meterhall::devices
