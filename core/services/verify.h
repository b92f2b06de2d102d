#pragma once

#include "core/base/progress.h"
#include "core/services/session.h"

namespace meterhall::services {

/// Something stored that cannot be true.
struct Violation {
    QString kind;    ///< "journal-unbalanced", "audit", "schema", "bill-not-reproduced", "ladder", "balance", "shift",
                     ///< "tender"
    QString subject; ///< what it is about: a table and a key, a bill, an account
    QString detail;
};

struct VerifyResult {
    std::vector<Violation> violations;
    int bills = 0;
    int journals = 0;
};

/// Checks everything that can be checked: audit chains and every guarded row against them, journals balanced, bills
/// reproduced byte for byte, ladder positions derived again. Only a failure to read is an error. It writes nothing, so
/// it may be broken off at any moment. Progress comes in the areas schema, audit entries, rows, ledger, bills,
/// commands; memory grows with the number of audit entries (some hundred bytes each), not with rows or bills.
Result<VerifyResult> verifyBooks(Session& session, const WorkProgress& progress = {});

} // namespace meterhall::services
