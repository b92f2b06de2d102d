// Kilowatt-hours are not cubic metres, whatever the meter was.

#include "core/quantity/quantity.h"

using namespace meterhall;

bool isEmptyMonth(Volume used) {
    return used.isZero();
}

bool check(Volume volume, Energy energy) {
#ifdef METERHALL_FAULT
    return isEmptyMonth(energy);
#else
    return isEmptyMonth(volume) && energy.isZero();
#endif
}
