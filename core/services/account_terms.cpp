#include "core/services/account_terms.h"

#include "core/services/inside/session_inside.h"
#include "core/storage/billing_store.h"
#include "core/storage/ledger_store.h"
#include "core/storage/terms_store.h"

namespace meterhall::services {

namespace {

Result<storage::AccountRow> rowOf(storage::Database& database, AccountId account) {
    MH_TRY(const auto row, storage::RegistryStore(database).accountById(account));
    return row ? Result<storage::AccountRow>(*row) : Result<storage::AccountRow>(RegistryError::UnknownAccount);
}

} // namespace

Result<AccountTerms> termsOf(Session& session, AccountId account, Date day) {
    MH_CHECK(require(session, Service::FindCustomer));
    storage::Database& database = session.inside().database();
    MH_TRY(const storage::AccountRow row, rowOf(database, account));
    return storage::TermsStore(database).termsOn(row, day);
}

Result<void> changeTerms(Session& session, AccountId account, Date from, const AccountTerms& terms) {
    MH_CHECK(require(session, Service::ChangeTerms));
    MH_TRY(storage::UnitOfWork work, beginUnit(session, Service::ChangeTerms, account.toString()));
    MH_CHECK(storage::LedgerStore::lock(work, {account}));
    MH_TRY(const storage::AccountRow row, rowOf(work.database(), account));
    if (terms.tariffCode.isEmpty() || terms.householdSize < 0)
        return Error(RegistryError::BadRow, {QStringLiteral("tariff")});
    MH_TRY(const auto billedTo, storage::BillingStore(work.database()).billedTo(account));
    if (billedTo && from <= *billedTo)
        return Error(RegistryError::BilledAlready, {billedTo->toString()});
    MH_CHECK(storage::TermsStore::change(work, row, from, terms));
    return work.commit();
}

} // namespace meterhall::services
