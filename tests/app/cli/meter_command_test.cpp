#include "tests/app/cli/cli_town.h"
#include "tests/support/test_case.h"

using meterhall::Commodity;

class MeterCommandTest : public meterhall::tests::CliTownTest {
    Q_OBJECT

private Q_SLOTS:
    void aMeterIsShownWithItsHome() {
        const auto run = cli(Person::Cashier, {"meter", "show", "GAS0001"});
        VERIFY_EXIT(run, 0);
        QCOMPARE(run.json()["account"].toString(), town().accountNumber(1, Commodity::Gas));
        QCOMPARE(run.json()["digits"].toInt(), 5);
        const auto unknown = cli(Person::Cashier, {"meter", "show", "GAS9999"});
        VERIFY_EXIT(unknown, 2);
        QVERIFY(unknown.messages.contains("GAS9999"));
    }

    void aMeterIsExchangedAndHungUpAgain() {
        const QStringList exchange{
            "meter",          "exchange",  "GAS0001",     "--end",    "110.70",     "--start",    "0.00",
            "--unit",         "m3",        "--meter",     "NEW9001",  "--protocol", "cjt188",     "--device-address",
            "78110000009001", "--profile", "rongtai_g25", "--digits", "5",          "--terminal", "0571-00001",
            "--port",         "1",         "--key",       "990001"};
        const auto done = cli(Person::MeterKeeper, exchange);
        VERIFY_EXIT(done, 0);
        QCOMPARE(done.json()["meter"].toString(), QStringLiteral("NEW9001"));
        QVERIFY(cli(Person::MeterKeeper, exchange).json()["already_done"].toBool());
        const auto old = cli(Person::Cashier, {"meter", "show", "GAS0001"});
        VERIFY_EXIT(old, 0);
        QVERIFY(old.json()["account"].isNull());
        const auto next = cli(Person::Cashier, {"meter", "show", "NEW9001"});
        VERIFY_EXIT(next, 0);
        QCOMPARE(next.json()["account"].toString(), town().accountNumber(1, Commodity::Gas));

        const auto back = cli(Person::MeterKeeper, {"meter", "exchange", "NEW9001", "--end", "0.00", "--start",
                                                    "110.70", "--unit", "m3", "--known", "GAS0001"});
        VERIFY_EXIT(back, 0);
        QCOMPARE(cli(Person::Cashier, {"meter", "show", "GAS0001"}).json()["start_register"].toString(),
                 QStringLiteral("110.700000"));
    }

    void anExchangeThatCannotBeIsNamed() {
        const auto below = cli(Person::MeterKeeper, {"meter", "exchange", "GAS0001", "--end", "100.39", "--start", "0",
                                                     "--unit", "m3", "--known", "GAS0003"});
        VERIFY_EXIT(below, 2);
        QVERIFY(below.messages.contains("registry.DialBelowStart"));
        const auto hanging = cli(Person::MeterKeeper, {"meter", "exchange", "GAS0001", "--end", "110.70", "--start",
                                                       "0", "--unit", "m3", "--known", "GAS0003"});
        VERIFY_EXIT(hanging, 2);
        QVERIFY(hanging.messages.contains("GAS0003"));
        const auto dial = cli(Person::MeterKeeper, {"meter", "exchange", "GAS0001", "--end", "many", "--start", "0",
                                                    "--unit", "m3", "--known", "GAS0003"});
        VERIFY_EXIT(dial, 2);
        QVERIFY(dial.messages.contains("--end"));
        const auto cashier = cli(Person::Cashier, {"meter", "exchange", "GAS0001", "--end", "110.70", "--start", "0",
                                                   "--unit", "m3", "--known", "GAS0003"});
        VERIFY_EXIT(cashier, 2);
        QVERIFY(cashier.messages.contains("security.NotAllowed"));
    }
};
METERHALL_TEST_CASE(MeterCommandTest)

#include "meter_command_test.moc"
