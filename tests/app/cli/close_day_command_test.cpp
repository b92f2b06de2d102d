#include "tests/app/cli/cli_town.h"
#include "tests/support/test_case.h"

#include <QJsonArray>

using meterhall::Commodity;

class CloseDayCommandTest : public meterhall::tests::CliTownTest {
    Q_OBJECT

private Q_SLOTS:
    void cashiersCountBlindAndTheLeadClosesShiftsAndDay() {
        town().readAndIssueAll("110.00");
        VERIFY_EXIT(cli(Person::Cashier, {"shift", "open", "--float", "500.00", "--papers", "1001-1999"}), 0);
        const QStringList call{"pay",   "--account", town().accountNumber(1, Commodity::Gas), "--amount", "27",
                               "--key", "1"};
        VERIFY_EXIT(cli(Person::Cashier, call), 0);
        const auto uncounted = cli(Person::Lead, {"close-day"});
        VERIFY_EXIT(uncounted, 2);
        QVERIFY(uncounted.messages.contains("ledger.ShiftNotCounted") && uncounted.messages.contains("seat 2"));
        const auto counted = cli(Person::Cashier, {"close-day", "--count", "100x5,20x1,5x1,1x1,0.50x1"});
        VERIFY_EXIT(counted, 0);
        QVERIFY(!counted.output.contains("52"));
        const auto late =
            cli(Person::Cashier, {"pay", "--account", town().accountNumber(3, Commodity::Gas), "--amount", "27"});
        VERIFY_EXIT(late, 2);
        QVERIFY(late.messages.contains("ledger.AlreadyCounted"));
        const auto noReason = cli(Person::Lead, {"close-day"});
        VERIFY_EXIT(noReason, 2);
        QVERIFY(noReason.messages.contains("ledger.ReasonMissing"));
        const auto closed = cli(Person::Lead, {"close-day", "--reason", "少五角"});
        VERIFY_EXIT(closed, 0);
        QCOMPARE(closed.json()["shifts"].toArray().at(0).toObject()["short"].toString(), QStringLiteral("0.50"));
        const auto again = cli(Person::Lead, {"close-day"});
        VERIFY_EXIT(again, 2);
        QVERIFY(again.messages.contains("ledger.DayClosed"));
        const auto afterwards = cli(Person::Cashier, {"shift", "open", "--float", "500.00", "--papers", "2001-2999"});
        VERIFY_EXIT(afterwards, 2);
        QVERIFY(afterwards.messages.contains("ledger.DayClosed"));
        const auto verified = cli(Person::Administrator, {"verify"});
        VERIFY_EXIT(verified, 0);
    }

    void aCountThatIsNoneAndSomebodyElseAreRefused() {
        VERIFY_EXIT(cli(Person::Cashier, {"shift", "open", "--float", "500.00", "--papers", "1001-1999"}), 0);
        for (const char* count : {"lots", "100x-1", "100x1,100x2", "0x3", "100"}) {
            const auto run = cli(Person::Cashier, {"close-day", "--count", count});
            VERIFY_EXIT(run, 2);
            QVERIFY(run.messages.contains("--count"));
        }
        const auto cashier = cli(Person::Cashier, {"close-day"});
        VERIFY_EXIT(cashier, 2);
        QVERIFY(cashier.messages.contains("security.NotAllowed"));
    }
};
METERHALL_TEST_CASE(CloseDayCommandTest)

#include "close_day_command_test.moc"
