// Yuan and yen have no common order, so amounts have none without a Result.

#include "core/money/money.h"

using namespace meterhall;

bool enough(Money paid, Money due) {
#ifdef METERHALL_FAULT
    return paid >= due;
#else
    const auto order = paid.compare(due);
    return order.ok() && *order >= 0;
#endif
}
