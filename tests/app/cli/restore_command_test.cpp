#include "core/storage/backup_proof.h"
#include "tests/app/cli/cli_town.h"
#include "tests/support/test_case.h"

#include <QDir>
#include <QJsonArray>

using namespace meterhall;
using meterhall::tests::CliRun;
using meterhall::tests::runCli;

class RestoreCommandTest : public tests::CliTownTest {
    Q_OBJECT

    QString backUp() {
        const QString backup = inFolder("day.backup");
        const auto run = cli(Person::Administrator, isSqlite() ? QStringList{"backup", backup}
                                                               : QStringList{"backup", backup, "--admin", "postgres"});
        return run.exitCode == 0 ? backup : QString::fromUtf8(run.messages);
    }

    CliRun restoreTo(const QString& url, const QStringList& words,
                     const QByteArray& password = tests::SmallTown::password()) {
        return runCli(QStringList{"restore"} + words + workplaceOf(Person::Administrator, url), {},
                      {{"METERHALL_PASSWORD", QString::fromLatin1(password)}});
    }

    CliRun verify(const QString& url) {
        return runCli(QStringList{"verify"} + workplaceOf(Person::Administrator, url), {},
                      {{"METERHALL_PASSWORD", QString::fromLatin1(town().password())}});
    }

private Q_SLOTS:
    void aBackupIsRestoredWhereNothingWas() {
        town().readAndIssueAll("110.00");
        const QString backup = backUp();
        const auto run = restoreTo(urlBeside("restored"), {backup});
        VERIFY_EXIT(run, 0);
        QCOMPARE(run.json()["bills"].toInt(), 30);
        QCOMPARE(run.json()["kept_aside"].toString(), QString());
        const auto verified = verify(urlBeside("restored"));
        VERIFY_EXIT(verified, 0);
    }

    void whatIsThereIsReplacedOnlyWhenAskedAndKeptAside() {
        const QString backup = backUp();
        town().readAndIssueAll("110.00");
        town().signOut();
        const auto refused = restoreTo(url(), {backup});
        VERIFY_EXIT(refused, 2);
        QVERIFY(refused.messages.contains("backup.NotEmpty"));
        const auto run = restoreTo(url(), {backup, "--replace"});
        VERIFY_EXIT(run, 0);
        QCOMPARE(run.json()["bills"].toInt(), 0);
        const QString aside = run.json()["kept_aside"].toString();
        QVERIFY(!aside.isEmpty());
        if (isSqlite())
            QVERIFY(QFile::exists(aside));
        QVERIFY(!run.json()["notes_kept_aside"].toArray().isEmpty());
        const auto verified = verify(url());
        VERIFY_EXIT(verified, 0);
    }

    void aPlaceThatIsInUseIsLeftAlone() {
        const QString backup = backUp();
        const auto direct = town().openDirectly();
        const auto run = restoreTo(url(), {backup, "--replace"});
        VERIFY_EXIT(run, 2);
        QVERIFY2(run.messages.contains("storage.Busy"), run.messages.constData());
        QVERIFY(direct->number("SELECT count(*) FROM account").ok());
        QVERIFY(QDir(town().folder()).entryList({"*.restoring*"}).isEmpty());
    }

    void aDamagedBackupIsNotRestored() {
        town().readAndIssueAll("110.00");
        const QString backup = backUp();
        QFile broken(backup);
        QVERIFY(broken.open(QIODevice::ReadWrite));
        const qint64 middle = broken.size() / 2;
        QVERIFY(broken.seek(middle));
        char byte = 0;
        QVERIFY(broken.getChar(&byte));
        QVERIFY(broken.seek(middle));
        QVERIFY(broken.putChar(char(~byte)));
        broken.close();
        const auto unlikeItsProof = restoreTo(urlBeside("restored"), {backup});
        VERIFY_EXIT(unlikeItsProof, 2);
        QVERIFY(unlikeItsProof.messages.contains("storage.NoVerifiedBackup"));
        QVERIFY(broken.resize(middle));
        const auto half = restoreTo(urlBeside("restored"), {backup, "--without-proof"});
        VERIFY_EXIT(half, 2);
        QVERIFY(!isSqlite() || !QFile::exists(inFolder("restored.db")));
    }

    void aBackupThatLostItsProofIsRestoredWhenAsked() {
        const QString backup = backUp();
        QVERIFY(QFile::remove(backup + ".verified"));
        const auto refused = restoreTo(urlBeside("restored"), {backup});
        VERIFY_EXIT(refused, 2);
        const auto run = restoreTo(urlBeside("restored"), {backup, "--without-proof"});
        VERIFY_EXIT(run, 0);
    }

    void onlyAnAdministratorOfTheBackupRestores() {
        const QString backup = backUp();
        const auto run = runCli(QStringList{"restore", backup} + workplaceOf(Person::Cashier, urlBeside("restored")),
                                {}, {{"METERHALL_PASSWORD", QString::fromLatin1(town().password())}});
        VERIFY_EXIT(run, 2);
        QVERIFY(run.messages.contains("security.NotAllowed"));
        if (!isSqlite())
            return; // logins of this server need no password
        const auto wrong = restoreTo(urlBeside("restored"), {backup}, "Wrong-Password-1");
        VERIFY_EXIT(wrong, 2);
        QVERIFY(!QFile::exists(inFolder("restored.db")));
    }

    void aFileThatIsNotThereIsNamed() {
        const auto run = restoreTo(urlBeside("restored"), {inFolder("nothing.backup")});
        VERIFY_EXIT(run, 2);
        QVERIFY(run.messages.contains("nothing.backup"));
    }
};
METERHALL_TEST_CASE(RestoreCommandTest)

#include "restore_command_test.moc"
