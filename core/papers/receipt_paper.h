#pragma once

#include "core/calendar/accounting_month.h"
#include "core/papers/paper_parts.h"

#include <optional>
#include <vector>

namespace meterhall::papers {

struct SettledRow {
    QString billNumber;
    AccountingMonth month = AccountingMonth::containing(noDate());
    Money amount = noMoney();
    Money lateCharge = noMoney();

    bool operator==(const SettledRow&) const = default;
};

struct ComponentRow {
    QString component;
    bool onBehalf = false;
    Money amount = noMoney();

    bool operator==(const ComponentRow&) const = default;
};

/// 收费凭证: money taken from one customer for one legal entity. It is not, and must never be called, an invoice.
struct ReceiptPaper {
    PaperHead head;
    QString accountNumber;
    QString holder;
    QString address;

    std::vector<SettledRow> settled; ///< the bills it pays, by month
    std::vector<ComponentRow> components;
    Money lateCharge = noMoney();
    Money toCredit = noMoney(); ///< part that was kept as 预存款
    Money total = noMoney();    ///< what the customer has paid: printed in figures and in capitals

    QString method;
    QString channelReference;
    Money received = noMoney(); ///< handed over
    Money change = noMoney();
    Money smallChangeCarried = noMoney(); ///< 零头结转: what cash could not pay, carried on the account
    Money creditAfter = noMoney();

    QString invoiceCode; ///< QR with which the tax invoice is fetched; empty prints none
    int invoiceDays = 0;
    QString reverses; ///< number of the paper this one takes back; empty for an ordinary receipt

    bool operator==(const ReceiptPaper&) const = default;
};

} // namespace meterhall::papers
