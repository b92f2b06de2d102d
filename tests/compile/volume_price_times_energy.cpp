// A price for a cubic metre does not know kilowatt-hours.

#include "core/money/price.h"

using namespace meterhall;

ExactAmount charge(VolumePrice price, Volume volume, Energy energy) {
#ifdef METERHALL_FAULT
    return price.of(energy);
#else
    return energy.isZero() ? price.of(volume) : ExactAmount::zero();
#endif
}
