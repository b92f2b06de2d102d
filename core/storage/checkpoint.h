#pragma once

#include "core/storage/unit_of_work.h"

namespace meterhall::storage {

/// Writes down where every seat's chain stands, as part of a day close: an entry that is missing later was cut off.
Result<void> recordHeads(UnitOfWork& work, Date businessDay);

} // namespace meterhall::storage
