#include "core/storage/seat.h"

#include "core/storage/witness.h"

namespace meterhall::storage {

namespace {
struct Claimed {
    int epoch;
    Hash head;
    std::int64_t counter;
};

Claimed claimedFrom(const Row& row) {
    return {row.get<int>(0), row.get<Hash>(1), row.integer(2)};
}

Result<Claimed> claimOnSqlite(Database& database, SeatNumber seat, const QString& operatorName, Instant now) {
    MH_CHECK(database.driver().script("BEGIN IMMEDIATE"));
    auto claimed = [&]() -> Result<Claimed> {
        MH_TRY(const std::int64_t found,
               database.executeUnaudited("UPDATE audit_head SET epoch = epoch + 1, sequence = 0, claimed_at = ?, "
                                         "claimed_by = ? WHERE seat = ?",
                                         {now, operatorName, seat}));
        if (found != 1)
            return StorageError::WrongSeat;
        return database.one("SELECT epoch, hash, id_counter FROM audit_head WHERE seat = ?", {seat}, claimedFrom);
    }();
    auto ended = database.driver().script(claimed.ok() ? "COMMIT" : "ROLLBACK");
    if (claimed.ok() && !ended.ok())
        return std::move(ended).error();
    return claimed;
}
} // namespace

Result<void> Seat::registerNew(Database& database, SeatNumber seat, const QString& name, Instant now) {
    Q_ASSERT(seat > 0 && seat <= idlayout::maxSeat);
    if (!database.isSqlite()) {
        MH_CHECK(
            database.one("SELECT register_seat(?::INTEGER, ?, ?)", {seat, name, now}, [](const Row&) { return true; }));
        return {};
    }
    MH_CHECK(database.driver().script("BEGIN IMMEDIATE"));
    auto registered = [&]() -> Result<void> {
        MH_CHECK(database.executeUnaudited("INSERT INTO seat (seat, name, registered_at) VALUES (?, ?, ?)",
                                           {seat, name, now}));
        MH_CHECK(
            database.executeUnaudited("INSERT INTO audit_head (seat, epoch, sequence, hash, id_counter, claimed_at, "
                                      "claimed_by) VALUES (?, 0, 0, ?, 0, ?, '')",
                                      {seat, emptyHash(), now}));
        return {};
    }();
    auto ended = database.driver().script(registered.ok() ? "COMMIT" : "ROLLBACK");
    return registered.ok() ? std::move(ended) : std::move(registered);
}

Result<Seat> Seat::claim(Database& database, SeatNumber seat, const QString& operatorName, Instant now) {
    auto claimed = database.isSqlite() ? claimOnSqlite(database, seat, operatorName, now)
                                       : database.one("SELECT epoch, hash, id_counter FROM claim_seat(?::INTEGER, ?)",
                                                      {seat, now}, claimedFrom);
    if (!claimed.ok())
        return std::move(claimed).error();
    // The counter is saved by units of work. What a dead process handed out and never committed (the key of a payment
    // that somebody will ask for again) is not in it, so every epoch numbers in a range of its own.
    const std::int64_t ownRange = std::int64_t(claimed->epoch) << (idlayout::counterBits - UnitId::epochBits);
    return Seat(seat, claimed->epoch, claimed->head, std::max(claimed->counter, ownRange));
}

void Seat::advance(const Hash& head) {
    ++m_sequence;
    m_head = head;
    if (!m_witness)
        return;
    auto noted = m_witness->note({{m_number, m_epoch, m_sequence}, head});
    m_witnessFailure = noted.ok() ? std::nullopt : std::optional(std::move(noted).error());
}

} // namespace meterhall::storage
