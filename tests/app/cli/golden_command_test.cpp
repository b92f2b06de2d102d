#include "tests/app/cli/cli_process.h"
#include "tests/support/test_case.h"

#include <QTest>

using meterhall::tests::runCli;

class GoldenCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCaseIsRightAndProved() {
        const QString shared = meterhall::tests::sharedFolder();
        if (shared.isEmpty())
            QSKIP("the published bills are not here (METERHALL_SHARED)");
        const auto run = runCli({"golden", shared + QStringLiteral("/golden")});
        QVERIFY2(run.exitCode == 0, run.output.constData());
        QVERIFY(run.output.contains("130 passed, 0 failed, 11 skipped"));
    }

    void everyCaseTheHouseHasAServiceForIsBilledRight() {
        const QString shared = meterhall::tests::sharedFolder();
        if (shared.isEmpty())
            QSKIP("the published bills are not here (METERHALL_SHARED)");
        const auto run = runCli({"golden", "--through-run", shared + QStringLiteral("/golden")});
        QVERIFY2(run.exitCode == 0, (run.output + run.messages).constData());
        QVERIFY(run.output.contains("130 passed, 0 failed, 11 skipped"));
    }

    void aMissingFolderIsAWrongCall() {
        QCOMPARE(runCli({"golden", "/nowhere"}).exitCode, 2);
        QCOMPARE(runCli({"golden"}).exitCode, 2);
    }
};
METERHALL_TEST_CASE(GoldenCommandTest)

#include "golden_command_test.moc"
