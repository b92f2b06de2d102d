#pragma once

#include "core/money/rate.h"
#include "core/services/late_charges.h"

#include <QString>

namespace meterhall::ui {

/// "1 ‰": of what is owed, for a day.
QString lateRateText(Rate rate);
/// "Dispute": why no charge runs.
QString lateStopText(services::LateStopReason kind);

} // namespace meterhall::ui
