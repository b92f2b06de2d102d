#include "core/services/inside/bill_issuing.h"

#include "core/storage/ledger_store.h"

namespace meterhall::services {

using storage::LedgerStore;
using storage::UnitOfWork;

namespace {

constexpr int daysToPay = 15;

Result<void> applyCredit(Session& session, UnitOfWork& work, const BillToIssue& issued) {
    const Money total = issued.bill.content.total;
    MH_TRY(const Money credit, LedgerStore(work.database()).prepaymentOf(issued.bill.account, total.currency()));
    const std::int64_t used = std::min(credit.minor(), total.minor());
    if (used <= 0)
        return {};
    MH_TRY(const Journal journal,
           creditAppliedJournal(postingPlace(session, nextId<JournalTag>(session), issued.row), issued.bill.id,
                                issued.bill.account, Money::ofMinor(used, total.currency())));
    return LedgerStore::insert(work, journal);
}

} // namespace

PostingPlace postingPlace(Session& session, JournalId id, const storage::AccountRow& row) {
    return {.id = id,
            .entity = row.account.legalEntity,
            .businessDay = session.businessDay(),
            .seat = session.seat(),
            .shift = {},
            .at = session.now()};
}

Result<Date> dueDate(Session& session) {
    MH_TRY(const WorkingCalendar* calendar, session.inside().calendar());
    return calendar->nextWorkingDay(session.businessDay().addDays(daysToPay));
}

Result<void> issueBill(Session& session, UnitOfWork& work, const BillToIssue& toIssue) {
    const storage::StoredBill& bill = toIssue.bill;
    MH_CHECK(storage::BillingStore::insert(work, bill));
    MH_TRY(const auto journal, billJournal(postingPlace(session, toIssue.journal, toIssue.row), bill.id, bill.account,
                                           bill.content, toIssue.prices));
    if (journal)
        MH_CHECK(LedgerStore::insert(work, *journal));
    return applyCredit(session, work, toIssue);
}

} // namespace meterhall::services
