#include "app/station_host/station_host.h"

#include "app/station_host/host_worker.h"
#include "ui/shell/desk.h"

namespace meterhall::app {

StationHost::StationHost(ui::Desk& desk, const StationPlace& place)
    : m_desk(desk)
    , m_seat(place.seat)
    , m_worker(std::make_unique<HostWorker>(place)) {
    HostWorker* worker = m_worker.get();
    worker->moveToThread(&m_thread);
    connect(worker, &HostWorker::opened, this, &StationHost::tellOpen);
    connect(worker, &HostWorker::refused, this, [this](const Error& error) { tellClosed(error); });
    connect(worker, &HostWorker::closed, this, [this] { tellClosed(); });
    connect(worker, &HostWorker::online, this, &StationHost::tellOnline);
    connect(worker, &HostWorker::progressed, this, &StationHost::tellProgress);
    connect(worker, &HostWorker::finished, this, &StationHost::tellFinished);
    connect(worker, &HostWorker::failed, this, &StationHost::tellFailed);
    connect(worker, &HostWorker::heard, this, &StationHost::tellFrames);
    connect(&m_desk, &ui::Desk::signedIn, this, [this] {
        if (m_desk.may(Service::StartReadingRun) && !m_desk.who().mustChangePassword)
            open();
    });
    connect(&m_desk, &ui::Desk::signedOut, this, [this] { inItsThread([](HostWorker& station) { station.close(); }); });
    m_thread.setObjectName(QStringLiteral("station"));
    m_thread.start();
}

StationHost::~StationHost() {
    connect(m_worker.get(), &HostWorker::closed, &m_thread, &QThread::quit, Qt::DirectConnection);
    inItsThread([](HostWorker& station) { station.close(); });
    m_thread.wait();
}

template <class Call>
void StationHost::inItsThread(Call call) {
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get(), call = std::move(call)] { call(*worker); }, Qt::QueuedConnection);
}

void StationHost::open() {
    tellOpening();
    inItsThread([signIn = m_desk.opensAt(m_seat)](HostWorker& station) { station.open(signIn); });
}

void StationHost::beginRun(const services::ReadingScope& scope) {
    if (phase() == Phase::Closed)
        open();
    inItsThread([scope](HostWorker& station) { station.begin(scope); });
}

void StationHost::endRun() {
    inItsThread([](HostWorker& station) { station.end(); });
}

} // namespace meterhall::app
