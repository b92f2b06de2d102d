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
};
METERHALL_TEST_CASE(CustomerCommandTest)

#include "customer_command_test.moc"
