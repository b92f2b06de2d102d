// A double has lost the digits before it arrives.

#include "core/quantity/quantity.h"

using namespace meterhall;

Volume read() {
#ifdef METERHALL_FAULT
    return Volume::ofMicro(5.5);
#else
    return Volume::ofMicro(5'500'000);
#endif
}
