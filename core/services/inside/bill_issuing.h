#pragma once

#include "core/billing/bill_parts.h"
#include "core/ledger/postings.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/billing_store.h"
#include "core/storage/registry_store.h"

namespace meterhall::services {

/// Where and when a journal of this account is posted now.
PostingPlace postingPlace(Session& session, JournalId id, const storage::BilledAccount& row);

/// The last day to pay a bill that is issued today.
Result<Date> dueDate(Session& session);

struct BillToIssue {
    const storage::StoredBill& bill;
    const storage::BilledAccount& row;
    BillPrices prices; ///< of the bill's parts
    JournalId journal; ///< of its posting
};
/// What makes rated bills issued ones: their rows, their journals, and what was paid ahead pays them at once. Bills of
/// different accounts, which are locked.
Result<void> issueRated(Session& session, storage::UnitOfWork& work, std::span<const BillToIssue> bills);

} // namespace meterhall::services
