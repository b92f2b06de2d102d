#pragma once

#include "devices/concentrators/dtu_terminal.h"
#include "devices/hub/command_desk.h"
#include "devices/hub/frame_log.h"
#include "devices/hub/hub.h"
#include "devices/hub/meter_dialog.h"
#include "devices/hub/reading_run.h"
#include "devices/hub/report_outbox.h"

#include <QTimer>

#include <set>
#include <unordered_map>

namespace meterhall::devices {

/// What the core tells; called in its thread.
struct HubEvents {
    std::function<void(RunProgress)> progressed;
    std::function<void(std::int64_t, std::vector<TargetResult>)> targetsDone;
    std::function<void(RunSummary)> finished;
    std::function<void(TerminalInfo)> terminalChanged;
    std::function<void(TerminalAlarm)> alarmRaised;
    std::function<void(CommandId)> commandSent;
    std::function<void(CommandOutcome)> commandDone;
    /// A batch for the sink; answered by `sinkAnswered`, in any later turn of the event loop.
    std::function<void(std::vector<MeterReport>)> offer;
};

/// The hub's one working thread: station, terminals, runs. No locks, because nothing of it is touched from elsewhere:
/// everything enters as a call queued to its thread and leaves through HubEvents.
class HubCore final : public QObject, private StationListener {
    Q_OBJECT

public:
    HubCore(const ProfileCatalog& profiles, ModemCatalog modems, const Clock& clock, HubSettings settings,
            HubEvents events);
    ~HubCore() override;

    Result<std::vector<std::uint16_t>> open();
    void admit(const std::vector<KnownTerminal>& terminals);
    void startRun(ReadingPlan plan);
    void cancelRun(std::int64_t run);
    void sendCommand(ReleasedCommand command);
    void sinkAnswered(const Result<void>& answer);
    std::vector<TerminalInfo> terminals() const { return m_registry.list(); }
    std::vector<InFlight> inFlight() const;
    std::vector<LineFrame> takeFrames() { return m_frames.take(); }

    /// First half of stopping: no request goes out any more, every connection is closed.
    void quiesce();
    /// What the sink has not taken, for a last offer; and its answer. Then every run has ended.
    std::vector<MeterReport> lastOffer();
    void concludeLastOffer(const Result<void>& answer);

private:
    struct Asking {
        std::int64_t run = 0;
        std::size_t target = 0;
        int attempt = 0;
        Instant sentAt = Instant::fromMicroseconds(0);
    };

    /// One connection.
    struct Line {
        ConnectionId id{};
        DoorId door{};
        QString peer;
        std::unique_ptr<Terminal> terminal;
        QString name; ///< empty until it has said who it is
        Instant loginBy = Instant::fromMicroseconds(0);
        MeterDialog dialog;
        std::optional<Asking> asking;
        std::unique_ptr<CommandDialog> command; ///< while one is told or looked at; then nothing is asked
        std::optional<Instant> armed;
    };

    void opened(ConnectionId connection, DoorId door, const QString& peer, const Now& now) override;
    void received(ConnectionId connection, ByteView bytes, const Now& now) override;
    void closed(ConnectionId connection, CloseReason reason, const Now& now) override;

    void handle(ConnectionId id, std::vector<TerminalEvent> events, const Now& now);
    void loggedIn(Line& line, const QString& name, const Now& now);
    void apply(TerminalRegistry::Outcome outcome, const Now& now);
    void apply(const TerminalInfo& changed, const Now& now);
    void hangUp(ConnectionId id, const Now& now);
    void lineLost(ConnectionId id, const Now& now);

    void send(const Line& line, ByteView bytes, const Now& now);
    void pump(Line& line, const Now& now);
    void begin(Line& line, ReadingRun& run, std::size_t target, const Now& now);
    void follow(Line& line, MeterDialog::Steps steps, const Now& now);
    void ask(Line& line, const MeterDialog::Step& step, const Now& now);
    void done(Line& line, MeterReport report, const Now& now);
    void failed(Line& line, NotRead why, const Now& now);
    void beginCommand(Line& line, ReleasedCommand command, const Now& now);
    void follow(Line& line, CommandDialog::Steps steps, const Now& now);
    void carry(Line& line, const CommandDialog::Step& step, const Now& now);
    void commandOver(Line& line, CommandOutcome outcome);
    void expireCommands(const Now& now);
    void meterSaid(Line& line, ByteView bytes, const Now& now);
    void terminalDenied(Line& line, ByteView bytes, const Now& now);
    void countNoise(Line& line, ReadingRun& run);

    void settle(const Now& now);
    void onTick();
    void onDeadline();
    void arm(Line& line);
    void disarm(Line& line);
    void restartTimer();
    void offerBatch(const Now& now);
    void giveUpReports(const std::vector<UnstoredReport>& reports);
    void tell(ReadingRun& run, const Now& now);
    void finishRuns();
    ReadingRun* findRun(std::int64_t run);
    Line* findLine(ConnectionId id);
    Uplink uplinkOf(DoorId door) const { return m_settings.doors[std::size_t(door)].uplink; }

    const ProfileCatalog& m_profiles;
    const ModemCatalog m_modems;
    const Clock& m_clock;
    const HubSettings m_settings;
    HubEvents m_events;
    TerminalRegistry m_registry;
    std::unique_ptr<StationTransport> m_station;
    std::unordered_map<ConnectionId, std::unique_ptr<Line>> m_lines;
    std::vector<std::unique_ptr<ReadingRun>> m_runs;
    CommandDesk m_commands;
    std::uint8_t m_commandSerial = 0;
    ReportOutbox m_outbox;
    FrameLog m_frames;
    std::vector<UnstoredReport> m_last;
    std::set<std::pair<Instant, ConnectionId>> m_deadlines;
    std::vector<ConnectionId> m_idle; ///< lines that may have something to do
    QTimer m_deadlineTimer;
    QTimer m_tick; ///< runs only: rounds, lost terminals, batches, progress
    Instant m_toldAt = Instant::fromMicroseconds(0);
    bool m_quiet = false;
};

} // namespace meterhall::devices
