// A number becomes an identity only where somebody writes that it does.

#include "core/base/id.h"

using MeterId = meterhall::Id<struct MeterTag>;

MeterId first() {
#ifdef METERHALL_FAULT
    return 1;
#else
    return MeterId::fromRaw(1);
#endif
}
