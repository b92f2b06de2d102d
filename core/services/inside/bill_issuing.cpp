#include "core/services/inside/bill_issuing.h"

#include "core/storage/ledger_store.h"

namespace meterhall::services {

using storage::LedgerStore;
using storage::UnitOfWork;

namespace {

constexpr int daysToPay = 15;

Result<void> addBillJournals(Session& session, std::span<const BillToIssue> bills, std::vector<Journal>& journals) {
    for (const BillToIssue& issued : bills) {
        const storage::StoredBill& bill = issued.bill;
        MH_TRY(auto journal, billJournal(postingPlace(session, issued.journal, issued.row), bill.id, bill.account,
                                         bill.content, issued.prices));
        if (journal)
            journals.push_back(std::move(*journal));
    }
    return {};
}

Result<void> addCreditJournals(Session& session, std::span<const BillToIssue> bills, const LedgerStore& ledger,
                               std::vector<Journal>& journals) {
    std::vector<AccountId> accounts;
    for (const BillToIssue& issued : bills)
        accounts.push_back(issued.bill.account);
    const Currency currency = bills.front().bill.content.total.currency();
    MH_TRY(const auto credits, ledger.prepaymentsOf(accounts, currency));
    for (const BillToIssue& issued : bills) {
        const auto credit = credits.find(issued.bill.account);
        const Money total = issued.bill.content.total;
        const std::int64_t used = credit == credits.end() ? 0 : std::min(credit->second.minor(), total.minor());
        if (used <= 0)
            continue;
        MH_TRY(Journal journal,
               creditAppliedJournal(postingPlace(session, nextId<JournalTag>(session), issued.row), issued.bill.id,
                                    issued.bill.account, Money::ofMinor(used, total.currency())));
        journals.push_back(std::move(journal));
    }
    return {};
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

Result<void> issueRated(Session& session, UnitOfWork& work, std::span<const BillToIssue> bills) {
    if (bills.empty())
        return {};
    std::vector<const storage::StoredBill*> stored;
    for (const BillToIssue& issued : bills)
        stored.push_back(&issued.bill);
    MH_CHECK(storage::BillingStore::insert(work, stored));
    std::vector<Journal> journals;
    MH_CHECK(addBillJournals(session, bills, journals));
    MH_CHECK(addCreditJournals(session, bills, LedgerStore(work.database()), journals));
    return LedgerStore::insert(work, journals);
}

} // namespace meterhall::services
