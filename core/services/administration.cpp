#include "core/services/administration.h"

#include "core/security/lockout.h"
#include "core/security/password.h"
#include "core/services/inside/open_database.h"
#include "core/services/inside/operator_logins.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/operator_store.h"
#include "core/storage/roles.h"

namespace meterhall::services {

using storage::OperatorStore;
using storage::StoredOperator;
using storage::UnitOfWork;

namespace {

OperatorRow operatorRowOf(const StoredOperator& stored, Instant now) {
    OperatorRow row{.who = {stored.id, stored.number, stored.name},
                    .duties = stored.duties,
                    .deactivatedAt = stored.deactivatedAt,
                    .lockedUntil = lockedUntil(stored.failures, stored.lastFailureAt),
                    .lastSignInAt = stored.lastSignInAt,
                    .mustChangePassword = stored.mustChangePassword};
    if (row.lockedUntil && *row.lockedUntil <= now)
        row.lockedUntil.reset();
    return row;
}

/// The person it is about; a try to change oneself is written down.
Result<StoredOperator> otherOperator(Session& session, UnitOfWork& work, OperatorId id) {
    MH_TRY(auto stored, OperatorStore(work.database()).byId(id));
    if (!stored)
        return SecurityError::UnknownOperator;
    if (stored->id == session.who().id) {
        work.setDetails(work.context().details + QStringLiteral(" refused: own rights"));
        MH_CHECK(work.commit());
        return SecurityError::SamePerson;
    }
    return std::move(*stored);
}

Result<UnitOfWork> beginAbout(Session& session, const QString& what, OperatorId who) {
    return beginUnit(session, Service::ManageOperators, what + u' ' + who.toString());
}

Result<void> followWithLogin(storage::Database& database, const QString& number, const Duties& duties) {
    if (database.isSqlite())
        return {};
    const DutyCodes codes(duties);
    return storage::setOperatorDuties(database, number, codes.views());
}

Result<void> setActive(Session& session, OperatorId who, const QString& reason, bool active) {
    MH_CHECK(require(session, Service::ManageOperators));
    if (reason.trimmed().isEmpty())
        return SecurityError::ReasonMissing;
    MH_TRY(UnitOfWork work,
           beginAbout(session, active ? QStringLiteral("reactivate") : QStringLiteral("deactivate"), who));
    MH_TRY(const StoredOperator stored, otherOperator(session, work, who));
    if (active != stored.deactivatedAt.has_value())
        return SecurityError::AlreadySo;
    work.setDetails(work.context().details + QStringLiteral(": ") + reason.trimmed());
    MH_CHECK(OperatorStore::setDeactivated(work, who, active ? std::nullopt : std::optional(session.now())));
    MH_CHECK(followWithLogin(work.database(), stored.number, active ? stored.duties : Duties()));
    return work.commit();
}

// A server is asked through a connection of its own; on SQLite failures are counted like those of a sign-in.
Result<void> checkOldPassword(Session& session, const QByteArray& password) {
    const SignedIn& who = session.who();
    const Workplace& workplace = session.inside().workplace();
    if (isPostgres(workplace)) {
        const auto opened = openAs(workplace, who.number, password, false);
        return opened.ok() ? Result<void>() : Result<void>(SecurityError::WrongPassword);
    }
    storage::Database& database = session.inside().database();
    MH_TRY(const auto stored, OperatorStore(database).byId(who.id));
    if (!stored)
        return SecurityError::UnknownOperator;
    return checkPassword(database, *stored, password, session.now(), session.zone());
}

} // namespace

Result<std::vector<OperatorRow>> operators(Session& session) {
    MH_CHECK(require(session, Service::ManageOperators));
    MH_TRY(const auto stored, OperatorStore(session.inside().database()).all());
    std::vector<OperatorRow> rows;
    rows.reserve(stored.size());
    for (const StoredOperator& entry : stored)
        rows.push_back(operatorRowOf(entry, session.now()));
    return rows;
}

Result<void> changeDuties(Session& session, OperatorId who, const Duties& duties) {
    MH_CHECK(require(session, Service::ManageOperators));
    MH_TRY(UnitOfWork work, beginAbout(session, QStringLiteral("duties"), who));
    MH_TRY(const StoredOperator stored, otherOperator(session, work, who));
    MH_CHECK(mayHold(duties));
    work.setDetails(
        QStringLiteral("%1: %2 -> %3").arg(work.context().details, codesOf(stored.duties), codesOf(duties)));
    MH_CHECK(OperatorStore::setDuties(work, who, duties));
    if (!stored.deactivatedAt)
        MH_CHECK(followWithLogin(work.database(), stored.number, duties));
    return work.commit();
}

Result<void> deactivateOperator(Session& session, OperatorId who, const QString& reason) {
    return setActive(session, who, reason, false);
}

Result<void> reactivateOperator(Session& session, OperatorId who, const QString& reason) {
    return setActive(session, who, reason, true);
}

Result<void> giveFirstPassword(Session& session, OperatorId who, const QByteArray& password) {
    MH_CHECK(require(session, Service::ManageOperators));
    MH_TRY(UnitOfWork work, beginAbout(session, QStringLiteral("password"), who));
    MH_TRY(const StoredOperator stored, otherOperator(session, work, who));
    MH_TRY(const QString hashed, passwordToStore(session.inside().workplace(), password));
    MH_CHECK(OperatorStore::setPassword(work, who, hashed, true));
    if (!work.database().isSqlite())
        MH_CHECK(storage::setOperatorPassword(work.database(), stored.number, password));
    return work.commit();
}

Result<void> changeOwnPassword(Session& session, const QByteArray& old, const QByteArray& password) {
    MH_CHECK(require(session, Service::ChangeOwnPassword));
    MH_CHECK(requireSeat(session));
    MH_CHECK(checkPasswordStrength(password));
    if (old == password)
        return Error(SecurityError::WeakPassword, {QStringLiteral("same")});
    MH_CHECK(checkOldPassword(session, old));
    MH_TRY(const QString hashed, passwordToStore(session.inside().workplace(), password));
    MH_TRY(UnitOfWork work, beginUnit(session, Service::ChangeOwnPassword));
    MH_CHECK(work.database().isSqlite() ? OperatorStore::setPassword(work, session.who().id, hashed, false)
                                        : storage::changeOwnPassword(work.database(), password));
    MH_CHECK(work.commit());
    session.inside().passwordChanged();
    return {};
}

} // namespace meterhall::services
