#include "core/services/inside/bill_issuing.h"

#include "core/storage/ledger_store.h"

namespace meterhall::services {

using storage::LedgerStore;
using storage::UnitOfWork;

PostingPlace postingPlace(Session& session, JournalId id, const storage::BilledAccount& row) {
    return {.id = id,
            .entity = row.account.legalEntity,
            .businessDay = session.businessDay(),
            .seat = session.seat(),
            .shift = {},
            .at = session.now()};
}

namespace {

constexpr int daysToPay = 15;

/// Journals of bills that are issued in one unit: all at one moment.
class BillJournals {
public:
    BillJournals(Session& session, std::span<const BillToIssue> bills)
        : m_session(session)
        , m_bills(bills)
        , m_place(postingPlace(session, bills.front().journal, bills.front().row)) {}

    Result<void> addBills() {
        for (const BillToIssue& issued : m_bills) {
            const storage::StoredBill& bill = issued.bill;
            MH_TRY(auto journal,
                   billJournal(placeOf(issued, issued.journal), bill.id, bill.account, bill.content, issued.prices));
            if (journal)
                m_journals.push_back(std::move(*journal));
        }
        return {};
    }

    Result<void> addCredits(const LedgerStore& ledger) {
        std::vector<AccountId> accounts;
        for (const BillToIssue& issued : m_bills)
            accounts.push_back(issued.bill.account);
        MH_TRY(const auto credits, ledger.prepaymentsOf(accounts, m_bills.front().bill.content.total.currency()));
        for (const BillToIssue& issued : m_bills) {
            const auto credit = credits.find(issued.bill.account);
            if (credit != credits.end())
                MH_CHECK(addCredit(issued, credit->second));
        }
        return {};
    }

    const std::vector<Journal>& all() const { return m_journals; }

private:
    Result<void> addCredit(const BillToIssue& issued, Money credit) {
        const Money total = issued.bill.content.total;
        const std::int64_t used = std::min(credit.minor(), total.minor());
        if (used <= 0)
            return {};
        MH_TRY(Journal journal, creditAppliedJournal(placeOf(issued, nextId<JournalTag>(m_session)), issued.bill.id,
                                                     issued.bill.account, Money::ofMinor(used, total.currency())));
        m_journals.push_back(std::move(journal));
        return {};
    }

    PostingPlace placeOf(const BillToIssue& issued, JournalId id) const {
        PostingPlace place = m_place;
        place.id = id;
        place.entity = issued.row.account.legalEntity;
        return place;
    }

    Session& m_session;
    std::span<const BillToIssue> m_bills;
    PostingPlace m_place;
    std::vector<Journal> m_journals;
};

} // namespace

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
    BillJournals journals(session, bills);
    MH_CHECK(journals.addBills());
    MH_CHECK(journals.addCredits(LedgerStore(work.database())));
    return LedgerStore::insert(work, journals.all());
}

} // namespace meterhall::services
