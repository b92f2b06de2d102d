#pragma once

#include "core/storage/billing_store.h"

namespace meterhall::services {

/// Rates stored bills again from their inputs.
class BillProver {
public:
    explicit BillProver(storage::Database& database)
        : m_store(database) {}

    /// Whether the bill comes out byte for byte.
    Result<bool> comesOutAgain(const storage::StoredBill& bill);

private:
    storage::BillingStore m_store;
    std::map<TariffVersionId, TariffVersion> m_versions; ///< those that bills named so far
};

} // namespace meterhall::services
