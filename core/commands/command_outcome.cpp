#include "core/commands/command_outcome.h"

namespace meterhall {

std::optional<CommandState> stateSaidBy(const CommandOutcome& outcome) {
    switch (outcome.effect) {
    case Effect::Holds:
        return CommandState::Succeeded;
    case Effect::DoesNotHold:
    case Effect::Fault:
        return CommandState::Failed;
    case Effect::NotSeen:
        break;
    }
    switch (outcome.answer) {
    case DeviceAnswer::NotAsked:
        return CommandState::Expired;
    case DeviceAnswer::Impossible:
    case DeviceAnswer::Refused:
        return CommandState::Failed;
    case DeviceAnswer::NotTold:
        return std::nullopt;
    case DeviceAnswer::Obeyed:
        return CommandState::Delivered;
    case DeviceAnswer::Silent:
        return CommandState::Unknown;
    }
    return std::nullopt;
}

} // namespace meterhall
