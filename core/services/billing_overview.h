#pragma once

#include "core/calendar/accounting_month.h"
#include "core/readings/reading.h"
#include "core/services/billing_run.h"
#include "core/services/staff_name.h"
#include "core/tariffs/billed_quantity.h"

namespace meterhall::services {

/// How far a month's run of a book is.
enum class RunStage : std::uint8_t {
    None, ///< nobody has drafted
    Drafted,
    Checked, ///< by a second person
    Issuing, ///< begun, perhaps stopped
    Issued,
};

/// A run with the counts and sums that are kept with it: nothing is added up to show it.
struct RunHead {
    std::int64_t run = 0;
    RunStage stage = RunStage::Drafted;
    BookId book;
    AccountingMonth month;
    int ready = 0; ///< accounts that can be billed, the issued ones among them
    Money readyTotal;
    int held = 0;
    int issued = 0;
    Money issuedTotal;
    Date readTo; ///< readings up to this day count
    Date dueOn;
    StaffName draftedBy;
    Instant draftedAt;
    std::optional<StaffName> checkedBy{};
    std::optional<Instant> checkedAt{};
    std::optional<StaffName> issuedBy{}; ///< whoever worked on it last
    std::optional<Instant> issuedAt{};
};

/// A book and the newest run of a month. A book may have several: what was held is drafted again when it can be billed.
struct BookRun {
    BookId book;
    QString bookNumber;
    QString reader;
    std::optional<RunHead> newest;
    int issuedInMonth = 0; ///< by all runs of the month
    Money issuedTotalInMonth;

    RunStage stage() const { return newest ? newest->stage : RunStage::None; }
};
/// All books, by number, with what became of them in a month (Service::ShowBillingRuns). One query.
Result<std::vector<BookRun>> bookRuns(Session& session, AccountingMonth month);

/// One run, with the reason codes of what is held. UnknownRun.
struct RunOverview {
    RunHead head;
    std::map<QString, int> held; ///< "doubtful-reading" -> accounts
};
Result<RunOverview> runOverview(Session& session, std::int64_t run);

enum class RunRowState : std::uint8_t {
    Ready,
    Held,
    Issued,
    Refused, ///< the run was issued without it: its inputs had changed
};

/// What a held account waits for.
struct HeldAbout {
    QString meterNumber{}; ///< empty: none hangs there
    QString tariffCode{};
    std::optional<Date> billedTo{};     ///< where the last bill, or what it came with, left off
    std::optional<ReadingId> reading{}; ///< its newest one up to the day of the run, doubted or not
    std::optional<Decimal> dial{};
    std::optional<Date> receivedOn{};
    Doubts doubts{};
};

/// An account of a run.
struct RunRow {
    std::uint32_t ordinal = 0;
    AccountId account;
    QString accountNumber;
    QString holder;
    QString address;
    RunRowState state = RunRowState::Ready;
    std::optional<BilledQuantity> use{};
    std::optional<Money> total{};
    std::optional<BillId> bill{};
    std::optional<BillId> previousBill{}; ///< of an earlier run
    std::optional<AccountingMonth> previousMonth{};
    std::optional<Money> previousTotal{};
    QString heldBecause{}; ///< reason code
    std::optional<HeldAbout> about{};
};

enum class RunRowFilter : std::uint8_t { All, Held, Ready, Issued };
struct RunRowsWanted {
    std::int64_t run = 0;
    RunRowFilter filter = RunRowFilter::All;
    QString heldBecause{};   ///< with Held: only this reason
    std::uint32_t after = 0; ///< ordinal of the last row of the page before
    int limit = 100;         ///< at most 500
};
/// A page of the accounts of a run in walking order (Service::ShowBillingRuns). UnknownRun.
Result<std::vector<RunRow>> runRows(Session& session, const RunRowsWanted& wanted);

/// An account for which the draft is not what a draft made now would be.
struct ChangedAccount {
    std::uint32_t ordinal = 0;
    AccountId account;
    QString accountNumber;
    std::optional<Money> drafted; ///< empty: was held
    std::optional<Money> now;     ///< empty: would be held
    QString heldBecauseNow;
};
/// Looks at every account of the run that has no bill: as long as drafting, so it is no part of opening a page
/// (Service::ShowBillingRuns). Writes nothing. None once the run is issued. UnknownRun.
Result<std::vector<ChangedAccount>> changedSinceDraft(Session& session, std::int64_t run);

} // namespace meterhall::services
