#include "core/services/ingest.h"
#include "tests/app/cli/cli_town.h"
#include "tests/support/test_case.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace meterhall;
using meterhall::tests::runCli;

class ExceptionsCommandTest : public tests::CliTownTest {
    Q_OBJECT

private Q_SLOTS:
    void aWorkplaceThatIsNotThereIsAWrongCall() {
        QTemporaryDir folder;
        const auto run = runCli({"exceptions", "--folder", folder.path(), "--operator", "a01"});
        QCOMPARE(run.exitCode, 2);
        QVERIFY(!run.messages.isEmpty());
    }

    void whoAsksMustBeNamed() {
        QTemporaryDir folder;
        const auto run = runCli({"exceptions", "--folder", folder.path()});
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.messages.contains("--operator"));
    }

    void aDoubtHasItsLikelihoodAndTheNumbersItRestsOn() {
        std::vector<MeterReport> reports{town().report(1, Commodity::Gas, "90.00"),
                                         town().report(2, Commodity::Gas, "900.00"),
                                         town().report(3, Commodity::Gas, "110.00")};
        reports[1].clockTrust = ClockTrust::Wrong;
        const auto stored = services::ingest(town().session(Person::Reader), reports);
        QVERIFY(stored.ok() && stored->doubtful == 2);
        const auto run = cli(Person::Supervisor, {"exceptions", "--json"});
        VERIFY_EXIT(run, 0);
        const auto lines = run.jsonLines();
        QCOMPARE(lines.size(), std::size_t(2));
        QCOMPARE(lines[0].keys(), (QStringList{"meter", "reading", "reasons"}));
        QCOMPARE(lines[0]["meter"].toString(), QStringLiteral("GAS0001"));
        const QJsonObject lower = lines[0]["reasons"].toArray().at(0).toObject();
        QCOMPARE(lower.keys(), (QStringList{"evidence", "kind", "likelihood"}));
        QCOMPARE(lower["kind"].toString(), QStringLiteral("lower-than-previous"));
        QCOMPARE(lower["evidence"].toObject()["value"].toString(), QStringLiteral("90.00"));
        QCOMPARE(lower["evidence"].toObject()["previous"].toString(), QStringLiteral("100.4"));
        QCOMPARE(lower["evidence"].toObject()["previous_on"].toString(), QStringLiteral("2026-10-20"));
        const QJsonArray reasons = lines[1]["reasons"].toArray();
        QCOMPARE(reasons.size(), 2);
        QCOMPARE(reasons.at(0).toObject()["kind"].toString(), QStringLiteral("high-use"));
        QCOMPARE(reasons.at(0).toObject()["evidence"].toObject()["use"].toString(), QStringLiteral("799.6"));
        QCOMPARE(reasons.at(1).toObject()["kind"].toString(), QStringLiteral("wrong-clock"));
        const auto otherBook = cli(Person::Supervisor, {"exceptions", "--json", "--book", "02"});
        VERIFY_EXIT(otherBook, 0);
        QCOMPARE(otherBook.jsonLines().size(), std::size_t(0));
    }

    void onlyASupervisorSeesThem() {
        const auto run = cli(Person::Cashier, {"exceptions"});
        VERIFY_EXIT(run, 2);
        QVERIFY(run.messages.contains("security.NotAllowed"));
    }
};
METERHALL_TEST_CASE(ExceptionsCommandTest)

#include "exceptions_command_test.moc"
