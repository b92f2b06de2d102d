#pragma once

#include "devices/concentrators/terminal_registry.h"
#include "devices/hub/command_dialog.h"
#include "devices/hub/frame_log.h"
#include "devices/hub/mailbox.h"
#include "devices/hub/reading_plan.h"
#include "devices/profiles/profile_catalog.h"
#include "devices/transports/station_transport.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

namespace meterhall::devices {

class HubCore;
struct HubEvents;

/// A port the hub listens on, and what it expects to hear there.
struct HubDoor {
    QString address = QStringLiteral("127.0.0.1");
    std::uint16_t port = 0;
    Uplink uplink = Uplink::Gdw376;
    QString dtuProfile; ///< id of the registration profile; for Uplink::Dtu only
};

struct HubSettings {
    std::vector<HubDoor> doors;
    std::vector<KnownTerminal> terminals;
    StationLimits limits;
    CommandPolicy commands;
    /// Meters keep the civil time of the utility and send no zone.
    Duration meterZone = Duration::hours(8);
    /// A meter's clock farther than this from the moment of reception is reported as ClockTrust::Wrong.
    Duration clockTolerance = Duration::hours(1);
    /// A connection that has not told who it is after this long is closed.
    Duration loginWithin = Duration::seconds(60);
    /// Heartbeats of 376.1 terminals come every 1 to 15 minutes; three missed ones end a connection.
    Duration heartbeatEvery = Duration::minutes(15);
    /// Reports are offered to the sink when so many wait, or the oldest waits so long.
    std::size_t batchReports = 200;
    Duration batchWithin = Duration::milliseconds(250);
    /// Answered but not accepted by the sink: polling pauses at this many.
    std::size_t unstoredReports = 2'000;
    /// Frames of all lines kept for `frames`, for whoever watches; 0: none.
    std::size_t watchedFrames = 0;
};

/// The station, the terminals behind it and the reading runs, on threads of their own.
///
/// Every function returns at once, except `start` and `stop`, which wait for the threads; where nothing else is
/// said it may be called from any thread. Signals are emitted in the thread this object lives in. The sink is called
/// from one hub thread, one batch at a time, and may block; polling pauses when it falls behind. Catalog, sink and
/// clock outlive the hub.
class Hub : public QObject {
    Q_OBJECT

public:
    Hub(const ProfileCatalog& profiles, ReportSink& sink, const Clock& clock, QObject* parent = nullptr);
    /// Stops: runs still going end as cancelled, without signals.
    ~Hub() override;

    /// Opens all doors or none. Returns the bound ports in the order of the doors.
    Result<std::vector<std::uint16_t>> start(const HubSettings& settings);
    /// Cancels what runs, offers the sink what is unstored one last time, closes every connection.
    void stop();

    /// Replaces the list of admitted terminals. Quarantined ones that are in it become pollable at once; connected
    /// ones that are no longer in it go into quarantine.
    void setTerminals(std::vector<KnownTerminal> terminals);

    /// Checks the plan and queues it. Targets with an unknown profile or a bad address are not an error of the
    /// plan: they end as Unsupported. Several runs may go on; each meter's requests stay in order per terminal.
    Result<void> startRun(ReadingPlan plan);
    /// No new request is sent; the one in flight may still be answered within its time. Answered reports are stored.
    void cancelRun(std::int64_t run);

    /// A command that services have released; it goes before reading. It waits for its terminal while its own time (and
    /// its clearance's) lasts, is told at most once, whatever happens, and always ends in one `commandDone`. Only
    /// looked at when it says so.
    Result<void> sendCommand(ReleasedCommand command);

    /// To be called from the hub object's thread, where receivers live too; the answer is delivered there, and not
    /// at all once the receiver is gone.
    void terminals(QObject* receiver, std::function<void(std::vector<TerminalInfo>)> done) const;
    void inFlight(QObject* receiver, std::function<void(std::vector<InFlight>)> done) const;
    /// What crossed the lines since this was last called, the newest HubSettings::watchedFrames of it.
    void frames(QObject* receiver, std::function<void(std::vector<LineFrame>)> done) const;

Q_SIGNALS:
    /// At most a few times a second for each run, and once before `finished`.
    void progressed(const meterhall::devices::RunProgress& progress);
    void targetsDone(qint64 run, const std::vector<meterhall::devices::TargetResult>& results);
    void finished(const meterhall::devices::RunSummary& summary);
    void terminalChanged(const meterhall::devices::TerminalInfo& terminal);
    void alarmRaised(const meterhall::devices::TerminalAlarm& alarm);
    /// Its bytes have been handed to the connection: from here on it may have been done.
    void commandSent(meterhall::CommandId command);
    void commandDone(const meterhall::CommandOutcome& outcome);

private:
    struct Threads;

    HubEvents relay(Threads& threads);
    template <class Value, class Get>
    void fetch(QObject* receiver, std::function<void(Value)> done, Get get) const;

    const ProfileCatalog& m_profiles;
    ReportSink& m_sink;
    const Clock& m_clock;
    mutable Mailbox m_mailbox;  ///< for the thread of this object
    mutable std::mutex m_mutex; ///< guards the two below; held for moments, except by `start`
    std::unique_ptr<Threads> m_threads;
    QSet<std::int64_t> m_active;
};

} // namespace meterhall::devices

Q_DECLARE_METATYPE(meterhall::CommandOutcome)
