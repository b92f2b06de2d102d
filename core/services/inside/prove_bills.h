#pragma once

#include "core/services/inside/price_book.h"

namespace meterhall::services {

/// Rates stored bills again from their inputs.
class BillProver {
public:
    explicit BillProver(storage::Database& database)
        : m_prices(database) {}

    /// Whether the bill comes out byte for byte.
    Result<bool> comesOutAgain(const storage::StoredBill& bill);

private:
    PriceBook m_prices;
};

} // namespace meterhall::services
