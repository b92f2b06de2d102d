#include "core/storage/sealed_store.h"

namespace meterhall::storage {

namespace {

// Key numbers stand in the third to sixth byte; an empty text has none.
constexpr const char* byOthers = "((length(phone_sealed) > 0 AND substr(phone_sealed, 3, 4) <> ?) OR "
                                 "(length(identity_sealed) > 0 AND substr(identity_sealed, 3, 4) <> ?))";

std::string inList(qsizetype size) {
    std::string marks = "(?";
    for (qsizetype i = 1; i < size; ++i)
        marks += ", ?";
    return marks + ")";
}

} // namespace

Result<std::vector<SealedCustomer>> SealedStore::sealedByOthers(const Bytes& mark, CustomerId after, int limit) const {
    return m_database.all("SELECT id, name, phone_sealed, identity_sealed, number FROM customer WHERE id > ? AND " +
                              std::string(byOthers) + " ORDER BY id LIMIT ?",
                          {after, mark, mark, limit}, [](const Row& row) {
                              return SealedCustomer{row.get<CustomerId>(0), row.text(1), row.get<Bytes>(2),
                                                    row.get<Bytes>(3), row.text(4)};
                          });
}

Result<std::int64_t> SealedStore::countSealedByOthers(const Bytes& mark) const {
    return m_database.number("SELECT count(*) FROM customer WHERE " + std::string(byOthers), {mark, mark});
}

Result<std::int64_t> SealedStore::countSealedBy(const Bytes& mark) const {
    return m_database.number("SELECT count(*) FROM customer WHERE substr(phone_sealed, 3, 4) = ? OR "
                             "substr(identity_sealed, 3, 4) = ?",
                             {mark, mark});
}

Result<void> SealedStore::replace(UnitOfWork& work, const SealedCustomer& customer) {
    MH_TRY(const std::int64_t changed,
           work.execute("UPDATE customer SET phone_sealed = ?, identity_sealed = ? WHERE id = ?",
                        {customer.phone, customer.identity, customer.id}));
    return changed == 1 ? Result<void>() : Result<void>(StorageError::NoRow);
}

namespace {

Result<void> replaceCodesOf(UnitOfWork& work, const std::vector<AccountId>& accounts, TokenKind kind,
                            const QStringList& old, const QStringList& fresh) {
    for (const AccountId account : accounts) {
        Values values{kind, account};
        for (const QString& code : old)
            values.emplace_back(code);
        MH_TRY(const std::int64_t removed,
               work.execute("DELETE FROM search_token WHERE kind = ? AND account_id = ? AND token IN " +
                                inList(old.size()),
                            values));
        if (removed == 0)
            continue; // nobody finds this account by its phone
        for (const QString& code : fresh)
            MH_CHECK(work.execute("INSERT INTO search_token (kind, token, account_id) VALUES (?, ?, ?) "
                                  "ON CONFLICT DO NOTHING",
                                  {kind, code, account}));
    }
    return {};
}

} // namespace

Result<void> SealedStore::replacePhoneCodes(UnitOfWork& work, CustomerId customer, const QStringList& old,
                                            const QStringList& fresh) {
    if (old.isEmpty())
        return {};
    const auto idFrom = [](const Row& row) { return row.get<AccountId>(0); };
    Database& database = work.database();
    MH_TRY(const auto held, database.all("SELECT id FROM account WHERE customer_id = ?", {customer}, idFrom));
    MH_CHECK(replaceCodesOf(work, held, TokenKind::Phone, old, fresh));
    MH_TRY(const auto before, database.all("SELECT DISTINCT account_id FROM account_transfer "
                                           "WHERE from_customer_id = ?",
                                           {customer}, idFrom));
    return replaceCodesOf(work, before, TokenKind::FormerPhone, old, fresh);
}

} // namespace meterhall::storage
