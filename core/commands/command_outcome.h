#pragma once

#include "core/commands/command_life.h"

namespace meterhall {

/// What the meter said when it was told.
enum class DeviceAnswer : std::uint8_t {
    NotAsked,   ///< nothing left for it: no way to it was open in time
    Impossible, ///< it cannot be asked: no valve, no profile, a broadcast address
    NotTold,    ///< it was only looked at
    Obeyed,     ///< it says that it did or will
    Refused,
    Silent, ///< told, and no answer that belongs to it came back
};

/// What looking at the meter afterwards showed. Two answers of different bytes agreed on it.
enum class Effect : std::uint8_t {
    NotSeen,
    Holds, ///< it is as the command wants it
    DoesNotHold,
    Fault, ///< the meter reports a faulty valve
};

/// What a device adapter knows of one command when it is through with it.
struct CommandOutcome {
    CommandId command;
    DeviceAnswer answer = DeviceAnswer::NotAsked;
    Effect effect = Effect::NotSeen;
    QString evidence; ///< for an engineer: last bytes in hex, error codes
};

/// What the outcome says of the command. What was seen decides over what was said: an answer may be lost, late, or a
/// lie. Empty when nothing new is known.
std::optional<CommandState> stateSaidBy(const CommandOutcome& outcome);

} // namespace meterhall
