#pragma once

#include "core/services/inside/price_book.h"
#include "core/storage/purchase_store.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

/// Judges stored purchases, all of one account before those of another, in their order. Included by the .cpp files of
/// services only.
class PurchaseWalk {
public:
    explicit PurchaseWalk(storage::Database& database)
        : m_database(database)
        , m_registry(database)
        , m_prices(database) {}

    /// It is rated again to the same bill, from where the ladder stood.
    Result<bool> holds(const storage::StoredPurchase& purchase);

private:
    Result<void> begin(const storage::StoredPurchase& purchase);
    /// Whether the ladder stood where the purchase says it did, with those before it that stood then.
    Result<bool> beginsThere(const storage::StoredPurchase& purchase, const BillingInputs& inputs);

    storage::Database& m_database;
    storage::RegistryStore m_registry;
    PriceBook m_prices;
    std::optional<AccountId> m_account;
    std::vector<storage::StoredPurchase> m_standing; ///< of m_account, before the one that is judged
    std::vector<LadderEvent> m_events;
};

} // namespace meterhall::services
