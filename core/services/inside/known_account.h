#pragma once

#include "core/services/customers.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

/// UnknownAccount when there is none. Included by the .cpp files of services only.
Result<storage::AccountRow> knownAccount(Session& session, AccountId account);

/// The day up to which the account was billed or came; empty where its first bill begins with its meter.
Result<std::optional<Date>> settledOn(storage::Database& database, AccountId account);
/// BilledAlready where that is behind `on`.
Result<void> checkNotBilledBehind(storage::Database& database, AccountId account, Date on);
/// Where the meter of this number hangs. UnknownMeter, NotInstalled.
Result<ServicePointId> placeOfMeter(storage::Database& database, const QString& number);
/// Number of the meter that hung at a place on a day; empty where none did.
Result<QString> meterNumberAt(storage::Database& database, ServicePointId place, Date day);
/// The meter that hangs at the account's place on a day, and still does.
Result<std::optional<storage::RegistryStore::Segment>> hangingAt(storage::Database& database,
                                                                 const storage::AccountRow& row, Date on);

/// Accounts at a service point that are not closed, whatever their day, in the order of their ids.
Result<std::vector<storage::AccountRow>> openAccountsAt(Session& session, ServicePointId place);

/// As search results show it.
FoundAccount foundAccount(const storage::AccountRow& row);

} // namespace meterhall::services
