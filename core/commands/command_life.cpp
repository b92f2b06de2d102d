#include "core/commands/command_life.h"

#include <array>

namespace meterhall {

namespace {

using enum CommandState;

struct NamedState {
    CommandState state;
    const char* code;
    int rank; ///< how far it has come; Unknown has none of its own
};
constexpr int over = 6;

constexpr std::array<NamedState, 14> states{{
    {Requested, "requested", 0},
    {Queued, "queued", 1},
    {Submitted, "submitted", 2},
    {Unknown, "unknown", 0},
    {Cached, "cached", 3},
    {Sent, "sent", 4},
    {Delivered, "delivered", 5},
    {Succeeded, "succeeded", over},
    {Failed, "failed", over},
    {TimedOut, "timed-out", over},
    {Expired, "expired", over},
    {Cancelled, "cancelled", over},
    {Refused, "refused", over},
    {Superseded, "superseded", over},
}};

const NamedState* find(CommandState state) {
    const auto* found =
        std::find_if(states.begin(), states.end(), [state](const NamedState& named) { return named.state == state; });
    return found == states.end() ? nullptr : found;
}

int rankOf(CommandState state) {
    const NamedState* named = find(state);
    return named == nullptr ? 0 : named->rank;
}

bool hasLeft(CommandState furthest) {
    return rankOf(furthest) >= rankOf(Submitted);
}

} // namespace

QString codeOf(CommandState state) {
    const NamedState* named = find(state);
    return named == nullptr ? QString() : QString::fromLatin1(named->code);
}

bool isOver(CommandState state) {
    return rankOf(state) == over;
}

bool isStillHere(CommandState state) {
    return state == Requested || state == Queued;
}

CommandLife CommandLife::of(CommandKind kind) {
    const CommandState first = movesValve(kind) ? Requested : Queued;
    return {first, first};
}

bool CommandLife::leavesUnsent(CommandState heard) const {
    const bool tookBack = heard == Cancelled || heard == Superseded;
    if (heard == Refused)
        return m_state == Requested;
    // A platform can still be asked to drop what it keeps, and lets it expire there.
    if (m_state == Cached)
        return tookBack || heard == Expired;
    return isStillHere(m_state) || (heard == Expired && m_state == Submitted);
}

bool CommandLife::movesOn(CommandState heard) const {
    if (find(heard) == nullptr)
        return false;
    if (isOver(m_state))
        return m_state == TimedOut && (heard == Succeeded || heard == Failed);
    switch (heard) {
    case Requested:
        return false;
    case Queued:
        return m_state == Requested;
    case Submitted:
        return m_state == Queued;
    case Unknown:
        return m_state == Submitted || m_state == Cached || m_state == Sent;
    case Cached:
    case Sent:
    case Delivered:
        return hasLeft(m_furthest) && rankOf(heard) > rankOf(m_furthest);
    case Succeeded:
    case Failed:
    case TimedOut:
        return hasLeft(m_furthest);
    case Expired:
    case Cancelled:
    case Refused:
    case Superseded:
        return leavesUnsent(heard);
    }
    return false;
}

bool CommandLife::hear(CommandState heard) {
    if (!movesOn(heard))
        return false;
    m_state = heard;
    if (heard != Unknown)
        m_furthest = heard;
    return true;
}

Result<void> CommandLife::advance(CommandState to) {
    if (hear(to))
        return {};
    return Error(CommandError::NotPossibleNow, {codeOf(m_state), codeOf(to)});
}

Result<CommandLife> lifeOf(CommandKind kind, std::span<const CommandEvent> events) {
    CommandLife life = CommandLife::of(kind);
    int number = 0;
    for (const CommandEvent& event : events) {
        // The first event is the birth itself.
        if (++number > 1)
            life.hear(event.heard);
        if (event.number != number || event.state != life.state() || (number == 1 && event.heard != life.state()))
            return Error(CommandError::NotPossibleNow, {codeOf(life.state()), codeOf(event.state)})
                .within(QStringLiteral("event %1").arg(number));
    }
    return life;
}

} // namespace meterhall
