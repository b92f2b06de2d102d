#pragma once

#include "core/services/customer_file.h"
#include "core/storage/reading_store.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

/// The readings of the billed register at one place, over all meters that hung there. Included by the .cpp files of
/// services only.
class ReadingsAtPlace {
public:
    static Result<ReadingsAtPlace> of(storage::Database& database, const Account& account);

    /// Stretches of meters at the place, the newest first.
    const std::vector<storage::RegistryStore::Segment>& stretches() const { return m_stretches; }
    Result<ReadingsPage> page(const PageMark& after, int limit) const;
    /// Of one stretch; empty when it was never read.
    Result<std::optional<ReadingRow>> newest(const storage::RegistryStore::Segment& stretch) const;

    struct Doubted {
        ReadingRow reading;
        std::optional<Instant> decidedAt;
    };
    /// Received on that day or later, at most `limit` of each stretch.
    Result<std::vector<Doubted>> doubtedSince(Date day, int limit) const;

private:
    using Segment = storage::RegistryStore::Segment;
    /// A reading and the stretch it belongs to.
    struct Placed {
        storage::ReviewedReading reviewed;
        const Segment* stretch;
    };
    struct Start {
        std::int64_t dialMicro = 0;
        Date on;
    };

    ReadingsAtPlace(storage::Database& database, const std::optional<AccountOpening>& opening,
                    std::vector<Segment> stretches)
        : m_readings(database)
        , m_opening(opening)
        , m_stretches(std::move(stretches)) {}

    Result<std::vector<Placed>> newestBehind(const PageMark& after, int limit) const;
    Result<std::vector<Placed>> pageAndWhatItIsComparedWith(const PageMark& after, int limit) const;
    Result<Start> startOf(const Segment& stretch) const;
    Result<void> addUse(ReadingRow& row, const Placed& reading, std::span<const Placed> older,
                        const std::set<ReadingId>& corrected) const;

    storage::ReadingStore m_readings;
    std::optional<AccountOpening> m_opening;
    std::vector<Segment> m_stretches;
};

} // namespace meterhall::services
