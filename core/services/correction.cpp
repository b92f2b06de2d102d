#include "core/services/correction.h"

#include "core/base/canonical.h"
#include "core/services/inside/bill_issuing.h"
#include "core/services/inside/replaying.h"
#include "core/services/inside/truth_json.h"
#include "core/storage/account_file_store.h"
#include "core/storage/correction_store.h"
#include "core/storage/ledger_store.h"
#include "core/storage/reading_store.h"

namespace meterhall::services {

using storage::BillingStore;
using storage::CorrectionStore;
using storage::LedgerStore;
using storage::RegistryStore;
using storage::StoredBill;
using storage::StoredCorrection;
using storage::UnitOfWork;

namespace {

using Replayed = std::vector<ReplayedBill>;

// Whoever approves approves exactly these bills instead of exactly those.
Bytes digestOf(const Replayed& bills) {
    Bytes all;
    for (const ReplayedBill& bill : bills) {
        const QByteArray id = bill.old.id.toString().toLatin1();
        all.insert(all.end(), id.begin(), id.end());
        const Bytes inputs = hashOfInputs(bill.now.inputs);
        all.insert(all.end(), inputs.begin(), inputs.end());
    }
    return sha256(all);
}

Result<Money> paidOf(storage::Database& database, const StoredBill& bill) {
    const Money total = bill.content.total;
    MH_TRY(const Money open, LedgerStore(database).openOf(bill.id, total.currency()));
    return total.minus(open);
}

/// Fills a sheet bill by bill.
class SheetWriter {
public:
    SheetWriter(storage::Database& database, const StoredCorrection& correction)
        : m_database(database)
        , m_sheet{.correction = correction.id,
                  .reason = correction.reason,
                  .approved = correction.approvedBy.has_value(),
                  .bills = {},
                  .accounts = {},
                  .difference = Money::zero(Currency::cny())} {}

    Result<void> add(const storage::AccountRow& row, const StoredBill& old, const BillingInputs& inputs,
                     const Bill& now) {
        MH_TRY(const Money difference, now.total.minus(old.content.total));
        m_sheet.bills.push_back({.account = row.account.id,
                                 .accountNumber = row.account.number,
                                 .month = old.month,
                                 .interval = inputs.interval,
                                 .bill = old.id,
                                 .replacedBy = old.replacedBy,
                                 .useBefore = old.content.usage,
                                 .use = now.usage,
                                 .before = old.content.total,
                                 .now = now.total,
                                 .difference = difference,
                                 .released = Money::zero(difference.currency())});
        if (m_sheet.accounts.empty())
            m_sheet.difference = Money::zero(difference.currency());
        MH_TRY(m_sheet.difference, m_sheet.difference.plus(difference));
        return addTo(row, difference);
    }
    SettledBill& last() { return m_sheet.bills.back(); }
    SettlementSheet take() { return std::move(m_sheet); }

private:
    // Before it is approved, what the account will owe is what it owes now and the difference.
    Result<void> addTo(const storage::AccountRow& row, Money difference) {
        auto& accounts = m_sheet.accounts;
        if (accounts.empty() || accounts.back().account != row.account.id) {
            const Currency currency = difference.currency();
            MH_TRY(const auto now, storage::AccountFileStore(m_database).balances(row.account.id, currency));
            MH_TRY(const Money owed, now.owed.minus(now.prepayment));
            accounts.push_back({row.account.id, row.account.number, Money::zero(currency), owed});
        }
        MH_TRY(accounts.back().difference, accounts.back().difference.plus(difference));
        if (!m_sheet.approved) {
            MH_TRY(accounts.back().owed, accounts.back().owed.plus(difference));
        }
        return {};
    }

    storage::Database& m_database;
    SettlementSheet m_sheet;
};

Result<SettlementSheet> sheetOf(storage::Database& database, const StoredCorrection& correction,
                                const Replayed& bills) {
    SheetWriter writer(database, correction);
    for (const ReplayedBill& bill : bills) {
        MH_CHECK(writer.add(bill.row, bill.old, bill.now.inputs, bill.now.bill));
        MH_TRY(writer.last().released, paidOf(database, bill.old));
    }
    return writer.take();
}

/// Of a correction that is done: what it did.
Result<SettlementSheet> doneSheet(storage::Database& database, const StoredCorrection& correction) {
    SheetWriter writer(database, correction);
    MH_TRY(const auto reversals, CorrectionStore(database).reversalsOf(correction.id));
    for (const storage::BillReversal& reversal : reversals) {
        MH_TRY(const auto old, BillingStore(database).bill(reversal.bill));
        MH_TRY(const auto now, BillingStore(database).bill(reversal.replacedBy));
        if (!old || !now)
            return storage::StorageError::NoRow; // the foreign keys are gone
        MH_TRY(const BillingInputs inputs, decodeBillingInputs(now->inputs));
        MH_TRY(const storage::AccountRow row, Replaying(database).account(now->account));
        MH_CHECK(writer.add(row, *old, inputs, now->content));
        writer.last().released = reversal.released;
    }
    return writer.take();
}

Result<StoredCorrection> knownCorrection(storage::Database& database, std::int64_t id) {
    MH_TRY(const auto known, CorrectionStore(database).correction(id));
    return known ? Result<StoredCorrection>(*known) : Result<StoredCorrection>(CorrectionError::UnknownCorrection);
}

/// Does what was approved, inside one unit of work.
class Settlement {
public:
    Settlement(Session& session, UnitOfWork& work, const StoredCorrection& correction)
        : m_session(session)
        , m_work(work)
        , m_correction(correction) {}

    // All old bills first: what had been paid of them pays the new ones, the oldest first.
    Result<void> settle(const Replayed& bills) {
        std::vector<Money> released;
        for (const ReplayedBill& bill : bills) {
            MH_TRY(const Money paid, paidOf(m_work.database(), bill.old));
            MH_CHECK(takeBack(bill, paid));
            released.push_back(paid);
        }
        for (std::size_t i = 0; i < bills.size(); ++i)
            MH_CHECK(replace(bills[i], released[i]));
        return {};
    }

    Result<void> change(const TrueTerms& truth) {
        MH_TRY(const storage::AccountRow row, Replaying(m_work.database()).account(truth.account));
        return storage::TermsStore::change(m_work, row, truth.from, truth.terms);
    }

    // The last bills before this one say which meter was taken for whose, and where its dial stood.
    Result<void> hangOver(const Replayed& bills) {
        const auto& one = bills.front();
        const auto& other = bills.back();
        const Date on = other.old.readTo;
        MH_TRY(const BillingInputs last, decodeBillingInputs(other.old.inputs));
        const UsageSegment& fromOther = last.segments.back();
        const UsageSegment& fromOne = other.now.inputs.segments.back();
        MH_CHECK(takeDown(fromOther, on));
        MH_CHECK(takeDown(fromOne, on));
        MH_CHECK(hang(fromOther, one.row.account.servicePoint, on));
        return hang(fromOne, other.row.account.servicePoint, on);
    }

private:
    Result<void> takeBack(const ReplayedBill& bill, Money paid) {
        MH_TRY(const auto billed, LedgerStore(m_work.database()).journalOf(bill.old.id));
        if (!billed)
            return {};
        const PostingPlace place = postingPlace(m_session, nextId<JournalTag>(m_session), bill.row);
        MH_TRY(const Journal journal, billReversalJournal(place, *billed, bill.old.id, bill.old.account, paid));
        return LedgerStore::insert(m_work, journal);
    }

    Result<void> replace(const ReplayedBill& bill, Money released) {
        MH_TRY(const Date dueOn, dueDate(m_session));
        StoredBill stored = bill.old;
        stored.id = nextId<BillTag>(m_session);
        stored.tariffVersion = bill.now.inputs.tariffVersion;
        stored.ruleVersion = bill.now.inputs.ruleVersion;
        stored.inputs = encodeBillingInputs(bill.now.inputs);
        stored.inputsDigest = hashOfInputs(bill.now.inputs);
        const auto& window = bill.now.inputs.window;
        stored.windowStart = window ? std::optional(window->from()) : std::optional<Date>();
        stored.ladderOn = ladderDay(bill.now.inputs.interval.to(), window);
        stored.issuedOn = m_session.businessDay();
        stored.dueOn = dueOn;
        stored.content = bill.now.bill;
        ++stored.turn;
        const BillToIssue issued{stored, bill.row, bill.prices, nextId<JournalTag>(m_session)};
        MH_CHECK(issueRated(m_session, m_work, {&issued, 1}));
        return CorrectionStore::insert(m_work, m_correction.id, {bill.old.id, stored.id, released}, stored.issuedOn);
    }

    Result<void> takeDown(const UsageSegment& meter, Date on) {
        MH_TRY(const auto hanging, RegistryStore(m_work.database()).installedMeter(meter.meter));
        if (!hanging)
            return Error(RegistryError::NotInstalled, {meter.meter.toString()});
        return RegistryStore::insert(m_work, Removal{hanging->installation.id, on, dialOf(meter)});
    }

    Result<void> hang(const UsageSegment& meter, ServicePointId place, Date on) {
        return RegistryStore::insert(
            m_work, Installation{nextId<InstallationTag>(m_session), meter.meter, place, on, dialOf(meter)});
    }

    static Decimal dialOf(const UsageSegment& meter) {
        constexpr int decimalsOfDials = 6;
        return {meter.currentDial.micro(), decimalsOfDials};
    }

    Session& m_session;
    UnitOfWork& m_work;
    const StoredCorrection& m_correction;
};

Result<SettlementSheet> prepareAgain(storage::Database& database, const StoredCorrection& known,
                                     const CorrectionRequest& request) {
    if (known.truth != truthText(request.truth) || known.reason != request.reason.trimmed())
        return CorrectionError::KeyUsedForSomethingElse;
    if (known.approvedBy)
        return doneSheet(database, known);
    Replaying replaying(database);
    MH_TRY(const Replayed bills, replaying.replay(request.truth));
    return sheetOf(database, known, bills);
}

// As for issuing: whoever had a hand in the readings may not decide on their bills.
Result<void> checkApprover(Session& session, const StoredCorrection& correction, const Replayed& bills) {
    if (correction.preparedBy == session.who().id)
        return SecurityError::SamePerson;
    storage::Database& database = session.inside().database();
    MH_TRY(const bool closed, LedgerStore(database).dayClosed(session.businessDay()));
    if (closed)
        return LedgerError::DayClosed;
    for (const ReplayedBill& bill : bills) {
        MH_TRY(const auto run, BillingStore(database).run(bill.old.run));
        MH_TRY(const bool reviewed, storage::ReadingStore(database).reviewedBy(
                                        session.who().id, run->book, bill.old.month.firstDay().addMonths(-1)));
        if (reviewed)
            return CorrectionError::ReviewedByApprover;
    }
    return {};
}

Result<void> lockAccounts(UnitOfWork& work, const Truth& truth) {
    std::vector<AccountId> accounts{accountOf(truth)};
    if (const auto* crossed = std::get_if<CrossedMeters>(&truth))
        accounts.push_back(crossed->other);
    MH_TRY(const auto row, storage::RegistryStore(work.database()).accountById(accounts.front()));
    if (row && row->sharings > 0) {
        MH_TRY(const auto sharers, storage::RegistryStore(work.database()).accountsAt(row->account.servicePoint));
        accounts.insert(accounts.end(), sharers.begin(), sharers.end());
    }
    return LedgerStore::lock(work, std::move(accounts));
}

Result<Replayed> replayedStill(Replaying& replaying, const StoredCorrection& correction, const Truth& truth) {
    auto bills = replaying.replay(truth);
    const bool changed =
        bills.ok() ? digestOf(*bills) != correction.digest : bills.failedWith(CorrectionError::NothingToCorrect);
    return changed ? Result<Replayed>(CorrectionError::BillsChanged) : std::move(bills);
}

} // namespace

Result<SettlementSheet> prepareCorrection(Session& session, const CorrectionRequest& request) {
    MH_CHECK(require(session, Service::PrepareCorrection));
    storage::Database& database = session.inside().database();
    MH_CHECK(Replaying(database).account(accountOf(request.truth)));
    const QString reason = request.reason.trimmed();
    if (reason.isEmpty())
        return SecurityError::ReasonMissing;
    MH_TRY(const auto known, CorrectionStore(database).correction(request.key));
    if (known)
        return prepareAgain(database, *known, request);
    Replaying replaying(database);
    MH_TRY(const Replayed bills, replaying.replay(request.truth));
    const StoredCorrection correction{.id = request.key,
                                      .account = accountOf(request.truth),
                                      .truth = truthText(request.truth),
                                      .reason = reason,
                                      .digest = digestOf(bills),
                                      .preparedBy = session.who().id,
                                      .preparedAt = session.now()};
    MH_TRY(UnitOfWork work, beginUnit(session, Service::PrepareCorrection, QString::number(request.key)));
    MH_CHECK(CorrectionStore::insert(work, correction));
    MH_CHECK(work.commit());
    return sheetOf(database, correction, bills);
}

Result<SettlementSheet> approveCorrection(Session& session, std::int64_t id) {
    MH_CHECK(require(session, Service::ApproveCorrection));
    MH_TRY(UnitOfWork work, beginUnit(session, Service::ApproveCorrection, QString::number(id)));
    MH_TRY(const StoredCorrection correction, knownCorrection(work.database(), id));
    if (correction.approvedBy)
        return CorrectionError::AlreadyApproved;
    MH_TRY(const Truth truth, truthFrom(correction.truth));
    MH_CHECK(lockAccounts(work, truth));
    Replaying replaying(work.database()); // the prices of the bills are its own
    auto bills = replayedStill(replaying, correction, truth);
    MH_CHECK(checkApprover(session, correction, bills.ok() ? *bills : Replayed()));
    if (!bills.ok())
        return bills.error();
    Settlement settlement(session, work, correction);
    MH_CHECK(settlement.settle(*bills));
    if (const auto* terms = std::get_if<TrueTerms>(&truth))
        MH_CHECK(settlement.change(*terms));
    if (std::holds_alternative<CrossedMeters>(truth))
        MH_CHECK(settlement.hangOver(*bills));
    MH_CHECK(CorrectionStore::approve(work, id, session.who().id));
    MH_CHECK(work.commit());
    return settlementOf(session, id);
}

Result<SettlementSheet> settlementOf(Session& session, std::int64_t id) {
    if (!mayUse(session.who().duties, Service::PrepareCorrection))
        MH_CHECK(require(session, Service::ShowBillingRuns));
    storage::Database& database = session.inside().database();
    MH_TRY(const StoredCorrection correction, knownCorrection(database, id));
    if (correction.approvedBy)
        return doneSheet(database, correction);
    MH_TRY(const Truth truth, truthFrom(correction.truth));
    Replaying replaying(database);
    MH_TRY(const Replayed bills, replayedStill(replaying, correction, truth));
    return sheetOf(database, correction, bills);
}

} // namespace meterhall::services
