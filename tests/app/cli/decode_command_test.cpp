#include "tests/app/cli/cli_process.h"
#include "tests/support/test_case.h"

#include <QJsonArray>
#include <QTest>

using meterhall::tests::runCli;

class DecodeCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFrameIsOneLineOfJson() {
        // Own frame: read request of meter 78110000000017, DI 90 1F, SER 1; sum by hand.
        const auto run = runCli({"decode", "--protocol", "cjt188", "6830170000000000117801 03901F01EC16"});
        QCOMPARE(run.json()["ok"].toBool(), run.exitCode == 0);
        QVERIFY(run.json().contains("frame"));
    }

    void noHexIsAWrongCall() {
        QCOMPARE(runCli({"decode", "--protocol", "cjt188", "zz"}).exitCode, 2);
        QCOMPARE(runCli({"decode", "--protocol", "morse", "68"}).exitCode, 2);
        QCOMPARE(runCli({"decode"}).exitCode, 2);
    }

    void aDamagedFrameExitsWithOne() { QCOMPARE(runCli({"decode", "--protocol", "cjt188", "68FF16"}).exitCode, 1); }
};
METERHALL_TEST_CASE(DecodeCommandTest)

#include "decode_command_test.moc"
