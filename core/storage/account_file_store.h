#pragma once

#include "core/base/page_mark.h"
#include "core/billing/bill.h"
#include "core/billing/ids.h"
#include "core/calendar/accounting_month.h"
#include "core/commands/valve_rules.h"
#include "core/ledger/shift.h"
#include "core/ledger/tender.h"
#include "core/storage/database.h"

namespace meterhall::storage {

/// A bill as lists show it: without its lines, with what is left to pay of it.
struct ListedBill {
    BillId id;
    AccountId account;
    AccountingMonth month;
    TariffVersionId tariffVersion;
    Bytes inputs; ///< canonical
    BilledQuantity usage;
    BilledQuantity ladderAfter;
    std::optional<Date> windowStart;
    Date readTo;
    Date issuedOn;
    Date dueOn;
    Money total;
    Money open;
};

/// A payment or its reversal, as far as it touched one account.
struct ListedPayment {
    JournalId journal;
    JournalKind kind;
    Instant at;
    SeatNumber seat = 0;
    std::optional<JournalId> reverses;
    std::optional<JournalId> reversedBy;
    Money amount; ///< of this account: positive when it paid
    ReceiptId receipt;
    std::int64_t payment = 0;
    std::int64_t paperNumber = 0;
    Money receiptTotal; ///< of all accounts the receipt is for
    Tender tender{};
    QString cashierNumber;
    QString cashierName;
};

/// What the ledger keeps of an account.
struct AccountBalances {
    Money owed;
    Money prepayment;
};

struct ListedFlag {
    SupplyFlag flag;
    bool raised = false;
    std::optional<Date> until;
    Instant at;
};

struct ListedNotice {
    Date servedOn;
    Instant at;
    Money overdue;
};

/// The history of one account for screens: a few index look-ups each, newest first, whatever the size of the utility.
class AccountFileStore {
public:
    explicit AccountFileStore(Database& database)
        : m_database(database) {}

    /// Bills that stand, by the day they were read to (its number is the mark's key) and id.
    Result<std::vector<ListedBill>> bills(AccountId account, const PageMark& after, int limit) const;
    /// Of this accounting month and later ones, oldest first.
    Result<std::vector<ListedBill>> billsSince(AccountId account, AccountingMonth first) const;
    /// With something left to pay, oldest due date first.
    Result<std::vector<ListedBill>> openBills(AccountId account) const;
    Result<std::optional<ListedBill>> bill(BillId id) const;
    Result<int> billCount(AccountId account) const;

    Result<AccountBalances> balances(AccountId account, Currency currency) const;
    /// By the instant they were posted (microseconds are the mark's key) and journal.
    Result<std::vector<ListedPayment>> payments(AccountId account, const PageMark& after, int limit) const;

    Result<std::vector<ListedFlag>> flagChanges(AccountId account, int limit) const;
    Result<std::vector<ListedNotice>> notices(AccountId account, int limit) const;
    /// The day the first meter was hung up at the place.
    Result<std::optional<Date>> firstInstallation(ServicePointId place) const;

private:
    Database& m_database;
};

} // namespace meterhall::storage
