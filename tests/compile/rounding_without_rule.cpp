// Nothing becomes money without a named rounding.

#include "core/money/exact_amount.h"

using namespace meterhall;

Result<Money> billed(ExactAmount amount, RoundingRule rule) {
#ifdef METERHALL_FAULT
    return amount.rounded(Currency::cny());
#else
    return amount.rounded(Currency::cny(), rule);
#endif
}
