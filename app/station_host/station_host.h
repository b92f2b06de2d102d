#pragma once

#include "app/workplace/workplace_file.h"
#include "ui/shell/reading_station.h"

#include <QThread>

#include <memory>

namespace meterhall::ui {
class Desk;
}

namespace meterhall::app {

class HostWorker;

/// The master station of a seat's computer. Its ports are open while somebody who may start reading runs is signed in
/// at the window, and it works in his name, at a seat of its own. When he leaves, a run that goes on is finished with
/// what is known. The desk outlives it.
class StationHost final : public ui::ReadingStation {
    Q_OBJECT

public:
    StationHost(ui::Desk& desk, const StationPlace& place);
    /// Waits until what was read is stored and the run is finished.
    ~StationHost() override;

protected:
    void beginRun(const services::ReadingScope& scope) override;
    void endRun() override;

private:
    void open();
    template <class Call>
    void inItsThread(Call call);

    ui::Desk& m_desk;
    SeatNumber m_seat;
    QThread m_thread;
    std::unique_ptr<HostWorker> m_worker;
};

} // namespace meterhall::app
