#pragma once

#include "core/services/customers.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

/// UnknownAccount when there is none. Included by the .cpp files of services only.
Result<storage::AccountRow> knownAccount(Session& session, AccountId account);

/// As search results show it.
FoundAccount foundAccount(const storage::AccountRow& row);

} // namespace meterhall::services
