#pragma once

#include "core/registry/archive_file.h"
#include "core/services/session.h"
#include "core/storage/registry_bulk.h"

namespace meterhall::services {

/// What an archived account hangs on: found in the database or made before it.
struct AccountTies {
    LegalEntityId entity;
    BookId book;
    CustomerId customer;
    PremiseId premise;
    QString tariffCode;
};

/// The rows of archived accounts, gathered for one unit of work. Nothing is looked up and nothing is checked here: that
/// was done before. Included by the .cpp files of services only.
class ArchivedRows {
public:
    /// Search tokens are added to `tokens`, which belongs to the caller; null: nobody will be found.
    ArchivedRows(Session& session, storage::TokenBulk* tokens)
        : m_session(session)
        , m_tokens(tokens) {}

    /// The new customer as it will be stored; `told` has no id.
    Result<storage::SealedCustomer> addCustomer(const Customer& told);
    Premise addPremise(const ArchivedAccount& entry);
    /// The account with service point, meter, installation and opening.
    Result<MeterId> addAccount(const ArchivedAccount& entry, const AccountTies& ties);

    /// All but the tokens.
    Result<void> insert(storage::UnitOfWork& work) const { return storage::insertRows(work, m_rows); }

private:
    Session& m_session;
    storage::TokenBulk* m_tokens;
    storage::BulkRows m_rows;
};

} // namespace meterhall::services
