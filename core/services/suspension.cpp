#include "core/services/suspension.h"

#include "core/services/inside/known_account.h"
#include "core/services/inside/last_day.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/holder_store.h"
#include "core/storage/ledger_store.h"

namespace meterhall::services {

using storage::AccountRow;
using storage::HolderStore;
using storage::LedgerStore;
using storage::UnitOfWork;

namespace {

Result<SuspensionResult> sameSuspension(const AccountSuspension& done, const SuspensionRequest& request) {
    const bool same =
        done.account == request.account && done.on == request.on && done.document == request.document.trimmed();
    if (!same)
        return RegistryError::KeyUsedForSomethingElse;
    return SuspensionResult{Money::zero(Currency::cny()), true};
}

Result<ResumptionResult> sameResumption(storage::Database& database, const AccountResumption& done,
                                        const ResumptionRequest& request) {
    const bool same =
        done.account == request.account && done.on == request.on && done.document == request.document.trimmed();
    if (!same)
        return RegistryError::KeyUsedForSomethingElse;
    MH_TRY(const auto suspension, HolderStore(database).suspension(done.suspension));
    return ResumptionResult{suspension->on, true};
}

} // namespace

Result<SuspensionResult> suspendAccount(Session& session, const SuspensionRequest& request) {
    const bool isRead = request.dial.has_value();
    MH_CHECK(requireDuties(session, Service::SuspendAccount, isRead));
    if (request.document.trimmed().isEmpty())
        return SecurityError::ReasonMissing;
    MH_TRY(UnitOfWork work, beginUnit(session, Service::SuspendAccount, request.account.toString()));
    storage::Database& database = work.database();
    MH_CHECK(LedgerStore::lock(work, {request.account}));
    MH_TRY(const AccountRow row, knownAccount(session, request.account));
    MH_TRY(const auto known, HolderStore(database).suspension(request.key));
    if (known)
        return sameSuspension(*known, request);
    if (row.closedOn)
        return Error(HolderError::AccountClosed, {row.closedOn->toString()});
    MH_CHECK(checkMeterIsOwn(session, row));
    MH_CHECK(checkDay(session, database, {row, request.on, isRead, isRead}));
    if (isRead)
        MH_CHECK(storeDial(session, work, row, *request.dial));
    const AccountSuspension suspension{request.key, row.account.id, request.on, request.document.trimmed()};
    MH_CHECK(HolderStore::insert(work, suspension, session.who().id));
    MH_TRY(const Standing standing, standingOn(database, row.account.id, request.on));
    if (standing.owed.isPositive())
        return Error(HolderError::DebtsFirst, {standing.owed.toString()});
    MH_CHECK(work.commit());
    return SuspensionResult{standing.finalBill};
}

Result<ResumptionResult> resumeAccount(Session& session, const ResumptionRequest& request) {
    MH_CHECK(require(session, Service::SuspendAccount));
    if (request.document.trimmed().isEmpty())
        return SecurityError::ReasonMissing;
    MH_TRY(UnitOfWork work, beginUnit(session, Service::SuspendAccount, request.account.toString()));
    storage::Database& database = work.database();
    MH_CHECK(LedgerStore::lock(work, {request.account}));
    MH_TRY(const AccountRow row, knownAccount(session, request.account));
    const HolderStore holders(database);
    MH_TRY(const auto known, holders.resumption(request.key));
    if (known)
        return sameResumption(database, *known, request);
    if (row.closedOn)
        return Error(HolderError::AccountClosed, {row.closedOn->toString()});
    MH_TRY(const auto suspension, holders.openSuspensionOf(row));
    if (!suspension)
        return HolderError::NotSuspended;
    if (request.on > session.businessDay() || request.on <= suspension->on)
        return Error(RegistryError::BadDay, {request.on.toString()});
    MH_CHECK(HolderStore::insert(
        work, AccountResumption{request.key, suspension->id, row.account.id, request.on, request.document.trimmed()},
        session.who().id));
    MH_CHECK(work.commit());
    return ResumptionResult{suspension->on};
}

} // namespace meterhall::services
