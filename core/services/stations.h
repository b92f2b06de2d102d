#pragma once

#include "core/registry/registry.h"
#include "core/services/session.h"

namespace meterhall::services {

/// The terminals of the archive: those a master station talks to.
Result<std::vector<RegisteredTerminal>> servedTerminals(Session& session);

/// Several stations share the work: whoever holds the lease of a terminal talks to its meters. Takes a free or expired
/// lease or renews one's own; false while somebody else holds it. It ends by itself when it is not renewed.
Result<bool> holdTerminal(Session& session, const QString& terminal, const QString& owner, Duration length);
Result<void> letTerminalGo(Session& session, const QString& terminal, const QString& owner);

} // namespace meterhall::services
