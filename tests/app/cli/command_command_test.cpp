#include "tests/app/cli/cli_town.h"
#include "tests/support/test_case.h"

class CommandCommandTest : public meterhall::tests::CliTownTest {
    Q_OBJECT

    static QStringList closing(const char* meter, const char* key) {
        return {"command",    "request",    "close-valve", "--meter", meter, "--reason",
                "meter-work", "--document", "order 17",    "--key",   key};
    }

private Q_SLOTS:
    void aValveWaitsForASecondPersonAndCanBeTakenBack() {
        const auto asked = cli(Person::Engineer, closing("GAS0001", "4711"));
        VERIFY_EXIT(asked, 0);
        QCOMPARE(asked.json()["command"].toString(), QStringLiteral("4711"));
        QCOMPARE(asked.json()["state"].toString(), QStringLiteral("requested"));
        QVERIFY(cli(Person::Engineer, closing("GAS0001", "4711")).json()["already_done"].toBool());
        const auto other = cli(Person::Engineer, closing("GAS0003", "4711"));
        VERIFY_EXIT(other, 2);
        QVERIFY(other.messages.contains("command.KeyUsedForSomethingElse"));

        const auto listed = cli(Person::Supervisor, {"command", "list"});
        VERIFY_EXIT(listed, 0);
        QCOMPARE(listed.jsonLines().size(), std::size_t(1));
        QCOMPARE(listed.json()["meter"].toString(), QStringLiteral("GAS0001"));
        QCOMPARE(listed.json()["kind"].toString(), QStringLiteral("close-valve"));
        QCOMPARE(listed.json()["reason"].toString(), QStringLiteral("meter-work"));

        const auto approved = cli(Person::Lead, {"command", "approve", "4711"});
        VERIFY_EXIT(approved, 0);
        QCOMPARE(approved.json()["state"].toString(), QStringLiteral("queued"));
        const auto shown = cli(Person::Lead, {"command", "show", "4711"});
        VERIFY_EXIT(shown, 0);
        QCOMPARE(shown.jsonLines().size(), std::size_t(3));
        QVERIFY(shown.json().contains("held"));

        const auto silent = cli(Person::Engineer, {"command", "cancel", "4711"});
        VERIFY_EXIT(silent, 2);
        QVERIFY(silent.messages.contains("--reason"));
        const auto cancelled = cli(Person::Engineer, {"command", "cancel", "4711", "--reason", "the crew was there"});
        VERIFY_EXIT(cancelled, 0);
        QCOMPARE(cancelled.json()["state"].toString(), QStringLiteral("cancelled"));
        QCOMPARE(cli(Person::Lead, {"command", "list"}).jsonLines().size(), std::size_t(0));
        QCOMPARE(cli(Person::Lead, {"command", "list", "--state", "cancelled"}).jsonLines().size(), std::size_t(1));
    }

    void nobodyApprovesWhatHeAskedFor() {
        VERIFY_EXIT(cli(Person::Lead, closing("GAS0001", "4712")), 0);
        const auto same = cli(Person::Lead, {"command", "approve", "4712"});
        VERIFY_EXIT(same, 2);
        QVERIFY(same.messages.contains("command.SamePerson"));
        const auto refused =
            cli(Person::Inspector, {"command", "refuse", "4712", "--reason", "no order of that number"});
        VERIFY_EXIT(refused, 0);
        QCOMPARE(refused.json()["state"].toString(), QStringLiteral("refused"));
        const auto late = cli(Person::Inspector, {"command", "approve", "4712"});
        VERIFY_EXIT(late, 2);
        QVERIFY(late.messages.contains("command.NotPossibleNow"));
    }

    void whatMovesNoValveIsQueuedAtOnce() {
        const auto asked = cli(Person::Engineer,
                               {"command", "request", "set-settlement-day", "--meter", "GAS0001", "--parameter", "15"});
        VERIFY_EXIT(asked, 0);
        QCOMPARE(asked.json()["state"].toString(), QStringLiteral("queued"));
        const auto wrong = cli(Person::Engineer,
                               {"command", "request", "set-settlement-day", "--meter", "GAS0001", "--parameter", "40"});
        VERIFY_EXIT(wrong, 2);
        QVERIFY(wrong.messages.contains("command.BadParameter"));
    }

    void theInterlockAndTheDutiesAreAsked() {
        const auto reason = cli(Person::Engineer, {"command", "request", "open-valve", "--meter", "GAS0001", "--reason",
                                                   "arrears", "--document", "order 17"});
        VERIFY_EXIT(reason, 2);
        QVERIFY(reason.messages.contains("the reason does not fit"));
        const auto cashier = cli(Person::Cashier, closing("GAS0001", "4713"));
        VERIFY_EXIT(cashier, 2);
        QVERIFY(cashier.messages.contains("security.NotAllowed"));
        const auto meter = cli(Person::Engineer, closing("GAS9999", "4714"));
        VERIFY_EXIT(meter, 2);
        QVERIFY(meter.messages.contains("GAS9999"));
        const auto kind = cli(Person::Engineer, {"command", "request", "explode", "--meter", "GAS0001"});
        VERIFY_EXIT(kind, 2);
        QVERIFY(kind.messages.contains("explode"));
        const auto nobody = cli(Person::Lead, {"command", "show", "99"});
        VERIFY_EXIT(nobody, 2);
        QVERIFY(nobody.messages.contains("command.UnknownCommand"));
    }
};
METERHALL_TEST_CASE(CommandCommandTest)

#include "command_command_test.moc"
