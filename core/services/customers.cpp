#include "core/services/customers.h"

#include "core/services/inside/known_account.h"
#include "core/services/inside/personal_data.h"
#include "core/services/inside/session_inside.h"

namespace meterhall::services {

using storage::RegistryStore;
using storage::TokenRange;

namespace {

std::vector<FoundAccount> foundAccounts(const std::vector<storage::AccountRow>& rows) {
    std::vector<FoundAccount> found;
    found.reserve(rows.size());
    std::transform(rows.begin(), rows.end(), std::back_inserter(found), foundAccount);
    return found;
}

/// A word may mean several things; one of the ranges has to match.
Result<std::vector<TokenRange>> rangesOf(Session& session, const SearchQuery& query) {
    std::vector<TokenRange> ranges{{query.kinds, query.prefix, endOfPrefix(query.prefix)}};
    if (query.phoneDigits.isEmpty())
        return ranges;
    MH_TRY(const QStringList codes, phoneCodes(session, query.phoneDigits));
    for (const QString& code : codes)
        ranges.push_back({{TokenKind::Phone}, code, endOfPrefix(code)});
    return ranges;
}

} // namespace

Result<std::vector<FoundAccount>> findAccounts(Session& session, const QString& typed, int limit) {
    MH_CHECK(require(session, Service::FindCustomer));
    std::vector<std::vector<TokenRange>> words;
    for (const SearchQuery& query : searchQueries(typed)) {
        MH_TRY(auto ranges, rangesOf(session, query));
        words.push_back(std::move(ranges));
    }
    MH_TRY(const auto rows, RegistryStore(session.inside().database()).search(words, limit));
    return foundAccounts(rows);
}

Result<std::vector<FoundAccount>> accountsOfSameCustomer(Session& session, const QString& accountNumber) {
    MH_CHECK(require(session, Service::FindCustomer));
    const RegistryStore store(session.inside().database());
    MH_TRY(const auto row, store.accountByNumber(accountNumber));
    if (!row)
        return Error(RegistryError::UnknownAccount, {accountNumber});
    MH_TRY(const auto rows, store.accountsOfCustomer(row->account.customer));
    return foundAccounts(rows);
}

Result<QString> accountNumberOf(Session& session, AccountId account) {
    MH_CHECK(require(session, Service::FindCustomer));
    MH_TRY(const auto row, RegistryStore(session.inside().database()).accountById(account));
    return row ? Result<QString>(row->account.number) : Result<QString>(RegistryError::UnknownAccount);
}

Result<std::vector<LegalEntity>> legalEntities(Session& session) {
    MH_CHECK(require(session, Service::FindCustomer));
    return RegistryStore(session.inside().database()).legalEntities();
}

Result<FoundMeter> meterNumbered(Session& session, const QString& number) {
    MH_CHECK(require(session, Service::FindCustomer));
    const RegistryStore store(session.inside().database());
    MH_TRY(const auto meter, store.meterByNumber(number));
    if (!meter)
        return Error(RegistryError::UnknownMeter, {number});
    FoundMeter found{.meter = *meter};
    MH_TRY(const auto hanging, store.installedMeter(meter->id));
    if (!hanging)
        return found;
    found.installation = hanging->installation;
    MH_TRY(const auto account, store.accountById(hanging->account));
    if (account)
        found.account = foundAccount(*account);
    return found;
}

} // namespace meterhall::services
