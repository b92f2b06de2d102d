#include "ui/errors/entry.h"
#include "ui/errors/phrases.h"

#include <array>

namespace meterhall::ui::errors {

namespace {

constexpr Text protectionFailed{
    QT_TRANSLATE_NOOP("Errors", "The protection of passwords or personal data did not work."), "", askAdministrator};

constexpr std::array securityTexts = std::to_array<Entry>({
    {"security.UnknownDuty", {QT_TRANSLATE_NOOP("Errors", "There is no such duty[: %1]."), "", chooseFromList}},
    {"security.DutiesMayNotMeet",
     {QT_TRANSLATE_NOOP("Errors", "One person may not hold both duties[: %1 and %2]."), "",
      QT_TRANSLATE_NOOP("Errors", "Give one of them to somebody else.")},
     Words::Duties},
    {"security.NoDuty",
     {QT_TRANSLATE_NOOP("Errors", "This person has no duty yet."), "",
      QT_TRANSLATE_NOOP("Errors", "Give at least one duty.")}},
    {"security.NotAllowed",
     {QT_TRANSLATE_NOOP("Errors", "Your duties do not allow this[: %1]."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Ask somebody whose duty it is.")},
     Words::Services},
    {"security.WrongPassword",
     {QT_TRANSLATE_NOOP("Errors", "The operator number or the password is wrong."), "",
      QT_TRANSLATE_NOOP("Errors", "Type both again. Several wrong tries lock the number for a while.")}},
    {"security.LockedOut",
     {QT_TRANSLATE_NOOP("Errors", "This operator number is locked for a while after wrong passwords."), "",
      QT_TRANSLATE_NOOP("Errors", "Wait a few minutes, then sign in.")}},
    {"security.WeakPassword",
     {QT_TRANSLATE_NOOP("Errors", "This password is easy to guess[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors",
                        "Choose one of 10 characters or more with letters, digits and signs, or a sentence of 16.")},
     Words::PasswordRules},
    {"security.SamePerson",
     {QT_TRANSLATE_NOOP("Errors", "This needs another person than the one who entered it."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Let a second person do this step.")}},
    {"security.UnknownOperator",
     {QT_TRANSLATE_NOOP("Errors", "There is no such operator."), "",
      QT_TRANSLATE_NOOP("Errors", "Check the operator number.")}},
    {"security.NumberTaken",
     {QT_TRANSLATE_NOOP("Errors", "This operator number is taken[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Give another number.")}},
    {"security.BadOperatorNumber",
     {QT_TRANSLATE_NOOP("Errors", "This cannot be an operator number[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Use 1 to 16 small letters and digits.")}},
    {"seal.NoKey",
     {QT_TRANSLATE_NOOP("Errors", "This seat has no key for personal data."), "",
      QT_TRANSLATE_NOOP("Errors", "Ask the administrator to bring the key file to this seat.")}},
    {"seal.UnknownKey",
     {QT_TRANSLATE_NOOP("Errors", "The key file of this seat lacks a key[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Ask the administrator for the newest key file.")}},
    {"seal.BadForm",
     {QT_TRANSLATE_NOOP("Errors", "A phone or identity number in the database cannot be opened."), "",
      QT_TRANSLATE_NOOP("Errors", "Ask the customer and enter it again; tell the administrator the code.")}},
    {"seal.TooLong",
     {QT_TRANSLATE_NOOP("Errors", "This phone or identity number is too long to keep."), "",
      QT_TRANSLATE_NOOP("Errors", "Check the number and type it again.")}},
    {"seal.BadKey",
     {QT_TRANSLATE_NOOP("Errors", "A key for personal data is not usable[: %1]."), "", askAdministrator}},
    {"seal.KeyFileMissing",
     {QT_TRANSLATE_NOOP("Errors", "The key file is not there[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Ask the administrator to bring it to this seat.")}},
    {"seal.KeyFileOpenToOthers",
     {QT_TRANSLATE_NOOP("Errors", "Others on this computer can read the key file[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Let the administrator close it to others; until then it is not used.")}},
    {"seal.BadKeyFile",
     {QT_TRANSLATE_NOOP("Errors", "The key file cannot be read as one."), "",
      QT_TRANSLATE_NOOP("Errors", "Ask the administrator for a good copy.")}},
    {"seal.KeyFileNotWritten",
     {QT_TRANSLATE_NOOP("Errors", "The key file cannot be written, or somebody else is writing it[: %1]."), "",
      tryAgain}},
    {"seal.TooFewDigits",
     {QT_TRANSLATE_NOOP("Errors", "These are too few digits for a phone number."), "",
      QT_TRANSLATE_NOOP("Errors", "Type at least three digits.")}},
    {"seal.KeyNeeded",
     {QT_TRANSLATE_NOOP("Errors", "This key is still needed[: key %1 seals %2 customers]."), "",
      QT_TRANSLATE_NOOP("Errors", "Reseal the personal data first.")}},
    {"crypto.LibraryFailed", protectionFailed},
    {"crypto.BadCost", protectionFailed},
    {"crypto.BadEncodedHash", protectionFailed},
    {"crypto.BadKeyLength", protectionFailed},
    {"crypto.Tampered",
     {QT_TRANSLATE_NOOP("Errors", "Sealed personal data was changed, or sealed for another place."), "",
      QT_TRANSLATE_NOOP("Errors", "Change nothing, and tell the administrator and the auditor the code.")}},
    {"workplace.NoKey",
     {QT_TRANSLATE_NOOP("Errors", "This seat has no key for personal data."), "",
      QT_TRANSLATE_NOOP("Errors", "Ask the administrator to bring the key file to this seat.")}},
    {"workplace.BadUrl",
     {QT_TRANSLATE_NOOP("Errors", "The address of the database is not one[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Correct it in the settings of this seat.")}},
    {"workplace.NotSetUp",
     {QT_TRANSLATE_NOOP("Errors", "This database has not been set up yet."), "",
      QT_TRANSLATE_NOOP("Errors", "Let the administrator set it up, or choose another database.")}},
    {"workplace.AlreadySetUp",
     {QT_TRANSLATE_NOOP("Errors", "This database is set up already."), booksStand,
      QT_TRANSLATE_NOOP("Errors", "Sign in instead.")}},
    {"workplace.SeatUnknown",
     {QT_TRANSLATE_NOOP("Errors", "The database does not know this seat."), "",
      QT_TRANSLATE_NOOP("Errors", "Ask the administrator to add the seat.")}},
    {"workplace.ReadOnlySession",
     {QT_TRANSLATE_NOOP("Errors", "This view only reads; nothing can be entered through it."), notBooked, callSupport}},
});

} // namespace

// Signing in, duties, passwords, the key of personal data, the workplace itself.
std::span<const Entry> securityErrors() {
    return securityTexts;
}

} // namespace meterhall::ui::errors
