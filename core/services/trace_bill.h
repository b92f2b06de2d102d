#pragma once

#include "core/base/trace.h"
#include "core/billing/bill.h"
#include "core/billing/billing_inputs.h"
#include "core/billing/ids.h"
#include "core/services/session.h"

#include <map>

namespace meterhall::services {

METERHALL_ERRORS(TraceBillError, "tracebill", UnknownBill)

/// How the total of a stored bill came about: rated again from its inputs by the version and the rules it names.
struct TracedBill {
    AccountId account;
    QString accountNumber;
    QString tariffCode;
    Bill stored;
    TariffVersion version;
    BillingInputs inputs;
    std::vector<TariffVersion> earlier{}; ///< of a divided bill: the versions of its parts before the last
    Trace trace;
    bool reproduced = false;                   ///< what was rated again is the stored bill
    bool proved = false;                       ///< core/proof comes to the same total
    std::map<MeterId, QString> meterNumbers{}; ///< of the meters that the trace names by their ids

    const TariffVersion& versionOf(const BillLine& line) const {
        return line.part != 0 && line.part <= earlier.size() ? earlier[line.part - 1U] : version;
    }
};
Result<TracedBill> traceBill(Session& session, BillId bill);

} // namespace meterhall::services
