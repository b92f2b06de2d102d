#pragma once

#include "core/calendar/accounting_month.h"
#include "core/papers/paper_parts.h"
#include "core/quantity/commodity.h"

#include <vector>

namespace meterhall::papers {

/// One number of a bill and what it was computed from. `level` 0 is the total; a number stands above those it comes
/// from.
struct StepRow {
    int level = 0;
    QString text; ///< "59.36 = 27.00 + 32.36", "12.5  dial read of meter G4-0117"

    bool operator==(const StepRow&) const = default;
};

/// 账单说明: how one bill came about, for the customer to take home. It is worked out anew from the bill each time and
/// has no number of its own. Its steps and sentences are in the language of the screen they were explained on.
struct ExplanationPaper {
    PaperHead head; ///< with the number of the bill
    Commodity commodity = Commodity::Gas;
    AccountingMonth month = AccountingMonth::containing(noDate());
    QString accountNumber;
    QString holder; ///< masked
    QString address;
    QStringList priceOrders;
    std::vector<StepRow> steps;
    QStringList comparison; ///< why it is more or less than another bill, a sentence each; empty: not compared
    bool proved = false;    ///< a second evaluation comes to the same total
    Money total = noMoney();

    bool operator==(const ExplanationPaper&) const = default;
};

} // namespace meterhall::papers
