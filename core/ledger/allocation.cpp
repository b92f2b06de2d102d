#include "core/ledger/allocation.h"

#include <algorithm>

namespace meterhall {

Result<PaymentSplit> splitPayment(Money amount, std::vector<OpenBill> bills) {
    if (amount.minor() <= 0)
        return LedgerError::AmountNotPositive;
    std::sort(bills.begin(), bills.end(), [](const OpenBill& a, const OpenBill& b) {
        return std::pair(a.dueOn, a.bill) < std::pair(b.dueOn, b.bill);
    });
    PaymentSplit split{{}, amount};
    for (const OpenBill& bill : bills) {
        if (bill.open.currency() != amount.currency())
            return LedgerError::MixedCurrencies;
        const std::int64_t paid = std::min(split.prepayment.minor(), bill.open.minor());
        if (paid <= 0)
            continue;
        const Money part = Money::ofMinor(paid, amount.currency());
        split.parts.push_back({bill.bill, bill.account, part});
        MH_TRY(split.prepayment, split.prepayment.minus(part));
    }
    return split;
}

} // namespace meterhall
