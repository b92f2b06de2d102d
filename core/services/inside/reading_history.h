#pragma once

#include "core/readings/validation.h"
#include "core/services/session.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

/// What a reading is compared with: the newest one of an earlier day that can be billed, else what the account came
/// with, else the dial the meter was hung up with. Included by the .cpp files of services only.
Result<ReadingHistory> historyBefore(storage::Database& database, const Reading& reading, AccountId account);

/// One value of a report as it will be stored, with the doubts the report brings along.
Reading readingOf(Session& session, const MeterReport& report, const ReportedValue& value, MeterId meter,
                  Date receivedOn);

} // namespace meterhall::services
