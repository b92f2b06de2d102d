#include "ui/errors/entry.h"
#include "ui/errors/phrases.h"

#include <array>

namespace meterhall::ui::errors {

namespace {

constexpr Text runNotFinished{QT_TRANSLATE_NOOP("Errors", "The reading run did not come to its end[: %1]."), "",
                              QT_TRANSLATE_NOOP("Errors", "Read again what is missing.")};

constexpr std::array programTexts = std::to_array<Entry>({
    {"call.UnknownOption",
     {QT_TRANSLATE_NOOP("Errors", "There is no such option[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Look at --help: it lists them.")}},
    {"call.MissingValue",
     {QT_TRANSLATE_NOOP("Errors", "This option needs a value[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Write the value behind it.")}},
    {"call.MissingArgument",
     {QT_TRANSLATE_NOOP("Errors", "An argument is missing[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Look at --help: it shows the form of the call.")}},
    {"call.TooManyArguments",
     {QT_TRANSLATE_NOOP("Errors", "There is one argument too many[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Look at --help: it shows the form of the call.")}},
    {"call.NotANumber",
     {QT_TRANSLATE_NOOP("Errors", "This is not a number that fits[: %1][, \"%2\"]."), "", typeAgain}},
    {"call.CannotRead",
     {QT_TRANSLATE_NOOP("Errors", "A file cannot be read[: %1][, %2]."), "",
      QT_TRANSLATE_NOOP("Errors", "Check where the file is, and whether you may read it.")}},
    {"call.CannotWrite",
     {QT_TRANSLATE_NOOP("Errors", "A file cannot be written[: %1][, %2]."), "",
      QT_TRANSLATE_NOOP("Errors", "Check the place, the space and whether you may write there.")}},
    {"call.UnknownForm",
     {QT_TRANSLATE_NOOP("Errors", "This word does not fit here[: %1][; what fits: %2]."), "", chooseFromList}},
    {"call.BadValue", {QT_TRANSLATE_NOOP("Errors", "A value does not fit[: %1][ \"%2\"][ is not %3]."), "", typeAgain}},
    {"call.NoPassword",
     {QT_TRANSLATE_NOOP("Errors", "No password was given."), "",
      QT_TRANSLATE_NOOP("Errors", "Set METERHALL_PASSWORD, name a --password-file, or call from a terminal.")}},
    {"call.TownDidNotStart",
     {QT_TRANSLATE_NOOP("Errors", "The sandbox town did not start[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "See whether its program is installed and its ports are free.")}},
    {"call.DayWentWrong",
     {QT_TRANSLATE_NOOP("Errors", "The sandbox day did not go as it should[: %1]."), "", callSupport}},
    {"call.HubDidNotFinish", runNotFinished},
    {"reading_run.HubDidNotFinish", runNotFinished},
    {"collector.NeedsPostgres",
     {QT_TRANSLATE_NOOP("Errors", "The collector works on a database that many share."), "",
      QT_TRANSLATE_NOOP("Errors", "Name a PostgreSQL database.")}},
    {"collector.MissingOption",
     {QT_TRANSLATE_NOOP("Errors", "The collector lacks a setting[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Look at --help: it lists them.")}},
    {"collector.BadOption",
     {QT_TRANSLATE_NOOP("Errors", "A setting of the collector cannot be[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Correct the setting.")}},
    {"desk.Cancelled",
     {QT_TRANSLATE_NOOP("Errors", "This was not begun: the seat was signed out before."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Sign in and do it again.")}},
    {"desk.NotSignedIn",
     {QT_TRANSLATE_NOOP("Errors", "Nobody is signed in at this seat."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Sign in and do it again.")}},
    {"printer.CannotWrite",
     {QT_TRANSLATE_NOOP("Errors", "The paper cannot be written as a file[: %1]."),
      QT_TRANSLATE_NOOP("Errors", "The payment stands; only its paper is missing."),
      QT_TRANSLATE_NOOP("Errors", "See whether there is room, then print it again: it keeps its number.")}},
    {"printer.NotTaken",
     {QT_TRANSLATE_NOOP("Errors", "The printer did not take the paper[: %1]."),
      QT_TRANSLATE_NOOP("Errors", "The payment stands; only its paper is missing."),
      QT_TRANSLATE_NOOP("Errors", "Look at the printer, then print it again: it keeps its number.")}},
    {"printer.DidNotAnswer",
     {QT_TRANSLATE_NOOP("Errors", "The printer does not answer."),
      QT_TRANSLATE_NOOP("Errors", "The payment stands; only its paper is missing."),
      QT_TRANSLATE_NOOP("Errors", "Look at the printer, then print it again: it keeps its number.")}},
    {"workplacefile.NotThere",
     {QT_TRANSLATE_NOOP("Errors", "This computer does not know yet where it works: there is no file %1."), "",
      QT_TRANSLATE_NOOP("Errors", "Name it with --workplace, or play the sandbox town with ./dev run.")}},
    {"workplacefile.Incomplete",
     {QT_TRANSLATE_NOOP("Errors", "The file %1 does not say database, key file and seat."), "",
      QT_TRANSLATE_NOOP("Errors", "Complete it.")}},
    {"workplacefile.BadStation",
     {QT_TRANSLATE_NOOP("Errors", "The group [station] of %1 is not right."), "",
      QT_TRANSLATE_NOOP("Errors", "Give it a seat of its own, and ports from 0 to 65535.")}},
    {"workplacefile.CannotWrite",
     {QT_TRANSLATE_NOOP("Errors", "What this computer knows of its workplace cannot be written to %1."), "",
      QT_TRANSLATE_NOOP("Errors", "See whether the folder may be written and whether there is room.")}},
});

} // namespace

// The command line and the programs without a window.
std::span<const Entry> programErrors() {
    return programTexts;
}

} // namespace meterhall::ui::errors
