#include "core/services/billing_run.h"

#include "core/base/canonical.h"
#include "core/billing/rate.h"
#include "core/services/inside/account_ends.h"
#include "core/services/inside/bill_issuing.h"
#include "core/services/inside/drafting.h"
#include "core/services/inside/known_account.h"
#include "core/services/inside/loss_shares.h"
#include "core/services/inside/prove_bills.h"
#include "core/storage/billing_store.h"
#include "core/storage/bulk_insert.h"
#include "core/storage/ledger_store.h"
#include "core/storage/reading_store.h"

#include <QElapsedTimer>

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

/// On SQLite whoever else writes waits for a chunk; on PostgreSQL only who pays for an account of it.
Duration chunkTime(const storage::Database& database) {
    return Duration::milliseconds(database.isSqlite() ? 25 : 100);
}

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

Result<Draft> draftOf(BillingInputsSource& source, const storage::BilledAccount& row, const BillingRun& run,
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
    auto rating = rated(inputs, taken.prices);
    if (rating.failedWith(TariffError::MissingFact)) {
        draft.heldBecause = codeOf(Hold::MissingFact);
        return draft;
    }
    MH_TRY(const Bill bill, std::move(rating));
    draft.inputs = encodeBillingInputs(inputs);
    draft.inputsDigest = sha256(draft.inputs);
    draft.total = bill.total;
    return draft;
}

Result<BillingRun> knownRun(Session& session, std::int64_t number) {
    MH_TRY(const auto run, BillingStore(session.inside().database()).run(number));
    return run ? Result<BillingRun>(*run) : Result<BillingRun>(BillingRunError::UnknownRun);
}

namespace {

/// A closed account that was billed to its last day is left out of runs, one that was billed until its supply was
/// suspended, and has none, and one whose meter is the master of others that are billed what it counts.
Result<bool> isOver(storage::Database& database, const storage::BilledAccount& row) {
    if (!row.closedOn && row.suspensions == 0 && row.losses == 0)
        return false;
    MH_TRY(const AccountEnds ends, AccountEnds::of(database, row));
    MH_TRY(const LossShares losses, LossShares::of(database, row));
    MH_TRY(const auto settled, settledOn(database, row.account.id));
    if (!settled)
        return false;
    return (row.closedOn && *settled >= *row.closedOn) || !ends.beginBehind(*settled) || !losses.beginBehind(*settled);
}

Result<std::vector<Draft>> draftAll(storage::Database& database, const BillingRun& run,
                                    std::span<const storage::BilledAccount> accounts) {
    constexpr std::size_t readAtOnce = 500;
    BillingInputsSource source(database);
    std::vector<Draft> drafts;
    for (auto left = accounts; !left.empty(); left = left.subspan(std::min(readAtOnce, left.size()))) {
        const auto some = left.first(std::min(readAtOnce, left.size()));
        MH_CHECK(source.readAhead(some, run.readTo));
        for (const storage::BilledAccount& row : some) {
            MH_TRY(const bool over, isOver(database, row));
            if (over)
                continue;
            MH_TRY(Draft draft, draftOf(source, row, run, std::uint32_t(drafts.size()) + 1));
            drafts.push_back(std::move(draft));
        }
    }
    return drafts;
}

} // namespace

Result<RunSummary> draftBills(Session& session, BookId book, AccountingMonth month) {
    MH_CHECK(require(session, Service::DraftBills));
    storage::Database& database = session.inside().database();
    bool isNew = false;
    MH_TRY(const BillingRun run, runToDraft(session, book, month, isNew));
    MH_TRY(const auto accounts, RegistryStore(database).billedAccountsOf(book));
    MH_TRY(const auto drafts, draftAll(database, run, accounts));
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
class IssuingChunk {
public:
    IssuingChunk(Session& session, UnitOfWork& work, const BillingRun& run)
        : m_session(session)
        , m_work(work)
        , m_run(run)
        , m_source(work.database())
        , m_today(session.businessDay())
        , m_total(Money::zero(Currency::cny())) {}

    Result<void> issue(std::span<const Draft> drafts) {
        std::vector<AccountId> accounts;
        for (const Draft& draft : drafts)
            accounts.push_back(draft.account);
        MH_CHECK(LedgerStore::lock(m_work, accounts));
        MH_TRY(m_rows, RegistryStore(m_work.database()).billedAccounts(accounts));
        MH_CHECK(m_source.readAhead(m_rows, m_run.readTo));
        std::map<AccountId, const storage::BilledAccount*> known;
        for (const storage::BilledAccount& row : m_rows)
            known.emplace(row.account.id, &row);
        m_total = Money::zero(drafts.front().total->currency());
        for (const Draft& draft : drafts) {
            const auto row = known.find(draft.account);
            if (row == known.end())
                return RegistryError::UnknownAccount;
            MH_CHECK(add(draft, *row->second));
        }
        return store();
    }

    int issued() const { return int(m_bills.size()); }
    /// Numbers of accounts whose inputs changed since the draft.
    const std::vector<QString>& refused() const { return m_refused; }

private:
    struct RatedBill {
        StoredBill bill;
        const storage::BilledAccount* row;
        std::vector<const TariffVersion*> prices;
        JournalId journal;
    };

    Result<void> add(const Draft& draft, const storage::BilledAccount& row) {
        MH_TRY(auto inputs, m_source.inputsOf(row, m_run.month, m_run.readTo));
        auto* same = std::get_if<ReadyInputs>(&inputs);
        if (same == nullptr || hashOfInputs(same->inputs) != draft.inputsDigest) {
            m_refused.push_back(row.account.number);
            return {};
        }
        MH_TRY(Bill bill, rated(same->inputs, same->prices));
        if (!draft.total || bill.total != *draft.total)
            return BillingRunError::TotalChanged;
        MH_TRY(m_total, m_total.plus(bill.total));
        m_bills.push_back({storedBill(draft, row.account, same->inputs, std::move(bill)), &row, std::move(same->prices),
                           idInRun<JournalTag>(m_run.number, draft.ordinal)});
        return {};
    }

    StoredBill storedBill(const Draft& draft, const Account& account, const BillingInputs& inputs, Bill bill) const {
        return {.id = idInRun<BillTag>(m_run.number, draft.ordinal),
                .run = m_run.number,
                .account = account.id,
                .servicePoint = account.servicePoint,
                .entity = account.legalEntity,
                .month = m_run.month,
                .tariffVersion = inputs.tariffVersion,
                .ruleVersion = inputs.ruleVersion,
                .inputs = draft.inputs,
                .inputsDigest = draft.inputsDigest,
                .readTo = inputs.interval.to(),
                .ladderOn = ladderDay(inputs.interval.to(), inputs.window),
                .windowStart = inputs.window ? std::optional(inputs.window->from()) : std::optional<Date>(),
                .issuedOn = m_today,
                .dueOn = m_run.dueOn,
                .content = std::move(bill)};
    }

    Result<void> store() {
        std::vector<BillToIssue> bills;
        for (const RatedBill& rated : m_bills)
            bills.push_back({rated.bill, *rated.row, rated.prices, rated.journal});
        MH_CHECK(issueRated(m_session, m_work, bills));
        return BillingStore::addIssued(m_work, m_run.number, issued(), m_total);
    }

    Session& m_session;
    UnitOfWork& m_work;
    const BillingRun& m_run;
    BillingInputsSource m_source;
    Date m_today;
    std::vector<storage::BilledAccount> m_rows;
    std::vector<RatedBill> m_bills;
    std::vector<QString> m_refused;
    Money m_total;
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
    IssuingChunk bills(session, work, run);
    MH_CHECK(bills.issue(chunk));
    MH_CHECK(work.commit());
    result.issued += bills.issued();
    result.refused.insert(result.refused.end(), bills.refused().begin(), bills.refused().end());
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
    storage::ChunkPacer pacer(chunkTime(session.inside().database()), firstChunk);
    for (std::span<const Draft> left = drafts; !left.empty();) {
        if (maxChunks > 0 && chunks++ == maxChunks)
            return result;
        const auto chunk = left.first(std::min(std::size_t(pacer.rows()), left.size()));
        QElapsedTimer took;
        took.start();
        MH_CHECK(issueChunk(session, run, chunk, result));
        pacer.took(std::int64_t(chunk.size()), Duration::microseconds(took.nsecsElapsed() / 1'000));
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
