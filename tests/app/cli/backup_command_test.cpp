#include "core/storage/backup_proof.h"
#include "tests/app/cli/cli_town.h"
#include "tests/small_town/tampering.h"
#include "tests/support/test_case.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace meterhall;
using meterhall::tests::runCli;

class BackupCommandTest : public tests::CliTownTest {
    Q_OBJECT

    QStringList backup(const QString& name) const {
        QStringList words{"backup", inFolder(name)};
        return isSqlite() ? words : words + QStringList{"--admin", "postgres"};
    }

private Q_SLOTS:
    void aBackupHasTheSameRowsAndIsProved() {
        town().readAndIssueAll("110.00");
        const auto run = cli(Person::Administrator, backup("day.backup"));
        VERIFY_EXIT(run, 0);
        QCOMPARE(run.json()["verified"].toBool(), true);
        QCOMPARE(run.json()["rows"].toObject()["bill"].toInt(), 30);
        QVERIFY(storage::requireBackupProof(inFolder("day.backup")).ok());
        QCOMPARE(QFileInfo(inFolder("day.backup")).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        const auto verified = cli(Person::Administrator, {"verify"});
        VERIFY_EXIT(verified, 0);
    }

    void anArchiveThatNobodyOpenedIsNotProved() {
        if (isSqlite())
            QSKIP("an SQLite file can always be opened");
        const auto run = cli(Person::Administrator, {"backup", inFolder("day.backup")});
        VERIFY_EXIT(run, 1);
        QCOMPARE(run.json()["verified"].toBool(), false);
        QVERIFY(run.json()["rows"].toObject()["account"].toInt() > 0);
        QVERIFY(!storage::requireBackupProof(inFolder("day.backup")).ok());
    }

    void aBackupOfBooksThatDoNotVerifyIsNotProved() {
        town().readAndIssueAll("110.00");
        {
            const auto direct = town().openDirectly();
            tests::Tampering tampering(*direct);
            QVERIFY(tampering.apply("bill", "UPDATE bill SET total_minor = total_minor + 1"));
        }
        const auto run = cli(Person::Administrator, backup("day.backup"));
        VERIFY_EXIT(run, 1);
        QVERIFY(!run.json()["violations"].toArray().isEmpty());
        QVERIFY(!storage::requireBackupProof(inFolder("day.backup")).ok());
    }

    void onlyAnAdministratorBacksUp() {
        const auto run = cli(Person::Cashier, backup("day.backup"));
        VERIFY_EXIT(run, 2);
        QVERIFY(run.messages.contains("security.NotAllowed"));
        QVERIFY(!QFile::exists(inFolder("day.backup")));
    }

    void aFileThatIsThereIsNotOverwritten() {
        const QString there = file("day.backup", "somebody's letters");
        const auto run = cli(Person::Administrator, backup("day.backup"));
        VERIFY_EXIT(run, 2);
        QVERIFY(run.messages.contains(there.toUtf8()));
        QCOMPARE(QFileInfo(there).size(), 18);
    }

    void theHelpSaysAll() {
        const auto run = runCli({"backup", "--help"});
        QCOMPARE(run.exitCode, 0);
        for (const char* word : {"FILE", "--admin", "--db", "--operator", "--password-file", "--key-file", "Exit:"})
            QVERIFY2(run.output.contains(word), word);
    }
};
METERHALL_TEST_CASE(BackupCommandTest)

#include "backup_command_test.moc"
