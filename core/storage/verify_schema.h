#pragma once

#include "core/storage/database.h"

namespace meterhall::storage {

/// Something in the engine's own tables that this program's migrations did not make.
struct SchemaViolation {
    QString subject; ///< table or migration; empty when it is about neither
    QString what;
};

/// Compares the lists of migrations and of guarded and balanced tables with what is built into this program. They are
/// no business rows, so no audit entry digests them: the migrations are their evidence.
Result<std::vector<SchemaViolation>> verifySchema(Database& database);

} // namespace meterhall::storage
