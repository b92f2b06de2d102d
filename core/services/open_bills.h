#pragma once

#include "core/billing/bill.h"
#include "core/billing/bill_parts.h"
#include "core/services/bill_summary.h"
#include "core/services/session.h"
#include "core/tariffs/tariff_version.h"

namespace meterhall::services {

/// A row of the Counter's table.
struct OpenBillItem {
    QString accountNumber;
    BillSummary bill;
    Money late; ///< 违约金 of it when all that is open is paid today; the parts add up to OpenBills::late
};
/// What of these accounts is open, as the Counter shows it: the oldest due date first over all of them, which is the
/// order in which takePayment() pays. Accounts that owe nothing cost two look-ups; where no rule of
/// the late charge is in force, overdue bills cost one.
struct OpenBills {
    std::vector<OpenBillItem> bills;
    Money open;       ///< their sum
    Money overdue;    ///< of those whose due date has passed
    Money prepayment; ///< of all the accounts
    Money late;       ///< asked for with `open` (late_charges.h)
};
/// Service::FindCustomer; RegistryError::UnknownAccount.
Result<OpenBills> openBills(Session& session, std::span<const AccountId> accounts);

/// 违约金 of these alone, when all that is open of them is paid together today. Service::FindCustomer.
Result<Money> lateChargeOf(Session& session, std::span<const OpenBillItem> bills);

/// One factor pair of a bill: quantity x price = amount, rounded once.
struct ChargeTerm {
    QString code;  ///< of the component
    QString label; ///< 燃气费; the code where it has none
    Payee payee = Payee::OwnIncome;
    int part = 0;            ///< of a divided bill, from 1; 0 where the bill is one
    int tier = 0;            ///< from 1; 0 where the price does not depend on the tier
    BilledQuantity quantity; ///< of what FactKind says: the use, a number of months or people
    BilledPrice price;
    Money amount;
};
/// `prices` are those of the bill's parts.
std::vector<ChargeTerm> termsOf(const Bill& bill, BillPrices prices);
/// How a bill's total came about, in one line: use from the dials, terms in the order of the bill. Taken from the
/// stored bill; traceBill() rates it again and proves it.
struct BillArithmetic {
    QString accountNumber;
    BillSummary bill;
    QString priceOrder;
    std::vector<ChargeTerm> terms;
    Money roundingDifference; ///< what rounding the total once more added; mostly nothing
    /// The bill before it of the same account, for "18 m3 more than last time".
    struct Before {
        BillId bill;
        AccountingMonth month;
        BilledQuantity use;
        Money total;
    };
    std::optional<Before> before;
};
/// Service::FindCustomer; LedgerError::UnknownBill.
Result<BillArithmetic> billArithmetic(Session& session, BillId bill);

} // namespace meterhall::services
