#pragma once

#include "core/services/billing_run.h"

namespace meterhall::app {

/// The bills of a month as two review clerks make them, book after book: one drafts and issues, the other checks. Gives
/// how many were issued; what is held stays a draft.
Result<std::int64_t> issueMonth(services::Session& drafter, services::Session& checker, AccountingMonth month);

} // namespace meterhall::app
