#pragma once

#include "core/services/session.h"

namespace meterhall::services {

// What the first start of a seat's computer asks before there is a workplace to sign in to. setUpWorkplace() in
// session.h makes one.

enum class PlaceKind : std::uint8_t {
    NoFile,       ///< SQLite: nothing there yet, and a file can be made
    Empty,        ///< a database with nothing in it
    HalfMade,     ///< ours, but the set-up broke off before there was an administrator: it can be gone on with
    Meterhall,    ///< a workplace is there
    SomethingElse ///< somebody else's
};

/// What a connection test finds.
struct PlaceFound {
    PlaceKind kind = PlaceKind::Empty;
    QString engine{};     ///< "PostgreSQL 15.8", "SQLite 3.40.1"; empty when there is no file
    QString encryption{}; ///< "TLSv1.3"; empty: the connection is not encrypted
    int version = 0;      ///< of the schema that is there, and of this program's
    int known = 0;
    bool mayPrepare = true; ///< PostgreSQL: the login may make roles, which a set-up needs
};

/// Looks at a place and changes nothing there. `login`: whoever knocks, on PostgreSQL. StorageError::BadUrl, CannotOpen
/// (SQLite: no file can be made there), Denied; storage::PlaceError.
Result<PlaceFound> probeWorkplace(const QString& url, const PostgresAdmin& login);

/// The key of personal data of a new utility, mode 0600, in a folder that is made when it is missing. True: made now;
/// false: a good one was there already and is kept. Every further seat is given a copy by a person.
Result<bool> makeKeyFile(const QString& file);

/// Takes over the copy somebody brought, whatever its mode on the stick it came on. False: the same keys were there
/// already. WorkplaceError::OtherKeyThere: others were, and are kept.
Result<bool> takeKeyFile(const QString& brought, const QString& file);

enum class KeyFit : std::uint8_t {
    Fits,
    DoesNotFit,
    NothingSealed, ///< nobody can tell yet
    NotAllowed     ///< whoever asks may not look
};
struct SeatFound {
    QString name;
    KeyFit key = KeyFit::NothingSealed;
};
/// Whether somebody of the utility could work at this computer: signs in to read (no seat is taken), looks for the seat
/// in the database and tries the keys of `keyFile`, of any mode, on what is sealed there. SeatUnknown; the errors of
/// signInToRead() and of probeWorkplace().
Result<SeatFound> checkSeat(const Workplace& workplace, const QString& keyFile, const QString& number,
                            const QByteArray& password);

} // namespace meterhall::services
