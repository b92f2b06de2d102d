#include "ui/errors/entry.h"
#include "ui/errors/phrases.h"

#include <array>

namespace meterhall::ui::errors {

namespace {

constexpr Text ruleBroken{QT_TRANSLATE_NOOP("Errors", "The database does not take this: it breaks a rule[ (%1)]."),
                          notBooked, callSupport};
constexpr Text builtDifferently{
    QT_TRANSLATE_NOOP("Errors", "The database was not built as this program expects[: %1][, %2]."), booksStand,
    QT_TRANSLATE_NOOP("Errors", "Change nothing; call support and read them the code.")};
constexpr Text misunderstood{QT_TRANSLATE_NOOP("Errors", "Program and database did not understand each other."),
                             notBooked, callSupport};

constexpr std::array storageTexts = std::to_array<Entry>({
    {"storage.BadUrl",
     {QT_TRANSLATE_NOOP("Errors", "The address of the database is not one[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Correct it in the settings of this seat.")}},
    {"storage.CannotOpen",
     {QT_TRANSLATE_NOOP("Errors", "The database or a file of it cannot be opened[: %1][, %2]."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Check the network and the place; then ask the administrator.")}},
    {"storage.Busy",
     {QT_TRANSLATE_NOOP("Errors", "Somebody else is using what this step needs."), notBooked, tryAgain}},
    {"storage.Unique",
     {QT_TRANSLATE_NOOP("Errors", "This is in the database already[ (%1)]."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Look for it before entering it again.")}},
    {"storage.NotNull", ruleBroken},
    {"storage.ForeignKey", ruleBroken},
    {"storage.Check", ruleBroken},
    {"storage.Guarded",
     {QT_TRANSLATE_NOOP("Errors", "What is written here can neither be changed nor removed[ (%1)]."), booksStand,
      QT_TRANSLATE_NOOP("Errors", "Correct it with a new entry.")}},
    {"storage.Refused",
     {QT_TRANSLATE_NOOP("Errors", "The database refuses this[: %1]."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Put that in order first.")},
     Words::Refusals},
    {"storage.Unbalanced",
     {QT_TRANSLATE_NOOP("Errors", "Debit and credit do not agree[ (%1)]."), notBooked, callSupport}},
    {"storage.WrongSeat",
     {QT_TRANSLATE_NOOP("Errors", "Another program has taken over this seat."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Close the other program, then sign in again.")}},
    {"storage.BrokenChain",
     {QT_TRANSLATE_NOOP("Errors", "The audit chain of this seat does not go on from its last entry."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Stop here; tell the administrator and the auditor the code.")}},
    {"storage.Denied",
     {QT_TRANSLATE_NOOP("Errors", "The database does not allow this sign-in to do that[ (%1)]."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Check number and password; then ask the administrator.")}},
    {"storage.ConnectionLost",
     {QT_TRANSLATE_NOOP("Errors", "The connection to the database broke off."), unsure,
      QT_TRANSLATE_NOOP("Errors", "Keep what stands on the screen. When the connection is back, ask again with the "
                                  "same step: it is booked once only.")}},
    {"storage.WeakDurability",
     {QT_TRANSLATE_NOOP("Errors", "The database would lose entries in a power cut[: %1 = %2]."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Let the administrator correct it; the program does not work like this.")}},
    {"storage.NewerDatabase",
     {QT_TRANSLATE_NOOP("Errors", "The database is newer than this program[: version %1, known %2]."), "",
      QT_TRANSLATE_NOOP("Errors", "Update the program at this seat.")}},
    {"storage.OlderDatabase",
     {QT_TRANSLATE_NOOP("Errors", "The database is older than this program[: version %1, needed %2]."), "",
      QT_TRANSLATE_NOOP("Errors", "Let the administrator back it up and bring it up to date.")}},
    {"storage.AlteredMigration", builtDifferently},
    {"storage.BadMigration", builtDifferently},
    {"storage.OthersConnected",
     {QT_TRANSLATE_NOOP("Errors", "Others are still working in the database[: %1]."), booksStand,
      QT_TRANSLATE_NOOP("Errors", "Wait until everybody has signed out.")}},
    {"storage.NoVerifiedBackup",
     {QT_TRANSLATE_NOOP("Errors", "There is no proof that this backup was opened and checked[: %1]."), booksStand,
      QT_TRANSLATE_NOOP("Errors", "Make a backup and let it be checked first.")}},
    {"storage.NotOwner",
     {QT_TRANSLATE_NOOP("Errors", "This sign-in does not own the database."), booksStand,
      QT_TRANSLATE_NOOP("Errors", "Let the database administrator do it.")}},
    {"storage.RolesMissing",
     {QT_TRANSLATE_NOOP("Errors", "The server is not prepared for this program yet."), booksStand,
      QT_TRANSLATE_NOOP("Errors", "Let the database administrator set it up.")}},
    {"storage.UnitFailed", misunderstood},
    {"storage.WrongType", misunderstood},
    {"storage.NoRow", misunderstood},
    {"storage.UnknownTable", misunderstood},
    {"storage.UnknownColumn", misunderstood},
    {"storage.BadText", misunderstood},
    {"storage.NotAQuery", misunderstood},
    {"storage.Sql", misunderstood},
    {"storage.Full",
     {QT_TRANSLATE_NOOP("Errors", "The disk of the database is full."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Take no money until there is room; tell the administrator.")}},
    {"storage.Corrupt",
     {QT_TRANSLATE_NOOP("Errors", "The database file is damaged."), stop,
      QT_TRANSLATE_NOOP("Errors", "Stop working in it and call the administrator; the last backup is needed.")}},
    {"storage.ToolFailed",
     {QT_TRANSLATE_NOOP("Errors", "A tool for backups gave up[: %1][, %2]."), booksStand, askAdministrator}},
    {"storage.BackupDiffers",
     {QT_TRANSLATE_NOOP("Errors", "The backup is not whole[: table %1 has %2 rows, in the backup %3]."), booksStand,
      QT_TRANSLATE_NOOP("Errors", "Keep the old backup and make a new one.")}},
    {"storage.TargetNotEmpty",
     {QT_TRANSLATE_NOOP("Errors", "There is something where the backup should go."), booksStand,
      QT_TRANSLATE_NOOP("Errors", "Choose an empty place.")}},
    {"storage.ReadOnly",
     {QT_TRANSLATE_NOOP("Errors", "This can be looked at but not written: the database is open for reading only."),
      notBooked, QT_TRANSLATE_NOOP("Errors", "Sign in again; if it stays so, ask the administrator.")}},
    {"place.NobodyAnswers",
     {QT_TRANSLATE_NOOP("Errors", "No database server answers there[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors",
                        "Check host and port; see whether the server runs and the network lets you through.")}},
    {"place.NotTrusted",
     {QT_TRANSLATE_NOOP("Errors", "A database server answers, but this computer does not trust its certificate[: %1]."),
      "",
      QT_TRANSLATE_NOOP("Errors", "Let the server have a certificate for this host name, and put its authority's into "
                                  "~/.postgresql/root.crt here.")}},
    {"place.NoSuchDatabase",
     {QT_TRANSLATE_NOOP("Errors", "The server has no database of this name[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Check the name, or let the database administrator make an empty one.")}},
    {"place.TurnedAway",
     {QT_TRANSLATE_NOOP("Errors", "The database server turns this computer away[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Let the database administrator allow this computer and this sign-in.")}},
    {"backup.DoesNotVerify",
     {QT_TRANSLATE_NOOP("Errors", "The backup does not check out[: %1][ %2][, %3]."), booksStand,
      QT_TRANSLATE_NOOP("Errors", "Take another backup; what is there now stays as it is.")}},
    {"backup.NotEmpty",
     {QT_TRANSLATE_NOOP("Errors", "There is something where the backup should go[: %1]."), booksStand,
      QT_TRANSLATE_NOOP("Errors", "Choose an empty place, or say that it may be kept aside.")}},
    {"backup.CannotMove",
     {QT_TRANSLATE_NOOP("Errors", "A file cannot be moved[: %1 to %2]."), booksStand,
      QT_TRANSLATE_NOOP("Errors", "Check whether somebody has it open and whether there is room.")}},
    {"backup.OperatorUnknown",
     {QT_TRANSLATE_NOOP("Errors", "The backup does not know this operator."), booksStand,
      QT_TRANSLATE_NOOP("Errors", "Take an administrator of the time of the backup.")}},
});

} // namespace

// The database, its backups.
std::span<const Entry> storageErrors() {
    return storageTexts;
}

} // namespace meterhall::ui::errors
