#pragma once

#include "core/ledger/arrears.h"
#include "core/services/session.h"

namespace meterhall::services {

/// One account that owes, with its bills oldest first.
struct AccountArrears {
    AccountId account;
    QString accountNumber;
    std::vector<OpenBill> bills;
    Arrears arrears;
};
/// Accounts that owe anything, of one book or of all, in the order of their number, as of today.
Result<std::vector<AccountArrears>> accountsInArrears(Session& session, std::optional<BookId> book = {});
/// The whole, by age.
Result<Arrears> arrearsTotal(Session& session, std::optional<BookId> book = {});

} // namespace meterhall::services
