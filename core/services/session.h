#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/calendar/utility_zone.h"
#include "core/commands/valve_rules.h"
#include "core/registry/ids.h"
#include "core/security/crypto.h"
#include "core/security/permissions.h"

#include <functional>
#include <memory>

namespace meterhall::services {

METERHALL_ERRORS(WorkplaceError, "workplace", NoKey, BadUrl, NotSetUp, AlreadySetUp, SeatUnknown, ReadOnlySession,
                 SomethingElseThere, OtherKeyThere, KeyDoesNotFit)

/// What stands on papers about the place where they are printed.
struct Hall {
    QString name;
    QString hotline;
};

/// Where a program works: which database, at which seat, with which clock. Everything a session needs from outside.
struct Workplace {
    QString url; ///< sqlite:FILE or postgresql://host:port/name, without a login
    SeatNumber seat = 1;
    QString keyFile;       ///< the key of sealed columns, mode 0600
    QString witnessFolder; ///< the seat's own note of its last audit entry; empty: none is kept
    Hall hall;
    std::function<Instant()> clock;
    ScryptCost passwordCost{}; ///< of new passwords on SQLite; tests take less
    ValvePolicy valves{};
};

/// Who is signed in.
struct SignedIn {
    OperatorId id;
    QString number; ///< 工号; on PostgreSQL also the login
    QString name;
    Duties duties;
    /// Somebody else gave the password: every service answers SecurityError::PasswordToChange until
    /// changeOwnPassword() (administration.h) was called.
    bool mustChangePassword = false;
};

/// A person at a seat with a connection of his own, used by one thread. Services take it as their first argument and
/// check for themselves whether this person may.
class Session {
public:
    class Inside; ///< what services see of it (session_inside.h); opaque to everybody else

    explicit Session(std::unique_ptr<Inside> inside);
    ~Session();
    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;

    const SignedIn& who() const;
    SeatNumber seat() const;
    Instant now() const;
    /// The utility's own time, read at sign-in: the same at every seat, and it never changes.
    const UtilityZone& zone() const;
    Date businessDay() const;
    /// Made by signInToRead().
    bool readOnly() const;
    /// A key for something that is about to be asked for: made before the work begins, so that asking twice is safe.
    /// Whoever only reads asks for nothing: a programming error there.
    std::int64_t newKey();

    Inside& inside() { return *m_inside; }

private:
    std::unique_ptr<Inside> m_inside;
};

/// The first start: makes the schema, this seat and the first administrator. On PostgreSQL `adminLogin` is a login
/// that may make roles, with `adminPassword`; the administrator becomes a login of his own.
struct FirstOperator {
    QString number;
    QString name;
    QByteArray password;
};
struct PostgresAdmin {
    QString login;
    QByteArray password;
};
/// What holds for the whole utility and stands in its database. A database that was set up before these stood there has
/// the values given here.
struct UtilitySettings {
    QString zone = QStringLiteral("Asia/Shanghai");
    int dayStartHour = 0; ///< the local hour a business day begins with, 0 to 12

    /// CalendarError::UnknownZone, BadDayStart.
    Result<UtilityZone> utilityZone() const { return UtilityZone::of(zone, dayStartHour); }
};
/// Settings that name no zone are refused before anything is made. A set-up that broke off before the administrator was
/// there is gone on with; after that it is AlreadySetUp. What is not ours stays untouched: SomethingElseThere.
Result<void> setUpWorkplace(const Workplace& workplace, const PostgresAdmin& admin, const FirstOperator& first,
                            const UtilitySettings& settings = {});

/// Wrong number and wrong password answer alike. Who was deactivated is told so, when the password was right
/// (SecurityError::Deactivated; a server just refuses). After repeated failures the number is locked for a growing
/// time (LockedOut, with the local time at which the lock ends).
Result<Session> signIn(const Workplace& workplace, const QString& number, const QByteArray& password);

/// The same person at the same seat through one more connection, which claims no seat and writes nothing: the session
/// that holds the seat goes on writing beside it. Any number of them, each used by the thread that signed in. Services
/// that write answer WorkplaceError::ReadOnlySession, before anything is done; whoever may not answers NotAllowed as
/// ever, but without an audit entry. The password is checked and its failures are counted as by signIn().
Result<Session> signInToRead(const Workplace& workplace, const QString& number, const QByteArray& password);

struct NewOperator {
    QString number;
    QString name;
    Duties duties;
    QByteArray password;
    bool mustChangePassword = false; ///< before anything else is done
};
Result<OperatorId> addOperator(Session& session, const NewOperator& operatorToAdd);

/// Further seats of a workplace with several.
Result<void> addSeat(Session& session, SeatNumber seat, const QString& name);

} // namespace meterhall::services
