#include "tests/app/cli/cli_town.h"
#include "tests/support/test_case.h"

#include <QJsonArray>

using meterhall::Commodity;

/// The program's day is today, on which nothing is late yet: what will be charged in two months.
class LateCommandTest : public meterhall::tests::CliTownTest {
    Q_OBJECT

    QString m_account;
    QString m_rule;
    QString m_later;

    void prepare() override {
        CliTownTest::prepare();
        town().readAndIssueAll("121.90");
        m_later = town().today().addDays(60).toString();
        m_account = town().accountNumber(1, Commodity::Gas);
        const QString rule =
            file(QStringLiteral("rule.json"),
                 R"({"rate": "0.005", "minimum": "1", "second_person_above": "5", "on_behalf": false})");
        const auto entered = cli(Person::Drafter, {"late", "rule", "enter", rule, "--commodity", "gas", "--from",
                                                   "2020-01-01", "--document", "order 9"});
        VERIFY_EXIT(entered, 0);
        m_rule = entered.json()["rule"].toString();
    }

private Q_SLOTS:
    void aRuleIsEnteredByOneAndPutInForceByAnother() {
        const auto nothing = cli(Person::Cashier, {"late", "preview", "--account", m_account, "--on", m_later});
        VERIFY_EXIT(nothing, 0);
        QCOMPARE(nothing.json()["charge"].toString(), QStringLiteral("0.00"));
        const auto refused = cli(Person::Drafter, {"late", "rule", "activate", m_rule});
        VERIFY_EXIT(refused, 2);
        VERIFY_EXIT(cli(Person::Finance, {"late", "rule", "activate", m_rule}), 0);
        const auto listed = cli(Person::Finance, {"late", "rule", "list"});
        VERIFY_EXIT(listed, 0);
        QCOMPARE(listed.json()["active"].toBool(), true);
        QCOMPARE(listed.json()["content"].toObject()["rate"].toString(), QStringLiteral("0.005"));
        const QString wrong = file(QStringLiteral("wrong.json"), R"({"rate": "0.001", "rte": 1})");
        const auto unknown =
            cli(Person::Drafter, {"late", "rule", "enter", wrong, "--commodity", "gas", "--from", "2021-01-01"});
        VERIFY_EXIT(unknown, 2);
        QVERIFY(unknown.messages.contains("rte"));
    }

    void stopsTakeDaysFromIt() {
        VERIFY_EXIT(cli(Person::Finance, {"late", "rule", "activate", m_rule}), 0);
        const auto charged =
            cli(Person::Cashier, {"late", "preview", "--account", m_account, "--on", m_later, "--trace"});
        VERIFY_EXIT(charged, 0);
        const auto sum = charged.json()["sums"].toArray()[0].toObject();
        const auto bill = sum["bills"].toArray()[0].toObject();
        QCOMPARE(sum["document"].toString(), QStringLiteral("order 9"));
        QCOMPARE(sum["trace"].toObject()["value"].toString(), charged.json()["charge"].toString());
        QVERIFY(bill["days"].toInt() > 30);
        VERIFY_EXIT(cli(Person::Lead, {"late", "stop", "--account", m_account, "--from", m_later, "--kind", "dispute"}),
                    2); // no reason
        VERIFY_EXIT(cli(Person::Lead, {"late", "stop", "--all", "--from", m_later, "--kind", "rain", "--reason", "x"}),
                    2);
        const auto stopped = cli(Person::Lead, {"late", "stop", "--account", m_account, "--from", m_later, "--kind",
                                                "dispute", "--reason", "letter"});
        VERIFY_EXIT(stopped, 0);
        VERIFY_EXIT(cli(Person::Lead, {"late", "end-stop", stopped.json()["stop"].toString(), "--to", m_later}), 0);
        const auto less = cli(Person::Cashier, {"late", "preview", "--account", m_account, "--on", m_later});
        const auto lessBill = less.json()["sums"].toArray()[0].toObject()["bills"].toArray()[0].toObject();
        QCOMPARE(lessBill["days"].toInt(), bill["days"].toInt() - 1);
        QCOMPARE(lessBill["stopped"].toInt(), 1);
        VERIFY_EXIT(cli(Person::Lead, {"late", "reminder", "--account", m_account, "--on", town().today().toString(),
                                       "--proof", "SMS"}),
                    0);
        const auto waived =
            cli(Person::Lead, {"late", "waive", "--bill", bill["bill"].toString(), "--reason", "our mistake"});
        VERIFY_EXIT(waived, 2);
        QVERIFY(waived.messages.contains("late.NothingToWaive"));
        VERIFY_EXIT(cli(Person::Finance, {"late", "approve", "12"}), 2);
        const auto shown = cli(Person::Cashier, {"late", "show", "--account", m_account});
        VERIFY_EXIT(shown, 0);
        QCOMPARE(shown.json()["stops"].toArray()[0].toObject()["to"].toString(), m_later);
    }

    void aPaymentSaysWhatItWasCharged() {
        VERIFY_EXIT(cli(Person::Finance, {"late", "rule", "activate", m_rule}), 0);
        VERIFY_EXIT(cli(Person::Cashier, {"shift", "open", "--float", "100.00", "--papers", "1001-1100"}), 0);
        const auto customer = cli(Person::Cashier, {"customer", "show", m_account});
        QCOMPARE(customer.json()["late_charge"].toString(), QStringLiteral("0.00"));
        const auto paid = cli(Person::Cashier, {"pay", "--account", m_account, "--amount",
                                                customer.json()["open"].toString(), "--key", "77"});
        VERIFY_EXIT(paid, 0);
        QCOMPARE(paid.json()["late_charge"].toString(), QStringLiteral("0.00"));
        const auto explained = cli(Person::Cashier, {"late", "paid", "77"});
        VERIFY_EXIT(explained, 0);
        QCOMPARE(explained.json()["charge"].toString(), QStringLiteral("0.00"));
        VERIFY_EXIT(cli(Person::Cashier, {"late", "paid", "78"}), 2);
    }
};
METERHALL_TEST_CASE(LateCommandTest)

#include "late_command_test.moc"
