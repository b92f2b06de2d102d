#pragma once

#include "ui/errors/entry.h"

#include <QString>

namespace meterhall::ui::errors {

/// What people call a code of ours that an error carries as an argument.
struct Word {
    Words of;
    std::string_view code; ///< as codeOf() of its area gives it: "shift_lead"
    const char* text;      ///< English source text of the context "Errors"
};

std::span<const Word> allWords();

/// In the language of the program. What has no word is shown as it is: numbers and names.
QString spoken(Words of, const QString& argument);

} // namespace meterhall::ui::errors
