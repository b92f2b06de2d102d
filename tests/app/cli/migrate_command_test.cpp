#include "core/storage/backup_proof.h"
#include "core/storage/migrations.h"
#include "core/storage/roles.h"
#include "tests/app/cli/cli_town.h"
#include "tests/storage_support/postgres_cluster.h"
#include "tests/support/test_case.h"

using namespace meterhall;
using meterhall::tests::CliRun;
using meterhall::tests::runCli;

class MigrateCommandTest : public tests::CliTownTest {
    Q_OBJECT

    QString oldUrl() const { return urlBeside("old"); }

    QString loginUrl(const QString& url) const {
        return isSqlite() ? url : QString(url).replace("postgresql://", "postgresql://postgres@");
    }

    /// A database of the schema before this program's newest.
    Result<int> makeOld() {
        if (!isSqlite()) {
            const auto server = town().openDirectly();
            const QString name = oldUrl().section(u'/', 3).section(u'?', 0, 0);
            MH_CHECK(server->executeUnaudited(("CREATE DATABASE " + name).toStdString()));
        }
        MH_TRY(const auto database, storage::Database::open(loginUrl(oldUrl()), {}));
        if (!isSqlite())
            MH_CHECK(storage::preparePostgres(*database));
        MH_TRY(const auto migrations, storage::builtInMigrations());
        return storage::migrate(*database, std::span(migrations).first(migrations.size() - 1),
                                {.now = Instant::fromMicroseconds(0)});
    }

    CliRun migrate(const QString& url, const QStringList& words = {}) {
        return runCli(QStringList{"migrate", "--db", url, "--folder", town().folder()} + words);
    }

private Q_SLOTS:
    void aCurrentDatabaseIsLeftAlone() {
        town().signOut();
        const auto run = migrate(url());
        VERIFY_EXIT(run, 0);
        QCOMPARE(run.json()["from"], run.json()["to"]);
        QCOMPARE(run.json()["copy"].toString(), QString());
    }

    void anOlderDatabaseIsCopiedOrBackedUpAndMigrated() {
        const auto made = makeOld();
        QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().toString()));
        QStringList words;
        if (!isSqlite()) {
            const auto refused = migrate(oldUrl());
            VERIFY_EXIT(refused, 2);
            QVERIFY(refused.messages.contains("storage.NoVerifiedBackup"));
            const QString backup = file("old.backup", "opened and verified by somebody");
            QVERIFY(storage::writeBackupProof(backup).ok());
            words = QStringList{"--verified-backup", backup};
            const auto other = storage::Database::open(loginUrl(oldUrl()), {});
            const auto notAlone = migrate(oldUrl(), words);
            VERIFY_EXIT(notAlone, 2);
            QVERIFY(notAlone.messages.contains("storage.OthersConnected"));
        }
        const auto run = migrate(oldUrl(), words);
        VERIFY_EXIT(run, 0);
        QCOMPARE(run.json()["to"].toInt(), *made + 1);
        if (isSqlite())
            QVERIFY(QFile::exists(run.json()["copy"].toString()));
        const auto again = migrate(oldUrl());
        VERIFY_EXIT(again, 0);
        QCOMPARE(again.json()["from"].toInt(), *made + 1);
    }

    void anEmptyDatabaseIsNoWorkplace() {
        if (!isSqlite())
            QSKIP("the file is enough");
        const auto run = migrate(urlBeside("nothing"));
        VERIFY_EXIT(run, 2);
        QVERIFY(!QFile::exists(inFolder("nothing.db")));
    }
};
METERHALL_TEST_CASE(MigrateCommandTest)

#include "migrate_command_test.moc"
