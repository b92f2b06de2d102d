#include "devices/concentrators/dtu_terminal.h"

#include "devices/profiles/profile_catalog.h"

namespace meterhall::devices {

DtuTerminal::DtuTerminal(const dtu::Profile& profile, Instant connectedAt)
    : m_link(profile, connectedAt) {}

std::vector<TerminalEvent> DtuTerminal::receive(ByteView bytes, Instant now) {
    return translated(m_link.receive(bytes, now));
}

std::vector<TerminalEvent> DtuTerminal::tick(Instant now) {
    return translated(m_link.tick(now));
}

Instant DtuTerminal::deadline() const {
    return m_link.deadline();
}

Result<Bytes> DtuTerminal::ask(const MeterRequest& request, Instant) {
    return Bytes(request.frame.begin(), request.frame.end());
}

std::vector<TerminalEvent> DtuTerminal::translated(std::vector<dtu::LinkEvent> from) const {
    using Kind = TerminalEvent::Kind;
    using From = dtu::LinkEvent::Kind;
    std::vector<TerminalEvent> events;
    for (dtu::LinkEvent& event : from) {
        switch (event.kind) {
        case From::Send:
            events.push_back({Kind::Send, std::move(event.bytes), {}});
            break;
        case From::Registered:
            events.push_back({Kind::LoggedIn, {}, event.terminal});
            break;
        case From::Heartbeat:
            events.push_back({Kind::Heartbeat, {}, event.terminal});
            break;
        case From::Payload:
            events.push_back({Kind::MeterBytes, std::move(event.bytes), {}});
            break;
        case From::Fault:
            // Before the registration: noise without end. After it: another name, which the registry must hear of.
            if (m_link.isRegistered())
                events.push_back({Kind::LoggedIn, {}, event.terminal});
            else
                events.push_back({Kind::Ended, {}, {}});
            break;
        case From::Silent:
            events.push_back({Kind::Ended, {}, {}});
            break;
        }
    }
    return events;
}

Result<ModemCatalog> ModemCatalog::builtIn() {
    MH_TRY(const std::vector<ProfileFile> files, builtInModemFiles());
    ModemCatalog catalog;
    for (const ProfileFile& file : files) {
        auto profile = dtu::Profile::fromText(file.json);
        if (!profile.ok())
            return std::move(profile).error().within(file.name);
        if (catalog.find(profile->id) != nullptr)
            return Error(ProfileError::DoubleId, {profile->id});
        catalog.m_profiles.push_back(*std::move(profile));
    }
    return catalog;
}

const dtu::Profile* ModemCatalog::find(const QString& id) const {
    const auto found = std::find_if(m_profiles.begin(), m_profiles.end(),
                                    [&](const dtu::Profile& profile) { return profile.id == id; });
    return found == m_profiles.end() ? nullptr : &*found;
}

} // namespace meterhall::devices
