#pragma once

#include "core/base/result.h"

#include <span>

namespace meterhall::services {

/// Stores rows in groups, each by one call of `store` (all of it or none); a group that cannot be stored is tried row
/// by row, and `refuse` is told of each row that still cannot be. So one bad row keeps none of the others out, and good
/// files cost one unit of work a group.
template <class Row, class Store, class Refuse>
void storeInGroups(std::span<const Row> rows, std::size_t size, Store store, Refuse refuse) {
    for (std::size_t first = 0; first < rows.size(); first += size) {
        const auto group = rows.subspan(first, std::min(size, rows.size() - first));
        if (store(group).ok())
            continue;
        for (std::size_t i = 0; i < group.size(); ++i) {
            auto one = store(group.subspan(i, 1));
            if (!one.ok())
                refuse(group[i], std::move(one).error());
        }
    }
}

} // namespace meterhall::services
