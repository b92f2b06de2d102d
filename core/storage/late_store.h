#pragma once

#include "core/billing/late_charge.h"
#include "core/calendar/accounting_month.h"
#include "core/ledger/journal.h"
#include "core/quantity/commodity.h"
#include "core/registry/registry.h"
#include "core/storage/database.h"
#include "core/storage/unit_of_work.h"

namespace meterhall::storage {

struct StoredLateRule {
    LateRuleId id;
    Commodity commodity;
    std::optional<UseClass> useClass{}; ///< any
    QString region;                     ///< what book numbers begin with; empty: any
    Date effectiveFrom;
    QString document;
    QString content; ///< core/billing/late_rule_json.h
    OperatorId enteredBy;
    std::optional<OperatorId> activatedBy{};
};

enum class LateStopKind : std::uint8_t { Dispute = 1, InFlight = 2, Holidays = 3, Other = 4 };

struct StoredLateStop {
    std::int64_t id = 0;
    std::optional<AccountId> account{}; ///< neither account nor bill: all
    std::optional<BillId> bill{};
    LateStopKind kind = LateStopKind::Other;
    DayRange days; ///< with the end it was given later
    QString reason;
    OperatorId by;
};

struct StoredLateWaiver {
    std::int64_t id = 0;
    AccountId account;
    BillId bill;
    Money amount;
    QString reason;
    bool needsSecond = false;
    OperatorId askedBy;
    Instant askedAt;
    std::optional<OperatorId> approvedBy{};

    bool stands() const { return !needsSecond || approvedBy; }
};

struct WaitingLateWaiver {
    StoredLateWaiver waiver;
    QString accountNumber;
    AccountingMonth month; ///< of the bill
    Date dueOn;
};

struct StoredLateCharge {
    std::int64_t id = 0;
    JournalId journal;
    AccountId account;
    LateRuleId rule;
    QString inputs; ///< JSON, core/services/inside/late_json.h
    Money charge;
};

/// A part of a bill that was paid on a day and not taken back.
struct PaidPart {
    BillId bill;
    Date on;
    Money amount;
};

/// Rules of the late-payment charge, what stops or waives it, and what was charged.
class LateStore {
public:
    explicit LateStore(Database& database)
        : m_database(database) {}

    static Result<void> insert(UnitOfWork& work, const StoredLateRule& rule);
    static Result<void> activate(UnitOfWork& work, LateRuleId rule, OperatorId by);
    static Result<void> insert(UnitOfWork& work, const StoredLateStop& stop);
    static Result<void> endStop(UnitOfWork& work, std::int64_t stop, Date lastDay, OperatorId by);
    static Result<void> insertReminder(UnitOfWork& work, std::int64_t id, AccountId account, Date servedOn,
                                       const QString& proof, OperatorId by);
    static Result<void> insert(UnitOfWork& work, const StoredLateWaiver& waiver);
    static Result<void> approve(UnitOfWork& work, std::int64_t waiver, OperatorId by);
    static Result<void> insert(UnitOfWork& work, const StoredLateCharge& charge);

    /// By commodity, region, class and day.
    Result<std::vector<StoredLateRule>> rules() const;
    Result<std::optional<StoredLateRule>> rule(LateRuleId id) const;
    /// Of the account, of its bills, and of all; with their bills.
    Result<std::vector<StoredLateStop>> stopsFor(AccountId account) const;
    Result<std::optional<StoredLateStop>> stop(std::int64_t id) const;
    Result<std::vector<Date>> remindersOf(AccountId account) const;
    Result<std::vector<StoredLateWaiver>> waiversOf(AccountId account) const;
    Result<std::optional<StoredLateWaiver>> waiver(std::int64_t id) const;
    /// For a second person, the oldest first.
    Result<std::vector<WaitingLateWaiver>> waiversWaiting() const;
    /// What payments that stand paid of the bill, in their order.
    Result<std::vector<PaidPart>> paidParts(BillId bill, Currency currency) const;
    /// What stands charged with the bill.
    Result<Money> takenWith(BillId bill, Currency currency) const;
    Result<std::vector<StoredLateCharge>> chargesOf(JournalId journal) const;
    /// Every charge, for verify.
    Result<std::vector<StoredLateCharge>> allCharges() const;
    /// Journals that charge something else for being late than their rows say, and the other way round.
    Result<std::vector<JournalId>> chargesUnlikeTheirJournals() const;

private:
    Database& m_database;
};

} // namespace meterhall::storage
