#include "core/services/commands.h"

#include "core/commands/valve_interlock.h"
#include "core/services/inside/session_inside.h"
#include "core/services/inside/valve_facts.h"
#include "core/storage/listener.h"

namespace meterhall::services {

using storage::CommandStore;
using storage::InstalledMeter;
using storage::RegistryStore;
using storage::StoredCommand;
using storage::UnitOfWork;

namespace {

/// Told to every station when something waits to be sent; the payload is the terminal.
const QString commandChannel = QStringLiteral("device_commands");

CommandKind kindOf(ValveAction action) {
    return action == ValveAction::Open ? CommandKind::OpenValve : CommandKind::CloseValve;
}

ValveAction actionOf(CommandKind kind) {
    return kind == CommandKind::OpenValve ? ValveAction::Open : ValveAction::Close;
}

ValveInterlock interlockOf(Session& session) {
    return ValveInterlock(session.inside().workplace().valves);
}

Result<InstalledMeter> installed(Session& session, MeterId id) {
    MH_TRY(auto meter, RegistryStore(session.inside().database()).installedMeter(id));
    if (!meter)
        return Error(RegistryError::NotInstalled, {id.toString()});
    return std::move(*meter);
}

DeviceRoute routeOf(const Meter& meter) {
    return {meter.deviceAddress, meter.profile, meter.terminal, std::uint8_t(meter.port)};
}

/// A refusal is written down too, in the name of whoever tried.
Error refused(UnitOfWork& work, Error error) {
    work.setDetails(QStringLiteral("refused: ") + error.toString());
    auto written = work.commit();
    return written.ok() ? std::move(error) : std::move(written).error();
}

Result<StoredCommand> existing(UnitOfWork& work, CommandId id) {
    MH_TRY(auto stored, CommandStore(work.database()).command(id));
    if (!stored)
        return Error(CommandError::UnknownCommand, {id.toString()});
    MH_CHECK(CommandStore::lock(work, stored->command.meter));
    // What stood there before the lock may be old.
    MH_TRY(stored, CommandStore(work.database()).command(id));
    return std::move(*stored);
}

/// Writes what was heard, whether it moves the command or not.
Result<CommandState> hear(Session& session, UnitOfWork& work, StoredCommand& stored, CommandState heard,
                          const QString& evidence) {
    stored.life.hear(heard);
    MH_CHECK(CommandStore::insert(work, CommandEvent{.command = stored.command.id,
                                                     .number = ++stored.events,
                                                     .heard = heard,
                                                     .state = stored.life.state(),
                                                     .at = session.now(),
                                                     .by = session.who().id,
                                                     .evidence = evidence}));
    return stored.life.state();
}

/// Moves the command on; NotPossibleNow, and nothing is written, when it cannot.
Result<void> advance(Session& session, UnitOfWork& work, StoredCommand& stored, CommandState to,
                     const QString& evidence = {}) {
    if (!stored.life.movesOn(to))
        return Error(CommandError::NotPossibleNow, {codeOf(stored.life.state()), codeOf(to)});
    MH_CHECK(hear(session, work, stored, to, evidence));
    return {};
}

// Who said yes, if somebody has.
Result<std::optional<OperatorId>> approverOf(Session& session, CommandId command) {
    MH_TRY(const auto events, CommandStore(session.inside().database()).events(command));
    std::optional<OperatorId> approver;
    for (const CommandEvent& event : events)
        if (event.number > 1 && event.heard == CommandState::Queued && event.state == CommandState::Queued)
            approver = event.by;
    return approver;
}

ValveWish wishOf(const StoredCommand& stored, std::optional<OperatorId> approver) {
    return {.action = actionOf(stored.command.kind),
            .reason = *stored.reason,
            .document = stored.command.document,
            .requestedBy = stored.command.requestedBy,
            .approvedBy = approver};
}

Result<CommandTaken> sameAgain(const StoredCommand& stored, const DeviceCommand& asked,
                               std::optional<ValveReason> reason) {
    const DeviceCommand& known = stored.command;
    const bool same = known.meter == asked.meter && known.kind == asked.kind && known.parameter == asked.parameter &&
                      known.document == asked.document && stored.reason == reason;
    if (!same)
        return CommandError::KeyUsedForSomethingElse;
    return CommandTaken{known.id, stored.life.state(), true};
}

DeviceCommand commandFrom(Session& session, std::int64_t key, MeterId meter, CommandKind kind, Duration within) {
    return {.id = CommandId::fromRaw(key),
            .meter = meter,
            .kind = kind,
            .parameter = 0,
            .requestedBy = session.who().id,
            .requestedAt = session.now(),
            .notAfter = session.now() + within,
            .document = {}};
}

/// Closing in danger takes the place of what has not left yet.
Result<void> supersedeOthers(Session& session, UnitOfWork& work, const DeviceCommand& command) {
    MH_TRY(const auto others, CommandStore(work.database()).commandsOf(command.meter));
    for (StoredCommand other : others)
        if (other.command.id != command.id && movesValve(other.command.kind) && isStillHere(other.life.state()))
            MH_CHECK(advance(session, work, other, CommandState::Superseded, command.id.toString()));
    return {};
}

Result<CommandState> queueAtOnce(Session& session, UnitOfWork& work, const DeviceCommand& command,
                                 const InstalledMeter& meter) {
    MH_CHECK(supersedeOthers(session, work, command));
    MH_TRY(auto stored, CommandStore(work.database()).command(command.id));
    MH_CHECK(advance(session, work, *stored, CommandState::Queued));
    MH_CHECK(storage::notify(work, commandChannel, meter.meter.terminal));
    return CommandState::Queued;
}

/// Ends what has not left, by a person, with a reason.
Result<void> endByHand(Session& session, Service service, CommandId id, CommandState to, const QString& reason) {
    MH_CHECK(require(session, service));
    if (reason.trimmed().isEmpty())
        return CommandError::DocumentMissing;
    MH_TRY(UnitOfWork work, beginUnit(session, service, id.toString()));
    MH_TRY(StoredCommand stored, existing(work, id));
    MH_CHECK(advance(session, work, stored, to, reason.trimmed()));
    return work.commit();
}

} // namespace

Result<CommandTaken> requestValve(Session& session, const ValveRequest& request) {
    MH_CHECK(require(session, Service::RequestValve));
    DeviceCommand command = commandFrom(session, request.key, request.meter, kindOf(request.action), request.within);
    command.document = request.document.trimmed();
    MH_TRY(UnitOfWork work, beginUnit(session, Service::RequestValve, codeOf(command.kind)));
    MH_CHECK(CommandStore::lock(work, request.meter));
    MH_TRY(const auto known, CommandStore(work.database()).command(command.id));
    if (known)
        return sameAgain(*known, command, request.reason);
    MH_TRY(const InstalledMeter meter, installed(session, request.meter));
    MH_TRY(const ValveFacts facts, valveFacts(session, meter, command.id));
    const ValveWish wish{request.action, request.reason, command.document, command.requestedBy, {}};
    if (const auto found = interlockOf(session).refusals(wish, facts); !found.empty())
        return refused(work, Error(CommandError::HeldByRule, codesOf(found)));
    MH_CHECK(CommandStore::insert(work, command, meter.installation.servicePoint, request.reason));
    CommandState state = CommandState::Requested;
    if (!needsApproval(request.reason, request.action)) {
        MH_TRY(state, queueAtOnce(session, work, command, meter));
    }
    MH_CHECK(work.commit());
    return CommandTaken{command.id, state};
}

Result<CommandTaken> requestSetting(Session& session, const SettingRequest& request) {
    MH_CHECK(require(session, Service::RequestCommand));
    if (movesValve(request.kind) || codeOf(request.kind).isEmpty())
        return Error(CommandError::UnknownKind, {codeOf(request.kind)});
    MH_CHECK(checkParameter(request.kind, request.parameter));
    DeviceCommand command = commandFrom(session, request.key, request.meter, request.kind, request.within);
    command.parameter = request.parameter;
    command.document = request.document.trimmed();
    MH_TRY(UnitOfWork work, beginUnit(session, Service::RequestCommand, codeOf(command.kind)));
    MH_CHECK(CommandStore::lock(work, request.meter));
    MH_TRY(const auto known, CommandStore(work.database()).command(command.id));
    if (known)
        return sameAgain(*known, command, {});
    MH_TRY(const InstalledMeter meter, installed(session, request.meter));
    MH_CHECK(CommandStore::insert(work, command, meter.installation.servicePoint, {}));
    MH_CHECK(storage::notify(work, commandChannel, meter.meter.terminal));
    MH_CHECK(work.commit());
    return CommandTaken{command.id, CommandState::Queued};
}

Result<MeterId> meterOfCommands(Session& session, const QString& number) {
    MH_CHECK(require(session, Service::RequestValve));
    MH_TRY(const auto meter, RegistryStore(session.inside().database()).meterByNumber(number));
    return meter ? Result<MeterId>(meter->id) : Error(RegistryError::UnknownMeter, {number});
}

Result<void> approveCommand(Session& session, CommandId id) {
    MH_CHECK(require(session, Service::ApproveCommand));
    MH_TRY(UnitOfWork work, beginUnit(session, Service::ApproveCommand, id.toString()));
    MH_TRY(StoredCommand stored, existing(work, id));
    if (stored.command.requestedBy == session.who().id)
        return refused(work, CommandError::SamePerson);
    if (!stored.life.movesOn(CommandState::Queued))
        return Error(CommandError::NotPossibleNow, {codeOf(stored.life.state()), codeOf(CommandState::Queued)});
    MH_TRY(const InstalledMeter meter, installed(session, stored.command.meter));
    MH_TRY(const ValveFacts facts, valveFacts(session, meter, id));
    if (const auto found = interlockOf(session).refusals(wishOf(stored, session.who().id), facts); !found.empty())
        return refused(work, Error(CommandError::HeldByRule, codesOf(found)));
    MH_CHECK(advance(session, work, stored, CommandState::Queued));
    MH_CHECK(storage::notify(work, commandChannel, meter.meter.terminal));
    return work.commit();
}

Result<void> refuseCommand(Session& session, CommandId id, const QString& reason) {
    return endByHand(session, Service::ApproveCommand, id, CommandState::Refused, reason);
}

Result<void> cancelCommand(Session& session, CommandId id, const QString& reason) {
    return endByHand(session, Service::CancelCommand, id, CommandState::Cancelled, reason);
}

Result<void> giveUpCommand(Session& session, CommandId id, const QString& reason) {
    return endByHand(session, Service::ApproveCommand, id, CommandState::TimedOut, reason);
}

Result<std::vector<CommandItem>> commandsIn(Session& session, const std::vector<CommandState>& states,
                                            const QString& terminal) {
    MH_CHECK(require(session, Service::ShowCommands));
    storage::Database& database = session.inside().database();
    MH_TRY(const auto commands, CommandStore(database).inStates(states, terminal));
    std::vector<CommandItem> items;
    items.reserve(commands.size());
    for (const StoredCommand& stored : commands) {
        MH_TRY(const auto meter, RegistryStore(database).meter(stored.command.meter));
        if (!meter)
            return Error(RegistryError::UnknownMeter, {stored.command.meter.toString()});
        items.push_back({stored.command, stored.reason, stored.life.state(), meter->number, routeOf(*meter)});
    }
    return items;
}

Result<std::vector<CommandEvent>> commandHistory(Session& session, CommandId id) {
    MH_CHECK(require(session, Service::ShowCommands));
    return CommandStore(session.inside().database()).events(id);
}

Result<std::vector<ValveBlock>> whyHeld(Session& session, CommandId id) {
    MH_CHECK(require(session, Service::ShowCommands));
    MH_TRY(const auto stored, CommandStore(session.inside().database()).command(id));
    if (!stored)
        return Error(CommandError::UnknownCommand, {id.toString()});
    if (!movesValve(stored->command.kind))
        return std::vector<ValveBlock>();
    MH_TRY(const InstalledMeter meter, installed(session, stored->command.meter));
    MH_TRY(const ValveFacts facts, valveFacts(session, meter, id));
    MH_TRY(const auto approver, approverOf(session, id));
    return interlockOf(session).blocks(wishOf(*stored, approver), facts);
}

namespace {

Result<std::optional<ValveClearance>> clearanceFor(Session& session, const StoredCommand& stored,
                                                   const InstalledMeter& meter) {
    if (!movesValve(stored.command.kind))
        return std::optional<ValveClearance>();
    MH_TRY(const ValveFacts facts, valveFacts(session, meter, stored.command.id));
    MH_TRY(const auto approver, approverOf(session, stored.command.id));
    MH_TRY(ValveClearance clearance,
           interlockOf(session).clear(stored.command, wishOf(stored, approver), facts, meter.meter.deviceAddress));
    return std::optional<ValveClearance>(std::move(clearance));
}

} // namespace

Result<ReleasedCommand> releaseCommand(Session& session, CommandId id) {
    MH_CHECK(require(session, Service::SendCommand));
    MH_TRY(UnitOfWork work, beginUnit(session, Service::SendCommand, id.toString()));
    MH_TRY(StoredCommand stored, existing(work, id));
    if (stored.life.state() != CommandState::Queued)
        return Error(CommandError::NotPossibleNow, {codeOf(stored.life.state()), codeOf(CommandState::Submitted)});
    if (session.now() > stored.command.notAfter) {
        MH_CHECK(advance(session, work, stored, CommandState::Expired));
        MH_CHECK(work.commit());
        return Error(CommandError::NotPossibleNow, {codeOf(CommandState::Expired), codeOf(CommandState::Submitted)});
    }
    MH_TRY(const InstalledMeter meter, installed(session, stored.command.meter));
    if (meter.meter.terminal.isEmpty())
        return Error(CommandError::NotReachable, {meter.meter.number});
    MH_TRY(auto clearance, clearanceFor(session, stored, meter));
    MH_CHECK(advance(session, work, stored, CommandState::Submitted));
    MH_CHECK(work.commit());
    return ReleasedCommand{stored.command, routeOf(meter.meter), std::move(clearance)};
}

Result<ReleasedCommand> lookAtCommand(Session& session, CommandId id) {
    MH_CHECK(require(session, Service::SendCommand));
    storage::Database& database = session.inside().database();
    MH_TRY(const auto stored, CommandStore(database).command(id));
    if (!stored)
        return Error(CommandError::UnknownCommand, {id.toString()});
    const CommandState state = stored->life.state();
    const bool mayAnswer = state == CommandState::TimedOut || (!isStillHere(state) && !isOver(state));
    if (!mayAnswer)
        return Error(CommandError::NotPossibleNow, {codeOf(state), QStringLiteral("look")});
    MH_TRY(const auto meter, RegistryStore(database).meter(stored->command.meter));
    if (!meter || meter->terminal.isEmpty())
        return Error(CommandError::NotReachable, {stored->command.meter.toString()});
    return ReleasedCommand{.command = stored->command, .route = routeOf(*meter), .onlyLook = true};
}

namespace {

Result<CommandState> record(Session& session, CommandId id, CommandState heard, const QString& evidence) {
    MH_TRY(UnitOfWork work, beginUnit(session, Service::SendCommand, id.toString()));
    MH_TRY(StoredCommand stored, existing(work, id));
    MH_TRY(const CommandState state, hear(session, work, stored, heard, evidence));
    MH_CHECK(work.commit());
    return state;
}

} // namespace

Result<CommandState> recordSent(Session& session, CommandId id) {
    MH_CHECK(require(session, Service::SendCommand));
    return record(session, id, CommandState::Sent, {});
}

Result<CommandState> recordOutcome(Session& session, const CommandOutcome& outcome) {
    MH_CHECK(require(session, Service::SendCommand));
    if (const auto heard = stateSaidBy(outcome))
        return record(session, outcome.command, *heard, outcome.evidence);
    MH_TRY(const auto stored, CommandStore(session.inside().database()).command(outcome.command));
    if (!stored)
        return Error(CommandError::UnknownCommand, {outcome.command.toString()});
    return stored->life.state();
}

Result<int> forgetInFlight(Session& session, const QString& terminal) {
    MH_CHECK(require(session, Service::SendCommand));
    MH_TRY(const auto inFlight,
           CommandStore(session.inside().database()).inStates({CommandState::Submitted, CommandState::Sent}, terminal));
    for (const StoredCommand& stored : inFlight)
        MH_CHECK(record(session, stored.command.id, CommandState::Unknown, QStringLiteral("the station was stopped")));
    return int(inFlight.size());
}

} // namespace meterhall::services
