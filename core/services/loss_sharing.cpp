#include "core/services/loss_sharing.h"

#include "core/billing/billing_inputs.h"
#include "core/registry/holders.h"
#include "core/services/inside/known_account.h"
#include "core/services/inside/loss_shares.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/ledger_store.h"
#include "core/storage/loss_store.h"

#include <algorithm>
#include <set>

namespace meterhall::services {

using storage::AccountRow;
using storage::LedgerStore;
using storage::LossStore;
using storage::RegistryStore;
using storage::UnitOfWork;

namespace {

LossSharing sharingOf(const LossSharingRequest& request, ServicePointId master) {
    LossSharing sharing{.id = request.key,
                        .master = master,
                        .on = request.on,
                        .rule = request.rule,
                        .step = request.step,
                        .document = request.document.trimmed(),
                        .members = {}};
    for (const AccountId account : request.accounts)
        sharing.members.push_back({account});
    return sharing;
}

Result<LossSharingResult> sameLoss(const LossSharing& done, const LossSharing& asked) {
    const bool same = done.master == asked.master && done.on == asked.on && done.rule == asked.rule &&
                      done.step == asked.step && done.document == asked.document &&
                      std::ranges::equal(done.members, asked.members, {}, &LossSharing::Member::account,
                                         &LossSharing::Member::account);
    return same ? Result<LossSharingResult>(LossSharingResult{true}) : RegistryError::KeyUsedForSomethingElse;
}

Result<void> checkTerms(Session& session, storage::Database& database, const LossSharing& sharing) {
    MH_TRY(const auto before, LossStore(database).sharingsAt(sharing.master));
    if (sharing.on > session.businessDay() || (!before.empty() && sharing.on <= before.back().on))
        return Error(RegistryError::BadDay, {sharing.on.toString()});
    if (sharing.step <= BilledQuantity::zero())
        return LossError::BadStep;
    if (sharing.members.empty() && (before.empty() || before.back().members.empty()))
        return LossError::NothingShared;
    return sharing.members.size() == 1 ? Result<void>(LossError::TooFew) : Result<void>();
}

/// Nobody stands in more agreements than a bill takes.
Result<void> checkMember(storage::Database& database, const AccountRow& row, const LossSharing& sharing) {
    if (row.closedOn)
        return Error(HolderError::AccountClosed, {row.closedOn->toString()});
    if (row.account.servicePoint == sharing.master)
        return Error(LossError::MasterItself, {row.account.number});
    MH_TRY(const LossShares losses, LossShares::of(database, row));
    const auto standing = losses.behind(sharing.on);
    const auto others =
        std::ranges::count_if(standing, [&](const LossSharing& other) { return other.master != sharing.master; });
    if (std::size_t(others) >= LossShare::most)
        return Error(LossError::TooManyMasters, {row.account.number});
    return {};
}

Result<void> checkMembers(Session& session, storage::Database& database, const LossSharing& sharing) {
    MH_TRY(const auto ofMaster, RegistryStore(database).accountsAt(sharing.master));
    for (const AccountId account : ofMaster)
        MH_CHECK(checkNotBilledBehind(database, account, sharing.on));
    std::set<ServicePointId> places;
    for (const LossSharing::Member& member : sharing.members) {
        MH_TRY(const AccountRow row, knownAccount(session, member.account));
        MH_CHECK(checkMember(database, row, sharing));
        MH_CHECK(checkNotBilledBehind(database, row.account.id, sharing.on));
        if (!places.insert(row.account.servicePoint).second)
            return Error(LossError::SamePlaceTwice, {row.account.number});
    }
    return {};
}

} // namespace

Result<LossSharingResult> shareLoss(Session& session, const LossSharingRequest& request) {
    MH_CHECK(require(session, Service::ShareUse));
    if (request.document.trimmed().isEmpty())
        return SecurityError::ReasonMissing;
    MH_TRY(UnitOfWork work, beginUnit(session, Service::ShareUse, request.master));
    storage::Database& database = work.database();
    MH_TRY(const ServicePointId master, placeOfMeter(database, request.master));
    MH_CHECK(LedgerStore::lock(work, request.accounts));
    const LossSharing sharing = sharingOf(request, master);
    MH_TRY(const auto done, LossStore(database).sharing(request.key));
    if (done)
        return sameLoss(*done, sharing);
    MH_CHECK(checkTerms(session, database, sharing));
    MH_CHECK(checkMembers(session, database, sharing));
    MH_CHECK(LossStore::insert(work, sharing, session.who().id));
    MH_CHECK(work.commit());
    return LossSharingResult{};
}

namespace {

/// What the account shares today, for who may look at customers.
Result<std::vector<LossSharing>> sharedToday(Session& session, AccountId account) {
    MH_CHECK(require(session, Service::FindCustomer));
    MH_TRY(const AccountRow row, knownAccount(session, account));
    MH_TRY(const LossShares losses, LossShares::of(session.inside().database(), row));
    return losses.behind(session.businessDay());
}

Result<QString> masterNumber(Session& session, const LossSharing& sharing) {
    return meterNumberAt(session.inside().database(), sharing.master, session.businessDay());
}

} // namespace

Result<std::vector<SharedLoss>> lossesOf(Session& session, AccountId account) {
    MH_TRY(const auto sharings, sharedToday(session, account));
    std::vector<SharedLoss> shared;
    for (const LossSharing& sharing : sharings) {
        MH_TRY(const QString master, masterNumber(session, sharing));
        shared.push_back({master, sharing.rule, int(sharing.members.size())});
    }
    return shared;
}

Result<std::optional<LossTerms>> lossTermsOf(Session& session, AccountId account) {
    MH_TRY(const auto sharings, sharedToday(session, account));
    if (sharings.empty())
        return std::optional<LossTerms>();
    const LossSharing& sharing = sharings.front();
    MH_TRY(const QString master, masterNumber(session, sharing));
    LossTerms terms{master, sharing.rule, sharing.step, {}};
    for (const LossSharing::Member& member : sharing.members) {
        if (member.closedOn)
            continue;
        MH_TRY(const QString number, accountNumberOf(session, member.account));
        terms.accounts += number;
    }
    return std::optional(terms);
}

} // namespace meterhall::services
