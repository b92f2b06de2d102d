#include "tests/app/cli/cli_process.h"
#include "tests/support/test_case.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using meterhall::tests::runCli;

class VectorsCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPublishedFrameIsDecodedAndEveryDamagedOneRefused() {
        const QString shared = meterhall::tests::sharedFolder();
        if (shared.isEmpty())
            QSKIP("the published frames are not here (METERHALL_SHARED)");
        const auto run = runCli({"vectors", shared + QStringLiteral("/vectors")});
        QVERIFY2(run.exitCode == 0, run.output.constData());
        QVERIFY(run.output.contains(" 0 failed"));
    }

    void aWrongExpectationIsFound() {
        QTemporaryDir folder;
        QDir(folder.path()).mkdir("cjt188");
        QFile file(folder.filePath("cjt188/frames.jsonl"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"id":"own","hex":"6810AAAAAAAAAAAAAA0103901F00D216","expect":{"checksum_ok":true}})");
        file.close();
        const auto run = runCli({"vectors", folder.path()});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.output.contains("own"));
    }

    void nothingToCompareIsAWrongCall() {
        QTemporaryDir folder;
        QCOMPARE(runCli({"vectors", folder.path()}).exitCode, 2);
    }
};
METERHALL_TEST_CASE(VectorsCommandTest)

#include "vectors_command_test.moc"
