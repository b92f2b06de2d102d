#include "tests/app/cli/cli_town.h"
#include "tests/support/test_case.h"

using meterhall::tests::runCli;

class ExportCommandTest : public meterhall::tests::CliTownTest {
    Q_OBJECT

private Q_SLOTS:
    void readingsAreExportedAsTheyCameIn() {
        town().readAndIssueAll("110.00");
        const auto run = cli(Person::Finance, {"export", "readings", "-"});
        VERIFY_EXIT(run, 0);
        QCOMPARE(run.jsonLines().size(), std::size_t(30));
        QCOMPARE(run.json()["value"].toString(), QStringLiteral("110.00"));
        const auto none = cli(Person::Finance, {"export", "readings", "-", "--to", "2020-01-01"});
        VERIFY_EXIT(none, 0);
        QCOMPARE(none.jsonLines().size(), std::size_t(0));
    }

    void anArchiveGoesOnFromTheLastBills() {
        town().readAndIssueAll("110.00");
        const auto run = cli(Person::Administrator, {"export", "customers", "-"});
        VERIFY_EXIT(run, 0);
        int accounts = 0;
        for (const QJsonObject& line : run.jsonLines()) {
            if (line["kind"].toString() != "account")
                continue;
            ++accounts;
            QCOMPARE(line["previous_reading"].toObject()["value"].toString(), QStringLiteral("110"));
            QCOMPARE(line["customer"].toObject()["phone"].toString(), QString());
        }
        QCOMPARE(accounts, 30);
    }

    void personalDataAskForADutyOfTheirOwn() {
        const auto run = cli(Person::Administrator, {"export", "customers", inFolder("all.csv"), "--personal"});
        VERIFY_EXIT(run, 2);
        QVERIFY(run.messages.contains("see personal data"));
        QVERIFY(!QFile::exists(inFolder("all.csv")));
        const auto cashier = cli(Person::Cashier, {"export", "customers", inFolder("all.csv")});
        VERIFY_EXIT(cashier, 2);
        QVERIFY(!QFile::exists(inFolder("all.csv")));
    }
};
METERHALL_TEST_CASE(ExportCommandTest)

#include "export_command_test.moc"
