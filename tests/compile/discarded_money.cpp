// An overflow that nobody looked at is a wrong bill.

#include "core/money/money.h"

using namespace meterhall;

Result<Money> doubled(Money amount) {
#ifdef METERHALL_FAULT
    amount.plus(amount);
#endif
    return amount.plus(amount);
}
