#pragma once

#include "core/registry/archive_file.h"

namespace meterhall::app {

/// A town nobody lives in: customers, addresses and dials made from their numbers, the same at every call. A few
/// surnames are very frequent, a third of the names has two characters.
class InventedTown {
public:
    /// `firstReadOn`: the day of the reading every account comes with.
    InventedTown(std::int64_t customers, Date firstReadOn)
        : m_customers(customers)
        , m_firstReadOn(firstReadOn) {}

    static ArchivedEntity entity();
    std::vector<ArchivedBook> books() const;
    /// `number` from 0 on.
    ArchivedAccount account(std::int64_t number) const;
    /// The dial `months` after the first reading, in m3.
    static Decimal dialAfter(std::int64_t number, int months);

private:
    std::int64_t m_customers;
    Date m_firstReadOn;
};

} // namespace meterhall::app
