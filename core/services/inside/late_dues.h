#pragma once

#include "core/ledger/allocation.h"
#include "core/services/inside/session_inside.h"
#include "core/services/late_charges.h"
#include "core/storage/late_store.h"
#include "core/storage/registry_store.h"

#include <map>

namespace meterhall::services {

// Included by the .cpp files of services only.

Result<LateRuleRow> lateRuleRow(const storage::StoredLateRule& stored);

/// One late bill and what its charge depends on when something of it is paid on a day.
struct LateBill {
    BillId bill;
    Date dueOn;
    std::vector<LateStretch> stretches;    ///< of what is paid on the day
    std::vector<LateChargeOfBill> earlier; ///< parts that were paid late before
    LateRelief relief;
    std::int64_t own = 1;   ///< shares of the bill that are charged …
    std::int64_t other = 0; ///< … and that are not
};

/// The late charges of some bills on a day. Bills that are not late cost nothing, and where no rule is in force nothing
/// but one look-up.
class LateDues {
public:
    static Result<LateDues> on(Session& session, std::span<const OpenBill> bills, Date day);

    bool none() const { return m_bills.empty(); }
    /// What these parts are charged when they are paid together; `traced`: with the derivation.
    Result<std::vector<LateChargeSum>> chargesOf(std::span<const PaymentSplit::Part> parts, bool traced) const;
    /// The same bill by bill, as splitPayment() asks for it.
    Result<std::vector<PaymentSplit::Part>> billByBill(std::span<const PaymentSplit::Part> parts) const;
    const LateChargeRule& rule(LateRuleId id) const { return m_rules.at(id).version.rule; }

private:
    class Reader;
    struct Known {
        AccountId account;
        LateRuleId rule;
        LateBill bill;
    };
    Result<void> charge(LateChargeSum& sum, bool traced) const;
    Result<Money> chargedShare(const LateBill& bill, Money amount) const;

    std::map<BillId, Known> m_bills;
    std::map<LateRuleId, LateRuleRow> m_rules;
};

/// All that is open of the bills.
std::vector<PaymentSplit::Part> wholly(std::span<const OpenBill> bills);

/// As it is stored with a payment, and its charge made again from there.
QString lateInputsText(const LateChargeSum& sum);
Result<LateChargeSum> lateSumFrom(const storage::StoredLateCharge& stored, const LateRuleRow& rule);

/// The derivation holds (core/proof).
Result<void> proveLateCharges(std::span<const LateChargeSum> sums);

} // namespace meterhall::services
