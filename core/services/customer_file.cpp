#include "core/services/customer_file.h"

#include "core/ledger/arrears.h"
#include "core/services/inside/bill_reader.h"
#include "core/services/inside/known_account.h"
#include "core/services/inside/personal_data.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/command_store.h"
#include "core/storage/holder_store.h"
#include "core/storage/ledger_store.h"

namespace meterhall::services {

using storage::AccountFileStore;
using storage::AccountRow;
using storage::Database;
using storage::ReadView;
using storage::RegistryStore;

namespace {

Result<AccountMoney> moneyOf(Session& session, AccountId account) {
    const Currency currency = Currency::cny();
    Database& database = session.inside().database();
    MH_TRY(const auto kept, AccountFileStore(database).balances(account, currency));
    AccountMoney money{.owed = kept.owed,
                       .overdue = Money::zero(currency),
                       .prepayment = kept.prepayment,
                       .openBills = 0,
                       .overdueBills = 0,
                       .overdueSince = {},
                       .daysOverdue = 0};
    if (kept.owed.isZero())
        return money;
    MH_TRY(const auto bills, storage::LedgerStore(database).openBillsOf(account));
    const Date today = session.businessDay();
    MH_TRY(const Arrears arrears, arrearsOf(bills, today, currency));
    money.overdue = arrears.overdue;
    money.openBills = int(bills.size());
    for (const OpenBill& bill : bills) {
        if (bill.dueOn >= today)
            continue;
        ++money.overdueBills;
        money.overdueSince = std::min(money.overdueSince.value_or(bill.dueOn), bill.dueOn);
    }
    money.daysOverdue = money.overdueSince ? today.daysSince(*money.overdueSince) : 0;
    return money;
}

Result<std::vector<FoundAccount>> othersOf(const RegistryStore& registry, const Account& account) {
    MH_TRY(const auto rows, registry.accountsOfCustomer(account.customer));
    std::vector<FoundAccount> others;
    for (const AccountRow& row : rows)
        if (row.account.id != account.id)
            others.push_back(foundAccount(row));
    return others;
}

} // namespace

namespace {

Result<std::vector<FormerHolderName>> formerHoldersOf(Database& database, const AccountRow& row) {
    std::vector<FormerHolderName> names;
    if (row.transfers == 0)
        return names;
    MH_TRY(const auto former, storage::HolderStore(database).formerHolders(row.account.id));
    for (const storage::FormerHolder& holder : former)
        names.push_back({holder.name, holder.until});
    return names;
}

} // namespace

Result<CustomerHead> customerHead(Session& session, AccountId id) {
    MH_CHECK(require(session, Service::FindCustomer));
    Database& database = session.inside().database();
    MH_TRY(const ReadView view, ReadView::begin(database));
    const RegistryStore registry(database);
    MH_TRY(const AccountRow row, knownAccount(session, id));
    MH_TRY(const auto sealed, registry.customer(row.account.customer));
    MH_TRY(MaskedPersonalData personal, maskedCustomer(session, sealed));
    MH_TRY(const auto since, AccountFileStore(database).firstInstallation(row.account.servicePoint));
    MH_TRY(auto flags, storage::CommandStore(database).flagsOf(id, session.businessDay()));
    MH_TRY(auto others, othersOf(registry, row.account));
    MH_TRY(AccountMoney money, moneyOf(session, id));
    MH_TRY(auto former, formerHoldersOf(database, row));
    MH_TRY(const auto suspension, storage::HolderStore(database).openSuspensionOf(row));
    std::vector<SharedUse> shares;
    if (row.sharings > 0) {
        MH_TRY(shares, sharesOf(session, id));
    }
    std::vector<SharedLoss> losses;
    if (row.losses > 0) {
        MH_TRY(losses, lossesOf(session, id));
    }
    return CustomerHead{.account = foundAccount(row),
                        .customerNumber = row.customerNumber,
                        .personal = std::move(personal),
                        .suppliedSince = since,
                        .flags = std::move(flags),
                        .otherAccounts = std::move(others),
                        .money = money,
                        .formerHolders = std::move(former),
                        .shares = std::move(shares),
                        .losses = std::move(losses),
                        .suspendedOn = suspension ? std::optional(suspension->on) : std::optional<Date>()};
}

Result<PersonalData> showPersonalData(Session& session, AccountId id) {
    MH_CHECK(require(session, Service::ShowPersonalData));
    MH_TRY(const AccountRow row, knownAccount(session, id));
    MH_TRY(auto work, beginUnit(session, Service::ShowPersonalData, row.account.number));
    MH_CHECK(work.commit());
    MH_TRY(const auto sealed, RegistryStore(session.inside().database()).customer(row.account.customer));
    MH_TRY(const Customer opened, openCustomer(session, sealed));
    return PersonalData{opened.phone, opened.identityNumber};
}

Result<BillsPage> billsPage(Session& session, AccountId id, const PageMark& after, int limit) {
    MH_CHECK(require(session, Service::FindCustomer));
    Database& database = session.inside().database();
    MH_TRY(const ReadView view, ReadView::begin(database));
    const AccountFileStore store(database);
    MH_TRY(const AccountRow row, knownAccount(session, id));
    MH_TRY(const auto listed, store.bills(id, after, limit));
    BillReader reader(database, session.businessDay());
    MH_TRY(auto bills, reader.summariesOf(listed, row.account.commodity));
    MH_TRY(const int all, store.billCount(id));
    BillsPage page{std::move(bills), {}, all};
    if (int(listed.size()) == limit)
        page.next = PageMark{listed.back().readTo.number(), listed.back().id.raw()};
    return page;
}

Result<std::vector<MonthUse>> useByMonth(Session& session, AccountId id, int months) {
    MH_CHECK(require(session, Service::FindCustomer));
    Database& database = session.inside().database();
    MH_TRY(const ReadView view, ReadView::begin(database));
    MH_TRY(const AccountRow row, knownAccount(session, id));
    MH_TRY(const auto first, AccountingMonth::containing(session.businessDay()).plusMonths(1 - months));
    MH_TRY(const auto listed, AccountFileStore(database).billsSince(id, first));
    BillReader reader(database, session.businessDay());
    std::vector<MonthUse> use;
    for (const storage::ListedBill& bill : listed) {
        MH_TRY(const BillSummary summary, reader.summaryOf(bill, row.account.commodity));
        MH_TRY(auto tiers, reader.tierUseOf(bill));
        use.push_back({bill.month, bill.usage, std::move(tiers), bill.windowStart, summary.dials.size() > 1});
    }
    return use;
}

namespace {

PaymentRow paymentRowOf(const storage::ListedPayment& listed) {
    return {.journal = listed.journal,
            .receipt = listed.receipt,
            .payment = listed.payment,
            .at = listed.at,
            .amount = listed.amount,
            .receiptTotal = listed.receiptTotal,
            .tender = listed.tender,
            .paperNumber = listed.paperNumber,
            .seat = listed.seat,
            .cashierNumber = listed.cashierNumber,
            .cashierName = listed.cashierName,
            .reversal = listed.kind == JournalKind::Reversal,
            .reversed = listed.reversedBy.has_value()};
}

} // namespace

Result<PaymentsPage> paymentsPage(Session& session, AccountId id, const PageMark& after, int limit) {
    MH_CHECK(require(session, Service::FindCustomer));
    MH_CHECK(knownAccount(session, id));
    MH_TRY(const auto listed, AccountFileStore(session.inside().database()).payments(id, after, limit));
    PaymentsPage page;
    std::transform(listed.begin(), listed.end(), std::back_inserter(page.payments), paymentRowOf);
    if (int(listed.size()) == limit)
        page.next = PageMark{listed.back().at.microseconds(), listed.back().journal.raw()};
    return page;
}

} // namespace meterhall::services
