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
};
METERHALL_TEST_CASE(MeterCommandTest)

#include "meter_command_test.moc"
