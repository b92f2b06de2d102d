#pragma once

#include "core/commands/valve_rules.h"
#include "core/money/money.h"
#include "core/services/session.h"
#include "core/storage/command_store.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

/// What an account owes of bills whose due date has passed.
struct Overdue {
    Money amount;
    std::optional<Date> since;
};
Result<Overdue> overdueOf(Session& session, AccountId account);

/// What the interlock looks at, as stored now. `about` is the command itself, once there is one: it is not in its own
/// way.
Result<ValveFacts> valveFacts(Session& session, const storage::InstalledMeter& meter, std::optional<CommandId> about);

} // namespace meterhall::services
