#pragma once

#include "core/storage/unit_of_work.h"

namespace meterhall::storage {

/// INSERT of one row into a table that is not guarded.
Result<void> insertRow(UnitOfWork& work, std::string_view table, const Columns& columns, const Values& values);

} // namespace meterhall::storage
