#include "tests/app/cli/cli_process.h"
#include "tests/support/test_case.h"

#include <QTemporaryDir>
#include <QTest>

using meterhall::tests::runCli;

class VerifyCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWorkplaceThatIsNotThereIsAWrongCall() {
        QTemporaryDir folder;
        const auto run = runCli({"verify", "--folder", folder.path(), "--operator", "a01"});
        QCOMPARE(run.exitCode, 2);
        QVERIFY(!run.messages.isEmpty());
    }

    void whoAsksMustBeNamed() {
        QTemporaryDir folder;
        const auto run = runCli({"verify", "--folder", folder.path()});
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.messages.contains("--operator"));
    }
};
METERHALL_TEST_CASE(VerifyCommandTest)

#include "verify_command_test.moc"
