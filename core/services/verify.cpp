#include "core/services/verify.h"

#include "core/billing/rate.h"
#include "core/services/inside/account_ends.h"
#include "core/services/inside/late_dues.h"
#include "core/services/inside/prove_bills.h"
#include "core/services/inside/purchase_walk.h"
#include "core/services/inside/session_inside.h"
#include "core/services/inside/verify_database.h"
#include "core/storage/billing_store.h"
#include "core/storage/command_store.h"
#include "core/storage/ledger_store.h"
#include "core/storage/registry_store.h"
#include "core/storage/sorts_on_disk.h"
#include "core/storage/verify_audit.h"
#include "core/storage/verify_schema.h"

namespace meterhall::services {

using storage::BillingStore;
using storage::LedgerStore;
using storage::RegistryStore;

namespace {

void addViolation(VerifyResult& result, const char* kind, const QString& subject, const QString& detail) {
    result.violations.push_back({QString::fromLatin1(kind), subject, detail});
}

Result<void> verifyEvidence(storage::Database& database, const std::vector<storage::WitnessFile::Note>& notes,
                            const WorkProgress& progress, VerifyResult& result) {
    MH_TRY(const auto found, storage::verifyAudit(database, {.witnesses = notes, .progress = progress}));
    for (const storage::AuditViolation& violation : found)
        addViolation(result, "audit", violation.table, violation.toString());
    return {};
}

Result<void> verifySchema(storage::Database& database, VerifyResult& result) {
    MH_TRY(const auto found, storage::verifySchema(database));
    for (const storage::SchemaViolation& violation : found)
        addViolation(result, "schema", violation.subject, violation.what);
    return {};
}

Result<void> verifyLedger(storage::Database& database, VerifyResult& result) {
    MH_TRY(const auto unbalanced, LedgerStore(database).unbalancedJournals());
    for (const JournalId id : unbalanced)
        addViolation(result, "journal-unbalanced", id.toString(), {});
    MH_TRY(const auto unposted, LedgerStore(database).billsUnlikeTheirJournal());
    for (const BillId id : unposted)
        addViolation(result, "bill-not-posted", id.toString(), {});
    MH_TRY(const auto balances, LedgerStore(database).balancesUnlikeTheirLines());
    for (const AccountId id : balances)
        addViolation(result, "balance", id.toString(), {});
    MH_TRY(const auto receipts, LedgerStore(database).receiptsUnlikeTheirTender());
    for (const ReceiptId id : receipts)
        addViolation(result, "tender", id.toString(), QStringLiteral("the journal took the money another way"));
    MH_TRY(const auto shifts, LedgerStore(database).closingsUnlikeTheirJournals());
    for (const ShiftId id : shifts)
        addViolation(result, "shift", id.toString(), QStringLiteral("cash is left in a closed drawer"));
    return {};
}

bool comesOutAgain(const storage::StoredLateCharge& charge, const storage::StoredLateRule& rule) {
    const auto row = lateRuleRow(rule);
    if (!row.ok())
        return false;
    const auto again = lateSumFrom(charge, *row);
    return again.ok() && again->charge == charge.charge;
}

/// Every late charge comes out again from its debts and its rule, and is what its journal has as income.
Result<void> verifyLateCharges(storage::Database& database, VerifyResult& result) {
    const storage::LateStore store(database);
    MH_TRY(const auto unlike, store.chargesUnlikeTheirJournals());
    for (const JournalId id : unlike)
        addViolation(result, "late-charge", id.toString(), QStringLiteral("the journal charges something else"));
    MH_TRY(const auto rules, store.rules());
    MH_TRY(const auto charges, store.allCharges());
    for (const storage::StoredLateCharge& charge : charges) {
        const auto rule = std::ranges::find(rules, charge.rule, &storage::StoredLateRule::id);
        if (rule == rules.end() || !comesOutAgain(charge, *rule))
            addViolation(result, "late-charge", QString::number(charge.id), QStringLiteral("does not come out again"));
    }
    return {};
}

/// Every purchase comes out again from its inputs, begins where those before it that stand leave the ladder of its
/// window, and has its money in its journal.
Result<void> verifyPurchases(storage::Database& database, VerifyResult& result) {
    const storage::PurchaseStore store(database);
    MH_TRY(const auto unlike, store.purchasesUnlikeTheirJournals());
    for (const PurchaseId id : unlike)
        addViolation(result, "purchase", id.toString(), QStringLiteral("the journal has other money"));
    MH_TRY(const auto purchases, store.all());
    PurchaseWalk walk(database);
    for (const storage::StoredPurchase& purchase : purchases) {
        const auto holds = walk.holds(purchase);
        if (!holds.ok() || !*holds)
            addViolation(result, "purchase", purchase.id.toString(), QStringLiteral("does not come out again"));
    }
    return {};
}

/// Walks each account's bills that stand in the order of their readings: every one begins where those before it, and
/// what the account came with, leave the ladder of its window. Wants all bills of an account before those of another.
class LadderWalk {
public:
    LadderWalk(storage::Database& database, VerifyResult& result)
        : m_database(database)
        , m_registry(database)
        , m_result(result) {}

    Result<void> step(const storage::StoredBill& bill) {
        if (bill.replacedBy)
            return {};
        if (m_account != bill.account)
            MH_CHECK(begin(bill));
        MH_TRY(const BillingInputs inputs, decodeBillingInputs(bill.inputs));
        MH_CHECK(compare(bill, inputs));
        std::ranges::copy(usesOf(inputs, bill.content), std::back_inserter(m_issued));
        return {};
    }

private:
    Result<void> begin(const storage::StoredBill& bill) {
        m_account = bill.account;
        m_issued.clear();
        m_events.clear();
        MH_TRY(const auto opening, m_registry.opening(bill.account));
        if (opening)
            m_events.push_back({bill.account, bill.servicePoint, opening->readOn, LadderEventKind::Imported,
                                BilledQuantity::ofMicro(opening->ladderMicro)});
        MH_TRY(const AccountEnds ends, AccountEnds::transfersOf(m_database, bill.account));
        ends.addTo(bill.servicePoint, m_events);
        return {};
    }

    Result<void> compare(const storage::StoredBill& bill, const BillingInputs& inputs) {
        BilledQuantity reached = BilledQuantity::zero(); // by the part before
        for (std::size_t i = 0; i < inputs.parts(); ++i) {
            MH_TRY(const BillingInputs part, inputs.ofPart(i));
            const bool isLast = i + 1 == inputs.parts();
            const bool isPart = i < bill.content.parts.size();
            const BilledQuantity use = isPart ? bill.content.parts[i].usage : bill.content.usage;
            const BilledQuantity after = isPart ? bill.content.parts[i].ladderAfter : bill.content.ladderAfter;
            BilledQuantity before = part.goesOn ? reached : part.ladderBefore;
            if (part.window && !part.goesOn) {
                MH_TRY(before, ladderPosition(*part.window, m_issued, m_events, inputs.interval.from()));
            }
            if (!part.goesOn && part.ladderBefore != before)
                addViolation(m_result, "ladder", bill.id.toString(),
                             QStringLiteral("does not begin where the ladder stood"));
            MH_TRY(reached, before.plus(use));
            if (after != reached || (isLast && bill.content.ladderAfter != reached))
                addViolation(m_result, "ladder", bill.id.toString(),
                             QStringLiteral("does not end where its use leads"));
        }
        return {};
    }

    storage::Database& m_database;
    RegistryStore m_registry;
    VerifyResult& m_result;
    std::optional<AccountId> m_account;
    std::vector<IssuedUse> m_issued; ///< of m_account so far
    std::vector<LadderEvent> m_events;
};

Result<void> verifyBills(storage::Database& database, const WorkProgress& progress, VerifyResult& result) {
    constexpr int step = 1'000;
    const BillingStore store(database);
    MH_TRY(const std::int64_t total, store.billCount());
    std::int64_t seen = 0;
    BillProver prover(database);
    LadderWalk ladder(database, result);
    return store.eachBill([&](const storage::StoredBill& bill) -> Result<void> {
        MH_TRY(const bool same, prover.comesOutAgain(bill));
        if (same)
            ++result.bills;
        else
            addViolation(result, "bill-not-reproduced", bill.id.toString(), {});
        MH_CHECK(ladder.step(bill));
        return ++seen % step == 0 || seen == total ? tell(progress, {QStringLiteral("bills"), seen, total})
                                                   : Result<void>();
    });
}

/// Every command's events lead where they say they lead, and no valve was queued by whoever asked for it.
Result<void> verifyCommands(storage::Database& database, VerifyResult& result) {
    const storage::CommandStore store(database);
    return store.each([&](const storage::StoredCommand& stored) -> Result<void> {
        const DeviceCommand& command = stored.command;
        MH_TRY(const auto events, store.events(command.id));
        if (const auto life = lifeOf(command.kind, events); !life.ok())
            addViolation(result, "command", command.id.toString(), life.error().toString());
        const bool byTwo =
            stored.reason && needsApproval(*stored.reason, command.kind == CommandKind::OpenValve ? ValveAction::Open
                                                                                                  : ValveAction::Close);
        for (const CommandEvent& event : events)
            if (byTwo && event.state == CommandState::Queued && event.by == command.requestedBy &&
                event.heard == CommandState::Queued)
                addViolation(result, "command", command.id.toString(), QStringLiteral("queued by whoever asked"));
        return {};
    });
}

} // namespace

Result<VerifyResult> verifyDatabase(storage::Database& database, const std::vector<storage::WitnessFile::Note>& notes,
                                    const WorkProgress& progress) {
    const storage::SortsOnDisk sorts(database);
    const auto area = [&](const char* name) { return tell(progress, {QString::fromLatin1(name)}); };
    VerifyResult result;
    MH_CHECK(area("schema"));
    MH_CHECK(verifySchema(database, result));
    MH_CHECK(verifyEvidence(database, notes, progress, result));
    MH_CHECK(area("ledger"));
    MH_CHECK(verifyLedger(database, result));
    MH_CHECK(verifyLateCharges(database, result));
    MH_CHECK(verifyPurchases(database, result));
    MH_CHECK(verifyBills(database, progress, result));
    MH_CHECK(area("commands"));
    MH_CHECK(verifyCommands(database, result));
    MH_TRY(const std::int64_t journals, LedgerStore(database).journalCount());
    result.journals = int(journals);
    return result;
}

Result<VerifyResult> verifyBooks(Session& session, const WorkProgress& progress) {
    MH_CHECK(require(session, Service::VerifyBooks));
    MH_TRY(const auto notes, session.inside().witnessNotes());
    return verifyDatabase(session.inside().database(), notes, progress);
}

} // namespace meterhall::services
