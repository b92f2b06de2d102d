#pragma once

#include "core/commands/command.h"
#include "core/commands/valve_clearance.h"

#include <optional>

namespace meterhall {

/// Where a meter is reached.
struct DeviceRoute {
    QString deviceAddress;
    QString profile;
    QString terminal;
    std::uint8_t port = 0;
};

/// A command on its way out: what services give to the hub after the intent to send it is saved. One that moves a valve
/// carries its clearance; without it there is nothing to send.
struct ReleasedCommand {
    DeviceCommand command;
    DeviceRoute route;
    std::optional<ValveClearance> clearance{};
    /// Only looks whether the command holds, and tells the meter nothing: what an unknown outcome needs.
    bool onlyLook = false;
};

} // namespace meterhall
