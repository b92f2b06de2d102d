#pragma once

#include "core/services/inside/billing_inputs_of.h"
#include "core/services/inside/session_inside.h"

namespace meterhall::services {

/// What a run would bill an account now, or why it is held.
Result<storage::Draft> draftOf(BillingInputsSource& source, const storage::BilledAccount& row,
                               const storage::BillingRun& run, std::uint32_t ordinal);

/// UnknownRun.
Result<storage::BillingRun> knownRun(Session& session, std::int64_t number);

} // namespace meterhall::services
