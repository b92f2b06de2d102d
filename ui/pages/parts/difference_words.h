#pragma once

#include "core/services/bill_difference.h"

namespace meterhall::ui {

/// "More used": what a cause is called beside its bar.
QString causeName(DifferenceCause cause);
/// One sentence to read aloud: "18 m³ more than in 2026-10: +48.60."
QString causeSentence(const DifferencePart& part, const services::BillDifferenceView& difference);
/// "2026-11 comes to 18.90 more than 2026-10."
QString sumSentence(const services::BillDifferenceView& difference);

} // namespace meterhall::ui
