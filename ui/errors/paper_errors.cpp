#include "ui/errors/entry.h"
#include "ui/errors/phrases.h"

#include <array>

namespace meterhall::ui::errors {

namespace {

constexpr Text paperUnreadable{QT_TRANSLATE_NOOP("Errors", "The stored paper cannot be read as it was written."),
                               booksStand, callSupport};
constexpr Text paperIncomplete{QT_TRANSLATE_NOOP("Errors", "The paper lacks something, or it is wrong[: %1]."),
                               booksStand, callSupport};

constexpr std::array paperTexts = std::to_array<Entry>({
    {"papers.NotJson", paperUnreadable},
    {"papers.NotCanonical", paperUnreadable},
    {"papers.MissingField", paperIncomplete},
    {"papers.BadField", paperIncomplete},
    {"papers.UnknownKind",
     {QT_TRANSLATE_NOOP("Errors", "This kind of paper is not known[: %1]."), booksStand,
      QT_TRANSLATE_NOOP("Errors", "Update the program at this seat.")}},
    {"papers.NewerForm",
     {QT_TRANSLATE_NOOP("Errors", "This paper was made by a newer program."), booksStand,
      QT_TRANSLATE_NOOP("Errors", "Update the program at this seat.")}},
    {"papers.TooLarge", {QT_TRANSLATE_NOOP("Errors", "The paper is too large."), booksStand, callSupport}},
    {"print.FontMissing",
     {QT_TRANSLATE_NOOP("Errors", "The font for papers is not installed[: %*]."), paperOnly,
      QT_TRANSLATE_NOOP("Errors", "Let the administrator install one of them, then print again.")}},
    {"print.NoGuiApplication",
     {QT_TRANSLATE_NOOP("Errors", "This program cannot draw papers."), paperOnly,
      QT_TRANSLATE_NOOP("Errors", "Print from the workstation.")}},
    {"print.SheetTooNarrow",
     {QT_TRANSLATE_NOOP("Errors", "This paper does not fit on a roll."), paperOnly,
      QT_TRANSLATE_NOOP("Errors", "Choose A4 or A5.")}},
    {"print.DeviceRefused",
     {QT_TRANSLATE_NOOP("Errors", "The printer or the file does not take the paper."), paperOnly,
      QT_TRANSLATE_NOOP("Errors", "Look at the printer and its paper, then print again.")}},
    {"print.UnexpectedPdf",
     {QT_TRANSLATE_NOOP("Errors", "The drawn paper could not be checked[: %1]."), paperOnly, callSupport}},
    {"barcode.Empty",
     {QT_TRANSLATE_NOOP("Errors", "There is nothing to put into the code on the paper."), paperOnly, callSupport}},
    {"barcode.NotPrintableAscii",
     {QT_TRANSLATE_NOOP("Errors", "The bar code takes letters and digits only."), paperOnly,
      QT_TRANSLATE_NOOP("Errors", "Check the number on the paper.")}},
    {"barcode.TooLong",
     {QT_TRANSLATE_NOOP("Errors", "The code on the paper would be too long[: %1]."), paperOnly,
      QT_TRANSLATE_NOOP("Errors", "Check the number on the paper.")}},
    {"barcode.EncoderFailed",
     {QT_TRANSLATE_NOOP("Errors", "The code on the paper could not be drawn."), paperOnly, callSupport}},
});

} // namespace

// Papers, codes on them, printing.
std::span<const Entry> paperErrors() {
    return paperTexts;
}

} // namespace meterhall::ui::errors
