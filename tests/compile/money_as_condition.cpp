// "If there is money" could mean zero, missing or negative: it is asked by name.

#include "core/money/money.h"

using namespace meterhall;

bool owes(Money balance) {
#ifdef METERHALL_FAULT
    if (balance)
        return true;
    return false;
#else
    return balance.isPositive();
#endif
}
