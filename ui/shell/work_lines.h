#pragma once

#include "core/services/home.h"
#include "ui/theme/icon.h"

namespace meterhall::ui {

/// One line of what waits for somebody, and the page on which it is done.
struct WorkLine {
    int kind = 0; ///< the same for the same kind of work, whatever its count
    QString page; ///< id; empty: it is done on the command line
    int count = 0;
    State state = State::Warn;
    QString text;
    QString detail;
};

/// The most urgent first: what holds others up, then what people wait for, then the rest. Lines with nothing in them
/// are left out.
std::vector<WorkLine> workLines(const services::MyWork& work, Date today);

} // namespace meterhall::ui
