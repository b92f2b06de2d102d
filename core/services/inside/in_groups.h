#pragma once

#include "core/base/result.h"

#include <span>

namespace meterhall::services {

/// Stores rows by one call of `store` (all of it or none). Rows that cannot be stored together are tried in halves, and
/// `refuse` is told of each row that still cannot be.
template <class Row, class Store, class Refuse>
void storeInHalves(std::span<const Row> rows, const Store& store, const Refuse& refuse) {
    auto stored = store(rows);
    if (stored.ok())
        return;
    if (rows.size() == 1) {
        refuse(rows.front(), std::move(stored).error());
        return;
    }
    const std::size_t half = rows.size() / 2;
    storeInHalves(rows.first(half), store, refuse);
    storeInHalves(rows.subspan(half), store, refuse);
}

/// Stores rows in groups of `size`. So one bad row keeps none of the others out, and good files cost one unit of work a
/// group.
template <class Row, class Store, class Refuse>
void storeInGroups(std::span<const Row> rows, std::size_t size, const Store& store, const Refuse& refuse) {
    for (std::size_t first = 0; first < rows.size(); first += size)
        storeInHalves(rows.subspan(first, std::min(size, rows.size() - first)), store, refuse);
}

} // namespace meterhall::services
