#include "ui/shell/station_line.h"

#include "ui/shell/desk.h"

namespace meterhall::ui {

StationLine::StationLine(Desk& desk, ReadingStation& station)
    : QObject(&desk)
    , m_desk(desk)
    , m_station(station) {
    connect(&station, &ReadingStation::started, this, &StationLine::begin);
    connect(&station, &ReadingStation::progressed, this, [this] {
        if (m_station.run() && !m_station.run()->cancelled)
            tell(*m_station.run(), false);
    });
    connect(&station, &ReadingStation::finished, this, [this](const ReadingStation::Run& run) { tell(run, true); });
    connect(&station, &ReadingStation::failed, this, [this](const Error& error) {
        if (m_line)
            m_line->take(error);
    });
}

QString StationLine::titleOf(const services::ReadingScope& scope) {
    if (scope.book)
        return tr("Reading one book");
    if (!scope.meter.isEmpty())
        return tr("Reading meter %1").arg(scope.meter);
    return scope.terminal.isEmpty() ? tr("Reading all meters") : tr("Reading concentrator %1").arg(scope.terminal);
}

void StationLine::begin() {
    delete m_line.data(); // of the run before
    m_line = m_desk.follow(titleOf(m_station.run()->scope));
    connect(m_line, &LongRun::changed, this, [this] {
        if (m_line->phase() == LongRun::Phase::Cancelled)
            m_station.cancel();
    });
    connect(&m_station, &ReadingStation::progressed, m_line, [this] {
        if (m_station.run() && m_station.run()->cancelled)
            m_line->cancel();
    });
}

void StationLine::tell(const ReadingStation::Run& run, bool finished) {
    if (!m_line)
        return;
    LongRun::Progress progress{.done = run.read + run.failed, .finished = finished};
    if (run.total > 0)
        progress.total = run.total;
    m_line->take(progress);
}

} // namespace meterhall::ui
