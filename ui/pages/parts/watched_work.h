#pragma once

#include "core/base/progress.h"
#include "ui/shell/desk.h"

#include <QTimer>

#include <any>

namespace meterhall::ui {

/// One long piece of work that says how far it is and listens whether it should wait or stop: a run of the desk, which
/// outlives its page. A page that is made anew finds it again by its name, with what it found.
class WatchedWork : public QObject {
    Q_OBJECT

public:
    template <class T>
    using Job = std::function<Result<T>(services::Session&, const WorkProgress&)>;

    /// `job` is called on a database thread.
    template <class T>
    static WatchedWork* begin(Desk& desk, const QString& name, const QString& title, Desk::RunOn thread, Job<T> job) {
        auto kept = std::make_shared<std::optional<T>>();
        auto keep = [kept, job = std::move(job)](services::Session& session,
                                                 const WorkProgress& progress) -> Result<void> {
            MH_TRY(T found, job(session, progress));
            *kept = std::move(found);
            return {};
        };
        return beginKept(desk, name, title, thread, std::move(keep), kept);
    }
    /// The one that was begun last, at work or over; or nullptr.
    static WatchedWork* latest(const Desk& desk, const QString& name);

    LongRun& run() const { return m_run; }
    bool isAtWork() const { return !m_run.isOver(); }
    const WorkStep& step() const { return m_step; }
    /// When it came to its end; empty as long as it has not.
    std::optional<Instant> endedAt() const { return m_endedAt; }
    /// What it found; nullptr until it has come to its end.
    template <class T>
    const T* answer() const {
        const auto* kept = std::any_cast<std::shared_ptr<std::optional<T>>>(&m_kept);
        return m_endedAt && kept && (*kept)->has_value() ? &**kept->get() : nullptr;
    }

Q_SIGNALS:
    void changed();

private:
    /// Between the interface and the thread that works.
    struct Shared;

    WatchedWork(Desk& desk, LongRun& run, std::shared_ptr<Shared> shared, std::any kept);
    static WatchedWork* beginKept(Desk& desk, const QString& name, const QString& title, Desk::RunOn thread,
                                  Job<void> job, std::any kept);
    void look();
    void follow();

    Desk& m_desk;
    LongRun& m_run;
    std::shared_ptr<Shared> m_shared;
    std::any m_kept;
    WorkStep m_step;
    std::optional<Instant> m_endedAt;
    QTimer m_look;
};

} // namespace meterhall::ui
