#include "core/storage/audit_store.h"

namespace meterhall::storage {

namespace {
StoredSeat seatFrom(const Row& row) {
    StoredSeat seat{row.get<SeatNumber>(0), row.text(1), row.get<Instant>(2), row.get<int>(3)};
    if (seat.epoch > 0) {
        seat.claimedAt = row.get<Instant>(4);
        seat.claimedBy = row.text(5);
    }
    return seat;
}
} // namespace

Result<std::vector<StoredSeat>> AuditStore::seats() const {
    return m_database.all("SELECT s.seat, s.name, s.registered_at, h.epoch, h.claimed_at, h.claimed_by "
                          "FROM seat s JOIN audit_head h ON h.seat = s.seat ORDER BY s.seat",
                          {}, seatFrom);
}

} // namespace meterhall::storage
