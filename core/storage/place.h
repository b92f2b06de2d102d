#pragma once

#include "core/storage/database.h"

namespace meterhall::storage {

/// Why nothing could be found out about a place. Told apart without the server's own words, which are in its language.
///     NobodyAnswers   no PostgreSQL server there: wrong host or port, not started, or a wall between
///     NotTrusted      a server answers, but not with a certificate that this computer trusts for that host
///     NoSuchDatabase  the server has no database of this name
///     TurnedAway      the server answers and refuses for another reason; the argument is what it said
METERHALL_ERRORS(PlaceError, "place", NobodyAnswers, NotTrusted, NoSuchDatabase, TurnedAway)

/// What is found where a database is, or is to be.
struct FoundPlace {
    QString engine{};       ///< "PostgreSQL 15.8", "SQLite 3.40.1"
    QString encryption{};   ///< of the connection: "TLSv1.3"; empty: none
    int version = 0;        ///< of our schema; 0: there is none
    bool hasOthers = false; ///< no schema of ours, but tables of somebody else
    bool hasPeople = false; ///< somebody may sign in, so the set-up was finished
    bool mayPrepare = true; ///< the login may make roles
};

/// Looks around in an open database and changes nothing.
Result<FoundPlace> lookAround(Database& database);

/// Opens, looks around and closes again; an SQLite file is opened for reading only and not made. The place of a file
/// that is no database at all has others in it.
Result<FoundPlace> lookAt(const QString& url, const OpenOptions& options);

} // namespace meterhall::storage
