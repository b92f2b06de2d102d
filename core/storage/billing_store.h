#pragma once

#include "core/billing/bill.h"
#include "core/billing/billing_inputs.h"
#include "core/billing/ids.h"
#include "core/billing/ladder_position.h"
#include "core/storage/database.h"
#include "core/storage/unit_of_work.h"
#include "core/tariffs/tariff_version.h"

#include <map>

namespace meterhall::storage {

/// What a tariff is called.
struct TariffName {
    QString code;
    QString name;
    Commodity commodity;
};

struct StoredTariffVersion {
    QString code;
    TariffVersion version;
    bool active = false;
    OperatorId enteredBy;
    std::optional<OperatorId> activatedBy{};
};

/// The version of a tariff that somebody works on, as a text of the exchange form.
struct TariffDraft {
    QString code;
    QString content;
    OperatorId changedBy;
    Instant changedAt;
};

enum class RunState : std::uint8_t {
    Drafted = 1,
    Checked = 2, ///< a second person looked at the drafts
    Issuing = 3, ///< chunks are being issued; may be resumed
    Issued = 4,
};

struct BillingRun {
    std::int64_t number = 0;
    BookId book;
    AccountingMonth month;
    RunState state = RunState::Drafted;
    OperatorId draftedBy;
    std::optional<OperatorId> checkedBy;
    Date readTo;
    Date dueOn;
};

/// What was made of a run so far.
struct RunSums {
    int ready = 0; ///< drafts that can be billed
    Money readyTotal;
    int held = 0;
    int issued = 0;
    Money issuedTotal;
};

/// A run as lists show it.
struct RunRow {
    BillingRun run;
    RunSums sums;
    Instant draftedAt;
    std::optional<Instant> checkedAt;
    std::optional<OperatorId> issuedBy;
    std::optional<Instant> issuedAt; ///< of the last change; the run is over when its state says so
};

/// A tariff version that is put in force and begins later.
struct NextPrice {
    QString tariffCode;
    Date from;
};

/// A book with the newest run of a month, and what all runs of the month issued of it.
struct BookRunRow {
    BookId book;
    QString number;
    QString reader;
    std::optional<RunRow> newest;
    int issued = 0;
    std::int64_t issuedMinor = 0;
};

/// One row per account of a run: what will be billed, or why the account is held.
struct Draft {
    std::int64_t run = 0;
    std::uint32_t ordinal = 0;
    AccountId account;
    Bytes inputs; ///< canonical; empty when held
    Bytes inputsDigest;
    std::optional<Money> total;
    QString heldBecause; ///< code of the reason, empty when billable
};

/// Which rows of a run.
enum class DraftFilter : std::uint8_t { All, Held, Ready, Issued };

/// A draft with its account, its bill if there is one, and the account's last bill of an earlier run.
struct DraftRow {
    Draft draft;
    QString accountNumber;
    QString holder;
    QString address;
    ServicePointId servicePoint;
    QString tariffCode;
    std::optional<BillId> bill;
    std::optional<BillId> previous;
    std::optional<AccountingMonth> previousMonth;
    std::optional<Money> previousTotal;
};

/// An issued bill: the immutable row and what rating made of it.
struct StoredBill {
    BillId id;
    std::int64_t run = 0;
    AccountId account;
    ServicePointId servicePoint;
    LegalEntityId entity;
    AccountingMonth month;
    TariffVersionId tariffVersion;
    std::uint16_t ruleVersion = 0;
    Bytes inputs;
    Bytes inputsDigest;
    Date readTo;
    /// The day in whose ladder window the use counts (ladderDay); empty: readTo. Of a divided bill the last part's.
    std::optional<Date> ladderOn{};
    std::optional<Date> windowStart;
    Date issuedOn;
    Date dueOn;
    Bill content;
    int turn = 0;                       ///< how many bills stood in its place before
    std::optional<BillId> replacedBy{}; ///< it was reversed; does not stand any more
};

/// What one bill was for.
struct BilledUse {
    AccountingMonth month;
    Date readTo;
    BilledQuantity usage;
};

/// Where the next bill of an account goes on.
struct LastBill {
    AccountId account;
    AccountingMonth month;
    Date readTo;
    TariffVersionId tariffVersion;
    Bytes inputs;
};

/// What a bill or a part of it put on the ladder of an account at a place.
struct PlacedUse {
    AccountId account;
    ServicePointId place;
    IssuedUse use;
};

/// Tariffs, runs, drafts and bills.
class BillingStore {
public:
    explicit BillingStore(Database& database)
        : m_database(database) {}

    static Result<void> insert(UnitOfWork& work, const QString& code, const TariffVersion& version,
                               OperatorId enteredBy);
    static Result<void> activate(UnitOfWork& work, TariffVersionId version, OperatorId by, Instant at);
    Result<std::vector<StoredTariffVersion>> versionsOf(const QString& tariffCode) const;
    Result<StoredTariffVersion> version(TariffVersionId id) const;
    /// Of all tariffs, by code, the oldest first.
    Result<std::vector<StoredTariffVersion>> allVersions() const;
    /// New, or instead of what it was called before.
    static Result<void> setName(UnitOfWork& work, const TariffName& name);
    Result<std::vector<TariffName>> tariffNames() const;
    Result<std::optional<TariffName>> tariffName(const QString& code) const;
    /// Each tariff has one at most.
    static Result<void> setDraft(UnitOfWork& work, const TariffDraft& draft);
    static Result<void> deleteDraft(UnitOfWork& work, const QString& tariffCode);
    Result<std::vector<TariffDraft>> tariffDrafts() const;
    Result<std::optional<TariffDraft>> tariffDraft(const QString& tariffCode) const;
    Result<std::int64_t> accountsOn(const QString& tariffCode) const;
    /// Everything that is or was put in force, by the day it begins.
    Result<std::vector<StoredTariffVersion>> versionsInForce() const;
    /// Those that begin after the day, by day.
    Result<std::vector<NextPrice>> inForceAfter(Date day, int limit) const;

    /// The run of the book and month that is not wholly issued yet.
    Result<std::optional<BillingRun>> openRunOf(BookId book, AccountingMonth month) const;
    Result<std::optional<BillingRun>> run(std::int64_t number) const;
    Result<std::int64_t> nextRunNumber() const;
    /// All that are not wholly issued yet, by number.
    Result<std::vector<BillingRun>> openRuns() const;
    /// All runs of the book, oldest first.
    Result<std::vector<std::int64_t>> runsOf(BookId book) const;
    static Result<void> insert(UnitOfWork& work, const BillingRun& run, Instant at);
    static Result<void> setState(UnitOfWork& work, std::int64_t run, RunState state, OperatorId by, Instant at);
    /// Back to the beginning, with the days and the person of `run`.
    static Result<void> draftAgain(UnitOfWork& work, const BillingRun& run, Instant at);
    static Result<void> replaceDrafts(UnitOfWork& work, std::int64_t run, const std::vector<Draft>& drafts);
    /// Adds bills that were inserted in this unit to the run's sums.
    static Result<void> addIssued(UnitOfWork& work, std::int64_t run, int bills, Money total);
    /// All books by number, with their runs of the month.
    Result<std::vector<BookRunRow>> runsOfMonth(AccountingMonth month) const;
    Result<std::optional<RunRow>> runRow(std::int64_t number) const;
    /// Reason codes of held drafts, and how many.
    Result<std::map<QString, int>> heldOf(std::int64_t run) const;
    struct DraftPage {
        std::int64_t run = 0;
        DraftFilter filter = DraftFilter::All;
        QString heldBecause{}; ///< only these, of the held ones
        std::uint32_t after = 0;
        int limit = 0;
    };
    /// In the order of ordinals, from the one behind `after` on.
    Result<std::vector<DraftRow>> draftRows(const DraftPage& page) const;
    Result<std::vector<Draft>> draftsOf(std::int64_t run) const;
    /// Drafts that have no bill yet, held or not, in order.
    Result<std::vector<Draft>> withoutBill(std::int64_t run) const;
    /// Drafts that are billable and have no bill yet, in order.
    Result<std::vector<Draft>> unissued(std::int64_t run) const;

    /// Table by table, all of them in one go.
    static Result<void> insert(UnitOfWork& work, std::span<const StoredBill* const> bills);
    Result<std::optional<StoredBill>> bill(BillId id) const;
    /// The last one that stands.
    Result<std::optional<StoredBill>> lastBillOf(AccountId account) const;
    /// Of many accounts, of those that have one, in no order.
    Result<std::vector<LastBill>> lastBillsOf(std::span<const AccountId> accounts) const;
    /// Those that stand, in the order of their readings.
    Result<std::vector<StoredBill>> standingBills(AccountId account) const;
    /// The day up to which the account was billed.
    Result<std::optional<Date>> billedTo(AccountId account) const;
    Result<std::vector<BillId>> billsOfRun(std::int64_t run) const;
    Result<std::vector<BillId>> billsOfAccount(AccountId account) const;
    Result<std::int64_t> billCount() const;
    /// Every bill in turn, reversed ones too, for verify and prove: account by account, each account's in the order of
    /// their readings.
    Result<void> eachBill(const std::function<Result<void>(const StoredBill&)>& visit) const;
    /// The last bills of the account that stand, the newest first.
    Result<std::vector<BilledUse>> usesOf(AccountId account, int limit) const;
    /// What bills put on the ladders of many accounts, in no order; reversed ones took it back.
    Result<std::vector<PlacedUse>> issuedUse(std::span<const AccountId> accounts) const;

private:
    /// Lines and parts.
    Result<void> fill(StoredBill& bill) const;
    Result<std::vector<BillLine>> linesOf(BillId bill, Currency currency) const;

    Database& m_database;
};

} // namespace meterhall::storage
