#pragma once

#include "core/base/error.h"

namespace meterhall {

METERHALL_ERRORS(QuantityError, "quantity", Overflow, UnknownUnit, UnknownCommodity, UnknownRounding, BadStep,
                 OutsideDial, BadWeights)

} // namespace meterhall
