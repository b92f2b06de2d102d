#pragma once

#include "core/billing/bill_parts.h"
#include "core/storage/billing_store.h"

namespace meterhall::services {

/// The versions that bills name, each read once. What it hands out is valid as long as it is.
class PriceBook {
public:
    explicit PriceBook(storage::Database& database)
        : m_store(database) {}

    Result<const TariffVersion*> version(TariffVersionId id);
    Result<const storage::StoredTariffVersion*> stored(TariffVersionId id);
    /// Of all parts of a bill, in their order.
    Result<std::vector<const TariffVersion*>> of(const BillingInputs& inputs);

private:
    storage::BillingStore m_store;
    std::map<TariffVersionId, storage::StoredTariffVersion> m_versions; ///< those that were asked for so far
};

} // namespace meterhall::services
