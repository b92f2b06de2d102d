#include "core/services/stations.h"

#include "core/services/inside/session_inside.h"
#include "core/services/inside/terminal_lease.h"
#include "core/storage/lease.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

Result<std::vector<RegisteredTerminal>> servedTerminals(Session& session) {
    MH_CHECK(require(session, Service::StartReadingRun));
    return storage::RegistryStore(session.inside().database()).terminals();
}

Result<bool> holdTerminal(Session& session, const QString& terminal, const QString& owner, Duration length) {
    MH_CHECK(require(session, Service::StartReadingRun));
    MH_CHECK(requireSeat(session));
    return storage::Leases(session.inside().database()).take(terminalLease(terminal), owner, length, session.now());
}

Result<void> letTerminalGo(Session& session, const QString& terminal, const QString& owner) {
    MH_CHECK(require(session, Service::StartReadingRun));
    MH_CHECK(requireSeat(session));
    return storage::Leases(session.inside().database()).release(terminalLease(terminal), owner);
}

} // namespace meterhall::services
