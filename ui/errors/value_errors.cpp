#include "ui/errors/entry.h"
#include "ui/errors/phrases.h"

#include <array>

namespace meterhall::ui::errors {

namespace {

constexpr Text numberOutOfRange{
    QT_TRANSLATE_NOOP("Errors", "A number left the range the program computes in."), notBooked,
    QT_TRANSLATE_NOOP("Errors", "Check the numbers; if they are right, call support and read them the code.")};
constexpr Text dataUnreadable{QT_TRANSLATE_NOOP("Errors", "Stored data cannot be read as it was written."), notBooked,
                              callSupport};

constexpr std::array valueTexts = std::to_array<Entry>({
    {"base.NotANumber", {QT_TRANSLATE_NOOP("Errors", "This is not a number[: %1]."), notBooked, typeAgain}},
    {"base.TooManyDecimals",
     {QT_TRANSLATE_NOOP("Errors", "There are too many decimals[: %1 has more than %2]."), notBooked, typeAgain}},
    {"base.BadDate",
     {QT_TRANSLATE_NOOP("Errors", "This day is not in the calendar[: %1]."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Type the day as 2026-11-20.")}},
    {"base.BadHex", {QT_TRANSLATE_NOOP("Errors", "These are not hex digits[: %1]."), "", typeAgain}},
    {"base.BadId", {QT_TRANSLATE_NOOP("Errors", "This is not a number of the system[: %1]."), notBooked, typeAgain}},
    {"base.TooLong",
     {QT_TRANSLATE_NOOP("Errors", "The text is too long."), notBooked,
      QT_TRANSLATE_NOOP("Errors", "Make it shorter.")}},
    {"base.Overflow", numberOutOfRange},
    {"base.DivisionByZero", numberOutOfRange},
    {"base.Truncated", dataUnreadable},
    {"base.NotCanonical", dataUnreadable},
    {"quantity.Overflow",
     {QT_TRANSLATE_NOOP("Errors", "A quantity is too large[: %1]."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Check the readings and the multiplier.")}},
    {"quantity.UnknownUnit", {QT_TRANSLATE_NOOP("Errors", "This unit is not known[: %1]."), "", chooseFromList}},
    {"quantity.UnknownCommodity",
     {QT_TRANSLATE_NOOP("Errors", "This commodity is not known[: %1]."), "", chooseFromList}},
    {"quantity.UnknownRounding",
     {QT_TRANSLATE_NOOP("Errors", "This rounding is not known[: %1]."), billsStand, chooseFromList}},
    {"quantity.BadStep",
     {QT_TRANSLATE_NOOP("Errors", "The step of rounding must be above zero[: %1]."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Correct the step.")}},
    {"quantity.OutsideDial",
     {QT_TRANSLATE_NOOP("Errors", "The dial cannot show this number[: %1]."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Read the dial again and check the digits of the meter.")}},
    {"quantity.BadWeights",
     {QT_TRANSLATE_NOOP("Errors", "The quantity cannot be divided like this[: %1]."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Check the shares.")}},
    {"calendar.EmptyInterval",
     {QT_TRANSLATE_NOOP("Errors", "The stretch of days is empty[: %1 to %2]."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Check from and to.")}},
    {"calendar.OutsideInterval",
     {QT_TRANSLATE_NOOP("Errors", "This day lies outside of the stretch[: %1, %2]."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Check the day.")}},
    {"calendar.OutOfRange",
     {QT_TRANSLATE_NOOP("Errors", "The calendar does not reach that far[: %1]."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Check the year; the administrator adds further years.")}},
    {"calendar.BadMonth",
     {QT_TRANSLATE_NOOP("Errors", "This is no accounting month[: %1]."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Type it as 202611.")}},
    {"calendar.BadWindow",
     {QT_TRANSLATE_NOOP("Errors", "A ladder window cannot have this length[: %1 months]."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Choose 1 to 120 months.")}},
    {"calendar.BadPeriod",
     {QT_TRANSLATE_NOOP("Errors", "A financial period cannot begin like this[: month %1, day %2]."), booksStand,
      QT_TRANSLATE_NOOP("Errors", "Correct month and day.")}},
    {"calendar.BadCalendarLine",
     {QT_TRANSLATE_NOOP("Errors", "A line of the calendar cannot be read[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Write it as day, kind, name: 2026-10-01, holiday, National Day.")}},
    {"calendar.ConflictingDay",
     {QT_TRANSLATE_NOOP("Errors", "One day stands in the file twice[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Take one of the lines out.")}},
    {"calendar.NoWorkingDay",
     {QT_TRANSLATE_NOOP("Errors", "The calendar has no working day there[: %1]."), billsStand,
      QT_TRANSLATE_NOOP("Errors", "Let the administrator check the holidays.")}},
    {"calendar.UnknownZone",
     {QT_TRANSLATE_NOOP("Errors", "This time zone is not known[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Write it like Asia/Shanghai.")}},
    {"calendar.BadDayStart",
     {QT_TRANSLATE_NOOP("Errors", "A business day cannot begin at that hour[: %1]."), "",
      QT_TRANSLATE_NOOP("Errors", "Choose an hour from 0 to 12.")}},
});

} // namespace

// Numbers, quantities and days as they are typed or read from files.
std::span<const Entry> valueErrors() {
    return valueTexts;
}

} // namespace meterhall::ui::errors
