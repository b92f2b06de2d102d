#pragma once

#include "core/ledger/postings.h"

namespace meterhall {

/// How a purchase is paid: `taken` and the credit that is used are its price and the credit that is left.
struct PurchaseMoney {
    Money taken;
    PaymentMethod method = PaymentMethod::Cash;
    Money creditUsed;
    Money creditLeft;
};
/// A purchase (购气) is paid as it is made, so its price never is a receivable: money in, each component to whom it
/// belongs, tax apart, and what the account's prepayment gives or gets. Its reversal takes all of it back.
Result<Journal> purchaseJournal(const PostingPlace& place, AccountId account, const Bill& content,
                                const TariffVersion& version, const PurchaseMoney& money);

} // namespace meterhall
