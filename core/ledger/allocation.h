#pragma once

#include "core/ledger/journal.h"

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
};

/// Pays `bills` (of one legal entity, any order) with `amount` > 0.
Result<PaymentSplit> splitPayment(Money amount, std::vector<OpenBill> bills);

} // namespace meterhall
