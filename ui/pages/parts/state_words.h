#pragma once

#include "ui/theme/icon.h"

#include <QString>

namespace meterhall::ui {

/// How something stands, and the word for it: what a badge shows.
struct StateWords {
    State state;
    QString text;
};

} // namespace meterhall::ui
