#include "core/services/billing_run.h"
#include "tests/app/cli/cli_town.h"
#include "tests/support/test_case.h"

using meterhall::Commodity;
using meterhall::tests::runCli;

class TraceCommandTest : public meterhall::tests::CliTownTest {
    Q_OBJECT

private Q_SLOTS:
    void theTraceOfAStoredBillHolds() {
        town().readAndIssueAll("110.00");
        const auto bills =
            meterhall::services::billsOfAccount(town().session(Person::Drafter), town().account(1, Commodity::Gas));
        QVERIFY(bills.ok());
        const auto run = cli(Person::Drafter, {"trace", bills->front().toString()});
        VERIFY_EXIT(run, 0);
        QCOMPARE(run.json()["total"].toString(), QStringLiteral("27.00"));
        QCOMPARE(run.json()["account"].toString(), town().accountNumber(1, Commodity::Gas));
        const auto judged = runCli({"trace-check", "-"}, run.output);
        VERIFY_EXIT(judged, 0);
        QByteArray changed = run.output;
        changed.replace("\"27.00\"", "\"27.01\"");
        const auto refused = runCli({"trace-check", "-"}, changed);
        VERIFY_EXIT(refused, 1);
    }

    void aBillThatIsNotThereIsNamed() {
        const auto run = cli(Person::Drafter, {"trace", "4711"});
        VERIFY_EXIT(run, 2);
        QVERIFY(run.messages.contains("4711"));
        const auto noNumber = cli(Person::Drafter, {"trace", "the-first"});
        VERIFY_EXIT(noNumber, 2);
    }
};
METERHALL_TEST_CASE(TraceCommandTest)

#include "trace_command_test.moc"
