#pragma once

#include "core/storage/registry_store.h"

namespace meterhall::storage {

/// Customers by the key that sealed their columns, told by its mark (core/security/sealed_text.h).
class SealedStore {
public:
    explicit SealedStore(Database& database)
        : m_database(database) {}

    /// With a column that another key sealed: the first `limit` after `after`, by id.
    Result<std::vector<SealedCustomer>> sealedByOthers(const Bytes& mark, CustomerId after, int limit) const;
    Result<std::int64_t> countSealedByOthers(const Bytes& mark) const;
    /// With a column that this key sealed.
    Result<std::int64_t> countSealedBy(const Bytes& mark) const;

    /// The sealed columns of a customer that is there.
    static Result<void> replace(UnitOfWork& work, const SealedCustomer& customer);
    /// Accounts of the customer that had any of the old phone codes have the new ones instead.
    static Result<void> replacePhoneCodes(UnitOfWork& work, CustomerId customer, const QStringList& old,
                                          const QStringList& fresh);

private:
    Database& m_database;
};

} // namespace meterhall::storage
