#include "tests/app/cli/cli_town.h"
#include "tests/support/test_case.h"

#include <QJsonArray>

using meterhall::Commodity;

class PurchaseCommandTest : public meterhall::tests::CliTownTest {
    Q_OBJECT

private Q_SLOTS:
    void aHomeBuysAndTakesItBack() {
        const QString account = town().accountNumber(1, Commodity::Gas);
        VERIFY_EXIT(cli(Person::Cashier, {"shift", "open", "--float", "100.00", "--papers", "1001-1100"}), 0);
        const auto quote =
            cli(Person::Cashier, {"purchase", "quote", "--account", account, "--money", "30", "--trace"});
        VERIFY_EXIT(quote, 0);
        QCOMPARE(quote.json()["pay"].toString(), QStringLiteral("30.00"));
        QCOMPARE(quote.json()["trace"].toObject()["value"].toString(), quote.json()["price"].toString());
        const QStringList buy{"purchase", "make",  "--account", account, "--money",
                              "30",       "--pay", "30.00",     "--key", "5"};
        const auto made = cli(Person::Cashier, buy);
        VERIFY_EXIT(made, 0);
        QCOMPARE(made.json()["volume"], quote.json()["volume"]);
        QCOMPARE(made.json()["credit_left"], quote.json()["credit_left"]);
        const auto again = cli(Person::Cashier, buy);
        VERIFY_EXIT(again, 0);
        QCOMPARE(again.json()["already_done"].toBool(), true);
        const auto shown = cli(Person::Cashier, {"purchase", "show", "5"});
        VERIFY_EXIT(shown, 0);
        QCOMPARE(shown.json()["reproduced"].toBool(), true);
        const auto left = cli(Person::Cashier, {"purchase", "left", "--account", account});
        VERIFY_EXIT(left, 0);
        QCOMPARE(left.json()["left"], made.json()["volume"]);
        VERIFY_EXIT(cli(Person::Cashier, {"reverse", "--payment", "5", "--reason", "as a payment"}), 2);
        VERIFY_EXIT(cli(Person::Cashier, {"purchase", "reverse", "5"}), 2); // no reason
        const auto back = cli(Person::Cashier, {"purchase", "reverse", "5", "--reason", "wrong home"});
        VERIFY_EXIT(back, 0);
        QCOMPARE(back.json()["reversed"].toBool(), true);
        VERIFY_EXIT(cli(Person::Cashier, {"purchase", "quote", "--account", account}), 2);
        VERIFY_EXIT(cli(Person::Cashier, {"purchase", "show", "6"}), 2);
        QCOMPARE(violations(), 0);
    }
};
METERHALL_TEST_CASE(PurchaseCommandTest)

#include "purchase_command_test.moc"
