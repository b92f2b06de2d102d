#pragma once

#include "core/services/session.h"

#include <QObject>

#include <functional>
#include <optional>

namespace meterhall::ui {

/// Work that is done in steps (or elsewhere: Desk::follow) and outlives the page that began it: a row of the status
/// strip with what, how far, and cancel. Lives in the interface thread.
class LongRun : public QObject {
    Q_OBJECT

public:
    struct Progress {
        std::int64_t done = 0;
        std::optional<std::int64_t> total{};
        bool finished = false;
        QString note{}; ///< "3 refused: inputs changed"
    };
    /// One bounded step, called on the writing thread.
    using Step = std::function<Result<Progress>(services::Session&)>;

    enum class Phase : std::uint8_t { Running, Paused, Finished, Failed, Cancelled };

    LongRun(QString title, Step step, QObject* parent);

    const QString& title() const { return m_title; }
    const Progress& progress() const { return m_progress; }
    Phase phase() const { return m_phase; }
    bool isOver() const { return m_phase >= Phase::Finished; }
    /// -1 while the total is not known.
    int percent() const;
    const std::optional<Error>& error() const { return m_error; }
    /// Shared with the thread that works at it: a step may keep what it counts in itself.
    const std::shared_ptr<Step>& step() const { return m_step; }
    /// Work that is done elsewhere has no steps to pause between.
    bool canPause() const { return bool(*m_step); }

    /// A step is being worked at.
    bool isAtWork() const { return m_atWork; }
    void beginStep() { m_atWork = true; }
    /// How far the step at hand is, for a run that is one long step.
    void tell(Progress progress);
    void pause();
    void resume();
    /// The step at hand is finished; what is done stays done.
    void cancel();
    void take(Result<Progress> step);

Q_SIGNALS:
    void changed();
    void resumed();

private:
    QString m_title;
    std::shared_ptr<Step> m_step;
    Progress m_progress;
    Phase m_phase = Phase::Running;
    bool m_atWork = false;
    std::optional<Error> m_error;
};

} // namespace meterhall::ui
