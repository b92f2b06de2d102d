#include "tests/app/cli/cli_town.h"
#include "tests/support/test_case.h"

class ReportCommandTest : public meterhall::tests::CliTownTest {
    Q_OBJECT

private Q_SLOTS:
    void arrearsAreListedOnceTheyAreDue() {
        town().readAndIssueAll("110.00");
        const auto today = cli(Person::Cashier, {"report", "arrears"});
        VERIFY_EXIT(today, 0);
        QCOMPARE(today.jsonLines().size(), std::size_t(0));
        const auto later =
            cli(Person::Cashier, {"report", "arrears", "--day", town().today().addDays(40).toString(), "--csv"});
        VERIFY_EXIT(later, 0);
        QCOMPARE(later.output.count('\n'), 1 + 30);
        QVERIFY(later.output.startsWith("account,holder,address,book,bills,oldest_due,days,open\n"));
    }

    void shiftsAndSumsOfTheDayAreForWhoeverClosesIt() {
        VERIFY_EXIT(cli(Person::Cashier, {"shift", "open", "--float", "500.00", "--papers", "1001-1999"}), 0);
        VERIFY_EXIT(cli(Person::Cashier, {"shift", "count", "--count", "100x5"}), 0);
        const auto cashier = cli(Person::Cashier, {"report", "shifts"});
        VERIFY_EXIT(cashier, 2);
        const auto before = cli(Person::Lead, {"report", "shifts"});
        VERIFY_EXIT(before, 0);
        QCOMPARE(before.json()["counted"].toString(), QStringLiteral("500.00"));
        QCOMPARE(before.json()["expected"].toString(), QString());
        VERIFY_EXIT(cli(Person::Lead, {"close-day"}), 0);
        const auto after = cli(Person::Finance, {"report", "shifts"});
        QCOMPARE(after.json()["expected"].toString(), QStringLiteral("500.00"));
        const auto sums = cli(Person::Finance, {"report", "day"});
        VERIFY_EXIT(sums, 0);
        const auto unknown = cli(Person::Lead, {"report", "weather"});
        VERIFY_EXIT(unknown, 2);
        QVERIFY(unknown.messages.contains("weather"));
    }
};
METERHALL_TEST_CASE(ReportCommandTest)

#include "report_command_test.moc"
