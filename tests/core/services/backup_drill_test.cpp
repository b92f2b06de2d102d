#include "core/services/audit_log.h"
#include "core/services/backup.h"
#include "tests/small_town/small_town_test.h"
#include "tests/storage_support/database_fixture.h"
#include "tests/support/test_case.h"

#include <QDir>
#include <QTest>

using namespace meterhall;
using services::BackupAct;
using services::BackupError;

/// The restore drill, on both engines.
class BackupDrillTest : public tests::SmallTownTest {
    Q_OBJECT

    services::Session& administrator() { return as(Person::Administrator); }
    std::optional<services::PostgresAdmin> admin() const {
        return town().onSqlite() ? std::nullopt
                                 : std::optional(services::PostgresAdmin{QStringLiteral("postgres"), {}});
    }
    QString file() const { return town().folder() + QStringLiteral("/night.backup"); }
    void backUp() {
        town().readAndIssueAll("110.00");
        const auto made = services::backUp(administrator(), {file(), admin()});
        VERIFY_OK(made);
        QVERIFY(made->proved);
    }
    Result<services::DrillResult> drill(const WorkProgress& progress = {}) {
        return services::drillBackup(administrator(), {file(), admin()}, progress);
    }
    services::BackupRow newestRow() {
        const auto rows = services::backupRows(administrator());
        if (!rows.ok() || rows->empty())
            qFatal("no backup row");
        return rows->front();
    }
    std::int64_t entries() { return *town().openDirectly()->number("SELECT count(*) FROM audit_entry"); }
    void spoil(qint64 at) {
        QFile broken(file());
        QVERIFY(broken.open(QIODevice::ReadWrite));
        QVERIFY(broken.seek(at));
        char byte = 0;
        QVERIFY(broken.getChar(&byte));
        QVERIFY(broken.seek(at));
        QVERIFY(broken.putChar(char(~byte)));
    }
    void nothingIsLeftBehind() {
        QVERIFY(QDir(town().folder()).entryList({QStringLiteral("drill-*")}, QDir::AllEntries).isEmpty());
        if (!town().onSqlite())
            QCOMPARE(*town().openDirectly()->number("SELECT count(*) FROM pg_database WHERE datname = "
                                                    "current_database() || '_drill'"),
                     std::int64_t(0));
    }

private Q_SLOTS:
    void aBackupIsRestoredAsideAndVerified() {
        backUp();
        const std::int64_t before = entries();
        const auto drilled = drill();
        VERIFY_OK(drilled);
        QVERIFY(drilled->proved && drilled->hadProof && drilled->schema > 0);
        QVERIFY(drilled->verified.violations.empty());
        QCOMPARE(drilled->verified.bills, 30);
        QVERIFY(drilled->verified.journals >= 30);
        QCOMPARE(drilled->rows.at(QStringLiteral("bill")), std::int64_t(30));
        QCOMPARE(entries(), before + 1); // and nothing else
        const auto row = newestRow();
        QVERIFY(row.act == BackupAct::Drilled && row.held);
        QCOMPARE(row.file, QStringLiteral("night.backup"));
        nothingIsLeftBehind();
        QCOMPARE(violations(), 0);
    }

    void aFileThatLostItsProofGetsItBack() {
        backUp();
        QVERIFY(services::provedAt(file()));
        QVERIFY(QFile::remove(file() + QStringLiteral(".verified")));
        QVERIFY(!services::provedAt(file()));
        const auto drilled = drill();
        VERIFY_OK(drilled);
        QVERIFY(drilled->proved && !drilled->hadProof);
        QVERIFY(services::provedAt(file()));
        QVERIFY(drill()->hadProof);
    }

    void aSpoiledFileIsFound() {
        backUp();
        spoil(QFileInfo(file()).size() / 2);
        const auto changed = drill();
        QVERIFY(changed.failedWith(BackupError::NotTheProved));
        QCOMPARE(changed.error().arguments().first(), QStringLiteral("night.backup"));
        QVERIFY(newestRow().act == BackupAct::Drilled && !newestRow().held);
        QVERIFY(QFile::remove(file() + QStringLiteral(".verified")));
        QVERIFY(QFile::resize(file(), QFileInfo(file()).size() / 2));
        QVERIFY(drill().failedWith(BackupError::CannotBeRestored));
        QVERIFY(!services::provedAt(file()));
        nothingIsLeftBehind();
        QCOMPARE(violations(), 0);
    }

    void withoutALoginAServersArchiveIsOnlyRead() {
        if (town().onSqlite())
            QSKIP("an SQLite backup is a database by itself");
        backUp();
        const auto drilled = services::drillBackup(administrator(), {file(), {}});
        VERIFY_OK(drilled);
        QVERIFY(!drilled->proved && drilled->schema == 0);
        QCOMPARE(drilled->rows.at(QStringLiteral("bill")), std::int64_t(30));
        QVERIFY(newestRow().act == BackupAct::Drilled && !newestRow().held);
    }

    void aDrillThatIsBrokenOffLeavesNothing() {
        backUp();
        const std::int64_t before = entries();
        const auto stopped = drill([](const WorkStep& step) -> Result<void> {
            return step.area == QLatin1String("ledger") ? Result<void>(storage::StorageError::Busy) : Result<void>();
        });
        QVERIFY(stopped.failedWith(storage::StorageError::Busy));
        QCOMPARE(entries(), before);
        nothingIsLeftBehind();
    }

    void onlyAnAdministratorDrills() {
        backUp();
        QVERIFY(services::drillBackup(as(Person::Finance), {file(), admin()}).failedWith(SecurityError::NotAllowed));
        QVERIFY(services::drillBackup(administrator(), {file() + u'x', admin()})
                    .failedWith(storage::StorageError::CannotOpen));
    }
};
METERHALL_TEST_CASE(BackupDrillTest)

#include "backup_drill_test.moc"
