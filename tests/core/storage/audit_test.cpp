#include "core/storage/guards.h"
#include "core/storage/verify_audit.h"
#include "tests/storage_support/engine_fixture.h"
#include "tests/support/test_case.h"

#include <QSet>

using namespace meterhall;
using namespace meterhall::storage;

namespace {
struct ColumnOf {
    std::string table;
    std::string column;
};
} // namespace

/// What guards refuse, and what verify finds when they were got around.
class AuditTest : public tests::EngineTest {
    Q_OBJECT

protected:
    void prepare() override {
        for (int i = 1; i <= 3; ++i) {
            UnitOfWork work = begin();
            QVERIFY(writeSample(work, i, QStringLiteral("note")).ok());
            QVERIFY(writeJournal(work, i, {{1, 500}, {1, -500}}).ok());
            QVERIFY(work.commit().ok());
        }
    }

private:
    QSet<int> faults(const VerifyOptions& options = {}) {
        QSet<int> found;
        const auto violations = verifyAudit(*testDatabase().open(), options);
        if (!violations.ok())
            return {-1};
        for (const AuditViolation& violation : *violations)
            found.insert(static_cast<int>(violation.fault));
        return found;
    }
    bool finds(AuditFault fault, const VerifyOptions& options = {}) {
        return faults(options).contains(static_cast<int>(fault));
    }

    std::vector<ColumnOf> auditedColumns() {
        std::vector<ColumnOf> columns;
        const auto catalogue = database().catalogue();
        if (!catalogue.ok())
            return columns;
        for (const GuardedTable& table : (*catalogue)->tables()) {
            for (const GuardedColumn& column : table.columns) {
                if (table.route != InsertRoute::Engine && *database().number("SELECT count(*) FROM " + table.name) > 0)
                    columns.push_back({table.name, column.name});
            }
        }
        return columns;
    }

    /// Another value of the same kind, for one row only.
    std::string change(const ColumnOf& of) {
        const std::string one = isSqlite() ? "typeof(" + of.column + ") = 'integer'"
                                           : "pg_typeof(" + of.column + ")::text IN ('bigint', 'integer')";
        const bool isInteger = count("SELECT count(*) FROM " + of.table + " WHERE " + one) > 0;
        const bool isNote = of.column == "note";
        const std::string value = isInteger ? of.column + " + 1000"
                                  : isNote  ? "'other'"
                                            : (isSqlite() ? "x'00'" : "'\\x00'::bytea");
        const std::string key = of.table == "sample" ? "id" : "journal_id";
        const std::string line = of.table == "voucher_line" ? " AND line = 1" : "";
        return "UPDATE " + of.table + " SET " + of.column + " = " + value + " WHERE " + key + " = 2" + line;
    }

private Q_SLOTS:
    void everyChangeOfAGuardedTableIsRefused() {
        const auto statements = changeStatements(database());
        VERIFY_OK(statements);
        QVERIFY(statements->size() > 30);
        for (const QString& login :
             {QStringLiteral("cashier"), QStringLiteral("all_duties"), QStringLiteral("postgres")}) {
            const auto attacker = testDatabase().open(login);
            for (const ChangeStatement& statement : *statements) {
                const auto result = attacker->driver().script(statement.sql);
                if (isSqlite() && count("SELECT count(*) FROM " + statement.table) == 0)
                    continue; // there is nothing to change
                const bool refused =
                    result.failedWith(StorageError::Guarded) || result.failedWith(StorageError::Denied);
                QVERIFY2(refused, statement.sql.c_str());
            }
        }
        QCOMPARE(count("SELECT count(*) FROM voucher_line"), 6);
        QVERIFY(faults().isEmpty());
    }

    void aMissingGuardIsFound() {
        QVERIFY(guardFaults(database())->empty());
        VERIFY_OK(superuser()->driver().script(isSqlite() ? "DROP TRIGGER sample_no_delete"
                                                          : "ALTER TABLE sample DISABLE TRIGGER sample_no_change"));
        QVERIFY(finds(AuditFault::GuardMissing));
    }

    void aGrantThatOpensAWayIsFound() {
        if (isSqlite())
            QSKIP("SQLite has no grants");
        VERIFY_OK(superuser()->driver().script("GRANT UPDATE ON sample TO meterhall_cashier"));
        QVERIFY(finds(AuditFault::GuardMissing));
    }

    /// Each change alone: it is rolled back before the next.
    void aChangedColumnOfAnyGuardedRowIsFound() {
        const auto columns = auditedColumns();
        QVERIFY(columns.size() >= 14);
        const auto all = superuser();
        if (isSqlite())
            VERIFY_OK(all->driver().script("PRAGMA foreign_keys = OFF"));
        for (const ColumnOf& column : columns) {
            const std::string name = column.table + "." + column.column;
            QVERIFY(verifyAudit(*all)->empty());
            VERIFY_OK(all->driver().script("BEGIN"));
            const auto tampered = all->driver().script(withoutGuards(change(column), column.table));
            QVERIFY2(tampered.ok(),
                     tampered.ok() ? "" : (name + " " + qPrintable(tampered.error().toString())).c_str());
            const auto violations = verifyAudit(*all);
            VERIFY_OK(violations);
            QVERIFY2(
                std::any_of(violations->begin(), violations->end(),
                            [](const AuditViolation& violation) { return violation.fault == AuditFault::RowsDiffer; }),
                name.c_str());
            VERIFY_OK(all->driver().script("ROLLBACK"));
        }
    }

    void aRemovedRowIsFound() {
        VERIFY_OK(tamper("DELETE FROM sample WHERE id = 3", "sample"));
        QVERIFY(finds(AuditFault::RowsDiffer));
    }

    void anAddedRowIsFound() {
        const std::string unit = std::to_string(UnitId{1, seat().epoch(), 2}.raw());
        VERIFY_OK(tamper("INSERT INTO sample (id, unit_id) VALUES (77, " + unit + ")", "sample"));
        QVERIFY(finds(AuditFault::RowsDiffer));
    }

    void aRowOfNoUnitIsFound() {
        VERIFY_OK(tamper("INSERT INTO sample (id, unit_id) VALUES (77, 5)", "sample"));
        QVERIFY(finds(AuditFault::RowsWithoutUnit));
    }

    void anEntryThatWasChangedIsFound() {
        for (const char* column : {"action = 'x'", "operator = 'x'", "at = at + 1", "business_day = 20261121",
                                   "details = 'x'", "row_count = 99"}) {
            VERIFY_OK(tamper(std::string("UPDATE audit_entry SET ") + column + " WHERE sequence = 2", "audit_entry"));
            QVERIFY2(finds(AuditFault::EntryAltered), column);
        }
    }

    void anEntryRemovedFromTheMiddleIsFound() {
        VERIFY_OK(tamper("DELETE FROM audit_entry WHERE sequence = 2", "audit_entry"));
        QVERIFY(finds(AuditFault::ChainBroken));
        QVERIFY(finds(AuditFault::RowsWithoutUnit));
    }

    void aTailThatWasCutOffIsFoundByTheHead() {
        VERIFY_OK(tamper("DELETE FROM audit_entry WHERE sequence = 3", "audit_entry"));
        QVERIFY(finds(AuditFault::HeadDiffers));
    }

    void aTailCutOffWithItsRowsAndItsHeadIsFoundByWitnessAndDayClose() {
        const VerifyOptions options{{{UnitId{1, seat().epoch(), 3}, seat().head()}}};
        QVERIFY(faults(options).isEmpty());
        cutTail(3);
        QCOMPARE(faults(), QSet<int>());
        QVERIFY(finds(AuditFault::WitnessGone, options));
    }

    void aTailBeforeADayCloseIsFoundWithoutAWitness() {
        const Hash head = seat().head();
        {
            UnitOfWork work = begin(QStringLiteral("closeDay"));
            VERIFY_OK(work.insertGuarded(
                "audit_checkpoint",
                {{"seat", 1}, {"epoch", seat().epoch()}, {"sequence", 3}, {"hash", head}, {"business_day", 20261120}}));
            VERIFY_OK(work.commit());
        }
        QVERIFY(faults().isEmpty());
        VERIFY_OK(tamper("UPDATE audit_checkpoint SET sequence = 9", "audit_checkpoint"));
        QVERIFY(finds(AuditFault::CheckpointGone));
    }

    void anUnbalancedGroupIsFound() {
        VERIFY_OK(
            tamper("UPDATE voucher_line SET amount = amount + 1 WHERE line = 1 AND journal_id = 1", "voucher_line"));
        QVERIFY(finds(AuditFault::Unbalanced));
    }

    void theWitnessFileRemembersTheLastCommit() {
        auto file = WitnessFile::open(testDatabase().folder() + QStringLiteral("/witness"));
        VERIFY_OK(file);
        QVERIFY(!(*file)->read()->has_value());
        seat().setWitness(file->get());
        UnitOfWork work = begin();
        VERIFY_OK(work.commit());
        const auto note = (*file)->read();
        VERIFY_OK(note);
        QCOMPARE((*note)->unit.sequence, 4);
        QVERIFY((*note)->hash == seat().head());
        QVERIFY(faults({{**note}}).isEmpty());
    }

private:
    /// What a thorough superuser does: rows, entry and head, all consistent.
    void cutTail(int sequence) {
        const std::string unit = std::to_string(UnitId{1, seat().epoch(), sequence}.raw());
        for (const std::string table : {"voucher_line", "voucher", "sample"})
            VERIFY_OK(tamper("DELETE FROM " + table + " WHERE unit_id = " + unit, table));
        const std::string before = std::to_string(sequence - 1);
        VERIFY_OK(tamper("UPDATE audit_head SET sequence = " + before +
                             ", hash = (SELECT hash FROM audit_entry WHERE sequence = " + before + ")",
                         "audit_head"));
        VERIFY_OK(tamper("DELETE FROM audit_entry WHERE sequence = " + std::to_string(sequence), "audit_entry"));
    }
};
METERHALL_TEST_CASE(AuditTest)

#include "audit_test.moc"
