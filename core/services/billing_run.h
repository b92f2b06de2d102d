#pragma once

#include "core/billing/ids.h"
#include "core/calendar/accounting_month.h"
#include "core/money/money.h"
#include "core/registry/ids.h"
#include "core/services/session.h"

#include <map>
#include <span>

namespace meterhall::services {

METERHALL_ERRORS(BillingRunError, "billingrun", UnknownRun, RunIsIssued, NotChecked, SamePerson, ReviewedByIssuer,
                 UnknownBook, InputsChanged, TotalChanged, NothingToDraft)

/// What a run holds: the same numbers before and after issuing, because preview is the run.
struct RunSummary {
    std::int64_t run = 0;
    BookId book;
    AccountingMonth month;
    int billable = 0;
    Money total;
    std::map<QString, int> held; ///< reason code -> accounts
};

/// Rates every account of the book from its newest readings and keeps one draft per account. Drafting again replaces
/// drafts that were not issued. What cannot be billed by one price and one ladder window, or lacks a fact the tariff
/// asks for, is held like what was not read.
Result<RunSummary> draftBills(Session& session, BookId book, AccountingMonth month);

/// Drafts these accounts of a run again, with the readings up to the run's own day; the others stay. Whoever does it
/// has drafted the run, and it wants to be checked again. Guards: duty, UnknownRun, RunIsIssued (begun counts),
/// NothingToDraft (none of them is in it).
Result<RunSummary> draftAgain(Session& session, std::int64_t run, std::span<const AccountId> accounts);

Result<RunSummary> runSummary(Session& session, std::int64_t run);

/// The run of the book and month that is not wholly issued yet: drafted, checked, or stopped while it was issued.
struct OpenRun {
    std::int64_t run = 0;
    bool checked = false;
    bool begun = false; ///< some of its bills may be issued
};
Result<std::optional<OpenRun>> openRun(Session& session, BookId book, AccountingMonth month);

/// The second person's check: not by who drafted.
Result<void> checkBills(Session& session, std::int64_t run);

struct IssueResult {
    int issued = 0;
    bool finished = false;        ///< nothing of the run is left to issue
    std::vector<QString> refused; ///< account numbers whose inputs changed since the draft
};
/// Issues what was drafted and checked, chunk by chunk, each chunk one transaction; called again it resumes. Whoever
/// reviewed readings of the book may not issue it. `maxChunks` bounds the work of one call; 0 is all.
Result<IssueResult> issueBills(Session& session, std::int64_t run, int maxChunks = 0);

/// The bills of one account, oldest first.
Result<std::vector<BillId>> billsOfAccount(Session& session, AccountId account);

/// Rates stored bills again from their inputs, of one book or all: whether they come out byte for byte.
struct ProofResult {
    int proved = 0;
    std::vector<QString> broken; ///< bill ids
};
Result<ProofResult> proveBills(Session& session, std::optional<BookId> book = {});

} // namespace meterhall::services
