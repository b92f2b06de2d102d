// A sum has one unit.

#include "core/quantity/quantity.h"

using namespace meterhall;

Result<Energy> total(Energy energy, Volume volume) {
#ifdef METERHALL_FAULT
    return energy.plus(volume);
#else
    return volume.isZero() ? energy.plus(energy) : energy;
#endif
}
