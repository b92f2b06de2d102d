#pragma once

#include "ui/first_run/answers.h"

namespace meterhall::ui {

/// What was typed so far, so that it can be gone on with another time: an INI file that is removed at the end. No
/// password and no key is in it.
struct FirstRunDraft {
    FirstRunAnswers answers;
    int step = 0; ///< where it was left

    /// `answers` is what holds where the file says nothing; without a file everything.
    static FirstRunDraft load(const QString& file, FirstRunAnswers answers);
    void save(const QString& file) const;
};

} // namespace meterhall::ui
