#pragma once

#include "core/money/money.h"
#include "core/services/session.h"
#include "core/storage/registry_store.h"
#include "core/storage/unit_of_work.h"

namespace meterhall::services {

// What a transfer, a suspension and a closing have in common: a day up to which everything is read, and billed by the
// next run. Included by the .cpp files of services only.

/// The service's duty, and with a dial that comes in as a reading that of whoever stores readings.
Result<void> requireDuties(Session& session, Service service, bool dialIsRead);

struct LastDay {
    const storage::AccountRow& row;
    Date on;
    bool dialIsGiven = false;
    bool dialIsOfToday = false; ///< it comes in as a reading, and readings come in today
};
/// BadDay: in the future, not behind the last transfer or resumption, or a dial that was not read today;
/// HolderError::Suspended; BilledAlready.
Result<void> checkDay(Session& session, storage::Database& database, const LastDay& last);

/// HolderError::Suspended, with the last day of supply.
Result<void> checkSupplied(storage::Database& database, const storage::AccountRow& row);

/// HolderError::MeterShared: another open account is billed by what this meter counts.
Result<void> checkMeterIsOwn(Session& session, const storage::AccountRow& row);

/// Comes in as a reading of today. NotInstalled.
Result<void> storeDial(Session& session, storage::UnitOfWork& work, const storage::AccountRow& row,
                       const Decimal& dial);

/// HolderError::NotSettledTo, with the code of a Hold.
Error notSettled(const QString& reason);

struct Standing {
    Money finalBill; ///< what the bill that is cut on that day will come to; nothing of whoever buys beforehand
    Money owed;      ///< of bills that are open
    Money credit;    ///< paid ahead, what the last bill takes included
};
/// NotSettledTo.
Result<Standing> standingOn(storage::Database& database, AccountId account, Date on);

} // namespace meterhall::services
