#include "app/station/command_courier.h"

#include "core/registry/registry.h"

namespace meterhall::app {

using services::CommandItem;

CommandCourier::CommandCourier(devices::Hub& hub, services::Session& session, QObject* parent)
    : QObject(parent)
    , m_hub(hub)
    , m_session(session) {
    connect(&m_hub, &devices::Hub::commandSent, this, [this](CommandId command) {
        heard({{command, DeviceAnswer::NotTold, Effect::NotSeen, {}}, true});
    });
    connect(&m_hub, &devices::Hub::commandDone, this, [this](const CommandOutcome& outcome) {
        heard({outcome, false});
    });
}

Result<int> CommandCourier::recover(const QString& terminal) {
    return services::forgetInFlight(m_session, terminal);
}

Result<int> CommandCourier::carry(const QString& terminal) {
    MH_CHECK(writeDown());
    MH_TRY(const auto queued, services::commandsIn(m_session, {CommandState::Queued}, terminal));
    int carried = 0;
    for (const CommandItem& item : queued) {
        auto released = services::releaseCommand(m_session, item.command.id);
        if (!released.ok()) {
            const bool stays = released.failedWith(CommandError::HeldByRule) ||
                               released.failedWith(CommandError::NotPossibleNow) ||
                               released.failedWith(RegistryError::NotInstalled);
            if (!stays)
                return std::move(released).error();
            continue;
        }
        MH_CHECK(m_hub.sendCommand(std::move(*released)));
        ++carried;
    }
    return carried;
}

Result<int> CommandCourier::lookAgain(const QString& terminal) {
    MH_TRY(const auto open,
           services::commandsIn(m_session, {CommandState::Unknown, CommandState::Delivered}, terminal));
    for (const CommandItem& item : open) {
        MH_TRY(auto look, services::lookAtCommand(m_session, item.command.id));
        MH_CHECK(m_hub.sendCommand(std::move(look)));
    }
    return int(open.size());
}

Result<CommandState> CommandCourier::write(const Said& said) {
    return said.onlySent ? services::recordSent(m_session, said.outcome.command)
                         : services::recordOutcome(m_session, said.outcome);
}

void CommandCourier::heard(Said said) {
    m_unwritten.push_back(std::move(said));
    // A failure here is not lost: what was said waits, and the next call of carry() reports what is in its way.
    (void)writeDown().ok();
}

Result<void> CommandCourier::writeDown() {
    while (!m_unwritten.empty()) {
        MH_TRY(const CommandState state, write(m_unwritten.front()));
        const CommandId command = m_unwritten.front().outcome.command;
        m_unwritten.erase(m_unwritten.begin());
        Q_EMIT moved(command, state);
    }
    return {};
}

} // namespace meterhall::app
