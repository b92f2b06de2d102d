// An outcome that nobody looked at is a lost error.

#include "core/base/checked.h"

meterhall::Result<std::int64_t> sum() {
#ifdef METERHALL_FAULT
    meterhall::checkedAdd(1, 2);
#endif
    return meterhall::checkedAdd(1, 2);
}
