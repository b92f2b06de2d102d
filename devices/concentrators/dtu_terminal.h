#pragma once

#include "devices/codecs/dtu/link.h"
#include "devices/concentrators/terminal.h"

namespace meterhall::devices {

/// A radio modem: words of its own to register and keep alive, then the frames of its meters as they are.
class DtuTerminal final : public Terminal {
public:
    DtuTerminal(const dtu::Profile& profile, Instant connectedAt);

    std::vector<TerminalEvent> receive(ByteView bytes, Instant now) override;
    std::vector<TerminalEvent> tick(Instant now) override;
    Instant deadline() const override;
    Result<Bytes> ask(const MeterRequest& request, Instant now) override;

private:
    std::vector<TerminalEvent> translated(std::vector<dtu::LinkEvent> from) const;

    dtu::Link m_link;
};

/// The kinds of modem built into the program, by id.
class ModemCatalog {
public:
    static Result<ModemCatalog> builtIn();
    const dtu::Profile* find(const QString& id) const;

private:
    std::vector<dtu::Profile> m_profiles;
};

} // namespace meterhall::devices
