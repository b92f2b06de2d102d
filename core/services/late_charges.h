#pragma once

#include "core/base/trace.h"
#include "core/billing/ids.h"
#include "core/billing/late_charge.h"
#include "core/calendar/accounting_month.h"
#include "core/quantity/commodity.h"
#include "core/registry/registry.h"
#include "core/services/session.h"
#include "core/services/staff_name.h"

namespace meterhall::services {

/// BadDays: the last day is before the first, or an end is given to a stop that has one.
METERHALL_ERRORS(LateError, "late", UnknownRule, DateTaken, UnknownStop, BadDays, UnknownWaiver, AlreadyApproved,
                 NothingToWaive, MoreThanDue)

// The late-payment charge (违约金). A rule is data of the utility: entered by a review clerk, put in force by finance,
// never changed after. A bill is charged by the rule that was in force on its due day, for its commodity, the account's
// class of that day and the region of its book: the longest region wins, then a rule for the class, then the newest. No
// rule, no charge. Nothing is posted before somebody pays: then what is paid is charged to the day, in the same journal
// as an income of its own, with a line on the receipt; taking the payment back takes the charge back.

/// For which bills a rule is.
struct LateScope {
    Commodity commodity;
    std::optional<UseClass> useClass{}; ///< any
    QString region;                     ///< what the book's number begins with; empty: any
    bool operator==(const LateScope&) const = default;
};
struct LateRuleVersion {
    LateScope scope;
    Date effectiveFrom; ///< for bills due from that day on
    QString document;   ///< of the order or contract it stands in
    LateChargeRule rule;
};
/// Service::EnterLateRule. DateTaken: a rule of the scope and day is in force.
Result<LateRuleId> enterLateRule(Session& session, const LateRuleVersion& version);
/// By another person (SecurityError::SamePerson). Service::ActivateLateRule; UnknownRule, DateTaken.
Result<void> activateLateRule(Session& session, LateRuleId rule);

struct LateRuleRow {
    LateRuleId id;
    LateRuleVersion version;
    OperatorId enteredBy;
    std::optional<OperatorId> activatedBy{};
};
/// A rule as it is shown.
struct LateRuleLine {
    LateRuleRow rule;
    StaffName enteredBy;
    std::optional<StaffName> activatedBy{};
};
/// By commodity, region, class and day. Service::ShowLateCharges.
Result<std::vector<LateRuleLine>> lateRules(Session& session);

/// One bill's part of a charge.
struct LateChargeOfBill {
    BillId bill;
    Date dueOn;
    Money owed; ///< what is charged: of the open sum, without fees on behalf where the rule leaves them out
    std::vector<LateStretch> stretches;
    Money charge;

    int days() const; ///< that were charged
};
/// The charge of bills of one account under one rule that are paid together: summed, rounded, capped once.
struct LateChargeSum {
    AccountId account;
    LateRuleId rule;
    QString document;
    std::vector<LateChargeOfBill> bills;
    LateRelief relief; ///< what was taken and waived before of these bills
    Money charge;
    Trace trace; ///< its root is the charge
};
struct LateCharges {
    std::vector<LateChargeSum> sums;
    Money charge;
};
/// What would be charged if all that is open of the accounts were paid on that day, by what is known now.
/// Service::FindCustomer; RegistryError::UnknownAccount.
Result<LateCharges> lateChargesOn(Session& session, std::span<const AccountId> accounts, Date day);
/// What a payment was charged, as it was posted. LedgerError::UnknownJournal.
Result<LateCharges> lateChargesOfPayment(Session& session, std::int64_t payment);

enum class LateStopReason : std::uint8_t { Dispute = 1, InFlight = 2, Holidays = 3, Other = 4 };
/// Days on which no charge runs, both included: of a bill, of an account, or, when neither is named, of all.
struct LateStop {
    std::optional<AccountId> account{};
    std::optional<BillId> bill{};
    LateStopReason kind = LateStopReason::Other;
    DayRange days;
    QString reason;
};
/// Service::StopLateCharge. Guards: UnknownAccount, LedgerError::UnknownBill, SecurityError::ReasonMissing, BadDays.
Result<std::int64_t> stopLateCharge(Session& session, const LateStop& stop);
/// Gives a stop its last day. UnknownStop, BadDays.
Result<void> endLateStop(Session& session, std::int64_t stop, Date lastDay);
struct LateStopRow {
    std::int64_t id = 0;
    LateStop stop;
    OperatorId by;
};
/// Of the account, its bills and all. Service::FindCustomer.
Result<std::vector<LateStopRow>> lateStops(Session& session, AccountId account);

/// That a reminder reached the customer, and how that can be proved. Service::StopLateCharge; BadDays: not served yet.
Result<void> noteReminder(Session& session, AccountId account, Date servedOn, const QString& proof);

/// So much of the charge of a bill is not asked for; without an amount all that is due today. What the rule's limit is
/// above, counted with what was waived of the bill before, waits for a second person.
struct LateWaiver {
    BillId bill;
    std::optional<Money> amount{};
    QString reason;
};
struct LateWaiverRow {
    std::int64_t id = 0;
    AccountId account;
    BillId bill;
    Money amount;
    QString reason;
    bool stands = false; ///< else it waits
    OperatorId askedBy;
    std::optional<OperatorId> approvedBy{};
};
/// Service::WaiveLateCharge. Guards: LedgerError::UnknownBill, SecurityError::ReasonMissing, NothingToWaive,
/// MoreThanDue(due), LedgerError::AmountNotPositive.
Result<LateWaiverRow> waiveLateCharge(Session& session, const LateWaiver& waiver);
/// Service::ApproveLateWaiver; UnknownWaiver, AlreadyApproved, SecurityError::SamePerson.
Result<void> approveLateWaiver(Session& session, std::int64_t waiver);
/// Service::FindCustomer.
Result<std::vector<LateWaiverRow>> lateWaivers(Session& session, AccountId account);

struct LateWaiverWaiting {
    LateWaiverRow waiver;
    QString accountNumber;
    AccountingMonth month; ///< of the bill
    Date dueOn;
    StaffName askedBy;
    Instant askedAt;
};
/// What waits for a second person, the oldest first; bills that were paid or taken back meanwhile are left out.
/// Service::ShowLateCharges.
Result<std::vector<LateWaiverWaiting>> lateWaiversWaiting(Session& session);

} // namespace meterhall::services
