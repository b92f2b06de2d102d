#include "core/services/supply.h"

#include "core/ledger/journal.h"
#include "core/services/inside/session_inside.h"
#include "core/services/inside/valve_facts.h"
#include "core/storage/command_store.h"
#include "core/storage/operator_store.h"

namespace meterhall::services {

using storage::CommandStore;
using storage::RegistryStore;

namespace {

struct FlagTag;
struct NoticeTag;
struct SiteCheckTag;

Result<void> requireAccount(Session& session, AccountId account) {
    MH_TRY(const auto row, RegistryStore(session.inside().database()).accountById(account));
    return row ? Result<void>() : Error(RegistryError::UnknownAccount, {account.toString()});
}

} // namespace

Result<void> changeSupplyFlag(Session& session, const FlagChange& change) {
    MH_CHECK(require(session, Service::FlagSupply));
    if (change.document.trimmed().isEmpty())
        return CommandError::DocumentMissing;
    MH_CHECK(requireAccount(session, change.account));
    const auto id = nextId<FlagTag>(session);
    MH_TRY(auto work, beginUnit(session, Service::FlagSupply, codeOf(change.flag)));
    MH_CHECK(CommandStore::insertFlag(work, id.raw(), change.account,
                                      {change.flag, change.raised, change.until, change.document.trimmed()},
                                      session.who().id));
    return work.commit();
}

Result<std::set<SupplyFlag>> supplyFlags(Session& session, AccountId account) {
    MH_CHECK(require(session, Service::ShowCommands));
    return CommandStore(session.inside().database()).flagsOf(account, session.businessDay());
}

Result<Money> serveNotice(Session& session, AccountId account, const QString& proof) {
    MH_CHECK(require(session, Service::ServeNotice));
    if (proof.trimmed().isEmpty())
        return CommandError::DocumentMissing;
    MH_CHECK(requireAccount(session, account));
    MH_TRY(const Overdue overdue, overdueOf(session, account));
    if (!overdue.amount.isPositive())
        return LedgerError::NothingToPay;
    const auto id = nextId<NoticeTag>(session);
    MH_TRY(auto work, beginUnit(session, Service::ServeNotice));
    MH_CHECK(CommandStore::insert(
        work, storage::StoredNotice{id.raw(), account, session.businessDay(), overdue.amount, proof.trimmed()},
        session.who().id));
    MH_CHECK(work.commit());
    return overdue.amount;
}

Result<void> checkSite(Session& session, const SiteFinding& finding) {
    MH_CHECK(require(session, Service::CheckSite));
    if (finding.evidence.trimmed().isEmpty())
        return CommandError::DocumentMissing;
    MH_TRY(const auto meter, RegistryStore(session.inside().database()).installedMeter(finding.meter));
    if (!meter)
        return Error(RegistryError::NotInstalled, {finding.meter.toString()});
    const auto id = nextId<SiteCheckTag>(session);
    MH_TRY(auto work, beginUnit(session, Service::CheckSite));
    MH_CHECK(
        CommandStore::insert(work, storage::StoredSiteCheck{.id = id.raw(),
                                                            .servicePoint = meter->installation.servicePoint,
                                                            .check = {.at = session.now(),
                                                                      .crew = finding.crew.value_or(session.who().id),
                                                                      .someonePresent = finding.someonePresent,
                                                                      .appliancesOff = finding.appliancesOff,
                                                                      .leakFree = finding.leakFree},
                                                            .evidence = finding.evidence.trimmed()}));
    return work.commit();
}

} // namespace meterhall::services
