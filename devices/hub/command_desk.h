#pragma once

#include "core/commands/command_outcome.h"
#include "core/commands/released_command.h"

#include <deque>
#include <map>
#include <vector>

namespace meterhall::devices {

/// Commands that wait for their terminal, in the order they came.
class CommandDesk {
public:
    void add(ReleasedCommand command);
    std::optional<ReleasedCommand> next(const QString& terminal);
    /// Takes out those whose time is over, with the outcome that nothing was asked. Looking is never too late.
    std::vector<CommandOutcome> expire(Instant wall, const QString& why);
    std::vector<CommandOutcome> expireAll(const QString& why);
    bool isEmpty() const { return m_waiting.empty(); }

private:
    std::map<QString, std::deque<ReleasedCommand>> m_waiting; ///< by terminal; none is empty
};

} // namespace meterhall::devices
