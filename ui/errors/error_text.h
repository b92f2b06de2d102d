#pragma once

#include "core/base/error.h"

namespace meterhall::ui {

/// What is said to people about an Error, in the language of the program.
struct ErrorText {
    QString happened; ///< and where, when the error knows: row, file
    QString money;    ///< what it means for the money; empty where none is concerned
    QString todo;     ///< what to do now
    QString code;     ///< "ledger.DayClosed": the same in every language, to be read out on the phone
};

/// Every code has a text (tests/ui/errors); one that comes from elsewhere gets a general one.
ErrorText presented(const Error& error);

} // namespace meterhall::ui
