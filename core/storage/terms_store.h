#pragma once

#include "core/billing/account_terms.h"
#include "core/billing/bill_request.h"
#include "core/storage/database.h"
#include "core/storage/registry_store.h"

namespace meterhall::storage {

/// On which terms accounts are billed, from which day on.
class TermsStore {
public:
    explicit TermsStore(Database& database)
        : m_database(database) {}

    /// What was said last of those words that hold on the day. An account nobody changed is billed as it was opened,
    /// which asks the database nothing.
    Result<AccountTerms> termsOn(const BilledAccount& row, Date day) const;

    /// Of so many people from a day on, ascending; the first size from long ago.
    Result<std::vector<HouseholdSize>> householdSizes(const BilledAccount& row) const;

    /// From `from` on, whatever was said of those days before; the account's own row shows them from now on.
    static Result<void> change(UnitOfWork& work, const BilledAccount& row, Date from, const AccountTerms& terms);

private:
    Database& m_database;
};

} // namespace meterhall::storage
