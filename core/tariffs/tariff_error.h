#pragma once

#include "core/base/error.h"

namespace meterhall {

/// Unsupported(field) is a file that means something this program does not compute yet: refused, never ignored.
METERHALL_ERRORS(TariffError, "tariffs", NotATariff, MissingField, BadField, Unsupported, NoComponents,
                 UnknownChargeKind, BoundsNotAscending, TooManyTiers, PricesDoNotMatchTiers, BadStep, DuplicateCode,
                 NoVersionOnDate, MissingFact, TooManyComponents, BadOrder)

} // namespace meterhall
