#pragma once

#include "core/services/session.h"
#include "core/services/staff_name.h"

namespace meterhall::services {

/// Who works here, and what they may do. All of it is the administrator's (Service::ManageOperators), and none of it
/// may he do to himself (SecurityError::SamePerson): so nobody raises his own rights, and an administrator always
/// remains. On PostgreSQL the login's roles follow in the same unit of work and count at once; on SQLite duties count
/// from the next sign-in on. Refusals leave an audit entry like everything that is done.

struct OperatorRow {
    StaffName who;
    Duties duties;
    std::optional<Instant> deactivatedAt{}; ///< may not sign in any more
    std::optional<Instant> lockedUntil{};   ///< after wrong passwords; SQLite only, a server locks by itself or never
    std::optional<Instant> lastSignInAt{};
    bool mustChangePassword = false;
};
/// Everybody, by number.
Result<std::vector<OperatorRow>> operators(Session& session);

/// Guards in this order: duty, UnknownOperator, SamePerson, NoDuty and DutiesMayNotMeet.
Result<void> changeDuties(Session& session, OperatorId who, const Duties& duties);

/// The number is never given to anybody else, so what somebody did stays his. Guards: duty, ReasonMissing,
/// UnknownOperator, SamePerson; AlreadySo when it is so already.
Result<void> deactivateOperator(Session& session, OperatorId who, const QString& reason);
Result<void> reactivateOperator(Session& session, OperatorId who, const QString& reason);

/// For who forgot it: a password that is changed before anything else is done, and no lock. Guards: duty,
/// UnknownOperator, SamePerson, WeakPassword.
Result<void> giveFirstPassword(Session& session, OperatorId who, const QByteArray& password);

/// By everybody, of oneself. Guards: WeakPassword (also "same": the new one is the old one), LockedOut, WrongPassword.
Result<void> changeOwnPassword(Session& session, const QByteArray& old, const QByteArray& password);

} // namespace meterhall::services
