#pragma once

#include "core/services/session.h"

namespace meterhall::services {

/// A terminal that meters hang on, as the archive knows it.
struct ServedTerminal {
    QString terminal;
    bool isModem = false; ///< its meters have no port: a DTU
};
Result<std::vector<ServedTerminal>> servedTerminals(Session& session);

/// Several stations share the work: whoever holds the lease of a terminal talks to its meters. Takes a free or expired
/// lease or renews one's own; false while somebody else holds it. It ends by itself when it is not renewed.
Result<bool> holdTerminal(Session& session, const QString& terminal, const QString& owner, Duration length);
Result<void> letTerminalGo(Session& session, const QString& terminal, const QString& owner);

} // namespace meterhall::services
