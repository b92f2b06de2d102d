#include "core/services/customers.h"

#include "core/services/inside/known_account.h"
#include "core/services/inside/personal_data.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/holder_store.h"

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

using Words = std::vector<std::vector<TokenRange>>;

/// The same words, which former holders' words answer too.
Words withFormer(Words words) {
    for (auto& ranges : words)
        for (TokenRange& range : ranges)
            for (std::size_t i = 0, kinds = range.kinds.size(); i < kinds; ++i)
                if (const TokenKind former = formerKind(range.kinds[i]); former != range.kinds[i])
                    range.kinds.push_back(former);
    return words;
}

bool answers(const QString& name, const std::vector<SearchQuery>& queries) {
    const auto tokens = nameTokens(name);
    return std::ranges::any_of(tokens, [&](const SearchToken& token) {
        return std::ranges::any_of(queries, [&](const SearchQuery& query) {
            return std::ranges::find(query.kinds, token.kind) != query.kinds.end() &&
                   token.text.startsWith(query.prefix);
        });
    });
}

/// Whose name was typed; the last one where it was something else of his.
Result<QString> formerHolderOf(storage::Database& database, AccountId account,
                               const std::vector<SearchQuery>& queries) {
    MH_TRY(const auto former, storage::HolderStore(database).formerHolders(account));
    const auto named = std::ranges::find_if(
        former, [&](const storage::FormerHolder& holder) { return answers(holder.name, queries); });
    if (named != former.end())
        return named->name;
    return former.empty() ? QString() : former.front().name;
}

/// Those that only a former holder's words find, at most `most`.
Result<std::vector<FoundAccount>> formerlyHeld(storage::Database& database, const Words& words,
                                               const std::vector<SearchQuery>& queries,
                                               const std::vector<FoundAccount>& found, int most) {
    MH_TRY(const auto rows, RegistryStore(database).search(withFormer(words), most + int(found.size())));
    std::vector<FoundAccount> former;
    for (const storage::AccountRow& row : rows) {
        const bool isKnown =
            std::ranges::any_of(found, [&](const FoundAccount& known) { return known.account.id == row.account.id; });
        if (isKnown || row.transfers == 0 || int(former.size()) == most)
            continue;
        former.push_back(foundAccount(row));
        MH_TRY(former.back().formerHolder, formerHolderOf(database, row.account.id, queries));
    }
    return former;
}

} // namespace

Result<std::vector<FoundAccount>> findAccounts(Session& session, const QString& typed, int limit) {
    MH_CHECK(require(session, Service::FindCustomer));
    storage::Database& database = session.inside().database();
    const auto queries = searchQueries(typed);
    Words words;
    for (const SearchQuery& query : queries) {
        MH_TRY(auto ranges, rangesOf(session, query));
        words.push_back(std::move(ranges));
    }
    MH_TRY(const auto rows, RegistryStore(database).search(words, limit));
    std::vector<FoundAccount> found = foundAccounts(rows);
    if (const int room = limit - int(found.size()); room > 0) {
        MH_TRY(const auto former, formerlyHeld(database, words, queries, found, room));
        found.insert(found.end(), former.begin(), former.end());
    }
    return found;
}

Result<Account> accountNumbered(Session& session, const QString& number) {
    MH_CHECK(require(session, Service::FindCustomer));
    MH_TRY(const auto row, RegistryStore(session.inside().database()).accountByNumber(number));
    return row ? Result<Account>(row->account) : Error(RegistryError::UnknownAccount, {number});
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
