#pragma once

#include "core/commands/command_outcome.h"
#include "core/commands/released_command.h"
#include "core/commands/valve_rules.h"
#include "core/services/session.h"

namespace meterhall::services {

/// What a device is asked to do: requested, approved by another person if a valve moves, released to the station with
/// the intent saved first, and followed until it is known to be done. The interlock judges a valve three times: when it
/// is asked for, when it is approved, and in the moment before it leaves. This is the only way to a ValveClearance.

/// `key` is made by Session::newKey before asking and becomes the command's id; the same key with the same content
/// again answers "already done".
struct ValveRequest {
    std::int64_t key = 0;
    MeterId meter;
    ValveAction action;
    ValveReason reason;
    QString document; ///< what it rests on: notice, order, letter, report of danger
    Duration within = Duration::hours(24);
};
/// Anything that moves no valve.
struct SettingRequest {
    std::int64_t key = 0;
    MeterId meter;
    CommandKind kind;
    int parameter = 0;
    QString document{};
    Duration within = Duration::hours(24);
};
struct CommandTaken {
    CommandId command;
    CommandState state;
    bool alreadyDone = false;
};
/// Guards in this order: duty, known key, NotInstalled, HeldByRule (naming the rules). Closing in danger is queued at
/// once and takes the place of whatever of this valve has not left; everything else waits for approval.
Result<CommandTaken> requestValve(Session& session, const ValveRequest& request);
/// Queued at once. Guards: duty, UnknownKind, BadParameter, known key, NotInstalled.
Result<CommandTaken> requestSetting(Session& session, const SettingRequest& request);

/// A meter by its number, for whoever may ask for a valve; UnknownMeter.
Result<MeterId> meterOfCommands(Session& session, const QString& number);

/// Guards: duty, UnknownCommand, SamePerson, NotPossibleNow, HeldByRule.
Result<void> approveCommand(Session& session, CommandId command);
/// The second person says no. A reason is required (DocumentMissing).
Result<void> refuseCommand(Session& session, CommandId command, const QString& reason);
/// Only what has not left; with a reason.
Result<void> cancelCommand(Session& session, CommandId command, const QString& reason);
/// For what nobody will hear of any more; with a reason. A late answer still counts.
Result<void> giveUpCommand(Session& session, CommandId command, const QString& reason);

/// What a list shows.
struct CommandItem {
    DeviceCommand command;
    std::optional<ValveReason> reason;
    CommandState state;
    QString meterNumber;
    DeviceRoute route;
};
/// In these states, behind one terminal or (empty) behind all; oldest first.
Result<std::vector<CommandItem>> commandsIn(Session& session, const std::vector<CommandState>& states,
                                            const QString& terminal = {});
Result<std::vector<CommandEvent>> commandHistory(Session& session, CommandId command);
/// What speaks against sending it at this moment.
Result<std::vector<ValveBlock>> whyHeld(Session& session, CommandId command);

/// Saves that it is about to be sent, then gives out what the station needs. HeldByRule leaves it queued: a crew may
/// still arrive. One whose time is over expires here (NotPossibleNow).
Result<ReleasedCommand> releaseCommand(Session& session, CommandId command);
/// For a command that left and is not over: looks at the meter and tells it nothing.
Result<ReleasedCommand> lookAtCommand(Session& session, CommandId command);
/// The bytes have left.
Result<CommandState> recordSent(Session& session, CommandId command);
/// What became of it. Twice, late or out of order changes nothing that is known, and is kept.
Result<CommandState> recordOutcome(Session& session, const CommandOutcome& outcome);
/// After a station was stopped or killed: what was on its way behind this terminal (empty: everywhere) is unknown now.
Result<int> forgetInFlight(Session& session, const QString& terminal = {});

} // namespace meterhall::services
