#include "tests/app/cli/cli_town.h"
#include "tests/support/test_case.h"

#include <QJsonArray>

using meterhall::Commodity;

class PayCommandTest : public meterhall::tests::CliTownTest {
    Q_OBJECT

    QString gasAccount(int home) { return town().accountNumber(home, Commodity::Gas); }

private Q_SLOTS:
    void aPaymentIsTakenOnceHoweverOftenItIsAskedFor() {
        town().readAndIssueAll("110.00");
        const QStringList call{"pay",        "--account", gasAccount(1), "--amount", "27.00",
                               "--received", "50",        "--key",       "1001"};
        const auto noShift = cli(Person::Cashier, call);
        VERIFY_EXIT(noShift, 2);
        QVERIFY(noShift.messages.contains("ledger.ShiftNotOpen"));
        VERIFY_EXIT(cli(Person::Cashier, {"shift", "open", "--float", "500.00", "--papers", "1001-1999"}), 0);
        const auto paid = cli(Person::Cashier, call);
        VERIFY_EXIT(paid, 0);
        QCOMPARE(paid.json()["change"].toString(), QStringLiteral("23.00"));
        QCOMPARE(paid.json()["already_done"].toBool(), false);
        const auto again = cli(Person::Cashier, call);
        VERIFY_EXIT(again, 0);
        QCOMPARE(again.json()["already_done"].toBool(), true);
        QCOMPARE(again.json()["receipts"], paid.json()["receipts"]);
        const auto other =
            cli(Person::Cashier, {"pay", "--account", gasAccount(1), "--amount", "28.00", "--key", "1001"});
        VERIFY_EXIT(other, 2);
        QVERIFY(other.messages.contains("ledger.KeyUsedForSomethingElse"));
    }

    void gasAndWaterArePaidTogetherWithAReceiptForEach() {
        town().readAndIssueAll("110.00");
        VERIFY_EXIT(cli(Person::Cashier, {"shift", "open", "--float", "500.00", "--papers", "1001-1999"}), 0);
        const auto paid = cli(Person::Cashier, {"pay", "--account", gasAccount(2), "--account",
                                                town().accountNumber(2, Commodity::Water), "--amount", "77.00"});
        VERIFY_EXIT(paid, 0);
        QCOMPARE(paid.json()["receipts"].toArray().size(), 2);
        QVERIFY(paid.json()["key"].toString().toLongLong() > 0);
    }

    void aTerminalsSlipIsTakenOnceAndTheChosenBillIsPaid() {
        town().readAndIssueAll("110.00");
        VERIFY_EXIT(cli(Person::Cashier, {"shift", "open", "--float", "500.00", "--papers", "1001-1999"}), 0);
        const QStringList call{"pay",    "--account",   gasAccount(1), "--amount", "27.00", "--method",
                               "wechat", "--reference", "42000018",    "--key",    "1002"};
        const auto paid = cli(Person::Cashier, call);
        VERIFY_EXIT(paid, 0);
        QCOMPARE(paid.json()["method"].toString(), QStringLiteral("wechat"));
        const auto twice = cli(Person::Cashier, {"pay", "--account", gasAccount(3), "--amount", "27.00", "--method",
                                                 "wechat", "--reference", "42000018"});
        VERIFY_EXIT(twice, 2);
        QVERIFY(twice.messages.contains("ledger.ReferenceUsed"));
        const auto barter =
            cli(Person::Cashier, {"pay", "--account", gasAccount(3), "--amount", "27.00", "--method", "barter"});
        VERIFY_EXIT(barter, 2);
        QVERIFY(barter.messages.contains("--method"));
        const auto bill =
            cli(Person::Cashier, {"pay", "--account", gasAccount(3), "--amount", "27.00", "--bill", "12345"});
        VERIFY_EXIT(bill, 2);
        QVERIFY(bill.messages.contains("ledger.BillNotOpen"));
    }

    void wrongCallsAndOtherPeopleAreRefused() {
        const QStringList call{"pay", "--account", gasAccount(1), "--amount", "27.00"};
        const auto supervisor = cli(Person::Supervisor, call);
        VERIFY_EXIT(supervisor, 2);
        const auto reader = cli(Person::Reader, call);
        VERIFY_EXIT(reader, 2);
        QVERIFY(reader.messages.contains("security.NotAllowed"));
        const auto amount = cli(Person::Cashier, {"pay", "--account", gasAccount(1), "--amount", "27.005"});
        VERIFY_EXIT(amount, 2);
        QVERIFY(amount.messages.contains("--amount"));
        const auto account = cli(Person::Cashier, {"pay", "--account", "999999999", "--amount", "1"});
        VERIFY_EXIT(account, 2);
        QVERIFY(account.messages.contains("999999999"));
        const auto none = cli(Person::Cashier, {"pay", "--amount", "1"});
        VERIFY_EXIT(none, 2);
        QVERIFY(none.messages.contains("--account"));
        const auto key =
            cli(Person::Cashier, {"pay", "--account", gasAccount(1), "--amount", "1", "--key", "281474976710656"});
        VERIFY_EXIT(key, 2);
        QVERIFY(key.messages.contains("--key"));
    }
};
METERHALL_TEST_CASE(PayCommandTest)

#include "pay_command_test.moc"
