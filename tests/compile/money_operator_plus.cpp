// A plus sign has no room for "currencies differ" and "too large".

#include "core/money/money.h"

using namespace meterhall;

Result<Money> sum(Money a, Money b) {
#ifdef METERHALL_FAULT
    return a + b;
#else
    return a.plus(b);
#endif
}
