#include "ui/shell/reading_station.h"

namespace meterhall::ui {

void ReadingStation::start(const services::ReadingScope& scope) {
    Q_ASSERT(!m_run);
    m_run = Run{.scope = scope};
    Q_EMIT started();
    beginRun(scope);
}

void ReadingStation::cancel() {
    if (!m_run || m_run->cancelled)
        return;
    m_run->cancelled = true;
    Q_EMIT progressed();
    endRun();
}

void ReadingStation::tellOpening() {
    m_phase = Phase::Opening;
    m_trouble.reset();
    Q_EMIT changed();
}

void ReadingStation::tellOpen(const Place& place) {
    m_phase = Phase::Open;
    m_place = place;
    m_trouble.reset();
    Q_EMIT changed();
}

void ReadingStation::tellClosed(const std::optional<Error>& trouble) {
    m_phase = Phase::Closed;
    m_trouble = trouble;
    m_online.clear();
    Q_EMIT changed();
}

void ReadingStation::tellOnline(std::set<QString> online) {
    if (m_phase != Phase::Open)
        return;
    m_online = std::move(online);
    Q_EMIT changed();
}

void ReadingStation::tellProgress(int total, int read, int failed) {
    if (!m_run)
        return;
    m_run->total = total;
    m_run->read = read;
    m_run->failed = failed;
    Q_EMIT progressed();
}

void ReadingStation::tellFinished(int total, int read, int failed) {
    if (!m_run)
        return;
    Run ended = *m_run;
    ended.total = total;
    ended.read = read;
    ended.failed = failed;
    m_run.reset();
    Q_EMIT finished(ended);
}

void ReadingStation::tellFailed(const Error& error) {
    if (!m_run)
        return;
    m_run.reset();
    Q_EMIT failed(error);
}

void ReadingStation::tellFrames(std::vector<HeardFrame> frames) {
    if (frames.empty())
        return;
    for (HeardFrame& frame : frames) {
        frame.number = ++m_lastFrame;
        m_frames.push_back(std::move(frame));
    }
    while (m_frames.size() > framesKept)
        m_frames.pop_front();
    Q_EMIT framesHeard();
}

} // namespace meterhall::ui
