#pragma once

#include "core/commands/command.h"

#include <optional>
#include <span>

namespace meterhall {

/// Where a command stands, and what can be said of it. The numbers are those of the database.
enum class CommandState : std::uint8_t {
    Requested = 1,   ///< saved; waits for a second person
    Queued = 2,      ///< may be handed over; no device has heard of it
    Submitted = 3,   ///< the intent to send is saved: from here on it may have been done
    Unknown = 4,     ///< handed over, and no word of what became of it
    Cached = 5,      ///< a platform keeps it until the meter wakes
    Sent = 6,        ///< its bytes left for the meter
    Delivered = 7,   ///< the meter says that it will; nobody has looked whether it did
    Succeeded = 8,   ///< looked at, and done
    Failed = 9,      ///< refused, or looked at and not done
    TimedOut = 10,   ///< given up; a late answer may still say what became of it
    Expired = 11,    ///< never left: its time ran out before
    Cancelled = 12,  ///< taken back before it left
    Refused = 13,    ///< the second person said no
    Superseded = 14, ///< a later command of the same meter made it pointless before it left
};
/// "requested", "timed-out" …
QString codeOf(CommandState state);

/// Nothing moves it any more, except TimedOut, which a late answer turns into Succeeded or Failed.
bool isOver(CommandState state);
/// No device can have heard of it.
bool isStillHere(CommandState state);

/// The life of one command, out of everything that was said of it in the order it was said. What is said late, twice or
/// out of order never moves it back; it is kept all the same (CommandEvent::heard), so that nothing is lost.
class CommandLife {
public:
    /// A command that moves a valve starts as Requested, any other as Queued.
    static CommandLife of(CommandKind kind);
    /// As it was stored. `furthest` is the furthest state of its events that is not Unknown.
    CommandLife(CommandState state, CommandState furthest)
        : m_state(state)
        , m_furthest(furthest) {}

    CommandState state() const { return m_state; }
    CommandState furthest() const { return m_furthest; }

    /// Whether hearing this would move it.
    bool movesOn(CommandState heard) const;
    /// From outside: moves on or stays, and never fails. True when it moved.
    bool hear(CommandState heard);
    /// By us: NotPossibleNow when it would not move.
    Result<void> advance(CommandState to);

private:
    bool leavesUnsent(CommandState heard) const;

    CommandState m_state;
    CommandState m_furthest;
};

/// One thing said of a command. `number` counts from 1.
struct CommandEvent {
    CommandId command;
    int number = 0;
    CommandState heard;
    CommandState state; ///< after it
    Instant at;
    OperatorId by;
    QString evidence;

    bool operator==(const CommandEvent&) const = default;
};

/// The life that these events tell; NotPossibleNow in the evidence of the first whose stored state is not the one they
/// lead to.
Result<CommandLife> lifeOf(CommandKind kind, std::span<const CommandEvent> events);

} // namespace meterhall
