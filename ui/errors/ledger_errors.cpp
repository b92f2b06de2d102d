#include "ui/errors/entry.h"
#include "ui/errors/phrases.h"

#include <array>

namespace meterhall::ui::errors {

namespace {

constexpr Text entryIncomplete{QT_TRANSLATE_NOOP("Errors", "This entry does not hold together, so it was not booked."),
                               notBooked, callSupport};
constexpr Text amountOutOfRange{QT_TRANSLATE_NOOP("Errors", "An amount is too large or cannot be computed."), notBooked,
                                QT_TRANSLATE_NOOP("Errors", "Check the numbers and type them again.")};

constexpr std::array ledgerTexts = std::to_array<Entry>({
    {"ledger.NoLines", entryIncomplete},
    {"ledger.ZeroLine", entryIncomplete},
    {"ledger.MissingAccount", entryIncomplete},
    {"ledger.MixedCurrencies",
     {QT_TRANSLATE_NOOP("Errors", "Two currencies stand in one entry."), notBooked, callSupport}},
    {"ledger.Unbalanced",
     {QT_TRANSLATE_NOOP("Errors", "Debit and credit do not agree[ (%1)]."), stop,
      QT_TRANSLATE_NOOP("Errors", "Close nothing; call finance and read them the code.")}},
    {"ledger.NothingToPay",
     {QT_TRANSLATE_NOOP("Errors", "This account owes nothing."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Check whether it is the right account.")}},
    {"ledger.AmountNotPositive",
     {QT_TRANSLATE_NOOP("Errors", "The amount must be above zero."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Type the amount again.")}},
    {"ledger.KeyUsedForSomethingElse",
     {QT_TRANSLATE_NOOP("Errors", "This payment was sent before, with another amount or account."), firstStands,
      QT_TRANSLATE_NOOP("Errors", "Look at the last receipt, then start a new payment.")}},
    {"ledger.AlreadyReversed",
     {QT_TRANSLATE_NOOP("Errors", "This was reversed before."), firstStands,
      QT_TRANSLATE_NOOP("Errors", "Look at the entries of the account.")}},
    {"ledger.NotReversible",
     {QT_TRANSLATE_NOOP("Errors", "An entry of this kind cannot be reversed."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Ask finance for an adjustment.")}},
    {"ledger.ShiftNotOpen",
     {QT_TRANSLATE_NOOP("Errors", "No shift is open at this seat."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Open a shift first.")}},
    {"ledger.ShiftAlreadyOpen",
     {QT_TRANSLATE_NOOP("Errors", "A shift is open at this seat already."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Go on in it, or hand it over first.")}},
    {"ledger.ShiftNotCounted",
     {QT_TRANSLATE_NOOP("Errors", "The drawer of this shift is not counted yet."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Let the cashier count the drawer first.")}},
    {"ledger.DayClosed",
     {QT_TRANSLATE_NOOP("Errors", "This business day is closed."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Do it on the next business day.")}},
    {"ledger.OpenShifts",
     {QT_TRANSLATE_NOOP("Errors", "Not every shift of the day is closed[: %1 are open]."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Close these shifts first.")}},
    {"ledger.NotYourShift",
     {QT_TRANSLATE_NOOP("Errors", "The shift at this seat is somebody else's."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Work at your own seat, or let the other shift be handed over first.")}},
    {"ledger.UnknownJournal",
     {QT_TRANSLATE_NOOP("Errors", "This payment is not in the books."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Check the number on the receipt.")}},
    {"ledger.UnknownBill",
     {QT_TRANSLATE_NOOP("Errors", "This bill is not in the books."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Check the account number and the month.")}},
    {"ledger.UnknownShift", {QT_TRANSLATE_NOOP("Errors", "There is no such shift."), notBooked, chooseFromList}},
    {"ledger.AlreadyCounted",
     {QT_TRANSLATE_NOOP("Errors", "The drawer of this shift is counted already."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "What comes now belongs to the next shift.")}},
    {"ledger.ReceivedLessThanPaid",
     {QT_TRANSLATE_NOOP("Errors", "Less was received than is to be paid."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Type what was received, or let the customer pay a part.")}},
    {"ledger.PaperNumbersUsedUp",
     {QT_TRANSLATE_NOOP("Errors", "The receipt numbers are used up, or from and to do not fit."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Draw new papers and open a shift with their numbers.")}},
    {"ledger.SamePerson",
     {QT_TRANSLATE_NOOP("Errors", "Nobody closes a shift of their own."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Let the shift lead close it.")}},
    {"ledger.BadCount",
     {QT_TRANSLATE_NOOP("Errors", "A count of the drawer cannot be right."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Count that denomination again.")}},
    {"ledger.ReasonMissing",
     {QT_TRANSLATE_NOOP("Errors", "A reason is missing."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Write the reason.")}},
    {"money.Overflow", amountOutOfRange},
    {"money.BadWeights", amountOutOfRange},
    {"money.BadRate", amountOutOfRange},
    {"money.CurrencyMismatch",
     {QT_TRANSLATE_NOOP("Errors", "Two currencies cannot be added[: %1 and %2]."), notBooked, callSupport}},
    {"money.UnknownCurrency",
     {QT_TRANSLATE_NOOP("Errors", "This currency is not known[: %1]."), notBooked, chooseFromList}},
    {"money.BadRounding",
     {QT_TRANSLATE_NOOP("Errors", "This rounding rule cannot be used[: %1]."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Correct it in the tariff.")}},
    {"money.StepFinerThanMinorUnit",
     {QT_TRANSLATE_NOOP("Errors", "The rounding is finer than the smallest coin[: %1 in %2]."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Correct it in the tariff.")}},
});

} // namespace

// The counter, shifts, closes and amounts.
std::span<const Entry> ledgerErrors() {
    return ledgerTexts;
}

} // namespace meterhall::ui::errors
