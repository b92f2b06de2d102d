#include "core/services/verify.h"

#include "core/billing/billing_inputs.h"
#include "core/services/billing_run.h"
#include "core/services/inside/session_inside.h"
#include "core/storage/billing_store.h"
#include "core/storage/directives.h"
#include "core/storage/ledger_store.h"
#include "core/storage/migrations.h"
#include "core/storage/registry_store.h"
#include "core/storage/verify_audit.h"

#include <sstream>

namespace meterhall::services {

using storage::BillingStore;
using storage::LedgerStore;
using storage::RegistryStore;

namespace {

void addViolation(VerifyResult& result, const char* kind, const QString& subject, const QString& detail) {
    result.violations.push_back({QString::fromLatin1(kind), subject, detail});
}

Result<void> verifyEvidence(Session& session, VerifyResult& result) {
    MH_TRY(const auto notes, session.inside().witnessNotes());
    MH_TRY(const auto found, storage::verifyAudit(session.inside().database(), {.witnesses = notes}));
    for (const storage::AuditViolation& violation : found)
        addViolation(result, "audit", violation.table, violation.toString());
    return {};
}

/// What this program's migrations say of a guarded table.
struct Declared {
    std::map<std::string, std::string> tables;   ///< name -> logical name|route|duties
    std::map<std::string, std::string> balances; ///< name -> group|also|amount
};

Result<void> addDeclared(Declared& declared, const std::string& script) {
    std::istringstream lines(script);
    for (std::string line; std::getline(lines, line);) {
        MH_TRY(const auto directive, storage::parseDirective(line));
        if (!directive)
            continue;
        const std::string& table = directive->table;
        if (directive->word == "guarded")
            declared.tables[table] = directive->option("as", table) + '|' + directive->option("via", "function") + '|' +
                                     directive->option("duties");
        else if (directive->word == "append_only")
            declared.tables[table] = table + "|engine|";
        else if (directive->word == "balanced")
            declared.balances[table] =
                directive->option("group") + '|' + directive->option("also") + '|' + directive->option("amount");
    }
    return {};
}

/// A part is called like its pattern with four to eight digits.
std::string patternOf(const std::string& table) {
    const std::size_t end = table.find_last_not_of("0123456789");
    const std::size_t digits = table.size() - end - 1;
    return digits >= 4 && digits <= 8 && table[end] == '_' ? table.substr(0, end) : table;
}

/// The list of guarded tables is no business row, so no audit entry digests it; the migrations are its evidence.
Result<void> verifyCatalogue(storage::Database& database, const Declared& declared, VerifyResult& result) {
    std::size_t found = 0;
    MH_CHECK(database.each("SELECT name, logical_name || '|' || route || '|' || duties FROM guarded_table", {},
                           [&](const storage::Row& row) -> Result<void> {
                               const std::string name(row.utf8(0));
                               const auto known = declared.tables.find(patternOf(name));
                               found += declared.tables.count(name);
                               if (known == declared.tables.end() || known->second != row.utf8(1))
                                   addViolation(result, "schema", row.text(0), QStringLiteral("not as declared"));
                               return {};
                           }));
    if (found != declared.tables.size())
        addViolation(result, "schema", {}, QStringLiteral("a guarded table is not in the list"));
    for (const auto& [name, columns] : declared.balances) {
        MH_TRY(const bool there, database.exists("SELECT 1 FROM balanced_table WHERE name = ? AND group_column || '|' "
                                                 "|| also_columns || '|' || amount_column = ?",
                                                 {name, columns}));
        if (!there)
            addViolation(result, "schema", QString::fromStdString(name), QStringLiteral("balance not as declared"));
    }
    return {};
}

Result<void> verifySchema(Session& session, VerifyResult& result) {
    storage::Database& database = session.inside().database();
    MH_TRY(const auto migrations, storage::builtInMigrations());
    Declared declared;
    for (const storage::Migration& migration : migrations) {
        MH_TRY(const bool there,
               database.exists("SELECT 1 FROM schema_version WHERE version = ? AND name = ? AND checksum = ?",
                               {migration.version, migration.name, migration.checksum()}));
        if (!there)
            addViolation(result, "schema", migration.name, QStringLiteral("not the migration of this program"));
        MH_CHECK(addDeclared(declared, migration.common));
        MH_CHECK(addDeclared(declared, database.isSqlite() ? migration.sqlite : migration.postgres));
    }
    MH_TRY(const std::int64_t versions, database.number("SELECT count(*) FROM schema_version"));
    if (std::size_t(versions) != migrations.size())
        addViolation(result, "schema", {}, QStringLiteral("number of migrations"));
    MH_TRY(const bool seatGone,
           database.exists("SELECT 1 FROM audit_head h WHERE NOT EXISTS (SELECT 1 FROM seat s WHERE s.seat = h.seat)"));
    if (seatGone)
        addViolation(result, "schema", {}, QStringLiteral("a chain without its seat"));
    return verifyCatalogue(database, declared, result);
}

Result<void> verifyLedger(Session& session, VerifyResult& result) {
    storage::Database& database = session.inside().database();
    MH_TRY(const auto unbalanced, LedgerStore(database).unbalancedJournals());
    for (const JournalId id : unbalanced)
        addViolation(result, "journal-unbalanced", id.toString(), {});
    MH_TRY(const auto unposted, LedgerStore(database).billsUnlikeTheirJournal());
    for (const BillId id : unposted)
        addViolation(result, "bill-not-posted", id.toString(), {});
    MH_TRY(const auto shifts, LedgerStore(database).closingsUnlikeTheirJournals());
    for (const ShiftId id : shifts)
        addViolation(result, "shift", id.toString(), QStringLiteral("cash is left in a closed drawer"));
    return {};
}

Result<void> verifyBills(Session& session, VerifyResult& result) {
    MH_TRY(const ProofResult proof, proveBills(session));
    result.bills = proof.proved;
    for (const QString& bill : proof.broken)
        addViolation(result, "bill-not-reproduced", bill, {});
    return {};
}

/// Walks each account's bills in the order they were issued: every one begins where the ladder stood.
Result<void> verifyLadders(Session& session, VerifyResult& result) {
    storage::Database& database = session.inside().database();
    std::map<std::pair<AccountId, int>, std::int64_t> positions; ///< (account, window) -> micro
    const RegistryStore registry(database);
    return BillingStore(database).eachBill([&](const storage::StoredBill& bill) -> Result<void> {
        if (!bill.windowStart)
            return {};
        MH_TRY(const BillingInputs inputs, decodeBillingInputs(bill.inputs));
        auto known = positions.find({bill.account, bill.windowStart->number()});
        if (known == positions.end()) {
            MH_TRY(const auto opening, registry.opening(bill.account));
            const bool inside = opening && inputs.window && inputs.window->contains(opening->readOn);
            known = positions
                        .emplace(std::pair(bill.account, bill.windowStart->number()), inside ? opening->ladderMicro : 0)
                        .first;
        }
        if (inputs.ladderBefore.micro() != known->second)
            addViolation(result, "ladder", bill.id.toString(), QStringLiteral("does not begin where the ladder stood"));
        known->second += bill.content.usage.micro();
        if (bill.content.ladderAfter.micro() != known->second)
            addViolation(result, "ladder", bill.id.toString(), QStringLiteral("does not end where its use leads"));
        return {};
    });
}

} // namespace

Result<VerifyResult> verifyBooks(Session& session) {
    MH_CHECK(require(session, Service::VerifyBooks));
    VerifyResult result;
    MH_CHECK(verifySchema(session, result));
    MH_CHECK(verifyEvidence(session, result));
    MH_CHECK(verifyLedger(session, result));
    MH_CHECK(verifyBills(session, result));
    MH_CHECK(verifyLadders(session, result));
    storage::Database& database = session.inside().database();
    MH_TRY(const std::int64_t journals, LedgerStore(database).journalCount());
    result.journals = int(journals);
    return result;
}

} // namespace meterhall::services
