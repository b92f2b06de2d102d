#include "tests/app/cli/cli_town.h"
#include "tests/support/test_case.h"

class TariffCommandTest : public meterhall::tests::CliTownTest {
    Q_OBJECT

private Q_SLOTS:
    void versionsAreListed() {
        const auto run = cli(Person::Finance, {"tariff", "list", "gas"});
        VERIFY_EXIT(run, 0);
        QCOMPARE(run.json()["active"].toBool(), true);
        QCOMPARE(run.json()["effective_from"].toString(), QStringLiteral("2026-01-01"));
        const auto cashier = cli(Person::Cashier, {"tariff", "list", "gas"});
        VERIFY_EXIT(cashier, 2);
        const auto activate = cli(Person::Finance, {"tariff", "activate", "gas"});
        VERIFY_EXIT(activate, 2);
        QVERIFY(activate.messages.contains("VERSION"));
    }
};
METERHALL_TEST_CASE(TariffCommandTest)

#include "tariff_command_test.moc"
