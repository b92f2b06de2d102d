#pragma once

#include <QString>

/// What many texts say alike. Of money always one of these, so that the same thing is said in the same words; "" where
/// no money is concerned.
namespace meterhall::ui::errors {

inline constexpr const char* notBooked =
    QT_TRANSLATE_NOOP("Errors", "Nothing was booked; the money stands as before."); ///< the usual refusal
inline constexpr const char* unsure = QT_TRANSLATE_NOOP(
    "Errors", "Whether the last step was booked is not known yet."); ///< the connection broke off under a commit
inline constexpr const char* firstStands = QT_TRANSLATE_NOOP(
    "Errors", "What was booked first stands; nothing was booked twice."); ///< the same thing came twice
inline constexpr const char* billsStand =
    QT_TRANSLATE_NOOP("Errors", "No bill has changed."); ///< before anything is posted
inline constexpr const char* noBill =
    QT_TRANSLATE_NOOP("Errors", "The bill is held back; the customer owes nothing new."); ///< one account of a run
inline constexpr const char* booksStand =
    QT_TRANSLATE_NOOP("Errors", "What is booked stays booked."); ///< what is refused only touches what comes
inline constexpr const char* stop =
    QT_TRANSLATE_NOOP("Errors", "The books may not be whole: take no money until it is cleared up."); ///< a damage
inline constexpr const char* paperOnly = QT_TRANSLATE_NOOP(
    "Errors", "What is booked stays booked; only the paper is missing."); ///< printing after the commit
inline constexpr const char* look = QT_TRANSLATE_NOOP(
    "Errors", "It is not certain what was booked: look at the account before taking money."); ///< a code without a text

inline constexpr const char* callSupport = QT_TRANSLATE_NOOP("Errors", "Call support and read them the code.");
inline constexpr const char* askAdministrator =
    QT_TRANSLATE_NOOP("Errors", "Ask the administrator, and read out the code.");
inline constexpr const char* tryAgain = QT_TRANSLATE_NOOP("Errors", "Try again in a moment.");
inline constexpr const char* chooseFromList = QT_TRANSLATE_NOOP("Errors", "Choose one from the list.");
inline constexpr const char* typeAgain = QT_TRANSLATE_NOOP("Errors", "Type it again.");

} // namespace meterhall::ui::errors
