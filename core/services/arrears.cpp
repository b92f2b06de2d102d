#include "core/services/arrears.h"

#include "core/services/inside/session_inside.h"
#include "core/storage/ledger_store.h"

namespace meterhall::services {

using storage::LedgerStore;

Result<std::vector<AccountArrears>> accountsInArrears(Session& session, std::optional<BookId> book) {
    MH_CHECK(require(session, Service::ShowArrears));
    MH_TRY(const auto rows, LedgerStore(session.inside().database()).openBills(book));
    std::vector<AccountArrears> accounts;
    const Date today = session.businessDay();
    for (const storage::OpenBillRow& row : rows) {
        if (accounts.empty() || accounts.back().account != row.bill.account) {
            MH_TRY(const Arrears nothing, arrearsOf({}, today, Currency::cny()));
            accounts.push_back({row.bill.account, row.accountNumber, {}, nothing});
        }
        accounts.back().bills.push_back(row.bill);
    }
    for (AccountArrears& account : accounts) {
        MH_TRY(account.arrears, arrearsOf(account.bills, today, Currency::cny()));
    }
    return accounts;
}

Result<Arrears> arrearsTotal(Session& session, std::optional<BookId> book) {
    MH_CHECK(require(session, Service::ShowArrears));
    MH_TRY(const auto rows, LedgerStore(session.inside().database()).openBills(book));
    std::vector<OpenBill> bills;
    bills.reserve(rows.size());
    for (const storage::OpenBillRow& row : rows)
        bills.push_back(row.bill);
    return arrearsOf(bills, session.businessDay(), Currency::cny());
}

} // namespace meterhall::services
