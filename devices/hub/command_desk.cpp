#include "devices/hub/command_desk.h"

namespace meterhall::devices {

namespace {
Instant endOf(const ReleasedCommand& command) {
    return command.clearance ? std::min(command.clearance->notAfter(), command.command.notAfter)
                             : command.command.notAfter;
}

bool isOver(const ReleasedCommand& command, Instant wall) {
    return !command.onlyLook && wall > endOf(command);
}

CommandOutcome notAsked(const ReleasedCommand& command, const QString& why) {
    const DeviceAnswer answer = command.onlyLook ? DeviceAnswer::NotTold : DeviceAnswer::NotAsked;
    return {command.command.id, answer, Effect::NotSeen, why};
}
} // namespace

void CommandDesk::add(ReleasedCommand command) {
    const QString terminal = command.route.terminal;
    m_waiting[terminal].push_back(std::move(command));
}

std::optional<ReleasedCommand> CommandDesk::next(const QString& terminal) {
    const auto found = m_waiting.find(terminal);
    if (found == m_waiting.end())
        return std::nullopt;
    std::optional<ReleasedCommand> first(std::move(found->second.front()));
    found->second.pop_front();
    if (found->second.empty())
        m_waiting.erase(found);
    return first;
}

std::vector<CommandOutcome> CommandDesk::expire(Instant wall, const QString& why) {
    std::vector<CommandOutcome> expired;
    for (auto& [terminal, queue] : m_waiting) {
        const auto over = std::stable_partition(queue.begin(), queue.end(),
                                                [wall](const ReleasedCommand& c) { return !isOver(c, wall); });
        for (auto command = over; command != queue.end(); ++command)
            expired.push_back(notAsked(*command, why));
        queue.erase(over, queue.end());
    }
    std::erase_if(m_waiting, [](const auto& entry) { return entry.second.empty(); });
    return expired;
}

std::vector<CommandOutcome> CommandDesk::expireAll(const QString& why) {
    std::vector<CommandOutcome> all;
    for (const auto& [terminal, queue] : m_waiting)
        for (const ReleasedCommand& command : queue)
            all.push_back(notAsked(command, why));
    m_waiting.clear();
    return all;
}

} // namespace meterhall::devices
