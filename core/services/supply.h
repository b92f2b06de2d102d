#pragma once

#include "core/commands/valve_rules.h"
#include "core/money/money.h"
#include "core/services/session.h"

namespace meterhall::services {

/// What the interlock looks at, written down by people.

struct FlagChange {
    AccountId account;
    SupplyFlag flag;
    bool raised = true;
    std::optional<Date> until{};
    QString document; ///< what it rests on; required
};
Result<void> changeSupplyFlag(Session& session, const FlagChange& change);
Result<std::set<SupplyFlag>> supplyFlags(Session& session, AccountId account);

/// 中止供应通知 was served today, with the proof. The debt it names is the one that stands: NothingToPay when nothing
/// is overdue. Gives the sum named.
Result<Money> serveNotice(Session& session, AccountId account, const QString& proof);

/// What the crew found at a meter a moment ago. `crew` is who stood there; empty: whoever is signed in.
struct SiteFinding {
    MeterId meter;
    std::optional<OperatorId> crew{};
    bool someonePresent = false;
    bool appliancesOff = false;
    bool leakFree = false;
    QString evidence; ///< instrument number, photo, signature
};
Result<void> checkSite(Session& session, const SiteFinding& finding);

} // namespace meterhall::services
