#pragma once

#include "core/papers/paper.h"
#include "ui/first_run/answers.h"

namespace meterhall::ui {

/// A paper to see whether the printer works: laid out like a receipt, over nothing, and it says what it is.
papers::Paper testPage(const FirstRunAnswers& answers, Instant now);

} // namespace meterhall::ui
