#include "tests/app/cli/cli_town.h"
#include "tests/support/test_case.h"

#include <QJsonArray>

using meterhall::Commodity;

class CustomerCommandTest : public meterhall::tests::CliTownTest {
    Q_OBJECT

private Q_SLOTS:
    void customersAreFoundAndShownWithWhatTheyOwe() {
        town().readAndIssueAll("110.00");
        const auto found = cli(Person::Cashier, {"customer", "find", "张伟"});
        VERIFY_EXIT(found, 0);
        QCOMPARE(found.jsonLines().size(), std::size_t(2));
        const auto shown = cli(Person::Cashier, {"customer", "show", town().accountNumber(2, Commodity::Gas)});
        VERIFY_EXIT(shown, 0);
        QCOMPARE(shown.json()["open"].toString(), QStringLiteral("27.00"));
        QCOMPARE(shown.json()["bills"].toArray().size(), 1);
        QCOMPARE(shown.json()["same_customer"].toArray().at(0).toString(), town().accountNumber(2, Commodity::Water));
        QVERIFY(!shown.output.contains("1380000"));
    }

    void anAccountThatIsNotThereIsNamed() {
        const auto run = cli(Person::Cashier, {"customer", "show", "999999999"});
        VERIFY_EXIT(run, 2);
        QVERIFY(run.messages.contains("999999999"));
        const auto reader = cli(Person::Reader, {"customer", "find", "张伟"});
        VERIFY_EXIT(reader, 2);
    }

    void anAccountIsOpenedOnce() {
        const QStringList opening{"customer",
                                  "open",
                                  "1010009001",
                                  "--name",
                                  "赵新",
                                  "--phone",
                                  "13900000001",
                                  "--address",
                                  "城西区新建路9号",
                                  "--commodity",
                                  "gas",
                                  "--legal-entity",
                                  "gas-co",
                                  "--book",
                                  "01",
                                  "--sequence",
                                  "995",
                                  "--tariff",
                                  "gas",
                                  "--meter",
                                  "NEW9001",
                                  "--protocol",
                                  "cjt188",
                                  "--device-address",
                                  "78110000009001",
                                  "--profile",
                                  "rongtai_g25",
                                  "--terminal",
                                  "0571-00001",
                                  "--port",
                                  "1",
                                  "--start",
                                  "2.00",
                                  "--unit",
                                  "m3",
                                  "--key",
                                  "990001"};
        const auto opened = cli(Person::MeterKeeper, opening);
        VERIFY_EXIT(opened, 0);
        QCOMPARE(opened.json()["account"].toString(), QStringLiteral("1010009001"));
        QVERIFY(!opened.json()["already_done"].toBool());
        const auto again = cli(Person::MeterKeeper, opening);
        VERIFY_EXIT(again, 0);
        QVERIFY(again.json()["already_done"].toBool());
        const auto found = cli(Person::Cashier, {"customer", "find", "赵新"});
        VERIFY_EXIT(found, 0);
        QCOMPARE(found.jsonLines().size(), std::size_t(1));
        QCOMPARE(found.json()["account"].toString(), QStringLiteral("1010009001"));

        const auto cashier = cli(Person::Cashier, opening);
        VERIFY_EXIT(cashier, 2);
        QVERIFY(cashier.messages.contains("security.NotAllowed"));
        QStringList elsewhere = opening;
        elsewhere.replace(elsewhere.indexOf("0571-00001"), "0571-00077");
        elsewhere.replace(elsewhere.indexOf("990001"), "990002");
        elsewhere.replace(elsewhere.indexOf("1010009001"), "1010009002");
        const auto terminal = cli(Person::MeterKeeper, elsewhere);
        VERIFY_EXIT(terminal, 2);
        QVERIFY(terminal.messages.contains("0571-00077"));
        const auto company = cli(Person::MeterKeeper, QStringList(opening).replaceInStrings("gas-co", "beer-co"));
        VERIFY_EXIT(company, 2);
        QVERIFY(company.messages.contains("beer-co"));
    }

    void termsOfAnAccountChangeFromADayOn() {
        const QString account = town().accountNumber(1, Commodity::Gas);
        const QString today = town().today().toString();
        const auto changed = cli(Person::MeterKeeper, {"customer", "terms", account, "--from", today,
                                                       "--household-size", "6", "--area", "80.5"});
        VERIFY_EXIT(changed, 0);
        QCOMPARE(changed.json()["household_size"].toInt(), 6);
        QCOMPARE(changed.json()["tariff"].toString(), QStringLiteral("gas"));
        QCOMPARE(cli(Person::Cashier, {"customer", "show", account}).json()["household_size"].toInt(), 6);
        VERIFY_EXIT(cli(Person::MeterKeeper, {"customer", "terms", account, "--from", today, "--area", "-1"}), 2);
        town().readAndIssueAll("110.00");
        const auto billed = cli(Person::MeterKeeper, {"customer", "terms", account, "--from", today});
        VERIFY_EXIT(billed, 2);
        QVERIFY(billed.messages.contains("registry.BilledAlready"));
    }

    void accountsShareAMeter() {
        const QString account = town().accountNumber(1, Commodity::Gas);
        const QString on = QStringLiteral("2026-10-20");
        const QStringList call{"customer", "share", account, "1010009901:gas=60%", "--on", on, "--document",
                               "协议3",    "--key", "990021"};
        const auto done = cli(Person::MeterKeeper, call);
        VERIFY_EXIT(done, 0);
        const QJsonArray shares = done.json()["shares"].toArray();
        QCOMPARE(shares.size(), 2);
        QCOMPARE(shares[0].toObject()["account"].toString(), QStringLiteral("1010009901"));
        QCOMPARE(shares[0].toObject()["ratio"].toString(), QStringLiteral("0.6"));
        QCOMPARE(shares[1].toObject()["account"].toString(), account);
        QVERIFY(shares[1].toObject()["rest"].toBool());
        QVERIFY(cli(Person::MeterKeeper, call).json()["already_done"].toBool());
        for (const char* wrong : {"1010009901=x", "1010009901", "meter:none", "1010009901=0%", "1010009999=5"}) {
            const auto refused = cli(Person::MeterKeeper, {"customer", "share", account, wrong, "--on",
                                                           town().today().toString(), "--document", "协议4"});
            VERIFY_EXIT(refused, 2);
        }
        VERIFY_EXIT(cli(Person::MeterKeeper, {"customer", "share", account, "--document", "协议4"}), 2);
        VERIFY_EXIT(cli(Person::Cashier, call), 2);
    }

    void anAccountPassesToAnotherCustomer() {
        town().readAndIssueAll("110.00");
        const QString account = town().accountNumber(1, Commodity::Gas);
        const QStringList call{"customer", "transfer",    account,      "--name",      "李雷",
                               "--phone",  "13912345678", "--document", "过户申请 17", "--new-ladder"};
        const auto owing = cli(Person::MeterKeeper, call);
        VERIFY_EXIT(owing, 2);
        QVERIFY(owing.messages.contains("holder.OpenBills"));
        const QStringList taken = call + QStringList{"--takes-debts", "--key", "990011"};
        const auto done = cli(Person::MeterKeeper, taken);
        VERIFY_EXIT(done, 0);
        QCOMPARE(done.json()["owed"].toString(), QStringLiteral("27.00"));
        QCOMPARE(done.json()["final_bill"].toString(), QStringLiteral("0.00"));
        QVERIFY(cli(Person::MeterKeeper, taken).json()["already_done"].toBool());
        QCOMPARE(cli(Person::Cashier, {"customer", "find", "李雷"}).json()["account"].toString(), account);
        const auto former = cli(Person::Cashier, {"customer", "find", "13800000001"});
        VERIFY_EXIT(former, 0);
        QCOMPARE(former.json()["formerly"].toString(), QStringLiteral("王秀英"));
        VERIFY_EXIT(cli(Person::Cashier, taken), 2);
    }

    void anAccountIsClosedWithItsLastDial() {
        const QString account = town().accountNumber(1, Commodity::Gas);
        const QStringList call{"customer", "close", account, "--reason", "拆迁", "--dial", "110.00"};
        VERIFY_EXIT(cli(Person::MeterKeeper, call), 2); // in which unit?
        const auto closed = cli(Person::MeterKeeper, call + QStringList{"--unit", "m3"});
        VERIFY_EXIT(closed, 0);
        QCOMPARE(closed.json()["final_bill"].toString(), QStringLiteral("27.00"));
        QCOMPARE(cli(Person::Cashier, {"customer", "show", account}).json()["closed"].toString(),
                 town().today().toString());
        VERIFY_EXIT(cli(Person::MeterKeeper, call + QStringList{"--unit", "m3"}), 2);
    }
};
METERHALL_TEST_CASE(CustomerCommandTest)

#include "customer_command_test.moc"
