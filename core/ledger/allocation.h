#pragma once

#include "core/ledger/journal.h"

#include <functional>
#include <span>

namespace meterhall {

/// A posted bill with something left to pay.
struct OpenBill {
    BillId bill;
    AccountId account;
    LegalEntityId entity;
    Date dueOn;
    Money open;
};

/// How one payment falls on the bills of one legal entity: the oldest due date first, the rest stays as prepayment.
struct PaymentSplit {
    struct Part {
        BillId bill;
        AccountId account;
        Money amount;
    };
    std::vector<Part> parts;
    Money prepayment;
    std::vector<Part> late{}; ///< what these parts are charged for being late, bill by bill
};

/// What parts that are paid together are charged for being late (违约金); more parts, or more of one, never less.
using LateChargeOf = std::function<Result<std::vector<PaymentSplit::Part>>(std::span<const PaymentSplit::Part>)>;

/// Pays `bills` (of one legal entity, any order) with `amount` > 0, each with its late charge: of what does not pay the
/// next bill and its charge wholly, as much is paid as can be paid with its charge. What no more fen of it would cost
/// is prepayment.
Result<PaymentSplit> splitPayment(Money amount, std::vector<OpenBill> bills, const LateChargeOf& chargeOf = {});

} // namespace meterhall
