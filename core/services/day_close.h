#pragma once

#include "core/ledger/shift.h"
#include "core/services/session.h"

namespace meterhall::services {

/// Closes the business day for good: every shift of it is closed, the ledger balances, the heads of all audit chains
/// are kept. Nothing is posted to the day afterwards. Guards: duty, DayClosed, OpenShifts, Unbalanced.
Result<void> closeDay(Session& session, Date businessDay);

/// Shifts that keep the day from being closed.
Result<std::vector<Shift>> openShifts(Session& session, Date businessDay);

} // namespace meterhall::services
