#pragma once

#include "core/services/verify.h"
#include "core/storage/witness.h"

namespace meterhall::services {

/// All checks of verifyBooks, of a database nobody is signed in to: a backup that was opened, a database that was
/// restored. `notes` are what seats remember of their last entries.
Result<VerifyResult> verifyDatabase(storage::Database& database, const std::vector<storage::WitnessFile::Note>& notes,
                                    const WorkProgress& progress = {});

} // namespace meterhall::services
