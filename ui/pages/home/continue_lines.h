#pragma once

#include "ui/shell/page.h"

namespace meterhall::ui {

class WorkAtHand;

/// Something to go on with, and where.
struct ContinueLine {
    QString kind;
    const char* icon;
    QString text;
    QString detail;
    Visit visit;
};

/// What was left half-way first: customers set aside, then work of other pages; then the customers seen last, who are
/// opened on `customerPage`.
std::vector<ContinueLine> continueLines(const WorkAtHand& work, const QString& customerPage);

} // namespace meterhall::ui
