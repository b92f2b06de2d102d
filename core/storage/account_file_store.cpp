#include "core/storage/account_file_store.h"

namespace meterhall::storage {

namespace {

constexpr const char* listedBillQuery =
    "SELECT b.id, b.account_id, b.accounting_month, b.tariff_version_id, b.inputs, b.usage_micro, "
    "b.ladder_after_micro, b.window_start, b.read_to, b.issued_on, b.due_on, b.total_minor, b.currency, "
    "COALESCE((SELECT CAST(SUM(l.amount_minor) AS ${int64}) FROM journal_line l "
    "WHERE l.bill_id = b.id AND l.ledger_account = 2), 0) FROM bill b ";
static_assert(int(LedgerAccount::Receivable) == 2);

/// Of bill b: no correction took it back.
constexpr const char* standing = "NOT EXISTS (SELECT 1 FROM bill_reversal v WHERE v.bill_id = b.id) ";

Result<ListedBill> listedBillFrom(const Row& row) {
    MH_TRY(const AccountingMonth month, AccountingMonth::fromNumber(row.integer(2)));
    MH_TRY(const Money total, Money::fromStored(row.integer(11), row.text(12)));
    return ListedBill{.id = row.get<BillId>(0),
                      .account = row.get<AccountId>(1),
                      .month = month,
                      .tariffVersion = row.get<TariffVersionId>(3),
                      .inputs = row.bytes(4),
                      .usage = row.get<BilledQuantity>(5),
                      .ladderAfter = row.get<BilledQuantity>(6),
                      .windowStart = row.get<std::optional<Date>>(7),
                      .readTo = row.get<Date>(8),
                      .issuedOn = row.get<Date>(9),
                      .dueOn = row.get<Date>(10),
                      .total = total,
                      .open = Money::ofMinor(row.integer(13), total.currency())};
}

Result<ListedPayment> listedPaymentFrom(const Row& row) {
    MH_TRY(const Money total, Money::fromStored(row.integer(9), row.text(10)));
    return ListedPayment{.journal = row.get<JournalId>(0),
                         .kind = row.get<JournalKind>(1),
                         .at = row.get<Instant>(2),
                         .seat = row.get<SeatNumber>(3),
                         .reverses = row.get<std::optional<JournalId>>(4),
                         .reversedBy = row.get<std::optional<JournalId>>(5),
                         .amount = Money::ofMinor(-row.integer(13), total.currency()),
                         .receipt = row.get<ReceiptId>(6),
                         .payment = row.integer(7),
                         .paperNumber = row.integer(8),
                         .receiptTotal = total,
                         .tender = {row.get<PaymentMethod>(14), row.text(15)},
                         .cashierNumber = row.text(11),
                         .cashierName = row.text(12)};
}

} // namespace

Result<std::vector<ListedBill>> AccountFileStore::bills(AccountId account, const PageMark& after, int limit) const {
    return m_database.all(std::string(listedBillQuery) + "WHERE b.account_id = ? AND (b.read_to, b.id) < (?, ?) AND " +
                              standing + "ORDER BY b.read_to DESC, b.id DESC LIMIT ?",
                          {account, after.key, after.id, limit}, listedBillFrom);
}

Result<std::vector<ListedBill>> AccountFileStore::billsSince(AccountId account, AccountingMonth first) const {
    return m_database.all(std::string(listedBillQuery) + "WHERE b.account_id = ? AND b.accounting_month >= ? AND " +
                              standing + "ORDER BY b.accounting_month",
                          {account, first.number()}, listedBillFrom);
}

Result<std::vector<ListedBill>> AccountFileStore::openBills(AccountId account) const {
    return m_database.all(std::string(listedBillQuery) +
                              "WHERE b.account_id = ? AND (SELECT SUM(o.amount_minor) FROM journal_line o "
                              "WHERE o.bill_id = b.id AND o.ledger_account = 2) > 0 ORDER BY b.due_on, b.id",
                          {account}, listedBillFrom);
}

Result<std::optional<ListedBill>> AccountFileStore::bill(BillId id) const {
    return m_database.maybe(std::string(listedBillQuery) + "WHERE b.id = ?", {id}, listedBillFrom);
}

Result<int> AccountFileStore::billCount(AccountId account) const {
    MH_TRY(const std::int64_t count,
           m_database.number(std::string("SELECT COUNT(*) FROM bill b WHERE b.account_id = ? AND ") + standing,
                             {account}));
    return int(count);
}

Result<AccountBalances> AccountFileStore::balances(AccountId account, Currency currency) const {
    AccountBalances balances{Money::zero(currency), Money::zero(currency)};
    MH_CHECK(m_database.each(
        "SELECT ledger_account, amount_minor FROM account_balance WHERE account_id = ? AND currency = ?",
        {account, QString(currency.code())}, [&](const Row& row) -> Result<void> {
            const Money amount = Money::ofMinor(row.integer(1), currency);
            if (row.get<LedgerAccount>(0) == LedgerAccount::Receivable)
                balances.owed = amount;
            else if (row.get<LedgerAccount>(0) == LedgerAccount::Prepayment)
                balances.prepayment = amount.negated();
            return {};
        }));
    return balances;
}

// The account's own lines say which journals touched it: a receipt names one account, and may be for several.
Result<std::vector<ListedPayment>> AccountFileStore::payments(AccountId account, const PageMark& after,
                                                              int limit) const {
    return m_database.all(
        "SELECT j.id, j.kind, j.posted_at, j.seat, j.reverses_id, v.id, r.id, r.payment_id, r.paper_number, "
        "r.amount_minor, r.currency, p.number, p.name, COALESCE((SELECT CAST(SUM(l.amount_minor) AS ${int64}) "
        "FROM journal_line l WHERE l.journal_id = j.id AND l.account_id = ?), 0), "
        "COALESCE(t.method, 1), COALESCE(t.reference, '') "
        "FROM journal j JOIN receipt r ON r.journal_id = j.id LEFT JOIN tender t ON t.payment_id = r.payment_id JOIN "
        "shift_opening o ON o.id = r.shift_id "
        "JOIN operator p ON p.id = o.operator_id LEFT JOIN journal v ON v.reverses_id = j.id "
        "WHERE j.id IN (SELECT n.journal_id FROM journal_line n WHERE n.account_id = ? AND n.ledger_account IN (2, 3)) "
        "AND j.kind IN (2, 3) AND (j.posted_at, j.id) < (?, ?) ORDER BY j.posted_at DESC, j.id DESC LIMIT ?",
        {account, account, after.key, after.id, limit}, listedPaymentFrom);
}
static_assert(int(LedgerAccount::Prepayment) == 3 && int(JournalKind::Payment) == 2 && int(JournalKind::Reversal) == 3);

Result<std::vector<ListedFlag>> AccountFileStore::flagChanges(AccountId account, int limit) const {
    return m_database.all("SELECT flag, raised, until_day, at FROM supply_flag WHERE account_id = ? "
                          "ORDER BY at DESC, id DESC LIMIT ?",
                          {account, limit}, [](const Row& row) {
                              return ListedFlag{row.get<SupplyFlag>(0), row.get<bool>(1),
                                                row.get<std::optional<Date>>(2), row.get<Instant>(3)};
                          });
}

Result<std::vector<ListedNotice>> AccountFileStore::notices(AccountId account, int limit) const {
    return m_database.all("SELECT served_on, at, overdue_minor, currency FROM disconnection_notice "
                          "WHERE account_id = ? ORDER BY served_on DESC, id DESC LIMIT ?",
                          {account, limit}, [](const Row& row) -> Result<ListedNotice> {
                              MH_TRY(const Money overdue, Money::fromStored(row.integer(2), row.text(3)));
                              return ListedNotice{row.get<Date>(0), row.get<Instant>(1), overdue};
                          });
}

Result<std::optional<Date>> AccountFileStore::firstInstallation(ServicePointId place) const {
    return m_database.maybe("SELECT from_day FROM installation WHERE service_point_id = ? ORDER BY from_day LIMIT 1",
                            {place}, [](const Row& row) { return row.get<Date>(0); });
}

} // namespace meterhall::storage
