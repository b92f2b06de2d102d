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
    return m_database.all("SELECT seat.seat, seat.name, seat.registered_at, h.epoch, h.claimed_at, h.claimed_by "
                          "FROM seat JOIN audit_head h ON h.seat = seat.seat ORDER BY seat.seat",
                          {}, seatFrom);
}

Result<std::vector<StoredEntry>> AuditStore::entries(const Wanted& wanted) const {
    // The first condition is for the index; the second one leaves out what the page before showed.
    std::string sql = "SELECT unit_id, action, operator, at, business_day, details, row_count FROM audit_entry "
                      "WHERE at <= ? AND (at < ? OR unit_id < ?) ";
    Values values{wanted.after.key, wanted.after.key, wanted.after.id};
    if (!wanted.action.isEmpty()) {
        sql += "AND action = ? ";
        values.emplace_back(wanted.action);
    }
    values.emplace_back(wanted.limit);
    return m_database.all(sql + "ORDER BY at DESC, unit_id DESC LIMIT ?", values, [](const Row& row) {
        return StoredEntry{.unit = UnitId::fromRaw(row.integer(0)),
                           .action = row.text(1),
                           .operatorNumber = row.text(2),
                           .at = row.get<Instant>(3),
                           .businessDay = row.get<std::optional<Date>>(4),
                           .details = row.text(5),
                           .rowCount = row.integer(6)};
    });
}

} // namespace meterhall::storage
