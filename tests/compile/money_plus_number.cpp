// Two what? An amount is only added to an amount, and the sum can fail.

#include "core/money/money.h"

using namespace meterhall;

Result<Money> withFee(Money amount) {
#ifdef METERHALL_FAULT
    return amount.plus(200);
#else
    return amount.plus(Money::ofMinor(200, amount.currency()));
#endif
}
