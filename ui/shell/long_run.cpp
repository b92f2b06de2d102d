#include "ui/shell/long_run.h"

namespace meterhall::ui {

LongRun::LongRun(QString title, Step step, QObject* parent)
    : QObject(parent)
    , m_title(std::move(title))
    , m_step(std::make_shared<Step>(std::move(step))) {}

int LongRun::percent() const {
    if (m_phase == Phase::Finished)
        return 100;
    if (!m_progress.total || *m_progress.total <= 0)
        return -1;
    return int(std::min<std::int64_t>(100, m_progress.done * 100 / *m_progress.total));
}

void LongRun::pause() {
    if (m_phase != Phase::Running || !canPause())
        return;
    m_phase = Phase::Paused;
    Q_EMIT changed();
}

void LongRun::resume() {
    if (m_phase != Phase::Paused)
        return;
    m_phase = Phase::Running;
    Q_EMIT changed();
    Q_EMIT resumed();
}

void LongRun::cancel() {
    if (isOver())
        return;
    m_phase = Phase::Cancelled;
    Q_EMIT changed();
}

void LongRun::tell(Progress progress) {
    if (isOver())
        return;
    m_progress = std::move(progress);
    Q_EMIT changed();
}

void LongRun::take(Result<Progress> step) {
    m_atWork = false;
    if (!step.ok()) {
        m_error = std::move(step).error();
        m_phase = Phase::Failed;
    } else {
        m_progress = std::move(*step);
        if (m_progress.finished && m_phase != Phase::Cancelled)
            m_phase = Phase::Finished;
    }
    Q_EMIT changed();
}

} // namespace meterhall::ui
