#pragma once

#include "core/base/trace.h"
#include "core/billing/bill.h"
#include "core/billing/ids.h"
#include "core/services/session.h"

namespace meterhall::services {

METERHALL_ERRORS(TraceBillError, "tracebill", UnknownBill)

/// How the total of a stored bill came about: rated again from its inputs by the version and the rules it names.
struct TracedBill {
    QString accountNumber;
    Bill stored;
    TariffVersion version;
    Trace trace;
    bool reproduced = false; ///< what was rated again is the stored bill
};
Result<TracedBill> traceBill(Session& session, BillId bill);

} // namespace meterhall::services
