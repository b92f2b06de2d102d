// Two temperatures have no sum.

#include "core/quantity/quantity.h"

using namespace meterhall;

bool warm(Temperature flow, Temperature back) {
#ifdef METERHALL_FAULT
    return flow.plus(back).ok();
#else
    return flow > back;
#endif
}
