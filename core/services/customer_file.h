#pragma once

#include "core/base/page_mark.h"
#include "core/billing/ladder_standing.h"
#include "core/commands/command_life.h"
#include "core/commands/valve_rules.h"
#include "core/ledger/shift.h"
#include "core/ledger/tender.h"
#include "core/readings/reading.h"
#include "core/services/bill_summary.h"
#include "core/services/customers.h"
#include "core/services/loss_sharing.h"
#include "core/services/use_sharing.h"

#include <variant>

namespace meterhall::services {

// Everything one account's screen shows, each panel by a call of its own, so that they can be asked for side by side in
// sessions that only read (session.h). A call is a few index look-ups and sees one state of the database. All of them
// want Service::FindCustomer (NotAllowed otherwise) and answer RegistryError::UnknownAccount for an account that is not
// there. Lists are newest first; the next page is asked for with `next` of the one before, and is empty of it at the
// end.

/// Phone and identity number as anybody at the counter may see them (core/security/masking.h).
struct MaskedPersonalData {
    QString phone; ///< empty when there is none
    QString identityNumber;
    bool sealedHere = false; ///< this seat has no key for them: both are empty, whatever is stored
};

/// What the account owes and has paid ahead.
struct AccountMoney {
    Money owed; ///< all open bills, overdue or not
    Money overdue;
    Money prepayment;
    int openBills = 0;
    int overdueBills = 0;
    std::optional<Date> overdueSince; ///< the oldest due date that has passed
    int daysOverdue = 0;              ///< since then
};

/// Who held the account before, and that holder's last day.
struct FormerHolderName {
    QString name;
    Date until;
};

struct CustomerHead {
    FoundAccount account; ///< holder and address in clear: they are on every list
    QString customerNumber;
    MaskedPersonalData personal;
    /// The day the first meter was hung up at the place: what is stored of the account's age.
    std::optional<Date> suppliedSince;
    std::set<SupplyFlag> flags;              ///< in force today
    std::vector<FoundAccount> otherAccounts; ///< of the same customer, by their number
    AccountMoney money;
    std::vector<FormerHolderName> formerHolders; ///< the last one first
    std::vector<SharedUse> shares;               ///< of the place's meters; empty: all is this account's
    std::vector<SharedLoss> losses;              ///< of master meters
    std::optional<Date> suspendedOn;             ///< the last day of supply, until it is resumed
};
Result<CustomerHead> customerHead(Session& session, AccountId account);

/// Phone and identity number in clear: Service::ShowPersonalData, and an audit entry that names the account before
/// anything is opened; so not in a session that only reads. SealError::NoKey at a seat that was never given the key.
struct PersonalData {
    QString phone;
    QString identityNumber;
};
Result<PersonalData> showPersonalData(Session& session, AccountId account);

struct BillsPage {
    std::vector<BillSummary> bills;
    std::optional<PageMark> next;
    int all = 0; ///< bills the account ever had
};
Result<BillsPage> billsPage(Session& session, AccountId account, const PageMark& after = {}, int limit = 12);

/// A month's bill for a chart of use.
struct MonthUse {
    AccountingMonth month;
    BilledQuantity use;
    std::vector<TierUse> tiers;      ///< they add up to `use`
    std::optional<Date> windowStart; ///< of the ladder the bill was rated on; it restarts where this changes
    bool meterExchanged = false;     ///< between this bill and the one before
};
/// Of the last `months` accounting months, this one included, oldest first; months without a bill are left out.
Result<std::vector<MonthUse>> useByMonth(Session& session, AccountId account, int months = 24);

/// One reading of the register that is billed, of whatever meter hung at the place.
struct ReadingRow {
    ReadingId reading;
    MeterId meter;
    QString meterNumber;
    Instant receivedAt;
    Date receivedOn;
    std::optional<Instant> meterTime;
    Decimal dial;
    QString unit;
    Origin origin = Origin::Actual;
    Doubts doubts;
    std::optional<Decision> decision; ///< the supervisor's word on a doubtful one
    bool corrected = false;           ///< a later reading of this page says that it supersedes it
    /// Since the reading before it that counts (nobody doubts it, or it was accepted), times the meter's multiplier; of
    /// a meter's first since the dial it was hung up with. Empty when the dial went back.
    std::optional<BilledQuantity> use;
    std::optional<Date> useSince;

    bool waits() const { return doubts.any() && !decision; }
};
struct ReadingsPage {
    std::vector<ReadingRow> readings;
    std::optional<PageMark> next;
};
Result<ReadingsPage> readingsPage(Session& session, AccountId account, const PageMark& after = {}, int limit = 12);

/// A payment, or a payment taken back, as far as it touched the account.
struct PaymentRow {
    JournalId journal;
    ReceiptId receipt;
    std::int64_t payment = 0; ///< what reversePayment() is asked with
    Instant at;
    Money amount;       ///< of this account; negative when money went back
    Money receiptTotal; ///< of everything the receipt is for
    Tender tender{};    ///< how the whole visit was paid
    std::int64_t paperNumber = 0;
    SeatNumber seat = 0;
    QString cashierNumber;
    QString cashierName;
    bool reversal = false; ///< it took an earlier payment back
    bool reversed = false; ///< it was taken back later
};
struct PaymentsPage {
    std::vector<PaymentRow> payments;
    std::optional<PageMark> next;
};
Result<PaymentsPage> paymentsPage(Session& session, AccountId account, const PageMark& after = {}, int limit = 12);

/// A meter that hangs at the account's place or did.
struct MeterAtPlace {
    Meter meter;
    InstallationId installation;
    Date from;
    Decimal startDial;
    std::optional<Date> until; ///< empty: it hangs now
    std::optional<Decimal> endDial;
    QString unit;
    std::optional<ReadingRow> lastReading; ///< the newest while it hung here, whatever is thought of it; without `use`
    /// The newest command of this meter at this place.
    std::optional<DeviceCommand> lastCommand;
    std::optional<CommandState> lastCommandState;
};
/// The one that hangs first, then former ones, the last to go first.
Result<std::vector<MeterAtPlace>> metersAtPlace(Session& session, AccountId account);

// What happened to an account. Texts are made by whoever shows them.
struct BillIssued {
    BillId bill;
    AccountingMonth month;
    BilledQuantity use;
    Money total;
    Date dueOn;
};
struct MoneyTaken {
    ReceiptId receipt;
    std::int64_t paperNumber = 0;
    Money amount;
    bool reversed = false;
};
struct MoneyGivenBack {
    ReceiptId receipt;
    std::int64_t paperNumber = 0;
    Money amount; ///< positive
};
struct ReadingDoubted {
    ReadingId reading;
    Decimal dial;
    Doubts doubts;
};
struct ReadingDecided {
    ReadingId reading;
    Decimal dial;
    Decision decision;
};
struct MeterHung {
    QString number;
    Decimal startDial;
    QString oldNumber; ///< of the meter it took the place of; empty for the first one
    std::optional<Decimal> oldEndDial;
};
struct NoticeServed {
    Money overdue;
};
struct FlagChanged {
    SupplyFlag flag;
    bool raised = false;
    std::optional<Date> until;
};
struct CommandAsked {
    CommandId command;
    CommandKind kind;
    CommandState state; ///< now
    QString meterNumber;
};
struct HolderChanged {
    QString from;
    QString to;
    bool ladderAnew = false;
};
struct AccountEnded {
    bool meterTakenDown = false;
};
struct SupplySuspended {};
struct SupplyResumed {};
struct TimelineEntry {
    Date day;
    std::optional<Instant> at; ///< where the moment is known
    std::variant<BillIssued, MoneyTaken, MoneyGivenBack, ReadingDoubted, ReadingDecided, MeterHung, NoticeServed,
                 FlagChanged, CommandAsked, HolderChanged, AccountEnded, SupplySuspended, SupplyResumed>
        what;
};
/// The newest `limit` of them.
Result<std::vector<TimelineEntry>> timelineOf(Session& session, AccountId account, int limit = 20);

} // namespace meterhall::services
