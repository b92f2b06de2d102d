#include "core/services/open_bills.h"

#include "core/ledger/journal.h"
#include "core/services/inside/bill_reader.h"
#include "core/services/inside/known_account.h"
#include "core/services/inside/late_dues.h"
#include "core/services/inside/price_book.h"
#include "core/services/inside/session_inside.h"

namespace meterhall::services {

using storage::AccountFileStore;
using storage::ReadView;

namespace {

Result<void> addAccount(Session& session, AccountId id, BillReader& reader, OpenBills& open) {
    const AccountFileStore store(session.inside().database());
    MH_TRY(const storage::AccountRow row, knownAccount(session, id));
    MH_TRY(const auto balances, store.balances(id, open.open.currency()));
    MH_TRY(open.prepayment, open.prepayment.plus(balances.prepayment));
    if (balances.owed.isZero())
        return {};
    MH_TRY(const auto listed, store.openBills(id));
    MH_TRY(auto bills, reader.summariesOf(listed, row.account.commodity));
    for (BillSummary& bill : bills) {
        MH_TRY(open.open, open.open.plus(bill.open));
        if (bill.standing == BillStanding::Overdue) {
            MH_TRY(open.overdue, open.overdue.plus(bill.open));
        }
        open.bills.push_back({row.account.number, std::move(bill), Money::zero(open.open.currency())});
    }
    return {};
}

Result<std::vector<PaymentSplit::Part>> lateCharges(Session& session, std::span<const OpenBillItem> items) {
    std::vector<OpenBill> bills;
    bills.reserve(items.size());
    for (const OpenBillItem& item : items)
        bills.push_back(
            {item.bill.bill, item.bill.account, LegalEntityId::fromRaw(0), item.bill.dueOn, item.bill.open});
    MH_TRY(const LateDues late, LateDues::on(session, bills, session.businessDay()));
    return late.billByBill(wholly(bills));
}

Result<void> addLateCharges(Session& session, OpenBills& open) {
    MH_TRY(const auto charges, lateCharges(session, open.bills));
    for (const PaymentSplit::Part& charge : charges) {
        const auto item = std::ranges::find_if(
            open.bills, [&](const OpenBillItem& candidate) { return candidate.bill.bill == charge.bill; });
        item->late = charge.amount;
        MH_TRY(open.late, open.late.plus(charge.amount));
    }
    return {};
}

} // namespace

Result<OpenBills> openBills(Session& session, std::span<const AccountId> accounts) {
    MH_CHECK(require(session, Service::FindCustomer));
    storage::Database& database = session.inside().database();
    MH_TRY(const ReadView view, ReadView::begin(database));
    const Money nothing = Money::zero(Currency::cny());
    OpenBills open{{}, nothing, nothing, nothing, nothing};
    BillReader reader(database, session.businessDay());
    for (const AccountId account : accounts)
        MH_CHECK(addAccount(session, account, reader, open));
    MH_CHECK(addLateCharges(session, open));
    std::stable_sort(open.bills.begin(), open.bills.end(), [](const OpenBillItem& a, const OpenBillItem& b) {
        return std::pair(a.bill.dueOn, a.bill.bill) < std::pair(b.bill.dueOn, b.bill.bill);
    });
    return open;
}

Result<Money> lateChargeOf(Session& session, std::span<const OpenBillItem> bills) {
    MH_CHECK(require(session, Service::FindCustomer));
    MH_TRY(const ReadView view, ReadView::begin(session.inside().database()));
    MH_TRY(const auto charges, lateCharges(session, bills));
    Money sum = Money::zero(Currency::cny());
    for (const PaymentSplit::Part& charge : charges) {
        MH_TRY(sum, sum.plus(charge.amount));
    }
    return sum;
}

std::vector<ChargeTerm> termsOf(const Bill& bill, BillPrices prices) {
    std::vector<ChargeTerm> terms;
    for (const BillLine& line : bill.lines) {
        const TariffComponent& component = priceOfLine(line, prices).components.at(line.component);
        terms.push_back({.code = component.code,
                         .label = component.label.isEmpty() ? component.code : component.label,
                         .payee = component.payee,
                         .part = line.part,
                         .tier = line.tier,
                         .quantity = line.quantity,
                         .price = line.price,
                         .amount = line.amount});
    }
    return terms;
}

namespace {

Result<std::optional<BillArithmetic::Before>> billBefore(const AccountFileStore& store,
                                                         const storage::ListedBill& bill) {
    MH_TRY(const auto before, store.bills(bill.account, PageMark{bill.readTo.number(), bill.id.raw()}, 1));
    if (before.empty())
        return std::optional<BillArithmetic::Before>();
    const storage::ListedBill& last = before.front();
    return std::optional(BillArithmetic::Before{last.id, last.month, last.usage, last.total});
}

} // namespace

Result<BillArithmetic> billArithmetic(Session& session, BillId id) {
    MH_CHECK(require(session, Service::FindCustomer));
    storage::Database& database = session.inside().database();
    MH_TRY(const ReadView view, ReadView::begin(database));
    const AccountFileStore store(database);
    const storage::BillingStore billing(database);
    MH_TRY(const auto listed, store.bill(id));
    MH_TRY(const auto stored, billing.bill(id));
    if (!listed || !stored)
        return Error(LedgerError::UnknownBill, {id.toString()});
    MH_TRY(const storage::AccountRow row, knownAccount(session, listed->account));
    MH_TRY(const BillingInputs inputs, decodeBillingInputs(stored->inputs));
    PriceBook book(database);
    MH_TRY(const auto prices, book.of(inputs));
    BillReader reader(database, session.businessDay());
    MH_TRY(auto summary, reader.summaryOf(*listed, row.account.commodity));
    MH_TRY(auto before, billBefore(store, *listed));
    return BillArithmetic{.accountNumber = row.account.number,
                          .bill = std::move(summary),
                          .priceOrder = priceOrders(prices).join(QStringLiteral(", ")),
                          .terms = termsOf(stored->content, prices),
                          .roundingDifference = stored->content.roundingDifference,
                          .before = before};
}

} // namespace meterhall::services
