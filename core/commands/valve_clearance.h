#pragma once

#include "core/commands/command.h"

namespace meterhall {

enum class ValveAction : std::uint8_t { Open = 1, Close = 2 };

/// Leave to move one valve once. Only the interlock makes one (valve_interlock.h), only for the meter and the command
/// it has judged, and a frame that moves a valve cannot be built without one: so no path reaches a valve around the
/// interlock. It cannot be copied; whoever sends uses it up.
class ValveClearance {
public:
    ValveClearance(ValveClearance&&) noexcept = default;
    ValveClearance& operator=(ValveClearance&&) noexcept = default;
    ValveClearance(const ValveClearance&) = delete;
    ValveClearance& operator=(const ValveClearance&) = delete;
    ~ValveClearance() = default;

    CommandId command() const { return m_command; }
    ValveAction action() const { return m_action; }
    /// As the protocol shows it: the one meter it is good for.
    const QString& deviceAddress() const { return m_deviceAddress; }
    /// What was judged is true for a while only: a person on site leaves.
    Instant notAfter() const { return m_notAfter; }

private:
    friend class ValveInterlock;

    ValveClearance(CommandId command, ValveAction action, QString deviceAddress, Instant notAfter)
        : m_command(command)
        , m_action(action)
        , m_deviceAddress(std::move(deviceAddress))
        , m_notAfter(notAfter) {}

    CommandId m_command;
    ValveAction m_action;
    QString m_deviceAddress;
    Instant m_notAfter;
};

} // namespace meterhall
