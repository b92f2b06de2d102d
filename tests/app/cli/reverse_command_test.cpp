#include "tests/app/cli/cli_town.h"
#include "tests/support/test_case.h"

#include <QJsonArray>

using meterhall::Commodity;

class ReverseCommandTest : public meterhall::tests::CliTownTest {
    Q_OBJECT

private Q_SLOTS:
    void aPaymentIsTakenBackOnce() {
        town().readAndIssueAll("110.00");
        VERIFY_EXIT(cli(Person::Cashier, {"shift", "open", "--float", "500.00", "--papers", "1001-1999"}), 0);
        VERIFY_EXIT(cli(Person::Cashier,
                        {"pay", "--account", town().accountNumber(1, Commodity::Gas), "--amount", "27", "--key", "1"}),
                    0);
        const auto noReason = cli(Person::Cashier, {"reverse", "--payment", "1"});
        VERIFY_EXIT(noReason, 2);
        QVERIFY(noReason.messages.contains("--reason"));
        const QStringList call{"reverse", "--payment", "1", "--reason", "收错", "--key", "2"};
        const auto reversed = cli(Person::Cashier, call);
        VERIFY_EXIT(reversed, 0);
        QCOMPARE(reversed.json()["receipts"].toArray().at(0).toObject()["amount"].toString(), QStringLiteral("-27.00"));
        const auto again = cli(Person::Cashier, call);
        VERIFY_EXIT(again, 0);
        QCOMPARE(again.json()["already_done"].toBool(), true);
        const auto twice = cli(Person::Cashier, {"reverse", "--payment", "1", "--reason", "again"});
        VERIFY_EXIT(twice, 2);
        QVERIFY(twice.messages.contains("ledger.AlreadyReversed"));
        const auto unknown = cli(Person::Cashier, {"reverse", "--payment", "77", "--reason", "none"});
        VERIFY_EXIT(unknown, 2);
    }
};
METERHALL_TEST_CASE(ReverseCommandTest)

#include "reverse_command_test.moc"
