#include "core/ledger/allocation.h"

#include <algorithm>

namespace meterhall {

namespace {

/// Parts that are paid so far, and what is left of the money.
class Splitting {
public:
    Splitting(Money amount, const LateChargeOf& chargeOf)
        : m_amount(amount)
        , m_chargeOf(chargeOf)
        , m_split{{}, amount, {}} {}

    /// Whether something of the bill stays open.
    Result<bool> pay(const OpenBill& bill) {
        MH_TRY(const bool wholly, take(bill, bill.open.minor()));
        if (wholly)
            return false;
        std::int64_t most = 0;
        for (std::int64_t tooMuch = bill.open.minor(); tooMuch - most > 1;) {
            const std::int64_t middle = most + (tooMuch - most) / 2;
            MH_TRY(const bool enough, take(bill, middle));
            (enough ? most : tooMuch) = middle;
            if (enough)
                undo();
        }
        if (most > 0)
            MH_CHECK(take(bill, most));
        return true;
    }
    PaymentSplit done() { return std::move(m_split); }

private:
    /// Pays so much of the bill if the money is enough for it and for the charge of all parts.
    Result<bool> take(const OpenBill& bill, std::int64_t minor) {
        PaymentSplit next{m_split.parts, m_amount, {}};
        next.parts.push_back({bill.bill, bill.account, Money::ofMinor(minor, m_amount.currency())});
        if (m_chargeOf) {
            MH_TRY(next.late, m_chargeOf(next.parts));
        }
        for (const auto* parts : {&next.parts, &next.late})
            for (const PaymentSplit::Part& part : *parts) {
                MH_TRY(next.prepayment, next.prepayment.minus(part.amount));
            }
        if (next.prepayment.isNegative())
            return false;
        m_before = std::exchange(m_split, std::move(next));
        return true;
    }
    void undo() { m_split = m_before; }

    Money m_amount;
    const LateChargeOf& m_chargeOf;
    PaymentSplit m_split;
    PaymentSplit m_before{{}, m_amount, {}};
};

} // namespace

Result<PaymentSplit> splitPayment(Money amount, std::vector<OpenBill> bills, const LateChargeOf& chargeOf) {
    if (amount.minor() <= 0)
        return LedgerError::AmountNotPositive;
    std::sort(bills.begin(), bills.end(), [](const OpenBill& a, const OpenBill& b) {
        return std::pair(a.dueOn, a.bill) < std::pair(b.dueOn, b.bill);
    });
    Splitting splitting(amount, chargeOf);
    for (const OpenBill& bill : bills) {
        if (bill.open.currency() != amount.currency())
            return LedgerError::MixedCurrencies;
        MH_TRY(const bool isLeft, splitting.pay(bill));
        if (isLeft)
            break;
    }
    return splitting.done();
}

} // namespace meterhall
