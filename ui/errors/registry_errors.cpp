#include "ui/errors/entry.h"
#include "ui/errors/phrases.h"

#include <array>

namespace meterhall::ui::errors {

namespace {

constexpr Text installedElsewhere{
    QT_TRANSLATE_NOOP("Errors", "This meter is installed somewhere else[: %1]."), billsStand,
    QT_TRANSLATE_NOOP("Errors", "Check the meter number; if it is right, take the meter out there first.")};

constexpr std::array registryTexts = std::to_array<Entry>({
    {"registry.BadAccountNumber",
     {QT_TRANSLATE_NOOP("Errors", "This is no account number[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Type 6 to 16 digits.")}},
    {"registry.UnknownAccount",
     {QT_TRANSLATE_NOOP("Errors", "There is no such account[: %1]."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Check the number, or look for the name or the address.")}},
    {"registry.UnknownMeter",
     {QT_TRANSLATE_NOOP("Errors", "There is no such meter[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Check the meter number on the dial.")}},
    {"registry.UnknownBook", {QT_TRANSLATE_NOOP("Errors", "There is no such book[: %1]."), "", chooseFromList}},
    {"registry.UnknownTerminal",
     {QT_TRANSLATE_NOOP("Errors", "There is no such terminal[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Enter the terminal first, or correct its name.")}},
    {"registry.AlreadyInstalled", installedElsewhere},
    {"registry.InstalledElsewhere", installedElsewhere},
    {"registry.NotInstalled",
     {QT_TRANSLATE_NOOP("Errors", "This meter is not installed anywhere[: %1]."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Check the meter number.")}},
    {"registry.BadUseClass", {QT_TRANSLATE_NOOP("Errors", "There is no such use class[: %1]."), "", chooseFromList}},
    {"registry.BadRow",
     {QT_TRANSLATE_NOOP("Errors", "Something is missing or wrong[: %1]."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Correct it and try again.")},
     Words::Fields},
    {"registry.DialBelowStart",
     {QT_TRANSLATE_NOOP("Errors", "This dial is below where the meter began or was billed[: %1]."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Read the dial again; if it turned over, say so.")}},
    {"registry.AlreadyKnown",
     {QT_TRANSLATE_NOOP("Errors", "This meter is in the archive already, with other data[: %1]."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Compare the two and correct the wrong one.")}},
    {"registry.KeyUsedForSomethingElse",
     {QT_TRANSLATE_NOOP("Errors", "This was entered before, with other data."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Look at what was entered, then start anew.")}},
    {"registry.UnitDiffers",
     {QT_TRANSLATE_NOOP("Errors", "The unit does not fit: it is %2 here, not %1."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Give the value in the right unit.")}},
    {"registry.BilledAlready",
     {QT_TRANSLATE_NOOP("Errors", "Bills reach that day already[: until %1]."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Take a later day, or correct the bill first.")}},
    {"registry.BadDay",
     {QT_TRANSLATE_NOOP("Errors", "That day cannot be[: %1]."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Take a day that has come, and on which the meter was there.")}},
    {"registry.TerminalDiffers",
     {QT_TRANSLATE_NOOP("Errors", "This terminal is known in another way[: %1 is %2]."), "",
      QT_TRANSLATE_NOOP("Errors", "Compare the two and correct the wrong one.")}},
    {"registry.CustomerDiffers",
     {QT_TRANSLATE_NOOP("Errors", "This customer is known with other data[: %1, %2]."), "",
      QT_TRANSLATE_NOOP("Errors", "Compare the two and correct the wrong one.")},
     Words::Fields},
    {"registry.PremiseDiffers",
     {QT_TRANSLATE_NOOP("Errors", "This premise is known with another address[: %1 is %2]."), "",
      QT_TRANSLATE_NOOP("Errors", "Compare the two and correct the wrong one.")}},
    {"readings.UnknownReading",
     {QT_TRANSLATE_NOOP("Errors", "There is no such reading."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Bring the list up to date.")}},
    {"readings.AlreadyReviewed",
     {QT_TRANSLATE_NOOP("Errors", "This reading has been reviewed."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Bring the list up to date and take the next.")}},
    {"readings.NotBillable",
     {QT_TRANSLATE_NOOP("Errors", "Nothing can be billed from this reading."), noBill,
      QT_TRANSLATE_NOOP("Errors", "Have it read again.")}},
    {"readings.OwnReading",
     {QT_TRANSLATE_NOOP("Errors", "Nobody reviews a reading of their own."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Let somebody else review it.")}},
    {"readings.NoPreviousReading",
     {QT_TRANSLATE_NOOP("Errors", "There is no reading before this one."), noBill,
      QT_TRANSLATE_NOOP("Errors", "Enter the start register of the meter.")}},
    {"readings.UnknownDecision",
     {QT_TRANSLATE_NOOP("Errors", "This decision does not exist."), billsStand, chooseFromList}},
    {"readings.DialBackwards",
     {QT_TRANSLATE_NOOP("Errors", "The dial went backwards."), noBill,
      QT_TRANSLATE_NOOP("Errors", "Have it read again; look for an exchange that was not entered.")}},
    {"readings.NoteMissing",
     {QT_TRANSLATE_NOOP("Errors", "A rejection needs a note."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Write why the reading is not taken.")}},
    {"readings.NotReviewed",
     {QT_TRANSLATE_NOOP("Errors", "Nobody has decided on this reading."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Bring the list up to date.")}},
    {"readings.BilledAlready",
     {QT_TRANSLATE_NOOP("Errors", "A bill was made since this reading came in."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Have it read again; the next bill puts it right.")}},
    {"readings.Superseded",
     {QT_TRANSLATE_NOOP("Errors", "This reading was corrected before."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Open the correction and correct that.")}},
});

} // namespace

// Accounts, customers, meters, books, readings.
std::span<const Entry> registryErrors() {
    return registryTexts;
}

} // namespace meterhall::ui::errors
