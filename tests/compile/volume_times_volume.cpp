// Square cubic metres are not billed.

#include "core/quantity/quantity.h"

using namespace meterhall;

Result<Volume> scaled(Volume volume) {
#ifdef METERHALL_FAULT
    return volume.times(volume);
#else
    return volume.times(2);
#endif
}
