#include "core/services/stations.h"

#include "core/services/inside/session_inside.h"
#include "core/storage/lease.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

namespace {

QString leaseOf(const QString& terminal) {
    return QStringLiteral("terminal ") + terminal;
}

} // namespace

Result<std::vector<RegisteredTerminal>> servedTerminals(Session& session) {
    MH_CHECK(require(session, Service::StartReadingRun));
    return storage::RegistryStore(session.inside().database()).terminals();
}

Result<bool> holdTerminal(Session& session, const QString& terminal, const QString& owner, Duration length) {
    MH_CHECK(require(session, Service::StartReadingRun));
    MH_CHECK(requireSeat(session));
    return storage::Leases(session.inside().database()).take(leaseOf(terminal), owner, length, session.now());
}

Result<void> letTerminalGo(Session& session, const QString& terminal, const QString& owner) {
    MH_CHECK(require(session, Service::StartReadingRun));
    MH_CHECK(requireSeat(session));
    return storage::Leases(session.inside().database()).release(leaseOf(terminal), owner);
}

} // namespace meterhall::services
