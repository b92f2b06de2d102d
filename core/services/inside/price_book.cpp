#include "core/services/inside/price_book.h"

namespace meterhall::services {

Result<const storage::StoredTariffVersion*> PriceBook::stored(TariffVersionId id) {
    auto known = m_versions.find(id);
    if (known == m_versions.end()) {
        MH_TRY(auto stored, m_store.version(id));
        known = m_versions.emplace(id, std::move(stored)).first;
    }
    return &known->second;
}

Result<const TariffVersion*> PriceBook::version(TariffVersionId id) {
    MH_TRY(const storage::StoredTariffVersion* known, stored(id));
    return &known->version;
}

Result<std::vector<const TariffVersion*>> PriceBook::of(const BillingInputs& inputs) {
    std::vector<const TariffVersion*> prices;
    for (std::size_t part = 0; part < inputs.parts(); ++part) {
        MH_TRY(const TariffVersion* price, version(inputs.versionOf(part)));
        prices.push_back(price);
    }
    return prices;
}

} // namespace meterhall::services
