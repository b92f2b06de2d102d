#include "core/services/billing_run.h"

#include "core/billing/rate.h"
#include "core/services/inside/bill_issuing.h"
#include "core/services/inside/drafting.h"
#include "core/services/inside/prove_bills.h"
#include "core/storage/billing_store.h"
#include "core/storage/bulk_insert.h"
#include "core/storage/ledger_store.h"
#include "core/storage/reading_store.h"

#include <set>

namespace meterhall::services {

using storage::BillingRun;
using storage::BillingStore;
using storage::Draft;
using storage::LedgerStore;
using storage::RegistryStore;
using storage::RunState;
using storage::StoredBill;
using storage::UnitOfWork;

namespace {

// Accounts of a run's first chunk; the next ones are as long as time allows (ChunkPacer).
constexpr std::int64_t firstChunk = 5;

Result<RunSummary> summaryOf(const BillingRun& run, const std::vector<Draft>& drafts) {
    RunSummary summary{run.number, run.book, run.month, 0, Money::zero(Currency::cny()), {}};
    const auto billable = std::ranges::find_if(drafts, [](const Draft& draft) { return draft.total.has_value(); });
    if (billable != drafts.end())
        summary.total = Money::zero(billable->total->currency());
    for (const Draft& draft : drafts) {
        if (!draft.total) {
            ++summary.held[draft.heldBecause];
            continue;
        }
        ++summary.billable;
        MH_TRY(summary.total, summary.total.plus(*draft.total));
    }
    return summary;
}

/// The run drafts go to: the one that is still open, or a new one.
Result<BillingRun> runToDraft(Session& session, BookId book, AccountingMonth month, bool& isNew) {
    const BillingStore store(session.inside().database());
    MH_TRY(const auto open, store.openRunOf(book, month));
    if (open && open->state == RunState::Issuing)
        return BillingRunError::RunIsIssued;
    MH_TRY(const std::int64_t number, open ? Result<std::int64_t>(open->number) : store.nextRunNumber());
    MH_TRY(const Date dueOn, dueDate(session));
    isNew = !open;
    return BillingRun{.number = number,
                      .book = book,
                      .month = month,
                      .state = RunState::Drafted,
                      .draftedBy = session.who().id,
                      .checkedBy = {},
                      .readTo = session.businessDay(),
                      .dueOn = dueOn};
}

} // namespace

Result<Draft> draftOf(BillingInputsSource& source, const storage::AccountRow& row, const BillingRun& run,
                      std::uint32_t ordinal) {
    Draft draft{.run = run.number,
                .ordinal = ordinal,
                .account = row.account.id,
                .inputs = {},
                .inputsDigest = {},
                .total = {},
                .heldBecause = {}};
    MH_TRY(const auto ready, source.inputsOf(row, run.month, run.readTo));
    if (const Hold* hold = std::get_if<Hold>(&ready)) {
        draft.heldBecause = codeOf(*hold);
        return draft;
    }
    const auto& taken = std::get<ReadyInputs>(ready);
    const BillingInputs& inputs = taken.inputs;
    auto rating = rated(inputs, taken.prices());
    if (rating.failedWith(TariffError::MissingFact)) {
        draft.heldBecause = codeOf(Hold::MissingFact);
        return draft;
    }
    MH_TRY(const Bill bill, std::move(rating));
    draft.inputs = encodeBillingInputs(inputs);
    draft.inputsDigest = hashOfInputs(inputs);
    draft.total = bill.total;
    return draft;
}

Result<BillingRun> knownRun(Session& session, std::int64_t number) {
    MH_TRY(const auto run, BillingStore(session.inside().database()).run(number));
    return run ? Result<BillingRun>(*run) : Result<BillingRun>(BillingRunError::UnknownRun);
}

namespace {

/// A closed account that was billed to its last day is left out of runs.
Result<bool> isOver(storage::Database& database, const storage::AccountRow& row) {
    if (!row.closedOn)
        return false;
    MH_TRY(const auto billed, BillingStore(database).billedTo(row.account.id));
    if (billed)
        return *billed >= *row.closedOn;
    MH_TRY(const auto opening, RegistryStore(database).opening(row.account.id));
    return opening && opening->readOn >= *row.closedOn;
}

} // namespace

Result<RunSummary> draftBills(Session& session, BookId book, AccountingMonth month) {
    MH_CHECK(require(session, Service::DraftBills));
    storage::Database& database = session.inside().database();
    bool isNew = false;
    MH_TRY(const BillingRun run, runToDraft(session, book, month, isNew));
    MH_TRY(const auto accounts, RegistryStore(database).accountsOfBook(book));
    BillingInputsSource source(database);
    std::vector<Draft> drafts;
    for (const storage::AccountRow& row : accounts) {
        MH_TRY(const bool over, isOver(database, row));
        if (over)
            continue;
        MH_TRY(Draft draft, draftOf(source, row, run, std::uint32_t(drafts.size()) + 1));
        drafts.push_back(std::move(draft));
    }
    if (drafts.empty())
        return BillingRunError::NothingToDraft;
    MH_TRY(UnitOfWork work, beginUnit(session, Service::DraftBills, QString::number(run.number)));
    MH_CHECK(isNew ? BillingStore::insert(work, run, session.now())
                   : BillingStore::draftAgain(work, run, session.now()));
    MH_CHECK(BillingStore::replaceDrafts(work, run.number, drafts));
    MH_CHECK(work.commit());
    return summaryOf(run, drafts);
}

Result<RunSummary> draftAgain(Session& session, std::int64_t number, std::span<const AccountId> accounts) {
    MH_CHECK(require(session, Service::DraftBills));
    MH_CHECK(requireSeat(session));
    storage::Database& database = session.inside().database();
    MH_TRY(BillingRun run, knownRun(session, number));
    if (run.state != RunState::Drafted && run.state != RunState::Checked)
        return BillingRunError::RunIsIssued;
    MH_TRY(auto drafts, BillingStore(database).draftsOf(number));
    BillingInputsSource source(database);
    bool any = false;
    for (Draft& draft : drafts) {
        if (std::ranges::find(accounts, draft.account) == accounts.end())
            continue;
        MH_TRY(const auto row, RegistryStore(database).accountById(draft.account));
        if (!row)
            return RegistryError::UnknownAccount;
        MH_TRY(draft, draftOf(source, *row, run, draft.ordinal));
        any = true;
    }
    if (!any)
        return BillingRunError::NothingToDraft;
    run.draftedBy = session.who().id;
    MH_TRY(UnitOfWork work, beginUnit(session, Service::DraftBills, QStringLiteral("again: %1").arg(number)));
    MH_CHECK(BillingStore::draftAgain(work, run, session.now()));
    MH_CHECK(BillingStore::replaceDrafts(work, number, drafts));
    MH_CHECK(work.commit());
    return summaryOf(run, drafts);
}

Result<RunSummary> runSummary(Session& session, std::int64_t number) {
    MH_CHECK(require(session, Service::DraftBills));
    MH_TRY(const BillingRun run, knownRun(session, number));
    MH_TRY(const auto drafts, BillingStore(session.inside().database()).draftsOf(number));
    return summaryOf(run, drafts);
}

Result<std::optional<OpenRun>> openRun(Session& session, BookId book, AccountingMonth month) {
    MH_CHECK(require(session, Service::DraftBills));
    MH_TRY(const auto open, BillingStore(session.inside().database()).openRunOf(book, month));
    if (!open)
        return std::optional<OpenRun>();
    return std::optional(OpenRun{open->number, open->state != RunState::Drafted, open->state == RunState::Issuing});
}

Result<void> checkBills(Session& session, std::int64_t number) {
    MH_CHECK(require(session, Service::CheckBills));
    MH_TRY(const BillingRun run, knownRun(session, number));
    if (run.state != RunState::Drafted)
        return BillingRunError::RunIsIssued;
    if (run.draftedBy == session.who().id)
        return BillingRunError::SamePerson;
    MH_TRY(UnitOfWork work, beginUnit(session, Service::CheckBills, QString::number(number)));
    MH_CHECK(BillingStore::setState(work, number, RunState::Checked, session.who().id, session.now()));
    return work.commit();
}

namespace {

/// One chunk of a run on its way to bills.
class Issue {
public:
    Issue(Session& session, const BillingRun& run)
        : m_session(session)
        , m_run(run)
        , m_source(session.inside().database())
        , m_registry(session.inside().database()) {}

    /// False when the account's inputs changed since the draft.
    Result<bool> issue(UnitOfWork& work, const Draft& draft, QString& accountNumber) {
        MH_CHECK(LedgerStore::lock(work, {draft.account}));
        MH_TRY(const auto row, m_registry.accountById(draft.account));
        if (!row)
            return RegistryError::UnknownAccount;
        accountNumber = row->account.number;
        MH_TRY(const auto ready, m_source.inputsOf(*row, m_run.month, m_run.readTo));
        const auto* same = std::get_if<ReadyInputs>(&ready);
        if (same == nullptr || hashOfInputs(same->inputs) != draft.inputsDigest)
            return false;
        MH_TRY(const Bill bill, rated(same->inputs, same->prices()));
        if (!draft.total || bill.total != *draft.total)
            return BillingRunError::TotalChanged;
        MH_CHECK(store(work, draft, *row, *same, bill));
        return true;
    }

private:
    Result<void> store(UnitOfWork& work, const Draft& draft, const storage::AccountRow& row, const ReadyInputs& ready,
                       const Bill& bill) {
        const auto prices = ready.prices();
        const StoredBill stored{.id = idInRun<BillTag>(m_run.number, draft.ordinal),
                                .run = m_run.number,
                                .account = row.account.id,
                                .servicePoint = row.account.servicePoint,
                                .entity = row.account.legalEntity,
                                .month = m_run.month,
                                .tariffVersion = ready.version.id,
                                .ruleVersion = ready.inputs.ruleVersion,
                                .inputs = draft.inputs,
                                .inputsDigest = draft.inputsDigest,
                                .readTo = ready.inputs.interval.to(),
                                .ladderOn = ladderDay(ready.inputs.interval.to(), ready.inputs.window),
                                .windowStart = ready.inputs.window ? std::optional(ready.inputs.window->from())
                                                                   : std::optional<Date>(),
                                .issuedOn = m_session.businessDay(),
                                .dueOn = m_run.dueOn,
                                .content = bill};
        const auto journal = idInRun<JournalTag>(m_run.number, draft.ordinal);
        return issueBill(m_session, work, {stored, row, prices, journal});
    }

    Session& m_session;
    const BillingRun& m_run;
    BillingInputsSource m_source;
    RegistryStore m_registry;
};

// Readings of the book count from the last month on: whoever had a hand in what is billed now may not issue it.
Result<void> checkIssuer(Session& session, const BillingRun& run) {
    const Date after = run.month.firstDay().addMonths(-1);
    MH_TRY(const bool reviewed,
           storage::ReadingStore(session.inside().database()).reviewedBy(session.who().id, run.book, after));
    return reviewed ? Result<void>(BillingRunError::ReviewedByIssuer) : Result<void>();
}

Result<void> issueChunk(Session& session, const BillingRun& run, std::span<const Draft> chunk, IssueResult& result) {
    MH_TRY(UnitOfWork work, beginUnit(session, Service::IssueBills, QString::number(run.number)));
    Issue issue(session, run);
    int issued = 0;
    std::vector<QString> refused;
    Money total = Money::zero(chunk.front().total->currency());
    for (const Draft& draft : chunk) {
        QString accountNumber;
        MH_TRY(const bool done, issue.issue(work, draft, accountNumber));
        if (!done) {
            refused.push_back(accountNumber);
            continue;
        }
        ++issued;
        MH_TRY(total, total.plus(*draft.total));
    }
    MH_CHECK(BillingStore::addIssued(work, run.number, issued, total));
    MH_CHECK(work.commit());
    result.issued += issued;
    result.refused.insert(result.refused.end(), refused.begin(), refused.end());
    return {};
}

Result<void> setState(Session& session, std::int64_t run, RunState state) {
    MH_TRY(UnitOfWork work, beginUnit(session, Service::IssueBills, QString::number(run)));
    MH_CHECK(BillingStore::setState(work, run, state, session.who().id, session.now()));
    return work.commit();
}

} // namespace

Result<IssueResult> issueBills(Session& session, std::int64_t number, int maxChunks) {
    MH_CHECK(require(session, Service::IssueBills));
    MH_TRY(const BillingRun run, knownRun(session, number));
    if (run.state == RunState::Drafted)
        return BillingRunError::NotChecked;
    MH_CHECK(checkIssuer(session, run));
    MH_TRY(const bool closed, LedgerStore(session.inside().database()).dayClosed(session.businessDay()));
    if (closed)
        return LedgerError::DayClosed;
    if (run.state == RunState::Checked)
        MH_CHECK(setState(session, number, RunState::Issuing));
    MH_TRY(const auto drafts, BillingStore(session.inside().database()).unissued(number));
    IssueResult result;
    int chunks = 0;
    storage::ChunkPacer pacer(Duration::milliseconds(25), firstChunk);
    for (std::span<const Draft> left = drafts; !left.empty();) {
        if (maxChunks > 0 && chunks++ == maxChunks)
            return result;
        const auto chunk = left.first(std::min(std::size_t(pacer.rows()), left.size()));
        const Instant began = session.now();
        MH_CHECK(issueChunk(session, run, chunk, result));
        pacer.took(std::int64_t(chunk.size()), session.now() - began);
        left = left.subspan(chunk.size());
    }
    if (run.state != RunState::Issued)
        MH_CHECK(setState(session, number, RunState::Issued));
    result.finished = true;
    return result;
}

Result<std::vector<BillId>> billsOfAccount(Session& session, AccountId account) {
    MH_CHECK(require(session, Service::FindCustomer));
    return BillingStore(session.inside().database()).billsOfAccount(account);
}

Result<bool> BillProver::comesOutAgain(const StoredBill& bill) {
    const auto inputs = decodeBillingInputs(bill.inputs);
    if (!inputs.ok())
        return false;
    MH_TRY(const auto prices, m_prices.of(*inputs));
    const auto same = reproduces(*inputs, encodeBill(bill.content), prices);
    return same.ok() && *same;
}

Result<ProofResult> proveBills(Session& session, std::optional<BookId> book) {
    MH_CHECK(require(session, Service::VerifyBooks));
    storage::Database& database = session.inside().database();
    const BillingStore store(database);
    std::set<std::int64_t> runsOfBook;
    if (book) {
        MH_TRY(const auto runs, store.runsOf(*book));
        runsOfBook.insert(runs.begin(), runs.end());
    }
    BillProver prover(database);
    ProofResult result;
    MH_CHECK(store.eachBill([&](const StoredBill& bill) -> Result<void> {
        if (book && !runsOfBook.contains(bill.run))
            return {};
        MH_TRY(const bool same, prover.comesOutAgain(bill));
        if (same)
            ++result.proved;
        else
            result.broken.push_back(bill.id.toString());
        return {};
    }));
    return result;
}

} // namespace meterhall::services
