#pragma once

#include "core/storage/audit_chain.h"
#include "core/storage/database.h"

namespace meterhall::storage {

class WitnessFile;

/// A seat while one connection of one process holds it: the place from which units of work are chained and ids are
/// numbered. Claiming begins a new epoch; whoever held the seat before (a process that died, a connection that was
/// lost) cannot write any more. On PostgreSQL a seat that another connection holds answers Busy.
class Seat {
public:
    /// A seat is registered once: by an administrator on PostgreSQL.
    static Result<void> registerNew(Database& database, SeatNumber seat, const QString& name, Instant now);
    static Result<Seat> claim(Database& database, SeatNumber seat, const QString& operatorName, Instant now);

    SeatNumber number() const { return m_number; }
    int epoch() const { return m_epoch; }
    const Hash& head() const { return m_head; }
    UnitId nextUnit() const { return {m_number, m_epoch, m_sequence + 1}; }
    SeatIds& ids() { return m_ids; }

    /// After each commit the file is told the new head (witness.h). It must outlive the seat.
    void setWitness(WitnessFile* witness) { m_witness = witness; }
    /// Why the last note could not be written: to be shown, since the commit it was about did happen.
    const std::optional<Error>& witnessFailure() const { return m_witnessFailure; }

private:
    friend class UnitOfWork;
    Seat(SeatNumber number, int epoch, const Hash& head, std::int64_t counter)
        : m_number(number)
        , m_epoch(epoch)
        , m_head(head)
        , m_ids(number, counter) {}
    void advance(const Hash& head);

    SeatNumber m_number;
    int m_epoch;
    std::int64_t m_sequence = 0;
    Hash m_head;
    SeatIds m_ids;
    WitnessFile* m_witness = nullptr;
    std::optional<Error> m_witnessFailure;
};

} // namespace meterhall::storage
