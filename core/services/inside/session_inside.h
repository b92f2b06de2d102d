#pragma once

#include "core/calendar/working_calendar.h"
#include "core/security/sealed_text.h"
#include "core/services/session.h"
#include "core/storage/unit_of_work.h"
#include "core/storage/witness.h"

namespace meterhall::services {

/// What services see of a session. Included by the .cpp files of services only.
class Session::Inside {
public:
    Inside(Workplace workplace, SignedIn who, UtilityZone zone, SealingKeys keys,
           std::unique_ptr<storage::Database> database, std::unique_ptr<storage::WitnessFile> witness,
           std::optional<storage::Seat> seat)
        : m_workplace(std::move(workplace))
        , m_who(std::move(who))
        , m_zone(std::move(zone))
        , m_keys(std::move(keys))
        , m_database(std::move(database))
        , m_witness(std::move(witness))
        , m_seat(std::move(seat))
        , m_idsOfNothing(m_workplace.seat, 0) {
        if (m_seat)
            m_seat->setWitness(m_witness.get());
    }

    const Workplace& workplace() const { return m_workplace; }
    const SignedIn& who() const { return m_who; }
    void passwordChanged() { m_who.mustChangePassword = false; }
    const UtilityZone& zone() const { return m_zone; }
    /// The utility's working days as the database has them now: its days are read again whenever there are more of them
    /// than at the last look, so an answer is never older than the question. Valid until the next call.
    Result<const WorkingCalendar*> calendar();
    /// Empty at a seat that was never given the keys: personal data stay closed there.
    const SealingKeys& keys() const { return m_keys; }
    storage::Database& database() { return *m_database; }
    /// Holds no seat, so nothing can be written: beginUnit() says so.
    bool readOnly() const { return !m_seat; }
    storage::Seat& seat() {
        Q_ASSERT_X(m_seat, "Session", "this session only reads");
        return *m_seat;
    }
    /// Makes the ids of new rows. Where nothing is written they go nowhere.
    SeatIds& ids() { return m_seat ? m_seat->ids() : m_idsOfNothing; }
    /// What the seats that keep their notes in this seat's folder remember.
    Result<std::vector<storage::WitnessFile::Note>> witnessNotes() const;
    Instant now() const { return m_workplace.clock(); }

private:
    Workplace m_workplace;
    SignedIn m_who;
    UtilityZone m_zone;
    WorkingCalendar m_calendar = WorkingCalendar::weekendsOnly();
    std::int64_t m_wordsOfCalendar = 0; ///< stored words on special days that m_calendar was made from
    SealingKeys m_keys;
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<storage::WitnessFile> m_witness;
    std::optional<storage::Seat> m_seat;
    SeatIds m_idsOfNothing;
};

/// The first line of every service: may this person? A refusal is an audit entry of its own, so that attempts show; a
/// session that only reads leaves none.
Result<void> require(Session& session, Service service);

/// May this person? For answers that leave out what somebody has nothing to do with, instead of refusing.
inline bool may(const Session& session, Service service) {
    return mayUse(session.who().duties, service);
}

/// WorkplaceError::ReadOnlySession. For what writes without a unit of work; beginUnit() looks by itself.
Result<void> requireSeat(Session& session);

/// The unit of work of a service: its audit entry bears the service's code.
Result<storage::UnitOfWork> beginUnit(Session& session, Service service, const QString& details = {});

/// Makes the ids of rows inside a unit.
template <class Tag>
Id<Tag> nextId(Session& session) {
    return session.inside().ids().next<Tag>();
}

} // namespace meterhall::services
