// 0.1 + 0.2 is not 0.3: no double becomes money, not even for a moment.

#include "core/money/money.h"

using namespace meterhall;

Money receipt() {
#ifdef METERHALL_FAULT
    return Money::ofMinor(12.34, Currency::cny());
#else
    return Money::ofMinor(1234, Currency::cny());
#endif
}
