#include "tests/app/cli/cli_process.h"
#include "tests/support/test_case.h"

#include <QTest>

using meterhall::tests::runCli;

class TraceCheckCommandTest : public QObject {
    Q_OBJECT

private:
    static QByteArray ratedBill() {
        const QString tariff = meterhall::tests::sourceFolder() + QStringLiteral("/resources/tariffs/sandbox-gas.json");
        return runCli({"rate", "--tariff", tariff, "--case", "-"},
                      R"({"id":"own","op":"bill","inputs":{"tariff":"sandbox-gas","usage":"21","prior":"290"}})")
            .output;
    }

private Q_SLOTS:
    void aRatedBillHolds() {
        const auto run = runCli({"trace-check", "-"}, ratedBill());
        QVERIFY2(run.exitCode == 0, run.messages.constData());
        QCOMPARE(run.output.trimmed(), QByteArray("holds 59.36"));
    }

    void aChangedPriceDoesNotHold() {
        const auto run = runCli({"trace-check", "-"}, ratedBill().replace("\"2.942\"", "\"2.941\""));
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.output.startsWith("does not hold"));
    }

    void whatIsNoTraceIsAWrongCall() {
        QCOMPARE(runCli({"trace-check", "-"}, "{}").exitCode, 2);
        QCOMPARE(runCli({"trace-check", "-"}, "no JSON").exitCode, 2);
        QCOMPARE(runCli({"trace-check"}).exitCode, 2);
    }
};
METERHALL_TEST_CASE(TraceCheckCommandTest)

#include "trace_check_command_test.moc"
