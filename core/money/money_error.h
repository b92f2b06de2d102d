#pragma once

#include "core/base/error.h"

namespace meterhall {

METERHALL_ERRORS(MoneyError, "money", Overflow, CurrencyMismatch, UnknownCurrency, BadRounding, StepFinerThanMinorUnit,
                 BadWeights, BadRate)

} // namespace meterhall
