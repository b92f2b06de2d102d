#pragma once

#include "core/services/billing_run.h"
#include "core/storage/database.h"

namespace meterhall::services {

/// Rates stored bills again from their inputs; those of one book, or all.
Result<ProofResult> proveBillsOf(storage::Database& database, std::optional<BookId> book);

} // namespace meterhall::services
