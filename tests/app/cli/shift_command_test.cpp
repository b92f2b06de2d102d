#include "tests/app/cli/cli_town.h"
#include "tests/support/test_case.h"

class ShiftCommandTest : public meterhall::tests::CliTownTest {
    Q_OBJECT

private Q_SLOTS:
    void aShiftIsOpenedListedCountedAndClosedByTwo() {
        const auto opened = cli(Person::Cashier, {"shift", "open", "--float", "500.00", "--papers", "1001-1999"});
        VERIFY_EXIT(opened, 0);
        const QString shift = opened.json()["shift"].toString();
        const auto twice = cli(Person::Cashier, {"shift", "open", "--float", "500.00", "--papers", "1001-1999"});
        VERIFY_EXIT(twice, 2);
        QVERIFY(twice.messages.contains("ledger.ShiftAlreadyOpen"));
        const auto listed = cli(Person::Lead, {"shift", "list"});
        VERIFY_EXIT(listed, 0);
        QCOMPARE(listed.json()["shift"].toString(), shift);
        VERIFY_EXIT(cli(Person::Cashier, {"shift", "count", "--count", "100x5"}), 0);
        const auto own = cli(Person::Cashier, {"shift", "close", "--shift", shift});
        VERIFY_EXIT(own, 2);
        const auto closed = cli(Person::Lead, {"shift", "close", "--shift", shift});
        VERIFY_EXIT(closed, 0);
        QCOMPARE(closed.json()["expected"].toString(), QStringLiteral("500.00"));
    }

    void papersThatAreNoStretchAreRefused() {
        for (const char* papers : {"1001", "a-b", "2000-1000"}) {
            const auto run = cli(Person::Cashier, {"shift", "open", "--float", "500.00", "--papers", papers});
            VERIFY_EXIT(run, 2);
        }
    }
};
METERHALL_TEST_CASE(ShiftCommandTest)

#include "shift_command_test.moc"
