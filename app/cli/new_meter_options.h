#pragma once

#include "app/cli/options.h"
#include "core/services/meters.h"

namespace meterhall::app {

/// A meter that comes out of its box, as options: --meter NUMBER --protocol P --device-address A --profile P [--digits
/// 6]
/// [--multiplier 1] [--terminal T] [--port 0].
QStringList newMeterOptions();
Result<services::NewMeter> newMeterFrom(const Options& options);

/// "123.45"; MissingValue, BadValue.
Result<Decimal> dialFrom(const Options& options, const QString& name);

} // namespace meterhall::app
