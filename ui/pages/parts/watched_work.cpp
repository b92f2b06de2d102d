#include "ui/pages/parts/watched_work.h"

#include <QThread>

#include <algorithm>
#include <atomic>
#include <mutex>

namespace meterhall::ui {

namespace {
constexpr int lookMilliseconds = 100;
constexpr unsigned long waitMilliseconds = 20;
} // namespace

struct WatchedWork::Shared {
    enum class Wish : std::uint8_t { Work, Wait, Stop };

    std::atomic<Wish> wish = Wish::Work;
    std::mutex mutex;
    WorkStep step;

    // Called by the thread.
    Result<void> hear(const WorkStep& told) {
        {
            const std::lock_guard lock(mutex);
            step = told;
        }
        while (wish == Wish::Wait)
            QThread::msleep(waitMilliseconds);
        return wish == Wish::Stop ? Result<void>(DeskError::Cancelled) : Result<void>();
    }
};

WatchedWork::WatchedWork(Desk& desk, LongRun& run, std::shared_ptr<Shared> shared, std::any kept)
    : QObject(&run)
    , m_desk(desk)
    , m_run(run)
    , m_shared(std::move(shared))
    , m_kept(std::move(kept)) {
    connect(&m_run, &LongRun::changed, this, &WatchedWork::follow);
    connect(&m_look, &QTimer::timeout, this, &WatchedWork::look);
    m_look.start(lookMilliseconds);
}

WatchedWork* WatchedWork::beginKept(Desk& desk, const QString& name, const QString& title, Desk::RunOn thread,
                                    Job<void> job, std::any kept) {
    auto shared = std::make_shared<Shared>();
    LongRun* run = desk.start(
        title,
        [shared, job = std::move(job)](services::Session& session) -> Result<LongRun::Progress> {
            const auto ended = job(session, [&shared](const WorkStep& step) { return shared->hear(step); });
            // Whoever stops it knows that it was stopped.
            if (!ended.ok() && shared->wish != Shared::Wish::Stop)
                return ended.error();
            return LongRun::Progress{.done = 1, .total = 1, .finished = true};
        },
        thread);
    run->setObjectName(name);
    return new WatchedWork(desk, *run, std::move(shared), std::move(kept));
}

WatchedWork* WatchedWork::latest(const Desk& desk, const QString& name) {
    const auto& runs = desk.runs();
    const auto found = std::find_if(runs.rbegin(), runs.rend(),
                                    [&](const QPointer<LongRun>& run) { return run && run->objectName() == name; });
    return found == runs.rend() ? nullptr : (*found)->findChild<WatchedWork*>();
}

void WatchedWork::look() {
    WorkStep step;
    {
        const std::lock_guard lock(m_shared->mutex);
        step = m_shared->step;
    }
    if (step.area == m_step.area && step.done == m_step.done)
        return;
    m_step = step;
    m_run.tell({.done = step.done, .total = step.total, .finished = false, .note = step.area});
}

void WatchedWork::follow() {
    switch (m_run.phase()) {
    case LongRun::Phase::Running:
        m_shared->wish = Shared::Wish::Work;
        break;
    case LongRun::Phase::Paused:
        m_shared->wish = Shared::Wish::Wait;
        break;
    case LongRun::Phase::Finished:
        if (!m_endedAt)
            m_endedAt = m_desk.now();
        m_look.stop();
        break;
    case LongRun::Phase::Failed:
    case LongRun::Phase::Cancelled:
        m_shared->wish = Shared::Wish::Stop;
        m_look.stop();
        break;
    }
    Q_EMIT changed();
}

} // namespace meterhall::ui
