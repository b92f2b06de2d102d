#pragma once

#include "core/base/error.h"

namespace meterhall::storage {

/// What a database can answer. The arguments name tables, constraints and settings, never a stored or bound value:
/// errors are logged, and values are people's data.
///     Busy               somebody else holds what is needed (lock, migration, serialization): try again
///     Unique … Check     a rule of the schema refused the row; argument 0 is the table
///     Guarded            an append-only row was to be changed or removed
///     Refused            a rule of the business tables refused (open shift, open day …); argument 0 is its word
///     Unbalanced         the lines of a group do not sum to nothing
///     WrongSeat          the unit's seat or epoch is not the one this connection holds
///     BrokenChain        the audit entry does not continue the chain
///     Denied             the database login has no right to it
///     ReadOnly           this connection only reads, or the server does
///     ConnectionLost     the outcome of what was under way is unknown
///     UnitFailed         an earlier call of this unit of work failed; it can only be rolled back
///     WrongType          a column did not hold what the reader expects
///     ToolFailed         pg_dump or pg_restore is not there or gave up; arguments: which, and its words
///     BackupDiffers      a backup does not hold as many rows as the database did; arguments: table, there, here
///     TargetNotEmpty     a restore would take the place of a database that holds something
METERHALL_ERRORS(StorageError, "storage", BadUrl, CannotOpen, Busy, Unique, NotNull, ForeignKey, Check, Guarded,
                 Refused, Unbalanced, WrongSeat, BrokenChain, Denied, ConnectionLost, WeakDurability, NewerDatabase,
                 OlderDatabase, AlteredMigration, BadMigration, OthersConnected, NoVerifiedBackup, NotOwner,
                 RolesMissing, UnitFailed, WrongType, NoRow, UnknownTable, UnknownColumn, BadText, NotAQuery, Full,
                 Corrupt, Sql, ToolFailed, BackupDiffers, TargetNotEmpty, ReadOnly)

} // namespace meterhall::storage
