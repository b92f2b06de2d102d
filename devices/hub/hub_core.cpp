#include "devices/hub/hub_core.h"

#include "devices/concentrators/gdw376_terminal.h"

namespace meterhall::devices {

namespace {
constexpr int tickMs = 20;
constexpr auto progressEvery = Duration::milliseconds(250);
} // namespace

HubCore::HubCore(const ProfileCatalog& profiles, ModemCatalog modems, const Clock& clock, HubSettings settings,
                 HubEvents events)
    : m_profiles(profiles)
    , m_modems(std::move(modems))
    , m_clock(clock)
    , m_settings(std::move(settings))
    , m_events(std::move(events))
    , m_outbox(m_settings.batchReports, m_settings.batchWithin)
    , m_frames(m_settings.watchedFrames) {
    m_deadlineTimer.setSingleShot(true);
    m_deadlineTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_deadlineTimer, &QTimer::timeout, this, [this] { onDeadline(); });
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, [this] { onTick(); });
}

HubCore::~HubCore() = default;

Result<std::vector<std::uint16_t>> HubCore::open() {
    m_station = makeStation(m_settings.limits, m_clock, *this);
    apply(m_registry.admit(m_settings.terminals, m_clock.now().wall), m_clock.now());
    std::vector<std::uint16_t> ports;
    for (std::size_t i = 0; i < m_settings.doors.size(); ++i) {
        const HubDoor& door = m_settings.doors[i];
        if (door.uplink == Uplink::Dtu && m_modems.find(door.dtuProfile) == nullptr)
            return Error(HubError::NoSuchModem, {door.dtuProfile});
        MH_TRY(const std::uint16_t port, m_station->listen({DoorId(i), door.address, door.port}));
        ports.push_back(port);
    }
    return ports;
}

// Connections

void HubCore::opened(ConnectionId connection, DoorId door, const QString& peer, const Now& now) {
    auto line = std::make_unique<Line>();
    line->id = connection;
    line->door = door;
    line->peer = peer;
    line->loginBy = now.steady + m_settings.loginWithin;
    if (uplinkOf(door) == Uplink::Gdw376) {
        gdw376::LinkSettings settings;
        settings.heartbeatEvery = m_settings.heartbeatEvery;
        line->terminal = std::make_unique<Gdw376Terminal>(settings, now.steady);
    } else {
        const dtu::Profile* modem = m_modems.find(m_settings.doors[std::size_t(door)].dtuProfile);
        line->terminal = std::make_unique<DtuTerminal>(*modem, now.steady);
    }
    arm(*line);
    m_lines.emplace(connection, std::move(line));
    settle(now);
}

void HubCore::received(ConnectionId connection, ByteView bytes, const Now& now) {
    Line* line = findLine(connection);
    if (line == nullptr)
        return;
    m_registry.heard(connection, now);
    m_frames.add(now.wall, line->name.isEmpty() ? line->peer : line->name, true, bytes);
    handle(connection, line->terminal->receive(bytes, now.steady), now);
    settle(now);
}

void HubCore::closed(ConnectionId connection, CloseReason, const Now& now) {
    lineLost(connection, now);
    settle(now);
}

void HubCore::handle(ConnectionId id, std::vector<TerminalEvent> events, const Now& now) {
    for (TerminalEvent& event : events) {
        Line* line = findLine(id);
        if (line == nullptr)
            return; // an earlier event ended it
        switch (event.kind) {
        case TerminalEvent::Kind::Send:
            send(*line, event.bytes, now);
            break;
        case TerminalEvent::Kind::LoggedIn:
            loggedIn(*line, event.terminal, now);
            break;
        case TerminalEvent::Kind::Heartbeat:
            break; // heard already
        case TerminalEvent::Kind::MeterBytes:
            meterSaid(*line, event.bytes, now);
            break;
        case TerminalEvent::Kind::Denied:
            terminalDenied(*line, event.bytes, now);
            break;
        case TerminalEvent::Kind::Ended:
            hangUp(id, now);
            break;
        }
    }
    if (Line* line = findLine(id))
        arm(*line);
}

void HubCore::meterSaid(Line& line, ByteView bytes, const Now& now) {
    if (line.command)
        follow(line, bytes.empty() ? line.command->nothingCame(now) : line.command->receive(bytes, now), now);
    else if (bytes.empty())
        follow(line, line.dialog.giveUpTry(NotReadCause::NoAnswer, {}, now.wall, now.steady), now);
    else
        follow(line, line.dialog.receive(bytes, now.wall, now.steady), now);
}

void HubCore::terminalDenied(Line& line, ByteView bytes, const Now& now) {
    // What a terminal denies may have reached the meter all the same: only a look can tell.
    if (line.command)
        follow(line, line.command->nothingCame(now), now);
    else
        follow(line,
               line.dialog.giveUpTry(NotReadCause::Refused, QStringLiteral("terminal denies: ") + toHex(bytes),
                                     now.wall, now.steady),
               now);
}

void HubCore::loggedIn(Line& line, const QString& name, const Now& now) {
    const ConnectionId id = line.id;
    apply(m_registry.login(id, uplinkOf(line.door), name, line.peer, now), now);
    if (Line* still = findLine(id)) {
        still->name = name;
        m_idle.push_back(id);
    }
}

void HubCore::apply(TerminalRegistry::Outcome outcome, const Now& now) {
    // Alarms first: they explain what follows.
    for (TerminalAlarm& alarm : outcome.alarms)
        m_events.alarmRaised(std::move(alarm));
    for (const ConnectionId connection : outcome.close)
        hangUp(connection, now);
    for (const TerminalInfo& changed : outcome.changes)
        apply(changed, now);
}

void HubCore::apply(const TerminalInfo& changed, const Now& now) {
    for (const auto& run : m_runs) {
        if (changed.state == TerminalState::Online)
            run->terminalOnline(changed.id);
        else
            run->terminalOffline(changed.id,
                                 changed.state == TerminalState::Quarantined ? NotReadCause::Quarantined
                                                                             : NotReadCause::TerminalOffline,
                                 now.steady);
    }
    if (const auto connection = m_registry.online(changed.id))
        m_idle.push_back(*connection);
    m_events.terminalChanged(changed);
}

void HubCore::hangUp(ConnectionId id, const Now& now) {
    m_station->close(id);
    lineLost(id, now);
}

void HubCore::lineLost(ConnectionId id, const Now& now) {
    const auto found = m_lines.find(id);
    if (found == m_lines.end())
        return;
    const std::unique_ptr<Line> line = std::move(found->second);
    m_lines.erase(found);
    disarm(*line);
    if (line->asking) {
        line->dialog.cancel();
        failed(*line, {NotReadCause::TerminalOffline, QStringLiteral("connection lost while asking")}, now);
    }
    if (line->command)
        commandOver(*line, line->command->abandon(QStringLiteral("connection lost")));
    apply(m_registry.closed(id, now), now);
}

// Polling

void HubCore::send(const Line& line, ByteView bytes, const Now& now) {
    m_frames.add(now.wall, line.name.isEmpty() ? line.peer : line.name, false, bytes);
    // A refusal means that the station is closing the connection, and says so by itself.
    (void)m_station->send(line.id, bytes);
}

void HubCore::pump(Line& line, const Now& now) {
    const bool isIdle = !line.asking && !line.command;
    const bool mayAsk = !m_quiet && isIdle && !line.name.isEmpty() && m_registry.online(line.name) == line.id;
    if (!mayAsk)
        return;
    if (auto command = m_commands.next(line.name)) {
        beginCommand(line, *std::move(command), now);
        return;
    }
    if (m_outbox.size() >= m_settings.unstoredReports)
        return;
    for (const auto& run : m_runs) {
        if (const auto target = run->next(line.name, now.steady)) {
            begin(line, *run, *target, now);
            return;
        }
    }
}

void HubCore::begin(Line& line, ReadingRun& run, std::size_t target, const Now& now) {
    line.asking = Asking{run.id(), target, 0, now.wall};
    Reception reception;
    reception.terminal = line.name;
    reception.source = uplinkOf(line.door) == Uplink::Dtu ? ReportSource::Dtu : ReportSource::Concentrator;
    reception.meterZone = m_settings.meterZone;
    reception.clockTolerance = m_settings.clockTolerance;
    // What came while nobody was asking is nobody's noise.
    (void)line.dialog.takeCounters();
    follow(line,
           line.dialog.begin(run.target(target), run.profile(target), run.policy(), std::move(reception), now.steady),
           now);
    arm(line);
}

void HubCore::follow(Line& line, MeterDialog::Steps steps, const Now& now) {
    for (MeterDialog::Step& step : steps) {
        if (!line.asking)
            return;
        switch (step.kind) {
        case MeterDialog::Step::Kind::Ask:
            ask(line, step, now);
            break;
        case MeterDialog::Step::Kind::Done:
            done(line, std::move(step.report), now);
            break;
        case MeterDialog::Step::Kind::Failed:
            failed(line, std::move(step.why), now);
            break;
        }
    }
}

void HubCore::ask(Line& line, const MeterDialog::Step& step, const Now& now) {
    ReadingRun& run = *findRun(line.asking->run);
    const bool isFirst = line.asking->attempt == 0;
    if (run.isCancelled() && !isFirst) {
        line.dialog.cancel();
        failed(line, {NotReadCause::Cancelled, {}}, now);
        return;
    }
    const std::size_t target = line.asking->target;
    const auto bytes = line.terminal->ask(
        {run.target(target).port, run.profile(target).serial.baud, step.frame, run.policy().answerWithin}, now.steady);
    if (!bytes.ok()) {
        line.dialog.cancel();
        failed(line, {NotReadCause::Unsupported, bytes.error().toString()}, now);
        return;
    }
    ++line.asking->attempt;
    line.asking->sentAt = now.wall;
    run.requestSent(target);
    send(line, *bytes, now); // a refusal ends the connection, and with it this question
}

void HubCore::done(Line& line, MeterReport report, const Now& now) {
    const Asking asking = *std::exchange(line.asking, std::nullopt);
    ReadingRun& run = *findRun(asking.run);
    countNoise(line, run);
    run.answered(asking.target, now.steady);
    m_outbox.add({asking.run, asking.target, std::move(report), now.steady, now.steady + run.policy().storeWithin});
    m_idle.push_back(line.id);
}

void HubCore::failed(Line& line, NotRead why, const Now& now) {
    const Asking asking = *std::exchange(line.asking, std::nullopt);
    ReadingRun& run = *findRun(asking.run);
    countNoise(line, run);
    run.missed(asking.target, std::move(why), now.steady);
    m_idle.push_back(line.id);
}

// Commands

void HubCore::sendCommand(ReleasedCommand command) {
    const Now now = m_clock.now();
    const QString terminal = command.route.terminal;
    m_commands.add(std::move(command));
    if (const auto connection = m_registry.online(terminal))
        m_idle.push_back(*connection);
    m_tick.start();
    settle(now);
}

void HubCore::beginCommand(Line& line, ReleasedCommand command, const Now& now) {
    const DeviceProfile* profile = m_profiles.find(command.route.profile);
    // Every command starts at another SER, so that answers to the one before are not taken for its own.
    constexpr std::uint8_t apart = 37;
    m_commandSerial = static_cast<std::uint8_t>(m_commandSerial + apart);
    CommandPolicy policy = m_settings.commands;
    policy.meterZone = m_settings.meterZone;
    line.command = std::make_unique<CommandDialog>(std::move(command), profile, policy, m_commandSerial);
    follow(line, line.command->begin(now), now);
    arm(line);
}

void HubCore::follow(Line& line, CommandDialog::Steps steps, const Now& now) {
    for (CommandDialog::Step& step : steps) {
        if (!line.command)
            return;
        if (step.kind == CommandDialog::Step::Kind::Done)
            commandOver(line, std::move(step.outcome));
        else
            carry(line, step, now);
    }
}

void HubCore::carry(Line& line, const CommandDialog::Step& step, const Now& now) {
    const CommandDialog& dialog = *line.command;
    const auto bytes =
        line.terminal->ask({dialog.route().port, dialog.baud(), step.frame, dialog.answerWithin()}, now.steady);
    if (!bytes.ok()) {
        CommandOutcome outcome = line.command->abandon({});
        if (step.kind == CommandDialog::Step::Kind::Tell)
            outcome.answer = DeviceAnswer::Impossible;
        outcome.evidence = bytes.error().toString();
        commandOver(line, std::move(outcome));
        return;
    }
    if (step.kind == CommandDialog::Step::Kind::Tell)
        m_events.commandSent(step.outcome.command);
    send(line, *bytes, now); // a refusal ends the connection, and with it this command
}

void HubCore::commandOver(Line& line, CommandOutcome outcome) {
    line.command.reset();
    m_events.commandDone(std::move(outcome));
    m_idle.push_back(line.id);
}

void HubCore::expireCommands(const Now& now) {
    for (CommandOutcome& outcome : m_commands.expire(now.wall, QStringLiteral("its terminal was not there in time")))
        m_events.commandDone(std::move(outcome));
}

void HubCore::countNoise(Line& line, ReadingRun& run) {
    const MeterDialog::Counters noise = line.dialog.takeCounters();
    run.counters().garbageBytes += noise.garbageBytes;
    run.counters().duplicatesDropped += noise.duplicates;
    run.counters().strangersDropped += noise.strangers;
}

// Runs

void HubCore::startRun(ReadingPlan plan) {
    const Now now = m_clock.now();
    m_runs.push_back(std::make_unique<ReadingRun>(std::move(plan), m_profiles, now.steady));
    ReadingRun& run = *m_runs.back();
    for (const QString& terminal : run.terminals()) {
        if (const auto connection = m_registry.online(terminal)) {
            run.terminalOnline(terminal);
            m_idle.push_back(*connection);
        } else if (m_registry.state(terminal) == TerminalState::Quarantined) {
            run.terminalOffline(terminal, NotReadCause::Quarantined, now.steady);
        }
    }
    m_tick.start();
    settle(now);
}

void HubCore::cancelRun(std::int64_t id) {
    if (ReadingRun* run = findRun(id))
        run->cancel();
    settle(m_clock.now());
}

void HubCore::admit(const std::vector<KnownTerminal>& terminals) {
    const Now now = m_clock.now();
    apply(m_registry.admit(terminals, now.wall), now);
    settle(now);
}

void HubCore::sinkAnswered(const Result<void>& answer) {
    const Now now = m_clock.now();
    if (answer.ok()) {
        for (UnstoredReport& stored : m_outbox.accepted())
            findRun(stored.run)->stored(stored.target, std::move(stored.report));
    } else {
        m_outbox.refused(answer.error().toString(), now.steady);
    }
    settle(now);
}

void HubCore::offerBatch(const Now& now) {
    if (m_quiet)
        return; // stopping makes the last offer itself
    giveUpReports(m_outbox.expired(now.steady));
    // When no more answers are to come, a part-filled batch has nothing to wait for.
    const bool isLast =
        std::none_of(m_lines.begin(), m_lines.end(), [](const auto& line) { return line.second->asking.has_value(); });
    std::vector<MeterReport> batch = m_outbox.due(now.steady, isLast);
    if (!batch.empty())
        m_events.offer(std::move(batch));
}

void HubCore::giveUpReports(const std::vector<UnstoredReport>& reports) {
    for (const UnstoredReport& report : reports)
        findRun(report.run)->notStored(report.target, m_outbox.lastRefusal());
}

void HubCore::onTick() {
    const Now now = m_clock.now();
    const bool tellsAll = now.steady - m_toldAt >= progressEvery;
    for (const auto& run : m_runs) {
        run->expire(now.steady);
        for (const QString& terminal : run->terminals()) {
            if (!run->isDue(terminal, now.steady))
                continue;
            if (const auto connection = m_registry.online(terminal))
                m_idle.push_back(*connection);
        }
        if (tellsAll)
            tell(*run, now);
    }
    expireCommands(now);
    settle(now);
    offerBatch(now);
    finishRuns();
}

void HubCore::tell(ReadingRun& run, const Now& now) {
    m_toldAt = now.steady;
    if (auto results = run.takeResults(); !results.empty())
        m_events.targetsDone(run.id(), std::move(results));
    m_events.progressed(run.progress());
}

void HubCore::finishRuns() {
    for (auto at = m_runs.begin(); at != m_runs.end();) {
        ReadingRun& run = **at;
        if (!run.isFinished()) {
            ++at;
            continue;
        }
        tell(run, m_clock.now());
        m_events.finished(run.summary());
        at = m_runs.erase(at);
    }
    if (m_runs.empty() && m_commands.isEmpty())
        m_tick.stop();
}

/// The end of every entry: idle lines get work until there is none, and the timer looks at the next deadline.
void HubCore::settle(const Now& now) {
    while (!m_idle.empty()) {
        const std::vector<ConnectionId> idle = std::exchange(m_idle, {});
        for (const ConnectionId id : idle) {
            if (Line* line = findLine(id))
                pump(*line, now);
        }
    }
    if (m_outbox.size() >= m_settings.batchReports)
        offerBatch(now);
    restartTimer();
}

// Deadlines

void HubCore::onDeadline() {
    const Now now = m_clock.now();
    std::vector<ConnectionId> due;
    for (const auto& [at, id] : m_deadlines) {
        if (at > now.steady)
            break;
        due.push_back(id);
    }
    for (const ConnectionId id : due) {
        Line* line = findLine(id);
        if (line == nullptr)
            continue;
        if (line->name.isEmpty() && now.steady >= line->loginBy) {
            hangUp(id, now);
            continue;
        }
        if (line->command)
            follow(*line, line->command->tick(now), now);
        else
            follow(*line, line->dialog.tick(now.wall, now.steady), now);
        handle(id, line->terminal->tick(now.steady), now);
    }
    settle(now);
}

void HubCore::arm(Line& line) {
    disarm(line);
    Instant next = line.terminal->deadline();
    if (line.name.isEmpty())
        next = std::min(next, line.loginBy);
    if (const auto answer = line.dialog.deadline())
        next = std::min(next, *answer);
    if (const auto command = line.command ? line.command->deadline() : std::nullopt)
        next = std::min(next, *command);
    line.armed = next;
    m_deadlines.insert({next, line.id});
}

void HubCore::disarm(Line& line) {
    if (const auto armed = std::exchange(line.armed, std::nullopt))
        m_deadlines.erase({*armed, line.id});
}

void HubCore::restartTimer() {
    if (m_deadlines.empty()) {
        m_deadlineTimer.stop();
        return;
    }
    constexpr std::int64_t microsecondsPerMs = 1'000;
    constexpr std::int64_t longest = 60'000;
    const std::int64_t wait = (m_deadlines.begin()->first - m_clock.now().steady).inMicroseconds();
    // Rounded up: waking before the deadline would only wake again.
    const std::int64_t waitMs =
        std::clamp((wait + microsecondsPerMs - 1) / microsecondsPerMs, std::int64_t(0), longest);
    m_deadlineTimer.start(static_cast<int>(waitMs));
}

// Stopping

void HubCore::quiesce() {
    const Now now = m_clock.now();
    m_quiet = true;
    for (const auto& run : m_runs)
        run->cancel();
    std::vector<ConnectionId> all;
    for (const auto& [id, line] : m_lines)
        all.push_back(id);
    for (const ConnectionId id : all)
        hangUp(id, now);
    for (CommandOutcome& outcome : m_commands.expireAll(QStringLiteral("the station was stopped")))
        m_events.commandDone(std::move(outcome));
    m_station.reset();
    m_tick.stop();
    m_deadlineTimer.stop();
}

std::vector<MeterReport> HubCore::lastOffer() {
    m_last = m_outbox.takeAll();
    std::vector<MeterReport> reports;
    for (const UnstoredReport& report : m_last)
        reports.push_back(report.report);
    return reports;
}

void HubCore::concludeLastOffer(const Result<void>& answer) {
    for (UnstoredReport& report : std::exchange(m_last, {})) {
        if (answer.ok())
            findRun(report.run)->stored(report.target, std::move(report.report));
        else
            findRun(report.run)->notStored(report.target, answer.error().toString());
    }
    finishRuns();
}

std::vector<InFlight> HubCore::inFlight() const {
    std::vector<InFlight> all;
    for (const auto& [id, line] : m_lines) {
        if (!line->asking)
            continue;
        const Asking& asking = *line->asking;
        for (const auto& run : m_runs) {
            if (run->id() == asking.run)
                all.push_back({asking.run, run->target(asking.target).meter, line->name, run->round(asking.target),
                               asking.attempt, asking.sentAt});
        }
    }
    return all;
}

ReadingRun* HubCore::findRun(std::int64_t id) {
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [id](const auto& run) { return run->id() == id; });
    return found == m_runs.end() ? nullptr : found->get();
}

HubCore::Line* HubCore::findLine(ConnectionId id) {
    const auto found = m_lines.find(id);
    return found == m_lines.end() ? nullptr : found->second.get();
}

} // namespace meterhall::devices
