#include "devices/hub/command_dialog.h"

namespace meterhall::devices {

namespace {
using Happened = cjt188::Session::Happened;
using StepKind = CommandDialog::Step::Kind;

constexpr std::int64_t microsecondsPerSecond = 1'000'000;

/// What a clock on the wall of the utility shows.
Result<cjt188::CivilTime> civilTime(Instant at) {
    constexpr std::int64_t secondsPerDay = 86'400;
    const std::int64_t seconds = at.microseconds() / microsecondsPerSecond;
    MH_TRY(const Date epoch, Date::of(1970, 1, 1));
    const int ofDay = int(seconds % secondsPerDay);
    return cjt188::CivilTime{epoch.addDays(int(seconds / secondsPerDay)), ofDay / 3600, ofDay / 60 % 60, ofDay % 60};
}

Effect holds(bool it) {
    return it ? Effect::Holds : Effect::DoesNotHold;
}

Effect valveEffect(const cjt188::Data& data, CommandKind kind) {
    if (!data.status.sent || data.status.valve == cjt188::Valve::Reserved)
        return Effect::NotSeen;
    if (data.status.valve == cjt188::Valve::Fault)
        return Effect::Fault;
    return holds((data.status.valve == cjt188::Valve::Open) == (kind == CommandKind::OpenValve));
}

Effect clockEffect(const cjt188::ClockReading& clock, Instant expected, Duration tolerance) {
    if (!clock.sent)
        return Effect::NotSeen;
    if (!clock.valid)
        return Effect::DoesNotHold;
    const std::int64_t off = clock.civilSeconds() * microsecondsPerSecond - expected.microseconds();
    return holds(std::abs(off) <= tolerance.inMicroseconds());
}

Effect dayEffect(const cjt188::Data& data, int day) {
    const cjt188::Item* item = data.find(cjt188::Quantity::Day);
    if (item == nullptr || !item->available)
        return Effect::NotSeen;
    const auto number = item->value.scaledTo(0);
    return number.ok() ? holds(*number == day) : Effect::NotSeen;
}
} // namespace

CommandDialog::CommandDialog(ReleasedCommand released, const DeviceProfile* profile, const CommandPolicy& policy,
                             std::uint8_t firstSerial)
    : m_released(std::move(released))
    , m_profile(profile)
    , m_policy(policy)
    , m_session({.replyTimeout = policy.answerWithin}, firstSerial)
    , m_looksLeft(policy.looks)
    , m_outcome{m_released.command.id, DeviceAnswer::NotAsked, Effect::NotSeen, {}} {}

QString CommandDialog::whyImpossible() const {
    if (m_profile == nullptr)
        return QStringLiteral("profile %1").arg(m_released.route.profile);
    const bool moves = movesValve(m_released.command.kind);
    if (moves && !m_profile->wire.hasValve)
        return QStringLiteral("no valve");
    if (!moves || m_released.onlyLook)
        return {};
    const auto& clearance = m_released.clearance;
    const bool isIts =
        clearance && clearance->command() == m_released.command.id &&
        clearance->deviceAddress() == m_released.route.deviceAddress &&
        (clearance->action() == ValveAction::Open) == (m_released.command.kind == CommandKind::OpenValve);
    return isIts ? QString() : QStringLiteral("no clearance");
}

CommandDialog::Steps CommandDialog::begin(const Now& now) {
    if (const QString why = whyImpossible(); !why.isEmpty())
        return {ended(DeviceAnswer::Impossible, why)};
    if (m_released.onlyLook) {
        m_outcome.answer = DeviceAnswer::NotTold;
        return {look(now)};
    }
    const Instant notAfter = m_released.clearance ? m_released.clearance->notAfter() : m_released.command.notAfter;
    if (now.wall > notAfter)
        return {ended(DeviceAnswer::NotAsked, QStringLiteral("too late"))};
    const auto request = order(now);
    if (!request.ok())
        return {ended(DeviceAnswer::Impossible, request.error().toString())};
    // Used up: whatever happens from here on, it is not told again.
    m_released.clearance.reset();
    m_phase = Phase::Telling;
    m_outcome.answer = DeviceAnswer::Silent;
    return {send(*request, StepKind::Tell, now)};
}

Result<cjt188::Request> CommandDialog::order(const Now& now) {
    MH_TRY(const auto address, cjt188::Address::parse(m_released.route.deviceAddress));
    const DeviceCommand& command = m_released.command;
    switch (command.kind) {
    case CommandKind::CloseValve:
    case CommandKind::OpenValve:
        return cjt188::Request::valve(*m_released.clearance);
    case CommandKind::SetClock: {
        MH_TRY(const auto time, civilTime(now.wall + m_policy.meterZone));
        return cjt188::Request::writeClock(address, time);
    }
    case CommandKind::SetSettlementDay:
        return cjt188::Request::writeSettlementDay(address, command.parameter);
    case CommandKind::SetReadingDay:
        return cjt188::Request::writeReadingDay(address, command.parameter);
    }
    return CommandError::UnknownKind;
}

Result<cjt188::Request> CommandDialog::question() const {
    MH_TRY(const auto address, cjt188::Address::parse(m_released.route.deviceAddress));
    switch (m_released.command.kind) {
    case CommandKind::CloseValve:
    case CommandKind::OpenValve:
    case CommandKind::SetClock:
        return cjt188::Request::readData(address);
    case CommandKind::SetSettlementDay:
        return cjt188::Request::readSettlementDay(address);
    case CommandKind::SetReadingDay:
        return cjt188::Request::readReadingDay(address);
    }
    return CommandError::UnknownKind;
}

CommandDialog::Step CommandDialog::send(const cjt188::Request& request, StepKind kind, const Now& now) {
    const auto bytes = m_session.request(request, m_profile->wire, {}, now.steady);
    if (!bytes.ok())
        return ended(kind == StepKind::Tell ? DeviceAnswer::Impossible : m_outcome.answer, bytes.error().toString());
    return {kind, Bytes(bytes->begin(), bytes->end()), m_outcome};
}

CommandDialog::Step CommandDialog::look(const Now& now) {
    m_phase = Phase::Looking;
    --m_looksLeft;
    const auto request = question();
    return request.ok() ? send(*request, StepKind::Look, now) : ended(m_outcome.answer, request.error().toString());
}

CommandDialog::Steps CommandDialog::receive(ByteView bytes, const Now& now) {
    return follow(m_session.receive(bytes, now.steady), now);
}

CommandDialog::Steps CommandDialog::nothingCame(const Now& now) {
    const auto due = m_session.deadline();
    return due ? follow(m_session.tick(std::max(*due, now.steady)), now) : Steps();
}

CommandDialog::Steps CommandDialog::tick(const Now& now) {
    if (m_phase == Phase::Settling)
        return now.steady < m_lookAt ? Steps() : Steps{look(now)};
    return follow(m_session.tick(now.steady), now);
}

std::optional<Instant> CommandDialog::deadline() const {
    return m_phase == Phase::Settling ? std::optional(m_lookAt) : m_session.deadline();
}

CommandDialog::Steps CommandDialog::follow(cjt188::Session::Event event, const Now& now) {
    Steps steps;
    while (event.what != Happened::Nothing) {
        for (Step& step : stepsOf(event, now))
            steps.push_back(std::move(step));
        event = m_session.receive({}, now.steady);
    }
    return steps;
}

CommandDialog::Steps CommandDialog::stepsOf(const cjt188::Session::Event& event, const Now& now) {
    switch (event.what) {
    case Happened::Nothing:
        return {};
    case Happened::Send:
        return {{StepKind::Look, Bytes(event.bytes.begin(), event.bytes.end()), m_outcome}};
    case Happened::Answered:
        return m_phase == Phase::Telling ? told(DeviceAnswer::Obeyed, now) : looked(now);
    case Happened::Refused:
        return m_phase == Phase::Telling ? told(DeviceAnswer::Refused, now) : looked(now);
    case Happened::TimedOut:
        return m_phase == Phase::Telling ? told(DeviceAnswer::Silent, now) : looked(now);
    }
    Q_UNREACHABLE();
}

CommandDialog::Steps CommandDialog::told(DeviceAnswer answer, const Now& now) {
    m_outcome.answer = answer;
    if (answer != DeviceAnswer::Silent)
        m_outcome.evidence = toHex(m_session.answer().frame.bytes());
    settle(m_policy.settleFor, now);
    return {};
}

Effect CommandDialog::seen(const Now& now) const {
    const cjt188::Answer& answer = m_session.answer();
    // One answer may be damaged and keep its sum: a valve is believed only when two say the same.
    if (!answer.confirmed)
        return Effect::NotSeen;
    switch (m_released.command.kind) {
    case CommandKind::CloseValve:
    case CommandKind::OpenValve:
        return valveEffect(answer.data, m_released.command.kind);
    case CommandKind::SetClock:
        return clockEffect(answer.data.clock, now.wall + m_policy.meterZone, m_policy.clockTolerance);
    case CommandKind::SetSettlementDay:
    case CommandKind::SetReadingDay:
        return dayEffect(answer.data, m_released.command.parameter);
    }
    return Effect::NotSeen;
}

CommandDialog::Steps CommandDialog::looked(const Now& now) {
    const Effect effect = seen(now);
    if (effect != Effect::NotSeen) {
        m_outcome.effect = effect;
        m_outcome.evidence = toHex(m_session.answer().frame.bytes());
    }
    // A valve that does not stand yet where it should may still be turning.
    if (effect == Effect::Holds || m_looksLeft <= 0)
        return {done()};
    settle(m_policy.betweenLooks, now);
    return {};
}

void CommandDialog::settle(Duration wait, const Now& now) {
    m_phase = Phase::Settling;
    m_lookAt = now.steady + wait;
}

CommandDialog::Step CommandDialog::done() {
    m_phase = Phase::Idle;
    m_session.cancel();
    return {StepKind::Done, {}, m_outcome};
}

CommandDialog::Step CommandDialog::ended(DeviceAnswer answer, const QString& evidence) {
    m_outcome.answer = answer;
    m_outcome.evidence = evidence;
    return done();
}

CommandOutcome CommandDialog::abandon(const QString& why) {
    (void)done();
    if (m_outcome.evidence.isEmpty())
        m_outcome.evidence = why;
    return m_outcome;
}

} // namespace meterhall::devices
