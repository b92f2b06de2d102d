#include "app/cli/sentences.h"

#include "core/base/result.h"

namespace meterhall::app {

namespace {

struct Sentence {
    std::string_view code;
    const char* text; ///< %1, %2 … are the error's arguments
};

constexpr std::array sentences = std::to_array<Sentence>({
    {"call.UnknownOption", "there is no option %1; --help lists them"},
    {"call.MissingValue", "option %1 needs a value"},
    {"call.MissingArgument", "argument %1 is missing; --help shows the form"},
    {"call.TooManyArguments", "argument %1 is one too many"},
    {"call.NotANumber", "option %1: \"%2\" is not a number that fits"},
    {"call.CannotRead", "cannot read %1: %2"},
    {"call.CannotWrite", "cannot write %1: %2"},
    {"call.UnknownForm", "\"%1\" is none of: %2"},
    {"call.BadValue", "option %1: \"%2\" is not %3"},
    {"call.NoPassword", "no password: set METERHALL_PASSWORD, name a --password-file, or call from a terminal"},
    {"security.NotAllowed", "this operator has no duty that may use %1"},
    {"security.WrongPassword", "operator number or password is wrong"},
    {"security.LockedOut", "this operator is locked for a while after wrong passwords"},
    {"security.SamePerson", "this needs another person than the one who entered it"},
    {"workplace.NotSetUp", "there is no workplace yet in this database"},
    {"workplace.AlreadySetUp", "this database is a workplace already"},
    {"workplace.ReadOnlySession", "this session only reads"},
    {"storage.ReadOnly", "this connection only reads, or the database does"},
    {"storage.Busy", "the database or this seat is in use by somebody else"},
    {"storage.CannotOpen", "cannot open %1: %2"},
    {"storage.OlderDatabase", "the database has schema %1 and this program works with %2: migrate it first"},
    {"storage.NewerDatabase", "the database has schema %1, newer than the %2 of this program"},
    {"storage.NoVerifiedBackup", "there is no proof that \"%1\" is a backup that was opened and verified"},
    {"storage.OthersConnected", "%1 other sessions are connected; a migration wants to be alone"},
    {"storage.BackupDiffers", "the backup differs: table %1 has %2 rows in the database and %3 in the backup"},
    {"storage.ToolFailed", "%1 failed: %2"},
    {"storage.Corrupt", "the file is damaged"},
    {"storage.Denied", "the database refuses: %1"},
    {"backup.NotEmpty", "%1 holds something; with --replace it is kept aside and the backup takes its place"},
    {"backup.DoesNotVerify", "the backup does not verify, so it is not restored: %1 %2 %3"},
    {"backup.CannotMove", "cannot move %1 to %2"},
    {"ledger.AmountNotPositive", "the amount must be above zero"},
    {"ledger.ReceivedLessThanPaid", "less was received than is to be paid"},
    {"ledger.KeyUsedForSomethingElse", "this key was used for another payment"},
    {"ledger.ShiftNotOpen", "no shift is open at this seat"},
    {"ledger.ShiftAlreadyOpen", "a shift is open at this seat already"},
    {"ledger.NotYourShift", "the shift at this seat is somebody else's"},
    {"ledger.AlreadyCounted", "the drawer of this shift is counted; what comes now belongs to the next shift"},
    {"ledger.DayClosed", "the business day is closed"},
    {"ledger.OpenShifts", "%1 shifts are not closed yet"},
    {"ledger.AlreadyReversed", "this was reversed before"},
    {"ledger.UnknownJournal", "there is no such payment"},
    {"ledger.ReasonMissing", "a reason is missing"},
    {"ledger.PaperNumbersUsedUp", "the numbers of the receipt papers are used up or not a stretch"},
    {"seal.KeyNeeded", "key %1 is the current one or still needed: %2 customers are sealed with it"},
    {"seal.UnknownKey", "this seat's key file has no key %1"},
    {"seal.NoKey", "this seat was never given the key of personal data"},
    {"seal.KeyFileMissing", "there is no key file %1"},
    {"seal.KeyFileNotWritten", "the key file %1 cannot be written, or somebody else is writing it"},
    {"calendar.UnknownZone", "there is no time zone \"%1\""},
    {"calendar.BadDayStart", "a business day begins at 00:00 to 12:00, not at hour %1"},
    {"calendar.BadCalendarLine", "\"%1\" is no part of a calendar row: day (YYYY-MM-DD), kind (holiday, workday or "
                                 "ordinary), name"},
    {"calendar.ConflictingDay", "the day %1 stands in the file twice"},
    {"registry.UnknownAccount", "there is no account %1"},
    {"registry.UnknownMeter", "there is no meter %1"},
    {"registry.UnknownBook", "there is no book %1"},
    {"registry.AlreadyKnown", "meter %1 is in the archive already, with other data"},
    {"registry.UnknownTerminal", "the archive has no terminal %1"},
    {"registry.TerminalDiffers", "terminal %1 is known as %2"},
    {"registry.CustomerDiffers", "customer %1 is known with another %2"},
    {"registry.PremiseDiffers", "premise %1 is known as %2"},
    {"registry.BadAccountNumber", "\"%1\" is no account number: 6 to 16 digits"},
    {"registry.AlreadyInstalled", "meter %1 hangs somewhere else"},
    {"registry.NotInstalled", "meter %1 hangs nowhere"},
    {"registry.BadUseClass", "\"%1\" is no use class"},
    {"registry.DialBelowStart", "the dial %1 is below what was billed or began"},
    {"registry.KeyUsedForSomethingElse", "this key was used for something else"},
    {"registry.UnitDiffers", "the unit is %2 here, not \"%1\""},
    {"registry.BilledAlready", "bills reach that day already: until %1"},
    {"registry.BadDay", "%1 cannot be: it has not come yet, or lies before the meter did"},
    {"command.UnknownCommand", "there is no command %1"},
    {"command.UnknownKind", "\"%1\" is nothing a meter is asked to do"},
    {"command.BadParameter", "the parameter does not fit the command"},
    {"command.KeyUsedForSomethingElse", "this key was used for another command"},
    {"command.HeldByRule", "the interlock holds it: %1 %2 %3"},
    {"command.NotPossibleNow", "that is not possible as it stands: %1"},
    {"command.SamePerson", "this needs another person than the one who asked"},
    {"command.DocumentMissing", "a document or reason is missing"},
    {"registry.BadRow", "member %1 is missing or wrong"},
    {"billingrun.UnknownRun", "there is no such run"},
    {"billingrun.NotChecked", "a second person has not checked this run yet"},
    {"billingrun.SamePerson", "who drafted a run may not check it"},
    {"billingrun.ReviewedByIssuer", "who reviewed readings of the book may not issue its bills"},
    {"billingrun.RunIsIssued", "this run is being issued or was"},
    {"billingrun.NothingToDraft", "the book has no accounts"},
});

QString codeText(const Error& error) {
    return error.code().toString();
}

} // namespace

QString sentenceOf(const Error& error) {
    const QString code = codeText(error);
    const auto* const found = std::find_if(sentences.begin(), sentences.end(), [&](const Sentence& sentence) {
        return code == QLatin1String(sentence.code.data(), qsizetype(sentence.code.size()));
    });
    if (found == sentences.end())
        return error.toString();
    QString text = QString::fromUtf8(found->text);
    for (int place = 1; place <= 3; ++place) {
        const bool given = place <= error.arguments().size();
        text.replace(QLatin1Char('%') + QString::number(place), given ? error.arguments().at(place - 1) : QString());
    }
    text = text.trimmed();
    while (text.endsWith(u':') || text.endsWith(u' '))
        text.chop(1);
    for (const QString& place : error.context())
        text += QStringLiteral(", in ") + place;
    return text + QStringLiteral(" [") + code + u']';
}

} // namespace meterhall::app
