#pragma once

#include "core/ledger/allocation.h"
#include "core/ledger/shift.h"
#include "core/ledger/tender.h"
#include "core/storage/database.h"
#include "core/storage/unit_of_work.h"

#include <map>

namespace meterhall::storage {

/// A stored paper: the model it was printed from, never changed.
struct StoredPaper {
    std::int64_t id = 0;
    QString kind;
    std::int64_t subject = 0;
    Bytes model;
    Bytes digest;
};

/// An open bill with the number its account is known by.
struct OpenBillRow {
    OpenBill bill;
    QString accountNumber;
};

/// Sums of one business day, one row per general account and component.
struct DayTotal {
    LegalEntityId entity;
    LedgerAccount account;
    QString component;
    Money amount;
};

/// Who closed a business day, and when.
struct DayClosing {
    Date day;
    OperatorId by;
    Instant at;
};

/// Receipts by the company that was paid and the way it was paid.
struct ReceiptSum {
    LegalEntityId entity;
    PaymentMethod method = PaymentMethod::Cash;
    int count = 0;
    Money amount;
};

/// A visit that was paid by transfer or cheque, or its reversal, whose amount is negative.
struct BankTender {
    std::int64_t payment = 0;
    std::int64_t paperNumber = 0; ///< of its first receipt
    SeatNumber seat = 0;
    Tender tender;
    Money amount;
};

/// What the receipts of one shift come to.
struct ShiftTakings {
    int payments = 0;
    int reversals = 0;
    Money sum;                  ///< less what was given back
    std::int64_t lastPaper = 0; ///< 0: there is no receipt yet
};

/// Journals, shifts, receipts, papers and day closes.
class LedgerStore {
public:
    explicit LedgerStore(Database& database)
        : m_database(database) {}

    /// Nobody else posts to these accounts until the unit ends. Before reading what they owe.
    static Result<void> lock(UnitOfWork& work, std::vector<AccountId> accounts);
    static Result<void> insert(UnitOfWork& work, const Journal& journal);
    /// All heads and all lines in one go.
    static Result<void> insert(UnitOfWork& work, std::span<const Journal> journals);
    static Result<void> insert(UnitOfWork& work, const Receipt& receipt);
    /// Nothing is kept of cash. ReferenceUsed: the slip stands for a payment that was not reversed.
    static Result<void> insertTender(UnitOfWork& work, std::int64_t payment, const Tender& tender);
    /// That `reversal` takes `payment` back, and with it the use of its slip.
    static Result<void> releaseTender(UnitOfWork& work, std::int64_t payment, std::int64_t reversal);
    static Result<void> insert(UnitOfWork& work, const Shift& shift);
    static Result<void> insert(UnitOfWork& work, const ShiftCount& count);
    static Result<void> insert(UnitOfWork& work, const ShiftClosing& closing);

    Result<std::optional<Journal>> journal(JournalId id) const;
    Result<std::optional<JournalId>> reversalOf(JournalId id) const;
    /// The one the bill was posted with; a bill of nothing has none.
    Result<std::optional<Journal>> journalOf(BillId bill) const;
    Result<std::vector<OpenBill>> openBillsOf(AccountId account) const;
    /// Of one book or of all, in the order of the account's number, oldest due date first. Accounts that owe nothing in
    /// sum are not looked at.
    Result<std::vector<OpenBillRow>> openBills(std::optional<BookId> book) const;
    Result<Money> openOf(BillId bill, Currency currency) const;
    /// What the account has paid ahead, positive.
    Result<Money> prepaymentOf(AccountId account, Currency currency) const;
    /// Of many, of those that have paid ahead in this currency.
    Result<std::map<AccountId, Money>> prepaymentsOf(std::span<const AccountId> accounts, Currency currency) const;

    Result<std::optional<Shift>> openShiftAt(SeatNumber seat) const;
    /// Open or closed.
    Result<std::optional<Shift>> newestShiftAt(SeatNumber seat) const;
    Result<std::optional<Shift>> shift(ShiftId id) const;
    Result<std::optional<ShiftCount>> countOf(ShiftId shift) const;
    Result<std::optional<ShiftClosing>> closingOf(ShiftId shift) const;
    /// Of this day and of days before it.
    Result<std::vector<Shift>> unclosedShifts(Date businessDay) const;
    /// The same without days that were closed: on them no shift is open.
    Result<std::vector<Shift>> openShiftsUpTo(Date businessDay) const;
    Result<std::vector<Shift>> shiftsOfDay(Date businessDay) const;
    /// Sum of the cash account of a shift: what should be in the drawer, the float included.
    /// Of one legal entity's journals, or of all.
    Result<Money> cashOf(ShiftId shift, std::optional<LegalEntityId> entity, Currency currency) const;
    Result<std::int64_t> lastPaperNumber(ShiftId shift) const;

    Result<std::optional<Receipt>> receipt(ReceiptId id) const;
    Result<std::optional<Receipt>> receiptNumbered(std::int64_t paperNumber) const;
    Result<std::optional<Receipt>> receiptOf(JournalId journal) const;
    Result<std::vector<Receipt>> receiptsOfPayment(std::int64_t payment) const;
    Result<ShiftTakings> takingsOf(ShiftId shift, Currency currency) const;
    Result<std::vector<Receipt>> receiptsOfShift(ShiftId shift) const;
    Result<Tender> tenderOf(std::int64_t payment) const;

    Result<bool> dayClosed(Date businessDay) const;
    Result<std::optional<DayClosing>> closingOfDay(Date businessDay) const;
    /// The first day after the last closed one, up to `businessDay`, on which something was posted.
    Result<std::optional<Date>> oldestOpenDay(Date businessDay) const;
    static Result<void> closeDay(UnitOfWork& work, Date businessDay, OperatorId by, Instant at, const QString& totals);
    Result<std::vector<DayTotal>> totalsOf(Date businessDay) const;
    /// By number of the receipt.
    Result<std::vector<BankTender>> bankTenders(Date businessDay) const;
    Result<std::vector<ReceiptSum>> receiptSums(Date businessDay) const;
    Result<std::vector<ReceiptSum>> receiptSums(ShiftId shift) const;
    /// Journals whose lines do not sum to nothing; empty in a healthy book.
    Result<std::vector<JournalId>> unbalancedJournals() const;
    Result<std::vector<JournalId>> unbalancedJournals(Date businessDay) const;
    /// Bills whose total is not what their journal made the account owe.
    Result<std::vector<BillId>> billsUnlikeTheirJournal() const;
    /// Closed shifts in whose drawer the ledger still sees money.
    Result<std::vector<ShiftId>> closingsUnlikeTheirJournals() const;
    /// Receipts whose journal took the money another way than their tender says.
    Result<std::vector<ReceiptId>> receiptsUnlikeTheirTender() const;
    /// Accounts whose kept balances are not the sums of their lines.
    Result<std::vector<AccountId>> balancesUnlikeTheirLines() const;
    Result<std::int64_t> journalCount() const;

    static Result<void> insert(UnitOfWork& work, const StoredPaper& paper);
    static Result<void> insertPrint(UnitOfWork& work, std::int64_t paper, int copy, Instant at, OperatorId by);
    Result<std::optional<StoredPaper>> paper(const QString& kind, std::int64_t subject) const;
    Result<int> copiesOf(std::int64_t paper) const;

private:
    Database& m_database;
};

} // namespace meterhall::storage
