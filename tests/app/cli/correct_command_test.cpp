#include "tests/app/cli/cli_town.h"
#include "tests/support/test_case.h"

#include <QJsonArray>

using meterhall::Commodity;

class CorrectCommandTest : public meterhall::tests::CliTownTest {
    Q_OBJECT

private Q_SLOTS:
    void aRealDialReplacesTheBillAfterTwoPeopleSaidSo() {
        town().readAndIssueAll("121.90");
        const QString account = town().accountNumber(1, Commodity::Gas);
        const QString dial = town().today().toString() + QStringLiteral("=105.20");
        const auto noReason = cli(Person::Drafter, {"correct", "dials", "--account", account, "--dial", dial});
        VERIFY_EXIT(noReason, 2);
        const auto prepared = cli(Person::Drafter, {"correct", "dials", "--account", account, "--dial", dial,
                                                    "--reason", "估抄", "--key", "7"});
        VERIFY_EXIT(prepared, 0);
        QCOMPARE(prepared.json()["correction"].toString(), QStringLiteral("7"));
        QCOMPARE(prepared.json()["approved"].toBool(), false);
        QCOMPARE(prepared.json()["bills"].toArray().size(), 1);
        const auto samePerson = cli(Person::Drafter, {"correct", "approve", "7"});
        VERIFY_EXIT(samePerson, 2);
        QVERIFY(samePerson.messages.contains("security.SamePerson"));
        const auto approved = cli(Person::Checker, {"correct", "approve", "7"});
        VERIFY_EXIT(approved, 0);
        QCOMPARE(approved.json()["difference"], prepared.json()["difference"]);
        const auto shown = cli(Person::Drafter, {"correct", "show", "7"});
        VERIFY_EXIT(shown, 0);
        QCOMPARE(shown.json(), approved.json());
        const auto unknown = cli(Person::Drafter, {"correct", "show", "8"});
        VERIFY_EXIT(unknown, 2);
    }

    void everyTruthHasAForm() {
        town().readAndIssueAll("121.90");
        const QString account = town().accountNumber(1, Commodity::Gas);
        const QString other = town().accountNumber(3, Commodity::Gas);
        VERIFY_EXIT(cli(Person::Drafter, {"correct", "terms", "--account", account, "--from", "2026-01-01",
                                          "--household-size", "5", "--reason", "补登"}),
                    0);
        VERIFY_EXIT(cli(Person::Drafter, {"correct", "crossed", "--account", account, "--other", other, "--from",
                                          "2026-01-01", "--reason", "串户"}),
                    0);
        VERIFY_EXIT(cli(Person::Drafter,
                        {"correct", "meter", "--account", account, "--meter", "GAS0001", "--from", "2026-01-01", "--to",
                         town().today().toString(), "--too-much", "5", "--reason", "检定"}),
                    0);
        const auto nothing = cli(Person::Drafter, {"correct", "meter", "--account", account, "--meter", "GAS0001",
                                                   "--from", "2026-01-01", "--to", town().today().toString(),
                                                   "--too-much", "0", "--reason", "检定"});
        VERIFY_EXIT(nothing, 2);
        QVERIFY(nothing.messages.contains("correction.NothingToCorrect"));
    }
};
METERHALL_TEST_CASE(CorrectCommandTest)

#include "correct_command_test.moc"
