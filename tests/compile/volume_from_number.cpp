// Five what? The unit and the scale are said by name.

#include "core/quantity/quantity.h"

using namespace meterhall;

Volume five() {
#ifdef METERHALL_FAULT
    Volume v = 5;
#else
    Volume v = Volume::ofMicro(5'000'000);
#endif
    return v;
}
