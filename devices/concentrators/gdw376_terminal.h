#pragma once

#include "devices/codecs/gdw376/link.h"
#include "devices/concentrators/terminal.h"

namespace meterhall::devices {

/// How the registry and the archive write a terminal's address: area digits and terminal number in decimal, five
/// digits, "0571-00001".
QString terminalId(const gdw376::TerminalAddress& address);

/// A Q/GDW 376.1 concentrator: meter frames travel in AFN 10 F1.
class Gdw376Terminal final : public Terminal {
public:
    Gdw376Terminal(const gdw376::LinkSettings& settings, Instant connectedAt);

    std::vector<TerminalEvent> receive(ByteView bytes, Instant now) override;
    std::vector<TerminalEvent> tick(Instant now) override;
    Instant deadline() const override;
    Result<Bytes> ask(const MeterRequest& request, Instant now) override;

private:
    gdw376::TerminalLink m_link;
};

} // namespace meterhall::devices
