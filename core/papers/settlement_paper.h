#pragma once

#include "core/calendar/accounting_month.h"
#include "core/papers/paper_parts.h"

#include <vector>

namespace meterhall::papers {

/// A bill that was taken back and the one that stands in its place.
struct SettlementRow {
    QString accountNumber;
    AccountingMonth month = AccountingMonth::containing(noDate());
    Date readTo = noDate();
    Decimal useBefore;
    Decimal use;
    Money before = noMoney();
    Money now = noMoney();
    Money difference = noMoney();

    bool operator==(const SettlementRow&) const = default;
};

/// How an account stands after it.
struct SettledAccountRow {
    QString accountNumber;
    QString holder; ///< masked
    QString address;
    Money difference = noMoney();
    Money owed = noMoney(); ///< negative: in the customer's favour

    bool operator==(const SettledAccountRow&) const = default;
};

/// 更正结算单: what a correction of issued bills changed, and why.
struct SettlementPaper {
    PaperHead head;
    QString reason;
    std::vector<SettlementRow> bills;
    std::vector<SettledAccountRow> accounts;
    Money difference = noMoney();

    bool operator==(const SettlementPaper&) const = default;
};

} // namespace meterhall::papers
